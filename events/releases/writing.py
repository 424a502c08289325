"""Writes the directory of a release: everything from one snapshot, the same bytes for the same data."""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import orjson

from articles.exports.formats import cell
from articles.snapshot import snapshot
from events import codebook
from events.models import Event, public_id
from events.models.event import number_of
from events.releases import package, shelf, tables
from events.releases.comparing import COLUMNS, Row, differences
from events.releases.package import Facts
from events.releases.rows import events_with_reports

SHA256SUMS = "SHA256SUMS"


def write(folder: Path, facts: Facts, previous: Path | None) -> list[dict[str, Any]]:
    """Fill the empty `folder`; the manifest: name, bytes and SHA-256 of each file. `previous`: the release before."""
    with snapshot():
        write_events(folder, events_with_reports(facts.base))
        write_changes(folder, facts, previous)
    write_json(folder / "codebook.json", codebook_of(facts))
    (folder / "LICENSE").write_text(package.TERMS, encoding="utf-8", newline="\n")
    (folder / "CITATION.cff").write_text(package.citation(facts), encoding="utf-8", newline="\n")
    sizes = {file["name"]: (file["bytes"], file["sha256"]) for file in manifest_of(folder)}
    write_json(folder / "datapackage.json", package.datapackage(facts, sizes))
    hashes = {file["name"]: file["sha256"] for file in manifest_of(folder)}
    (folder / SHA256SUMS).write_text(package.sums(hashes, sorted(hashes)), encoding="utf-8", newline="\n")
    return manifest_of(folder)


def write_events(folder: Path, events: Iterable[Row]) -> None:
    """Every event into its line of JSON and its rows of each table, in one pass."""
    with ExitStack() as open_files:
        lines = open_files.enter_context((folder / shelf.EVENTS).open("wb"))
        writers = [(table, open_files.enter_context(csv_file(folder, table.name))) for table in tables.TABLES]
        filled = [(table, csv.writer(file)) for table, file in writers]
        for table, writer in filled:
            writer.writerow([column.name for column in table.columns])
        for event in events:
            lines.write(orjson.dumps(event, option=orjson.OPT_APPEND_NEWLINE))
            for table, writer in filled:
                writer.writerows([cell(value) for value in values] for values in table.fill(event))


def write_changes(folder: Path, facts: Facts, previous: Path | None) -> None:
    """What is different from the release before; the first has nothing to be compared with."""
    found = differences(shelf.events_in(previous), shelf.events_in(folder), kept_instead) if previous else ()
    with csv_file(folder, "CHANGES") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for difference in found:
            writer.writerow([facts.version, facts.made_at[:10], *map(cell, difference)])


def kept_instead(event: str) -> str:
    """The public id of the public event into which that one was merged; empty if it was not."""
    merged = Event.objects.filter(pk=number_of(event) or 0).values("merged_into")
    kept = Event.objects.public().filter(pk__in=merged).values_list("pk", flat=True).first()
    return public_id(kept) if kept else ""


def csv_file(folder: Path, name: str) -> Any:
    return (folder / f"{name}.csv").open("w", encoding="utf-8", newline="")


def codebook_of(facts: Facts) -> dict[str, Any]:
    current = codebook.current()
    return {
        "version": facts.codebook_version,
        "types": list(current.types),
        "modes": list(current.modes),
        "contexts": list(current.contexts),
    }


def write_json(path: Path, value: Any) -> None:
    path.write_bytes(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def manifest_of(folder: Path) -> list[dict[str, Any]]:
    return list(_manifest(folder))


def _manifest(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}
