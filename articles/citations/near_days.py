"""Days named by their nearness to the issue: `yesterday`, `today`, a weekday.

Only a source beside them makes them cited. They have a date where the issue has a full one: a weekday is the last
before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = "|".join((*(day.capitalize() for day in _WEEKDAYS), "Yesterday", "yesterday", "Today", "today"))
_NEAR = re.compile(rf"(?:{_NAMES})(?!\w)")  # letters first: the search skips to them, as it does to no boundary
_INSIDE_A_WORD = re.compile(r"(?<=\w)")


@dataclass(frozen=True, slots=True)
class NearDay:
    """Such a day where it stands."""

    start: int
    end: int
    words: str


def find_near_days(text: str, printed: Sequence[int]) -> Iterator[NearDay]:
    """Every such word in order, but for a weekday that belongs to a printed day (which start at `printed`)."""
    taken = set(printed)
    for found in _NEAR.finditer(text):
        if _INSIDE_A_WORD.match(text, found.start()):
            continue
        gap = re.match(r",?\s", text[found.end() : found.end() + 2])
        if not gap or found.end() + gap.end() not in taken:
            yield NearDay(*found.span(), found[0])


def is_near_day(words: str) -> bool:
    """Whether these words are such a day and nothing else."""
    return _NEAR.fullmatch(words) is not None


def date_of_near_day(words: str, issue: date) -> date:
    """The day meant in an issue of that day."""
    key = words.casefold()
    if key not in _WEEKDAYS:
        return issue - timedelta(days=1 if key == "yesterday" else 0)
    return issue - timedelta(days=(issue.weekday() - _WEEKDAYS.index(key) - 1) % 7 + 1)
