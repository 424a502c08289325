"""Dates as they are known, in a profile of EDTF (ISO 8601-2): a year, a month, a span, one moment within a span.

Bounds are the first and last day the words allow; `~` and `?` do not widen them, since how far would be a guess: the
sign itself tells the reader. A date of unknown year (`XXXX-05-28`) has no bounds and matches no filter. Winter runs
from December of its year to the end of February; the other seasons are the three months before it, in turn.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

FORMS = (
    "1999, 1999-05, 1999-05-28, 1999-21 to 1999-24 (spring to winter), 1999-33 to 1999-36 (quarters), "
    "XXXX-05-28 (year unknown), each also with ~ (approximate) or ? (uncertain) at its end; "
    "a/b (from a to b), a/.. (from a on), [a..b] (one moment within), [..b] (by b), [a..] (a or later)"
)
POINT = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
WINTER = 24
QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}
FIRST_MONTHS = {21: 3, 22: 6, 23: 9, WINTER: 12, 33: 1, 34: 4, 35: 7, 36: 10}
LEAP_YEAR = 2000  # 29 February of an unknown year is a possible day


class DateRefused(ValueError):
    """What was written is no date of the profile; the message says why and which forms are allowed."""

    def __init__(self, text: object, why: str) -> None:
        super().__init__(f"{_quoted(str(text))} is not a date that can be stored: {why}. Allowed forms: {FORMS}.")


class Form(Enum):
    """How the two ends of a date belong together."""

    POINT = "1999-05"
    INTERVAL = "a/b"
    MOMENT = "[a..b]"


@dataclass(frozen=True)
class Point:
    """One end of a date: a year with or without a part (month, season, quarter) and a day of the month."""

    year: int | None  # None: unknown
    part: int | None = None
    day: int | None = None
    qualifier: str = ""

    def __post_init__(self) -> None:
        if why := _why_impossible(self):
            raise DateRefused(self, why)

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        numbers = [f"{number:02}" for number in (self.part, self.day) if number is not None]
        return "-".join([year, *numbers]) + self.qualifier

    @classmethod
    def on(cls, day: date) -> "Point":
        """That day, known exactly."""
        return cls(day.year, day.month, day.day)

    @property
    def lower(self) -> date | None:
        """The first day the words allow; none where the year is unknown."""
        if self.year is None:
            return None
        return date(self.year, FIRST_MONTHS.get(self.part or 1, self.part or 1), self.day or 1)

    @property
    def upper(self) -> date | None:
        """The last day the words allow; none where the year is unknown."""
        lower = self.lower
        if lower is None or self.day:
            return lower
        if self.part is None:
            return date(lower.year, 12, 31)
        return _end_of_month(lower, months=3 if self.part in FIRST_MONTHS else 1)

    def in_words(self, with_year: bool = True) -> str:
        """As a British reader would write it, without the qualifier."""
        year = "" if self.year is None or not with_year else f"{self.year}"
        if self.part is None:
            return year
        if self.part in QUARTERS:
            return f"{QUARTERS[self.part]} quarter of {year}" if year else QUARTERS[self.part]
        if self.part == WINTER and self.year is not None:
            year = f"{self.year}–{self.year + 1}"
        name = SEASONS.get(self.part) or MONTHS[self.part - 1]
        return " ".join(filter(None, [str(self.day or ""), name, year]))


@dataclass(frozen=True)
class Edtf:
    """A date as it is known. `str()` is its canonical form, which parses to an equal value."""

    form: Form
    start: Point | None
    end: Point | None

    def __post_init__(self) -> None:
        if why := _why_unfit(self):
            raise DateRefused(self, why)

    def __str__(self) -> str:
        if self.form is Form.POINT:
            return str(self.start)
        if self.form is Form.INTERVAL:
            return f"{self.start}/{self.end or '..'}"
        return f"[{self.start or ''}..{self.end or ''}]"

    @classmethod
    def parse(cls, text: str) -> "Edtf":
        """The date that is written so. Raises DateRefused."""
        if not text:
            raise DateRefused(text, "nothing is written")
        if text.startswith("[") and text.endswith("]"):
            return cls._parse_moment(text)
        first, slash, last = text.partition("/")
        if not slash:
            return cls.at(_point(text, text))
        if first == "..":
            raise DateRefused(text, f"an interval needs its first day; write [..{last}] for “by {last}”")
        return cls.interval(_point(first, text), None if last == ".." else _point(last, text))

    @classmethod
    def _parse_moment(cls, text: str) -> "Edtf":
        first, dots, last = text[1:-1].partition("..")
        if not dots:
            raise DateRefused(text, "between square brackets stand two ends with .. between them")
        return cls.moment_within(_point(first, text) if first else None, _point(last, text) if last else None)

    @classmethod
    def day(cls, day: date) -> "Edtf":
        """That day."""
        return cls.at(Point.on(day))

    @classmethod
    def at(cls, point: Point) -> "Edtf":
        """A year, a part of it or a day."""
        return cls(Form.POINT, point, point)

    @classmethod
    def interval(cls, start: Point | date, end: Point | date | None) -> "Edtf":
        """Lasting from the start throughout to the end; without an end it goes on."""
        return cls(Form.INTERVAL, _as_point(start), _as_point(end))

    @classmethod
    def moment_within(cls, start: Point | date | None, end: Point | date | None) -> "Edtf":
        """One moment, not before the start and not after the end."""
        return cls(Form.MOMENT, _as_point(start), _as_point(end))

    @property
    def lower(self) -> date | None:
        """The first possible day; none where the date is open at that side or its year unknown."""
        return self.start.lower if self.start else None

    @property
    def upper(self) -> date | None:
        """The last possible day; none where the date is open at that side or its year unknown."""
        return self.end.upper if self.end else None

    @property
    def year_known(self) -> bool:
        """Whether the date can be placed in time at all."""
        return all(point.year is not None for point in (self.start, self.end) if point)

    def overlaps(self, other: "Edtf") -> bool:
        """Whether both can be true of one day (`match=possible`); never, if one has no bounds."""
        return self.year_known and other.year_known and _not_after(self, other) and _not_after(other, self)

    def inside(self, other: "Edtf") -> bool:
        """Whether every day of this one lies in the other (`match=certain`); never, if one has no bounds."""
        if not (self.year_known and other.year_known):
            return False
        begins_inside = other.lower is None or (self.lower is not None and self.lower >= other.lower)
        return begins_inside and (other.upper is None or (self.upper is not None and self.upper <= other.upper))

    def in_words(self) -> str:
        """For readers, in British form."""
        return _in_words(self) if self.year_known else f"{_in_words(self)}, year not known"


@lru_cache(maxsize=8192)
def canonical(text: str) -> str:
    """The one form in which a date in EDTF is stored; empty stays empty. Raises DateRefused."""
    return str(Edtf.parse(text)) if text else ""


@lru_cache(maxsize=8192)
def bounds(text: str) -> tuple[date | None, date | None]:
    """The two bounds of a date in EDTF; of an empty one, none. Raises DateRefused."""
    if not text:
        return None, None
    value = Edtf.parse(text)
    return value.lower, value.upper


def year_of(volume: int, first_year: int | None) -> str:
    """The year of a volume where volume 1 appeared in `first_year`, in EDTF; empty where nothing tells it."""
    year = (first_year or 0) + volume - 1
    return f"{year:04}" if first_year and volume > 0 and 1 <= year <= date.max.year else ""


def _point(text: str, whole: str) -> Point:
    if "%" in text:
        raise DateRefused(whole, "% (both at once) is not used; write ~ for approximate or ? for uncertain")
    if not (found := POINT.fullmatch(text)):
        subject = "it" if text == whole else _quoted(text)
        raise DateRefused(
            whole, f"{subject} is not a year, season, quarter, month or day" if text else "an end is missing"
        )
    year, part, day, qualifier = found.groups()
    known_year = None if year == "XXXX" else int(year)
    return Point(known_year, int(part) if part else None, int(day) if day else None, qualifier)


def _quoted(text: str) -> str:
    """What was written, made visible where it holds line breaks or worse, and cut where it is long."""
    return f"“{text[:60]}”" if text.isprintable() else ascii(text[:60])


def _why_impossible(point: Point) -> str:
    part, day = point.part, point.day
    if point.year is not None and not 1 <= point.year <= date.max.year:
        return "a year lies between 0001 and 9999"
    if point.year is None and (part is None or day is None):
        return "where the year is unknown, month and day must be given"
    if part is not None and not 1 <= part <= 12 and part not in FIRST_MONTHS:
        return f"{part:02} is neither a month nor a season (21 to 24) nor a quarter (33 to 36)"
    if day is not None and (part is None or part in FIRST_MONTHS):
        return "a day needs a month"
    if day is not None and part is not None and not 1 <= day <= monthrange(point.year or LEAP_YEAR, part)[1]:
        return f"{MONTHS[part - 1]} {point.year or ''}".rstrip() + f" has no day {day}"
    return "" if point.qualifier in ("", "~", "?") else "only ~ and ? may stand at the end"


def _why_unfit(value: Edtf) -> str:
    start, end = value.start, value.end
    if start is None and (end is None or value.form is not Form.MOMENT):
        return "at least the first end must be given" if value.form is not Form.MOMENT else "both ends are missing"
    if value.form is Form.POINT and start != end:
        return "a point has one end"
    if start and end and (start.year is None) != (end.year is None):
        return "either both ends have a year or none"
    if start and end and start.lower and end.upper and start.lower > end.upper:
        return f"{end} lies before {start}"
    return ""


def _as_point(end: Point | date | None) -> Point | None:
    return Point.on(end) if isinstance(end, date) else end


def _end_of_month(first_day: date, months: int) -> date:
    later = first_day.month - 1 + months - 1
    year, month = first_day.year + later // 12, later % 12 + 1
    return date(year, month, monthrange(year, month)[1]) if year <= date.max.year else date.max


def _not_after(one: Edtf, other: Edtf) -> bool:
    return one.lower is None or other.upper is None or one.lower <= other.upper


def _in_words(value: Edtf) -> str:
    start, end = value.start, value.end
    if start and end:
        return _alone(start) if start == end else _pair(value.form, start, end)
    if start:
        return f"from {_qualified(start)}" if value.form is Form.INTERVAL else f"{_qualified(start)} or later"
    return f"by {_qualified(end)}" if end else ""


def _alone(point: Point) -> str:
    return f"{point.in_words()}, uncertain" if point.qualifier == "?" else _qualified(point)


def _qualified(point: Point) -> str:
    words = point.in_words()
    return {"~": f"about {words}", "?": f"{words} (uncertain)"}.get(point.qualifier, words)


def _pair(form: Form, start: Point, end: Point) -> str:
    first, last = _shortened(start, end), _qualified(end)
    return f"{first} to {last}" if form is Form.INTERVAL else f"between {first} and {last}"


def _shortened(start: Point, end: Point) -> str:
    """The first of two ends without what the second says again: "28" of "28 to 30 May 1999"."""
    same_kind = start.day is not None if end.day is not None else _kind(start) == _kind(end)
    if start.qualifier or end.qualifier or start.year != end.year or not same_kind or WINTER in (start.part, end.part):
        return _qualified(start)
    return str(start.day) if start.day and start.part == end.part else start.in_words(with_year=False)


def _kind(point: Point) -> str:
    if point.day or not point.part:
        return "day" if point.day else "year"
    return "season" if point.part in SEASONS else "quarter" if point.part in QUARTERS else "month"
