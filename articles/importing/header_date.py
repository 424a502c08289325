"""The dates, times and ages that may stand in or beside a header: a table of forms, each read without guessing.

A date gives a day only if it is printed whole and possible. `06/02/1999` may be two days, `June 31` is none, and
`Monday, June 2, 1999` contradicts itself: each is a date of the header, and gives no day. No time zone moves a day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day|\.)?,?\s)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?"
_YEAR = r"(?P<year>\d{4})\b"


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A date as printed: EDTF, or empty where `why_not` says why it gives none."""

    words: str
    edtf: str
    why_not: str = ""


def _words(match: re.Match[str]) -> HeaderDate:
    month = _MONTH_NAMES.index(match["month"][:3].lower()) + 1
    return _checked(match, int(match["year"]), month, int(match["day"]))


def _month_and_year(match: re.Match[str]) -> HeaderDate:
    month = _MONTH_NAMES.index(match["month"][:3].lower()) + 1
    return HeaderDate(match[0], f"{match['year']}-{month:02d}")


def _figures(match: re.Match[str]) -> HeaderDate:
    return _checked(match, int(match["year"]), int(match["month"]), int(match["day"]))


def _day_and_month_in_figures(match: re.Match[str]) -> HeaderDate:
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    if one <= 12 and other <= 12 and one != other:
        return HeaderDate(match[0], "", "day and month cannot be told apart")
    month, day = (one, other) if one <= 12 else (other, one)
    return _checked(match, year, month, day)


def _year_alone(match: re.Match[str]) -> HeaderDate:
    return HeaderDate(match[0], match["year"])


def _without_year(match: re.Match[str]) -> HeaderDate:
    return HeaderDate(match[0], "", "it has no year")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], HeaderDate]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"{_WEEKDAY}{_MONTH}\s{_DAY},?\s{_YEAR}", _words),
        (rf"{_WEEKDAY}{_DAY}\s{_MONTH},?\s{_YEAR}", _words),
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _figures),
        (r"(?P<one>\d{1,2})[/.](?P<other>\d{1,2})[/.](?P<year>\d{4})\b", _day_and_month_in_figures),
        (rf"{_MONTH},?\s{_YEAR}", _month_and_year),
        (rf"{_WEEKDAY}{_MONTH}\s{_DAY}(?![\d:])", _without_year),
        (rf"{_WEEKDAY}{_DAY}\s{_MONTH}(?!\w)", _without_year),
        (r"(?P<year>(?:1[5-9]|20)\d\d)(?![\w/.-])", _year_alone),
    )
)
_TIME = re.compile(
    r"(?:T|at\s)?\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:Z|[A-Z]{2,4}|GMT|UTC)?(?:[+-]\d\d:?\d\d)?)(?![\w:])",
    re.IGNORECASE,
)
_AGE = re.compile(r"age:?\s\d{1,4}\s?(?:yrs?|years?|mths?|mos?|months?|wks?|weeks?|days?)\.?(?:\sago)?", re.IGNORECASE)
_LABEL = re.compile(r"(?:date|dated|published|posted)(?:\son)?:?\s", re.IGNORECASE)
_BETWEEN = " ,;|()[]–—-·•:."


def read_dates(words: str) -> list[HeaderDate] | None:
    """The dates in words that hold nothing but dates, times and ages; None when a sentence goes on."""
    found: list[HeaderDate] = []
    rest = words.lstrip(_BETWEEN)
    while rest:
        taken = _date_at(rest)
        if taken is not None:
            found.append(taken)
        match = None if taken else (_TIME.match(rest) or _AGE.match(rest) or _LABEL.match(rest))
        if taken is None and match is None:
            return None
        length = len(taken.words) if taken else match.end() if match else 0
        rest = rest[length:].lstrip(_BETWEEN)
    return found


def ends_with_date(words: str) -> tuple[str, str]:
    """The words before a date that ends them, and that date's words; the latter empty when none does."""
    for start in _word_starts(words):
        if read_dates(words[start:]):
            return words[:start].rstrip(_BETWEEN), words[start:]
    return words, ""


def one_date(dates: list[HeaderDate]) -> HeaderDate | None:
    """What several statements of a date amount to: the most precise, or no day where they contradict each other."""
    if not dates:
        return None
    best = max(dates, key=lambda one: len(one.edtf))
    if all(best.edtf.startswith(one.edtf) and not one.why_not for one in dates):
        return best
    words = "; ".join(dict.fromkeys(one.words for one in dates))
    why_not = next(
        (one.why_not for one in dates if one.why_not), "the header gives two dates that contradict each other"
    )
    return HeaderDate(words, "", why_not)


def _date_at(words: str) -> HeaderDate | None:
    for pattern, read in _FORMS:
        if (match := pattern.match(words)) is not None:
            return read(match)
    return None


def _checked(match: re.Match[str], year: int, month: int, day: int) -> HeaderDate:
    groups = match.groupdict()
    try:
        first = date(year, month, day)
        last = date(year, month, int(groups["last"])) if groups.get("last") else first
    except ValueError:
        return HeaderDate(match[0], "", "no calendar has that day")
    if last < first:
        return HeaderDate(match[0], "", "it ends before it starts")
    weekday = groups.get("weekday")
    if weekday and _WEEKDAY_NAMES[first.weekday()] != weekday[:3].lower():
        return HeaderDate(match[0], "", f"that day was a {first:%A}")
    return HeaderDate(match[0], first.isoformat() if last == first else f"{first}/{last}")


def _word_starts(words: str) -> list[int]:
    return [match.start() for match in re.finditer(r"(?<![^\s(])[\w(]", words)]
