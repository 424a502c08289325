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

Day = tuple[int, int]  # month and day
Years = tuple[int | None, int | None]


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
    return _edtf(days.first, days.last, days.first_year, days.last_year, issued)


@lru_cache(maxsize=4096)  # an issue cites the same few days over and over
def _edtf(first: Day, last: Day, first_year: int | None, last_year: int | None, issued: str) -> str:
    if not _in_calendar(first) or not _in_calendar(last):
        return ""
    if first_year is not None and last_year is not None:
        years: Years = first_year, last_year
    elif _goes_backwards(first, last):
        return ""
    else:
        years = _years(first, last, first_year, last_year, issued)
    return _span(first, last, years)


def _span(first_day: Day, last_day: Day, years: Years) -> str:
    """From the first day to the last in these years; empty where one does not exist, or the last comes first."""
    first_year, last_year = years
    if not (_exists(first_day, first_year) and _exists(last_day, last_year)):
        return ""
    first, last = _edtf_day(first_day, first_year), _edtf_day(last_day, last_year)
    if first_year and last_year and first > last:
        return ""
    return str(Edtf.parse(first if first_day == last_day and first_year == last_year else f"{first}/{last}"))


def _years(first_day: Day, last_day: Day, first_year: int | None, last_year: int | None, issued: str) -> Years:
    """Years of the first and the last day: printed, else implied for both, else unknown for both."""
    turn = 1 if first_day > last_day else 0
    if first_year is not None:
        return first_year, first_year + turn
    if last_year is not None:
        return last_year - turn, last_year
    first, last = _implied_year(first_day, issued), _implied_year(last_day, issued)
    if first is None or last is None or last - first != turn:
        return None, None
    return first, last


def _implied_year(day: Day, issued: str) -> int | None:
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


def _nearest_year(day: Day, issue: date) -> int | None:
    around = (issue.year - 1, issue.year, issue.year + 1)
    candidates = [date(year, *day) for year in around if 1 <= year <= 9999 and _exists(day, year)]
    if not candidates:
        return None
    nearest = min(candidates, key=lambda candidate: abs(candidate - issue))
    return nearest.year if abs(nearest - issue) <= _HALF_A_YEAR else None


def _goes_backwards(first: Day, last: Day) -> bool:
    """Only a run across New Year may end on a smaller month and day than it starts with, unless both years say so."""
    return first > last and first[0] - last[0] < 6


def _in_calendar(day: Day) -> bool:
    return _exists(day, _LEAP_YEAR)


def _exists(day: Day, year: int | None) -> bool:
    try:
        date(year or _LEAP_YEAR, *day)
    except ValueError:
        return False
    return True


def _edtf_day(day: Day, year: int | None) -> str:
    return f"{year:04d}-{day[0]:02d}-{day[1]:02d}" if year else f"XXXX-{day[0]:02d}-{day[1]:02d}"
