"""Every record under some paths, file after file, kept on disk and ordered by issue: memory holds only where they are.

Digests are spread over files in any order, and an issue is written in one transaction, so all files are read first.
"""

import os
import pickle
import tempfile
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Generic, TypeVar

from articles.importing.detect import HEAD, PARSERS, parser_for
from articles.importing.problems import ProblemCode
from articles.importing.records import ArticleRecord, Problem

Key = TypeVar("Key", bound=Hashable)


class PathUnreadable(ValueError):
    """A path that was named cannot be read; nothing was imported."""


def files_under(paths: Iterable[str]) -> list[str]:
    """The files that the paths name, folders walked in a stable order. Raises PathUnreadable."""
    return [file for path in paths for file in _files_at(path)]


def read_file(path: str, format_name: str = "", called: str = "") -> Iterator[ArticleRecord | Problem]:
    """What the parser of a file finds in it; a file that cannot be read, or is of no known format, is a problem.

    `called` is what the file is called in records and problems, where that is not its path.
    """
    called = called or path
    try:
        with open(path, "rb") as file:
            head = file.read(HEAD)
            parser = PARSERS[format_name] if format_name else parser_for(head)
            if parser is None:
                yield problem(called, ProblemCode.UNKNOWN_FORMAT, formats=", ".join(PARSERS))
            else:
                yield from parser.parse(file, called)
    except OSError as error:
        yield problem(called, ProblemCode.UNREADABLE, why=error.strerror or str(error))


def problem(path: str, code: ProblemCode, line: int = 1, **facts: object) -> Problem:
    """A problem of a file, or of one of its lines."""
    return Problem(path, line, code, code.says(**facts))


class Gathering(Generic[Key]):
    """Records set aside in a temporary file, to be taken again key by key in the order in which the keys came."""

    def __init__(self, key: Callable[[ArticleRecord], Key]) -> None:
        self._key = key
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (closed by close)
        self._places: dict[Key, list[int]] = {}
        self.count = 0

    def add(self, record: ArticleRecord) -> None:
        self._places.setdefault(self._key(record), []).append(self._file.seek(0, os.SEEK_END))
        pickle.dump(record, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self.count += 1

    def __iter__(self) -> Iterator[Key]:
        """The keys, in the order in which they came."""
        return iter(self._places)

    def records(self, key: Key) -> list[ArticleRecord]:
        return [self._at(place) for place in self._places[key]]

    def close(self) -> None:
        self._file.close()

    def _at(self, place: int) -> ArticleRecord:
        self._file.seek(place)
        record: ArticleRecord = pickle.load(self._file)  # our own bytes of a moment ago
        return record


def _files_at(path: str) -> Iterator[str]:
    found = Path(path)
    if found.is_dir():
        if not os.access(path, os.R_OK | os.X_OK):
            raise PathUnreadable(f"The folder {path} cannot be opened; change its rights, or leave it out.")
        yield from _walk(path)
    elif found.is_file() and os.access(path, os.R_OK):
        yield path
    else:
        why = "may not be read" if found.exists() else "does not exist"
        raise PathUnreadable(f"{path} {why}; correct the path, or leave it out.")


def _walk(folder: str) -> Iterator[str]:
    """Files below a folder by name; links to folders are not followed, hidden files and folders are left out.

    A folder that cannot be opened comes in place of its files, so that reading it tells why.
    """
    closed: list[str] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = os.path.join(place, name)
            if not name.startswith(".") and os.path.isfile(file):
                yield file
    yield from closed
