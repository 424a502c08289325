"""A file of comma-separated values as rows with their line numbers. A bad row does not stop the rest.

Cells are parted by comma, semicolon or tab, as the first line shows; a cell in quotation marks may hold line breaks.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.importing.decoding import Encoding
from articles.importing.lines import Line, byte_lines

DELIMITERS = (",", ";", "\t")
LONGEST_LINE = 4_000_000
LONGEST_ROW = 2_000_000

csv.field_size_limit(LONGEST_ROW)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, which starts at `line`; they are missing where `why_not` says what is wrong with it."""

    line: int
    cells: tuple[str, ...]
    undecodable: bool = False
    too_long: bool = False
    why_not: str = ""


def rows(file: BinaryIO, encoding: Encoding, delimiter: str) -> Iterator[Row]:
    """The rows of the file but for empty ones, each however many lines it takes."""
    source = _Source(byte_lines(file, encoding, LONGEST_LINE))
    while source.starts_row():
        row = _row(source, delimiter)
        if any(cell.strip() for cell in row.cells) or row.why_not or row.undecodable or row.too_long:
            yield row


def delimiter_of(first_line: str, names: frozenset[str]) -> str:
    """The mark that parts most known names in the first line; the comma where none does."""
    return max(DELIMITERS, key=lambda mark: len(names.intersection(column_names(first_line, mark))))


def column_names(first_line: str, delimiter: str) -> list[str]:
    """The names in the first line, in small letters, without blanks and quotation marks around them."""
    return [re.sub(r"[\s\"]+", " ", name).strip().casefold() for name in first_line.split(delimiter)]


class _Source:
    """Lines for the reader of one row, which may be taken back."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._waiting: deque[Line] = deque()
        self.taken: list[Line] = []
        self._length = 0

    def starts_row(self) -> bool:
        """Whether another line follows; the next row begins with it."""
        self.taken, self._length = [], 0
        if not self._waiting:
            self._waiting.extend(line for line in (next(self._lines, None),) if line is not None)
        return bool(self._waiting)

    def take_back(self) -> None:
        """All but the first line of the row that failed are lines again."""
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._lines)
        self.taken.append(line)
        self._length += len(line.text)
        if self._length > LONGEST_ROW:
            raise csv.Error(f"the row has more than {LONGEST_ROW} characters")
        return line.text if line.text.endswith("\n") else f"{line.text}\n"


def _row(source: _Source, delimiter: str) -> Row:
    try:
        cells = next(csv.reader(source, delimiter=delimiter, strict=True))
    except (csv.Error, StopIteration) as error:
        source.take_back()
        return Row(source.taken[0].number, (), why_not=str(error) or "the file ends in it")
    return Row(
        source.taken[0].number,
        tuple(cells),
        undecodable=any(line.undecodable for line in source.taken),
        too_long=any(line.too_long for line in source.taken),
    )
