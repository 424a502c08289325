"""When a happening took place: the words of a digest and the date that they mean."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from articles.dates import MONTHS

LONG_AGO = 150  # days after which a digest prints the year


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as EDTF, how prose says it, and the preposition before it; empty where nothing is said."""

    edtf: str = ""
    words: str = ""
    before: str = "on "


UNSAID = Moment()


def moment(day: date, issued: date, random: Random, *, ahead: bool, year_is_known: bool) -> Moment:
    """What an issue of that day says of a happening of `day`; without a known year the year is printed or missing."""
    choice = random.random()
    if choice < 0.08:
        return UNSAID
    if choice < 0.16:
        return Moment(f"{day:%Y-%m}", f"{MONTHS[day.month - 1]} {day.year}", "in ")
    if ahead and choice < 0.3:
        return Moment(f"[..{day}]", f"{in_words(day)}, {day.year}", "by ")
    if abs((issued - day).days) > LONG_AGO or (not year_is_known and random.random() < 0.5):
        return Moment(day.isoformat(), f"{in_words(day)}, {day.year}")
    last = day + timedelta(days=random.randrange(1, 4)) if choice < 0.42 else day
    return Moment(_edtf(day, last, year_is_known), run_in_words(day, last))


def another(day: date, said: Moment, issued: date, *, year_is_known: bool) -> Moment:
    """The same happening put on another day, which only a full date can contradict."""
    other = day + timedelta(days=11)
    printed = in_words(other) if abs((issued - other).days) <= LONG_AGO else f"{in_words(other)}, {other.year}"
    return Moment(_edtf(other, other, year_is_known or "," in printed), printed) if said.edtf else said


def in_words(day: date) -> str:
    """`May 28`."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def run_in_words(first: date, last: date) -> str:
    """`May 28`, `May 28-30`, `May 30-June 2`."""
    if first == last:
        return in_words(first)
    return f"{in_words(first)}-{last.day if first.month == last.month else in_words(last)}"


def _edtf(first: date, last: date, year_is_known: bool) -> str:
    ends = [day.isoformat() if year_is_known else f"XXXX-{day:%m-%d}" for day in (first, last)]
    return ends[0] if first == last else "/".join(ends)
