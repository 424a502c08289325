"""What each shape of time expression means: a reader takes the match and the moment, and answers EDTF or nothing.

An empty string says that the words have no value or that nothing tells which year they mean. Words that lean on an
earlier date ask `Moment.before`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from articles.dates import MONTHS, Edtf, Point
from events.suggestions.issue_day import SEASONS, IssueDay, first_day, last_day

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What a reader may ask: the issue's day, where the verb looks, the last day and the last year told before."""

    issue: IssueDay
    ahead: bool | None = None
    before: str = ""
    year_told: int | None = None
    sure: bool = True  # the clause looks one way only


Reader = Callable[[re.Match[str], Moment], str]


def year(found: re.Match[str], moment: Moment) -> str:
    return found["year"]


def decade(found: re.Match[str], moment: Moment) -> str:
    return ""  # "the 1990s" may be any of their years


def month_year(found: re.Match[str], moment: Moment) -> str:
    return f"{found['year']}-{_month_number(found['month']):02}"


def month_alone(found: re.Match[str], moment: Moment) -> str:
    return moment.issue.month(_month_number(found["month"]), moment.ahead)


def named_month(found: re.Match[str], moment: Moment) -> str:
    """ "last May", "next May", "this May", "that May": only where one year can be meant."""
    month, which = _month_number(found["month"]), found["which"].casefold()
    if which == "that":
        return f"{moment.year_told}-{month:02}" if moment.year_told else ""
    if moment.issue.day is None:
        return ""
    year = moment.issue.day.year
    if which == "this":
        return f"{year}-{month:02}"
    if which == "last":
        return f"{year - 1}-{month:02}" if month >= moment.issue.day.month else ""
    return f"{year + 1}-{month:02}" if month <= moment.issue.day.month else ""


def part_of_month(found: re.Match[str], moment: Moment) -> str:
    year = found["year"]
    month = f"{year}-{_month_number(found['month']):02}" if year else month_alone(found, moment)
    return _tens(month, found["part"].casefold())


def _tens(month: str, part: str) -> str:
    if not month:
        return ""
    first = {"early": 1, "mid": 11, "late": 21}[part]
    last = f"{first + 9:02}" if first < 21 else f"{_end(month).day}"
    return f"{month}-{first:02}/{month}-{last}"


def week_of_month(found: re.Match[str], moment: Moment) -> str:
    """Its first seven days, its second half; what has no fixed length has no value."""
    month = f"{found['year']}-{_month_number(found['month']):02}" if found["year"] else month_alone(found, moment)
    spans = {("first", "week"): (1, 7), ("second", "week"): (8, 14), ("first", "half"): (1, 15)}
    first, last = spans.get((found["order"], found["unit"]), (0, 0))
    if (found["order"], found["unit"]) == ("second", "half") and month:
        first, last = 16, _end(month).day
    return f"{month}-{first:02}/{month}-{last:02}" if month and first else ""


def part_of_year(found: re.Match[str], moment: Moment) -> str:
    return _third(found["year"], found["part"].casefold())


def part_of_near_year(found: re.Match[str], moment: Moment) -> str:
    """ "late last year", "early next month"."""
    shift, part = _shift(found["which"]), found["part"].casefold()
    if found["unit"] == "year":
        return _third(moment.issue.this_year(shift), part)
    return _tens(moment.issue.this_month(shift), part)


def _third(year: str, part: str) -> str:
    first, last = {"early": ("01", "03"), "mid": ("05", "08"), "late": ("10", "12")}[part]
    return f"[{year}-{first}..{year}-{last}]" if year else ""


def end_of(found: re.Match[str], moment: Moment) -> str:
    """The last day of a year, month or week."""
    whole = named_span(found, moment)
    edge = first_day(whole) if found["edge"] in ("beginning", "start") else last_day(whole)
    if edge is None:
        return ""
    if found["edge"] == "middle":
        return whole
    return str(Edtf.day(edge))


def named_span(found: re.Match[str], moment: Moment) -> str:
    if found["month_year"]:
        return f"{found['month_year']}-{_month_number(found['month']):02}"
    if found["year"]:
        return found["year"]
    if found["month"]:
        return moment.issue.month(_month_number(found["month"]), moment.ahead)
    shift, unit, day = _shift(found["which"]), found["unit"], moment.issue.day
    if unit == "year":
        past = day is not None and day.month <= 2 and not shift and not moment.ahead
        return "" if past else moment.issue.this_year(shift)
    return moment.issue.this_month(shift) if unit == "month" else moment.issue.week(shift)


def earlier_later(found: re.Match[str], moment: Moment) -> str:
    """ "earlier this month": from its start to the issue; "later this year": from the issue to its end."""
    unit, day = found["unit"], moment.issue.day
    if day is None:
        return ""
    whole = {"week": moment.issue.week(0), "month": moment.issue.this_month(0), "year": f"{day.year}"}[unit]
    first, last = first_day(whole), last_day(whole)
    return f"[{first}..{day}]" if found["side"].casefold() == "earlier" else f"[{day}..{last}]"


def quarter(found: re.Match[str], moment: Moment) -> str:
    order = _ORDER[found["order"].casefold()]
    middle = order * 3 - 1 if found["unit"] == "quarter" else (3 if order == 1 else 9)
    year = found["year"] or _year_of_part(found, moment, middle)
    if not year:
        return ""
    if found["unit"] == "quarter":
        return f"{year}-{32 + order}"
    half = 1 if order == 1 else 2
    return f"{year}-{half * 6 - 5:02}/{year}-{half * 6:02}"


def _year_of_part(found: re.Match[str], moment: Moment, month: int) -> str:
    """The year of a part of "the year": none in an issue from which last year's or next year's may be meant."""
    if found["which"]:
        return moment.issue.this_year(_shift(found["which"]))
    day = moment.issue.day
    far = day is not None and abs(day.month - month) > 6
    early = day is not None and month > day.month and moment.ahead is False
    return "" if far or early else moment.issue.this_year(0)


def first_months(found: re.Match[str], moment: Moment) -> str:
    count = _number(found["count"])
    year = found["year"] or _year_of_part(found, moment, count)
    return f"{year}-01/{year}-{count:02}" if year and 1 <= count <= 12 else ""


def season(found: re.Match[str], moment: Moment) -> str:
    season = SEASONS[found["season"].casefold()]
    if found["year"]:
        return f"{found['year']}-{season}"
    which = (found["which"] or "").casefold()
    if which in ("this", ""):
        return moment.issue.season(found["season"].casefold(), moment.ahead if not which else None)
    return ""


def near(found: re.Match[str], moment: Moment) -> str:
    """ "last week", "this month", "next year"."""
    shift, unit = _shift(found["which"]), found["unit"].casefold()
    if unit == "week":
        return moment.issue.week(shift)
    return moment.issue.this_month(shift) if unit == "month" else moment.issue.this_year(shift)


def weekend(found: re.Match[str], moment: Moment) -> str:
    which = (found["which"] or "").casefold()
    ahead = which in ("next", "coming") or (which in ("", "this") and bool(moment.ahead))
    return moment.issue.weekend(1 if ahead else 0)


def weekday(found: re.Match[str], moment: Moment) -> str:
    which = (found["which"] or "").casefold()
    ahead = {"last": False, "past": False, "next": True, "coming": True}.get(which, moment.ahead)
    named = which in ("last", "past", "next", "coming")
    day = moment.issue.weekday(WEEKDAYS.index(found["weekday"]), ahead, sure=moment.sure or named)
    return day.isoformat() if day else ""


_DAY_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "last night": -1, "last evening": -1}


def day_near(found: re.Match[str], moment: Moment) -> str:
    return moment.issue.shifted(_DAY_SHIFTS.get(" ".join(found[0].casefold().split()), 0))


def day_before_yesterday(found: re.Match[str], moment: Moment) -> str:
    return moment.issue.shifted(-2 if found["side"] == "before" else 2)


def same_day(found: re.Match[str], moment: Moment) -> str:
    shift = {"same": 0, "next": 1, "following": 1, "previous": -1}[found["which"].casefold()]
    if shift == 0:
        return moment.before
    told = last_day(moment.before)
    return str(Edtf.day(told + timedelta(days=shift))) if told else ""


def ago(found: re.Match[str], moment: Moment) -> str:
    count, unit, day = _number(found["count"] or "a"), found["unit"], moment.issue.day
    if day is None or not count:
        return ""
    if unit == "day":
        return moment.issue.shifted(-count)
    if unit == "week":
        return moment.issue.shifted(-7 * count) + "~"
    return (moment.issue.this_month(-count) if unit == "month" else moment.issue.this_year(-count)) + "~"


def recent(found: re.Match[str], moment: Moment) -> str:
    """An approximate interval that ends with the issue."""
    day, unit = moment.issue.day, found["unit"]
    if day is None:
        return ""
    if unit == "months":
        return f"{moment.issue.this_month(-3)}~/{day}"
    span = {"days": 7, "weeks": 28}.get(unit)
    return f"{day - timedelta(days=span)}~/{day}" if span else ""


def recently(found: re.Match[str], moment: Moment) -> str:
    """One moment in the two months before that of the issue."""
    if moment.issue.day is None:
        return ""
    return f"[{moment.issue.this_month(-2)}..{moment.issue.this_month(-1)}]"


def ordinal_day(found: re.Match[str], moment: Moment) -> str:
    """ "the 10th", after a date that tells the month."""
    told = last_day(moment.before)
    try:
        day = date(told.year, told.month, int(found["day"])) if told else None
    except ValueError:
        return ""
    return day.isoformat() if day and told and day >= told else ""


def no_value(found: re.Match[str], moment: Moment) -> str:
    return ""


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    if words in ("a", "an"):
        return 1
    return _NUMBERS.index(words) if words in _NUMBERS else 0


def _month_number(name: str) -> int:
    return MONTHS.index(name) + 1


def _shift(which: str | None) -> int:
    return {"last": -1, "past": -1, "next": 1, "coming": 1}.get((which or "").casefold().split(" ")[-1], 0)


def _end(month: str) -> date:
    end = Point(int(month[:4]), int(month[5:7])).upper
    assert end is not None
    return end
