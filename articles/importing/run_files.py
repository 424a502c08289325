"""The files of a run: those that a command names, or those that were uploaded, set down on disk while it reads them."""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from articles.importing.gathering import files_under
from articles.models import ImportFile, ImportPiece, ImportRun

PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class RunFile:
    """Where a file lies, and what it is called in problems."""

    path: str
    called: str


def named_files(paths: Iterable[str]) -> list[RunFile]:
    """The files under some paths. Raises PathUnreadable."""
    return [RunFile(path, path) for path in files_under(paths)]


@contextmanager
def files_of_run(run: ImportRun) -> Iterator[list[RunFile]]:
    """The files of a run as they are now: uploads from the database, all others from where they lie."""
    if not run.is_uploaded:
        yield named_files(run.options.get("paths", []))
        return
    with tempfile.TemporaryDirectory(prefix="monitor-import-") as folder:
        yield [_set_down(file, Path(folder) / str(number)) for number, file in enumerate(run.files.all(), start=1)]


def keep_upload(run: ImportRun, name: str, chunks: Iterable[bytes]) -> ImportFile:
    """An uploaded file, kept in pieces; memory holds one of them."""
    with transaction.atomic():
        file = ImportFile.objects.create(run=run, path=name[:255].replace("\x00", ""))
        digest, size = sha256(), 0
        for number, piece in enumerate(_in_pieces(chunks), start=1):
            digest.update(piece)
            size += len(piece)
            ImportPiece.objects.create(file=file, number=number, data=piece)
        file.sha256, file.size = digest.hexdigest(), size
        file.save(update_fields=["sha256", "size"])
    return file


def _set_down(file: ImportFile, path: Path) -> RunFile:
    with path.open("wb") as output:
        for number in file.pieces.order_by("number").values_list("number", flat=True):
            output.write(bytes(file.pieces.get(number=number).data))
    return RunFile(str(path), file.path)


def _in_pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
    if waiting:
        yield bytes(waiting)
