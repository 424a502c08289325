"""From printed days to EDTF: the year is printed, or implied by the issue's date, or unknown. It is never guessed.

- A full issue date implies the nearest year, so `Dec. 31` in an issue of 3 January is last year's.
- An issue known by its year only implies that year, but for days in December and January, which keep `XXXX`.
- No issue date, or an uncertain one, implies nothing: `XXXX-05-28/XXXX-05-29`.
- A day that would lie more than a month after the issue cannot have been cited in it: `XXXX` again.
- "yesterday" and weekdays need the day of the issue.
- A day that no calendar has (`June 31`) and a run that goes backwards give no date at all.
"""

from datetime import date, timedelta
from functools import lru_cache

from articles.citations.day_words import CitedDays, read_days
from articles.citations.months import CitedMonths, edtf_of_months, read_months
from articles.citations.near_days import NearDay, date_of_near_day, is_near_day
from articles.dates import Edtf, bounds

_LEAP_YEAR = 2000
_AHEAD = timedelta(days=31)
_HALF_A_YEAR = timedelta(days=184)


def edtf_of_words(words: str, issued: str = "") -> str:
    """The date that words such as `May 28-29` mean in an issue of that date; empty when they mean none."""
    days = NearDay(0, len(words), words) if is_near_day(words) else read_days(words) or read_months(words)
    return edtf_of(days, issued) if days else ""


def edtf_of(days: CitedDays | NearDay | CitedMonths, issued: str = "") -> str:
    """Canonical EDTF of printed or near days, or of months, in an issue of that date (EDTF, empty when unknown)."""
    if isinstance(days, CitedMonths):
        return edtf_of_months(days, _issue_span(issued))
    if isinstance(days, NearDay):
        span = _issue_span(issued)
        return date_of_near_day(days.words, span[0]).isoformat() if span and span[0] == span[1] else ""
    if not _in_calendar(days.first) or not _in_calendar(days.last) or _goes_backwards(days):
        return ""
    first_year, last_year = _years(days, issued)
    if not (_exists(days.first, first_year) and _exists(days.last, last_year)):
        return ""
    first, last = _edtf_day(days.first, first_year), _edtf_day(days.last, last_year)
    if first_year and last_year and first > last:
        return ""
    return _canonical(first if days.first == days.last and first_year == last_year else f"{first}/{last}")


@lru_cache(maxsize=4096)
def _canonical(edtf: str) -> str:
    return str(Edtf.parse(edtf))


def _years(days: CitedDays, issued: str) -> tuple[int | None, int | None]:
    """Years of the first and the last day: printed, else implied for both, else unknown for both."""
    turn = 1 if days.first > days.last else 0
    if days.first_year is not None:
        return days.first_year, days.last_year or days.first_year + turn
    if days.last_year is not None:
        return days.last_year - turn, days.last_year
    first, last = _implied_year(days.first, issued), _implied_year(days.last, issued)
    if first is None or last is None or last - first != turn:
        return None, None
    return first, last


def _implied_year(day: tuple[int, int], issued: str) -> int | None:
    span = _issue_span(issued)
    if span is None:
        return None
    lower, upper = span
    year = _nearest_year(day, lower)
    if year != _nearest_year(day, upper):
        year = lower.year if lower.year == upper.year and 2 <= day[0] <= 11 else None
    if year is None or not _exists(day, year) or date(year, *day) > upper + _AHEAD:
        return None
    return year


@lru_cache(maxsize=512)
def _issue_span(issued: str) -> tuple[date, date] | None:
    if not issued or "~" in issued or "?" in issued or "%" in issued:
        return None
    lower, upper = bounds(issued)
    return (lower, upper) if lower and upper else None


def _nearest_year(day: tuple[int, int], issue: date) -> int | None:
    around = (issue.year - 1, issue.year, issue.year + 1)
    candidates = [date(year, *day) for year in around if 1 <= year <= 9999 and _exists(day, year)]
    if not candidates:
        return None
    nearest = min(candidates, key=lambda candidate: abs(candidate - issue))
    return nearest.year if abs(nearest - issue) <= _HALF_A_YEAR else None


def _goes_backwards(days: CitedDays) -> bool:
    """Only a run across New Year may end on a smaller month and day than it starts with."""
    if days.first_year is not None and days.last_year is not None:
        return False
    return days.first > days.last and days.first[0] - days.last[0] < 6


def _in_calendar(day: tuple[int, int]) -> bool:
    return _exists(day, _LEAP_YEAR)


def _exists(day: tuple[int, int], year: int | None) -> bool:
    try:
        date(year or _LEAP_YEAR, *day)
    except ValueError:
        return False
    return True


def _edtf_day(day: tuple[int, int], year: int | None) -> str:
    return f"{year:04d}-{day[0]:02d}-{day[1]:02d}" if year else f"XXXX-{day[0]:02d}-{day[1]:02d}"
