"""Dates of undated issues, worked out from the dated ones around them: a pure rule over numbers and days.

A digest appears at most once a working day and in the order of its numbers. So an issue lies between its dated
neighbours, as many working days from each as there are numbers between them; where the working days are as many as the
numbers, its day is certain. Days that cross references name fill a gap as well, if they are as many as its issues.
Evidence that contradicts itself gives no date, and says why.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """An issue of one volume; `day` where it is printed, `year` where that much is known."""

    number: int
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DerivedDate:
    """What follows for one issue: EDTF and the basis in words; or no date, and why there is a contradiction."""

    number: int
    edtf: str
    basis: str

    @property
    def is_conflict(self) -> bool:
        return not self.edtf


def derive(
    issues: Iterable[KnownIssue], referred: Iterable[date] = (), stated: Mapping[int, set[date]] | None = None
) -> list[DerivedDate]:
    """The dates of the undated issues of a volume.

    `referred` are days of issues that cross references name, `stated` the days that they give for a number.
    """
    ordered = sorted(issues, key=lambda issue: issue.number)
    anchors = [issue for issue in ordered if issue.day is not None]
    numbers, days = [anchor.number for anchor in anchors], sorted(set(referred))
    found = []
    for issue in ordered:
        if issue.day is None:
            place = bisect_left(numbers, issue.number)
            before = anchors[place - 1] if place else None
            after = anchors[place] if place < len(anchors) else None
            found.append(_derived(issue, _Gap(issue, before, after), days, (stated or {}).get(issue.number, set())))
    return [one for one in found if one is not None]


@dataclass(frozen=True, slots=True)
class _Gap:
    """An undated issue between its dated neighbours."""

    issue: KnownIssue
    before: KnownIssue | None
    after: KnownIssue | None

    @property
    def steps(self) -> int:
        return self.after.number - self.before.number if self.before and self.after else 0

    @property
    def working_days(self) -> int:
        if not (self.before and self.before.day and self.after and self.after.day):
            return 0
        return _count(self.before.day, self.after.day)

    def contradiction(self) -> str:
        """Why the neighbours cannot both be right; empty where they can."""
        if self.steps and self.working_days < self.steps:
            return (
                f"numbers {self.before.number} and {self.after.number} are {self.steps} issues apart, "  # type: ignore[union-attr]
                f"their dates {self.working_days} working days"
            )
        return ""

    def bounds(self) -> tuple[date | None, date | None]:
        """The first and the last day that are possible."""
        number, year = self.issue.number, self.issue.year
        lower = _shifted(self.before.day, number - self.before.number) if self.before and self.before.day else None
        upper = _shifted(self.after.day, number - self.after.number) if self.after and self.after.day else None
        if year is not None:
            lower = max(lower or date.min, date(year, 1, 1))
            upper = min(upper or date.max, date(year, 12, 31))
        return lower, upper


def _derived(issue: KnownIssue, gap: _Gap, referred: list[date], stated: set[date]) -> DerivedDate | None:
    contradiction = gap.contradiction()
    if contradiction:
        return DerivedDate(issue.number, "", contradiction)
    if gap.before is None and gap.after is None and not stated:
        return None
    lower, upper = gap.bounds()
    if lower is not None and upper is not None and lower > upper:
        return DerivedDate(issue.number, "", f"its neighbours leave no day for it in {issue.year or 'any year'}")
    if stated:
        return _as_stated(issue, stated, lower, upper)
    if lower is None or upper is None:
        return None
    return _between(issue, gap, referred, lower, upper)


def _as_stated(issue: KnownIssue, stated: set[date], lower: date | None, upper: date | None) -> DerivedDate:
    words = " and ".join(day.isoformat() for day in sorted(stated))
    if len(stated) > 1:
        return DerivedDate(issue.number, "", f"cross references date it {words}")
    (day,) = stated
    if (lower and day < lower) or (upper and day > upper):
        return DerivedDate(issue.number, "", f"a cross reference dates it {words}, which its neighbours exclude")
    return DerivedDate(issue.number, day.isoformat(), "a cross reference names its number and day")


def _between(issue: KnownIssue, gap: _Gap, referred: list[date], lower: date, upper: date) -> DerivedDate:
    inside = _inside(gap, referred)
    if gap.steps and gap.working_days == gap.steps:
        odd = [day for day in inside if day.weekday() >= _SATURDAY]
        if odd:
            told = f"every working day has its issue, and a cross reference names one of {odd[0].isoformat()}"
            return DerivedDate(issue.number, "", told)
        return DerivedDate(issue.number, lower.isoformat(), f"one issue each working day {_from_to(gap)}")
    if gap.before and gap.steps and len(inside) == gap.steps - 1:
        day = inside[issue.number - gap.before.number - 1]
        if not lower <= day <= upper:
            told = f"cross references would date it {day.isoformat()}, which its neighbours exclude"
            return DerivedDate(issue.number, "", told)
        return DerivedDate(issue.number, day.isoformat(), f"cross references name all days {_from_to(gap)}")
    if lower == upper:
        return DerivedDate(issue.number, lower.isoformat(), f"the only working day that is left {_from_to(gap)}")
    return DerivedDate(issue.number, f"[{lower.isoformat()}..{upper.isoformat()}]", f"in print {_from_to(gap)}")


def _inside(gap: _Gap, referred: list[date]) -> list[date]:
    if not (gap.before and gap.before.day and gap.after and gap.after.day):
        return []
    return [day for day in referred if gap.before.day < day < gap.after.day]


def _from_to(gap: _Gap) -> str:
    ends = [f"no. {end.number} of {end.day}" for end in (gap.before, gap.after) if end]
    if len(ends) == 2:
        return f"between {ends[0]} and {ends[1]}"
    return f"after {ends[0]}, within its year" if gap.before else f"before {ends[0]}, within its year"


def _count(first: date, last: date) -> int:
    """Working days after the first up to and with the last."""
    return sum(1 for n in range(1, (last - first).days + 1) if (first + timedelta(n)).weekday() < _SATURDAY)


def _shifted(day: date, steps: int) -> date:
    """That many working days later, or earlier."""
    step = timedelta(1 if steps > 0 else -1)
    for _ in range(abs(steps)):
        day += step
        while day.weekday() >= _SATURDAY:
            day += step
    return day
