"""Months that stand where a citation has its day: `Jane's Intelligence Review, June 1998`, `Foreign Affairs, May-June`.

Only a familiar source beside them makes them cited. Their year is printed, or the one that brings them nearest to an
issue whose date is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.citations.day_words import DASH, MONTH, month_number

_YEAR = r"(?:1[5-9]|20)\d\d(?!\w)"
_MONTHS = re.compile(
    rf"(?<!\w)(?P<first>{MONTH})(?:\s?(?:{DASH}|/)\s?(?P<last>{MONTH}))?(?:,?\s(?P<year>{_YEAR}))?(?=\s?[,;)])"
)


@dataclass(frozen=True, slots=True)
class CitedMonths:
    """A month, or a run of them, where it stands."""

    start: int
    end: int
    words: str
    first: int
    last: int
    year: int | None


def find_months(text: str, start: int, end: int) -> Iterator[CitedMonths]:
    """Those between two places of the text, in order."""
    for match in _MONTHS.finditer(text, start, end):
        yield _read(match)


def read_months(words: str) -> CitedMonths | None:
    """The months that these words are; None when they are anything else."""
    match = _MONTHS.match(f"{words})")
    return _read(match) if match and match.end() == len(words) else None


def edtf_of_months(months: CitedMonths, issue: tuple[date, date] | None) -> str:
    """`1998-06`, `1998-05/1998-06`; empty where the year is not known. A run across New Year ends in the later one."""
    turn = 1 if months.first > months.last else 0
    year = months.year - turn if months.year else _nearest_year(months.first, issue)
    if year is None:
        return ""
    first, last = f"{year:04d}-{months.first:02d}", f"{year + turn:04d}-{months.last:02d}"
    return first if first == last else f"{first}/{last}"


def _read(match: re.Match[str]) -> CitedMonths:
    first = month_number(match["first"])
    last = month_number(match["last"]) if match["last"] else first
    return CitedMonths(*match.span(), match[0], first, last, int(match["year"]) if match["year"] else None)


def _nearest_year(month: int, issue: tuple[date, date] | None) -> int | None:
    """The year that brings the middle of the month nearest to the issue; of an issue known by its year only that year,
    but for December and January."""
    years = {_nearest_to(month, day) for day in issue or ()}
    if len(years) == 1:
        return years.pop()
    lower, upper = issue or (date.min, date.max)
    return lower.year if lower.year == upper.year and 2 <= month <= 11 else None


def _nearest_to(month: int, issue: date) -> int:
    around = (issue.year + turn for turn in (-1, 0, 1))
    return min(around, key=lambda year: abs(_middle(year, month) - issue))


def _middle(year: int, month: int) -> date:
    return date(min(max(year, 1), 9999), month, 15)
