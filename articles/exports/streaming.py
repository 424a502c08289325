"""Whole sets of rows as a stream: every row that the filters leave, as of one moment, a bounded number in memory."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from django.db import connection
from django.db.models import QuerySet

from articles.exports.formats import GEOJSON, GEOMETRY, Format
from articles.exports.rows import Rows, Viewer
from articles.parameters import ParameterError, ParametersRefused, Query
from articles.snapshot import snapshot

AT_A_TIME = 2  # over all workers and machines: eight threads are the whole site
LOCK = crc32(b"monitor exports") & 0x7FFFFFFF
ROWS = 250  # read from the database at a time
OF_PAGES = {
    "cursor": "An export has no pages: leave it out, or ask for json.",
    "page_size": "An export has no pages: leave it out, or ask for json.",
    "total": "An export is everything that matches: count its rows, or ask for json.",
    "expand": "An export keeps keys as they are: export the other resource too, or ask for json.",
}


class ExportsBusy(Exception):
    """As many exports are running as may at a time."""

    wait = 20  # seconds

    def __init__(self) -> None:
        super().__init__(
            f"{AT_A_TIME} exports are running, which is all that may at a time. Try again in {self.wait} seconds, "
            "or take a release from /data/: it needs no database."
        )


@dataclass(frozen=True)
class Export:
    """Rows of a resource in their order, for somebody, with these fields, in that form."""

    rows: Rows
    queryset: QuerySet
    viewer: Viewer
    fields: Sequence[str]
    form: Format

    def parts(self) -> Iterator[bytes]:
        """The whole export. It reads as it goes, so begin it within a snapshot."""
        hidden = (GEOMETRY,) if self.form is GEOJSON else ()
        read = self.rows.read(self.queryset, self.viewer, fields=(*self.fields, *hidden), at_a_time=ROWS)
        return self.form.write(self.fields, (row for row, _keys in read))


def refuse_pages(query: Query) -> None:
    """Raises ParametersRefused for what only pages have."""
    errors = [ParameterError(name, OF_PAGES[name]) for name, _ in query.lists() if name in OF_PAGES]
    if errors:
        raise ParametersRefused(errors)


def begun(parts: Callable[[], Iterator[bytes]]) -> Iterator[bytes]:
    """The stream with its slot taken and its first part read, so that what fails at once fails before the first byte.

    Raises ExportsBusy. Whoever takes the stream closes it: the snapshot and the slot last as long.
    """
    stream = _in_slot(parts)
    next(stream)
    return stream


def _in_slot(parts: Callable[[], Iterator[bytes]]) -> Iterator[bytes]:
    with snapshot(for_a_reader=True):
        if not _slot_taken():
            raise ExportsBusy
        whole = parts()
        first = next(whole, b"")
        yield b""
        yield first
        yield from whole


def _slot_taken() -> bool:
    """One of the slots, kept until the transaction ends, however it does."""
    return any(_taken(slot) for slot in range(AT_A_TIME))


def _taken(slot: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, slot])
        row: Any = cursor.fetchone()
    return bool(row[0])
