"""The date of the issue as the fixed point of relative words, and the dates that follow from it.

A year is printed or follows from the issue's date. Where neither tells it, or two answers are near each other, there
is no value: a wrong year is worse than none.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from articles.citations.day_words import CitedDays
from articles.citations.implied_year import edtf_of
from articles.dates import DateRefused, Edtf, bounds

# How far a day without a year may lie from the issue, by whether the verb looks that way, says nothing, or the other.
BEHIND = {False: 182, None: 150, True: 92}
AHEAD = {True: 182, None: 45, False: 31}
CLEARLY_NEAR_MONTHS = 2
WINTER = 24
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": WINTER}
SEASON_MONTHS = {21: 3, 22: 6, 23: 9}


@dataclass(frozen=True, slots=True)
class IssueDay:
    """The day of an issue, or its year alone, or nothing."""

    day: date | None = None
    year: int | None = None

    @classmethod
    def of(cls, issued: str) -> "IssueDay":
        """From the EDTF of an issue; an uncertain date is no fixed point."""
        if not issued or set(issued) & set("~?"):
            return cls()
        try:
            lower, upper = bounds(issued)
        except DateRefused:
            return cls()
        if lower is None or upper is None or lower.year != upper.year:
            return cls()
        return cls(lower if lower == upper else None, lower.year)

    def days(self, days: CitedDays, issued: str, ahead: bool | None) -> str:
        """Printed days in running text: near the issue as in a citation, also ahead of it."""
        if days.first_year or days.last_year or not self.year:
            return edtf_of(days, issued)
        if self.day is None:
            return edtf_of(days, issued) or edtf_of(days)
        return self._near(days, ahead) or edtf_of(days)

    def _near(self, days: CitedDays, ahead: bool | None) -> str:
        assert self.day is not None
        for year in (self.day.year, self.day.year - 1, self.day.year + 1):
            turn = 1 if days.first > days.last else 0
            try:
                first, last = date(year, *days.first), date(year + turn, *days.last)
            except ValueError:
                continue
            distance = (first - self.day).days
            near = distance <= AHEAD[ahead] if distance > 0 else -distance <= BEHIND[ahead]
            told = distance <= 0 or bool(ahead) or first.year == self.day.year  # next year's day only where a verb says
            if near and told and (last - first).days < 200:
                return str(Edtf.day(first) if first == last else Edtf.interval(first, last))
        return ""

    def month(self, month: int, ahead: bool | None, certain: bool = False) -> str:
        """A month without a year: the nearest, if the verb agrees; `certain` trusts the verb alone."""
        if self.year is None or (self.day is None and month in (1, 12)):
            return ""
        if self.day is None:
            return f"{self.year}-{month:02}"
        distance = (month - self.day.month + 5) % 12 - 5  # -5 to 6
        if certain and ahead is not None:
            distance = (month - self.day.month) % 12 if ahead else -((self.day.month - month) % 12)
        elif abs(distance) > 5 or (ahead is None and not -4 <= distance <= 2) or _contradicts(distance, ahead):
            return ""
        if distance > 0 and not ahead and month < self.day.month:
            return ""  # a month of next year, and no verb says so
        number = self.day.year * 12 + self.day.month - 1 + distance
        return f"{number // 12}-{number % 12 + 1:02}"

    def season(self, name: str, ahead: bool | None) -> str:
        """A season without a year, as a month in its middle would be read; a winter has two years and gets none."""
        season = SEASONS[name]
        if self.year is None or season == WINTER:
            return ""
        month = self.month(SEASON_MONTHS[season] + 1, ahead, certain=bool(ahead))
        return f"{month[:4]}-{season}" if month else ""

    def weekday(self, weekday: int, ahead: bool | None, sure: bool = True) -> date | None:
        """The last such day before the issue, or the next after it; at New Year only where the verb tells which."""
        if self.day is None:
            return None
        later = self.day + timedelta(days=(weekday - self.day.weekday() - 1) % 7 + 1)
        earlier = self.day - timedelta(days=(self.day.weekday() - weekday - 1) % 7 + 1)
        if (ahead is None or not sure) and later.year != earlier.year:
            return None
        return later if ahead else earlier

    def shifted(self, days: int) -> str:
        """That many days after the issue."""
        return str(Edtf.day(self.day + timedelta(days=days))) if self.day else ""

    def week(self, shift: int) -> str:
        """Monday to Sunday of the week so many weeks after that of the issue."""
        if self.day is None:
            return ""
        monday = self.day + timedelta(days=7 * shift - self.day.weekday())
        return str(Edtf.interval(monday, monday + timedelta(days=6)))

    def weekend(self, shift: int) -> str:
        """Saturday and Sunday: of shift 0 the last before the issue."""
        if self.day is None:
            return ""
        saturday = self.day - timedelta(days=(self.day.weekday() + 1) % 7 + 1) + timedelta(days=7 * shift)
        if saturday + timedelta(days=1) >= self.day and shift == 0:
            saturday -= timedelta(days=7)
        return str(Edtf.interval(saturday, saturday + timedelta(days=1)))

    def this_month(self, shift: int) -> str:
        """The month so many months after that of the issue."""
        if self.day is None:
            return ""
        number = self.day.year * 12 + self.day.month - 1 + shift
        return f"{number // 12:04}-{number % 12 + 1:02}"

    def this_year(self, shift: int) -> str:
        """The year so many years after that of the issue."""
        return f"{self.year + shift:04}" if self.year else ""


def last_day(edtf: str) -> date | None:
    """The upper bound of a date; none where it has none."""
    return bounds(edtf)[1] if edtf else None


def first_day(edtf: str) -> date | None:
    """The lower bound of a date; none where it has none."""
    return bounds(edtf)[0] if edtf else None


def _contradicts(distance: int, ahead: bool | None) -> bool:
    if abs(distance) <= CLEARLY_NEAR_MONTHS and not (distance > 0 and ahead is False):
        return False
    return ahead is not None and (distance < 0 if ahead else distance > 0)
