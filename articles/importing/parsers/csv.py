"""A table of articles, one a row: the first line names the columns, which are the keys of the interchange form.

`volume`, `issue` and `text` must be there; `urls` holds addresses parted by blanks. An empty cell gives nothing.
Columns may stand in any order; one that nobody knows refuses the file by name, as does one that is missing.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from articles.importing.csv_rows import LONGEST_LINE, Row, column_names, delimiter_of, rows
from articles.importing.decoding import examine_file
from articles.importing.interchange import record_from
from articles.importing.lines import as_file
from articles.importing.problems import ProblemCode
from articles.importing.records import FIELDS, ArticleRecord, Problem
from articles.importing.refusal import Refused

FORMAT = "csv"
REQUIRED = ("volume", "issue", "text")
NUMBERS = ("volume", "issue", "position")

_KNOWN = frozenset(FIELDS)
_NUMBER = re.compile(r"[0-9]{1,18}")


def looks_like(head: str) -> bool:
    """A first line that names two columns at least."""
    first = _first_line(head)
    return len(_KNOWN.intersection(column_names(first, delimiter_of(first, _KNOWN)))) >= 2


def parse(data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]:
    """The records of the table row by row, and what stands in the way of any."""
    file = as_file(data)
    encoding = examine_file(file)
    if encoding.codec == "utf-16" and encoding.why_not:
        yield _problem(path, 1, ProblemCode.UNKNOWN_ENCODING, why=encoding.why_not)
        return
    if encoding.is_cp1252:
        yield _problem(path, 1, ProblemCode.CP1252)
    first = _first_line(file.read(65_536).decode(encoding.codec, errors="replace"))
    file.seek(0)
    delimiter = delimiter_of(first, _KNOWN)
    yield from _records(rows(file, encoding, delimiter), delimiter, path)


def _records(table: Iterator[Row], delimiter: str, path: str) -> Iterator[ArticleRecord | Problem]:
    header = next(table, None)
    if header is None:
        yield _problem(path, 1, ProblemCode.EMPTY_FILE)
        return
    names = [" ".join(name.split()).casefold() for name in header.cells]
    problems = list(_header_problems(header, names, path))
    yield from problems
    filled = False
    for row in () if problems else table:
        filled = True
        yield _record(row, names, delimiter, path)
    if not (filled or problems):
        yield _problem(path, header.line, ProblemCode.EMPTY_FILE)


def _header_problems(header: Row, names: list[str], path: str) -> Iterator[Problem]:
    if header.why_not:
        yield _problem(path, header.line, ProblemCode.BAD_QUOTES, why=header.why_not)
        return
    for name in dict.fromkeys(names):
        if name not in _KNOWN:
            shown = repr(name[:60]) if name else "without a name"
            yield _problem(path, header.line, ProblemCode.UNKNOWN_COLUMN, column=shown, columns=", ".join(FIELDS))
        elif names.count(name) > 1:
            yield _problem(path, header.line, ProblemCode.DUPLICATE_COLUMN, column=name)
    for name in REQUIRED:
        if name not in names:
            yield _problem(path, header.line, ProblemCode.MISSING_COLUMN, column=name)


def _record(row: Row, names: list[str], delimiter: str, path: str) -> ArticleRecord | Problem:
    try:
        return record_from(_values(row, names, delimiter), path, row.line)
    except Refused as refused:
        values = dict(zip(names, row.cells, strict=False))
        return Problem(path, row.line, refused.code, str(refused), values)


def _values(row: Row, names: list[str], delimiter: str) -> dict[str, Any]:
    if row.why_not:
        raise Refused(ProblemCode.BAD_QUOTES, why=row.why_not)
    if row.undecodable:
        raise Refused(ProblemCode.UNKNOWN_ENCODING, why="this row is not UTF-8, and others are")
    if row.too_long:
        raise Refused(ProblemCode.LINE_TOO_LONG, limit=LONGEST_LINE)
    if len(row.cells) != len(names):
        mark = "a tab" if delimiter == "\t" else delimiter
        raise Refused(ProblemCode.BAD_ROW, found=len(row.cells), wanted=len(names), mark=mark)
    return {name: _value(name, cell) for name, cell in zip(names, row.cells, strict=True) if cell.strip()}


def _value(name: str, cell: str) -> Any:
    """The cell as the interchange form has it; what is no number there is left for that to refuse."""
    if name in NUMBERS and _NUMBER.fullmatch(cell.strip(" ")) is not None:
        return int(cell.strip(" "))
    return cell.split() if name == "urls" else cell


def _first_line(head: str) -> str:
    return next((line for line in head.lstrip("\ufeff").splitlines() if line.strip()), "")


def _problem(path: str, line: int, code: ProblemCode, **facts: object) -> Problem:
    return Problem(path, line, code, code.says(**facts))
