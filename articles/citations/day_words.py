"""The days a digest names, as printed: `May 28-29`, `June 1, 3`, `Dec. 31, 1998-Jan. 2, 1999`, `2 June`.

A day needs its month in words. A month alone, a year alone and days in figures only (`6/2`) are not read:
they are doubtful, and a doubtful day is worse than none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

DASH = "[-\u2010-\u2015\u2212]"
BLANK = r"(?:[^\S\n]{1,3}|\n[^\S\n]{0,2})"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May\.?|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.:]\d|,\d{3}(?!\d))"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\w)"
_TO = rf"(?:[^\S\n]?{DASH}{BLANK}?|{BLANK}(?:through|thru|to){BLANK}(?!{MONTH}))"
_BEFORE_YEAR = rf"(?:,{BLANK}?|{BLANK})"

_MONTH_FIRST = re.compile(
    rf"(?<!\w)(?P<month>{MONTH}){BLANK}(?P<day>{_DAY})"
    rf"(?:(?:{_BEFORE_YEAR}(?P<first_year>{_YEAR}))?{_TO}(?:(?P<last_month>{MONTH}){BLANK})?(?P<last_day>{_DAY}))?"
)
_DAY_FIRST = re.compile(
    rf"(?<!\w)(?P<day>{_DAY})(?:{_TO}(?P<day_to>{_DAY}))?{BLANK}(?P<month>{MONTH})(?!\w)"
    rf"(?:(?:{_BEFORE_YEAR}(?P<first_year>{_YEAR}))?{_TO}(?P<last_day>{_DAY}){BLANK}(?P<last_month>{MONTH})(?!\w))?"
)
# Where a day may start: a set of first characters that the search skips to, then just enough to be worth a closer look.
_START = re.compile(
    rf"[JFMASOND\d](?:(?<=\D)[a-z]{{2,8}}\.?{BLANK}\d|(?<=\d)\d?(?:[snrt][tdh])?"
    rf"(?:{_TO}\d{{1,2}}(?:[snrt][tdh])?)?{BLANK}[JFMASOND][a-z]{{2}})"
)
_LISTED_BEFORE = re.compile(rf"(?<![\w,.-])(?P<day>{_DAY})(?:,{BLANK}?|{BLANK}and{BLANK}|{BLANK}?&{BLANK}?)$")
_YEAR_AFTER = re.compile(rf"{_BEFORE_YEAR}(?P<year>{_YEAR})")
_LISTED = re.compile(
    rf"(?:,{BLANK}?(?:(?:and|&){BLANK})?|{BLANK}?&{BLANK}?|{BLANK}and{BLANK})"
    rf"(?P<day>{_DAY})(?:{_TO}(?P<last_day>{_DAY}))?(?=\s*(?:[,;&)]|\.(?!\d)|and\b|$))"
)


@dataclass(frozen=True, slots=True)
class CitedDays:
    """One day, or an unbroken run of days, as (month, day); a year only where one is printed."""

    start: int
    end: int
    words: str
    first: tuple[int, int]
    last: tuple[int, int]
    first_year: int | None = None
    last_year: int | None = None


def find_days(text: str) -> list[CitedDays]:
    """Every day or run of days that the text names, in order; listed days (`June 1, 3`) one by one."""
    found: list[CitedDays] = []
    place = 0
    while (start := _START.search(text, place)) is not None:
        group = _days_at(text, start.start())
        found += group
        place = group[-1].end if group else start.end() - 1
    return found


def read_days(words: str) -> CitedDays | None:
    """The one day or run of days that these words are; None when they are anything else."""
    found = find_days(words)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(words)):
        return None
    return found[0]


def _days_at(text: str, start: int) -> list[CitedDays]:
    if (match := _MONTH_FIRST.match(text, start)) is not None:
        return _with_listed_days(text, _month_first(match))
    if (match := _DAY_FIRST.match(text, start)) is not None:
        days = _with_year(text, _day_first(match))
        return [*_listed_before(text, days), days]
    return []


def _month_first(match: re.Match[str]) -> CitedDays:
    month = month_number(match["month"])
    first = (month, _number(match["day"]))
    last = first
    if match["last_day"]:
        last_month = month_number(match["last_month"]) if match["last_month"] else month
        last = (last_month, _number(match["last_day"]))
    return CitedDays(match.start(), match.end(), match[0], first, last, _year(match["first_year"]))


def _day_first(match: re.Match[str]) -> CitedDays:
    month = month_number(match["month"])
    first = (month, _number(match["day"]))
    last = (month, _number(match["day_to"])) if match["day_to"] else first
    if match["last_day"]:
        last = (month_number(match["last_month"]), _number(match["last_day"]))
    return CitedDays(match.start(), match.end(), match[0], first, last, _year(match["first_year"]))


def _with_year(text: str, days: CitedDays) -> CitedDays:
    match = _YEAR_AFTER.match(text, days.end)
    if match is None:
        return days
    return replace(days, end=match.end(), words=text[days.start : match.end()], last_year=int(match["year"]))


def _with_listed_days(text: str, days: CitedDays) -> list[CitedDays]:
    """`June 1, 3, 1999`: the month before the list and the year behind it hold for each listed day."""
    alone = _with_year(text, days)
    listed = list(_listed_days(text, days)) if alone is days else []
    if not listed:
        return [alone]
    year = _YEAR_AFTER.match(text, listed[-1].end)
    group = [days, *listed]
    if year is None:
        return group
    group[-1] = replace(group[-1], end=year.end())
    return [replace(one, words=f"{one.words}, {year['year']}", last_year=int(year["year"])) for one in group]


def _listed_days(text: str, days: CitedDays) -> Iterator[CitedDays]:
    month, name, place = days.last[0], _month_name(days), days.end
    while (match := _LISTED.match(text, place)) is not None:
        first = (month, _number(match["day"]))
        last = (month, _number(match["last_day"])) if match["last_day"] else first
        words = f"{name} {text[match.start('day') : match.end()]}"
        yield CitedDays(match.start("day"), match.end(), words, first, last)
        place = match.end()


def _listed_before(text: str, days: CitedDays) -> list[CitedDays]:
    """`1, 3 and 5 September`: the days before the one that has the month."""
    found: list[CitedDays] = []
    place, name = days.start, _month_name(days)
    while (match := _LISTED_BEFORE.search(text, max(0, place - 12), place)) is not None:
        day = (days.first[0], _number(match["day"]))
        found.insert(0, CitedDays(match.start("day"), match.end("day"), f"{match['day']} {name}", day, day))
        place = match.start("day")
    return found


def _month_name(days: CitedDays) -> str:
    return re.findall(MONTH, days.words)[-1]  # type: ignore[no-any-return]


def month_number(name: str) -> int:
    """From 1, of a month's name or its abbreviation."""
    return _MONTH_NAMES.index(name[:3]) + 1


def _number(day: str) -> int:
    return int(day[:2]) if day[:2].isdigit() else int(day[0])


def _year(digits: str | None) -> int | None:
    return int(digits) if digits else None
