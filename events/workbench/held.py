"""The offices that persons held on the day of an event, for any number of persons and days in one statement."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from events.models import Affiliation
from events.pages.offices import office_said


class HeldOffices:
    """What is known of these persons' offices, hidden rows too: for people who work here."""

    def __init__(self, persons: Iterable[int]) -> None:
        self._affiliations: dict[int, list[Affiliation]] = defaultdict(list)
        known = set(persons)
        held = Affiliation.objects.filter(person__in=known).select_related("organisation") if known else ()
        for affiliation in sorted(held, key=_in_time):
            self._affiliations[affiliation.person_id].append(affiliation)

    def on(self, person: int, lower: date | None, upper: date | None) -> str:
        """`Foreign Minister of Japan`, several parted by commas; nothing where the day is not known."""
        if lower is None and upper is None:
            return ""
        held = [one for one in self._affiliations[person] if _may_hold(one, lower, upper)]
        return ", ".join(office_said(one) for one in held)


def _in_time(held: Affiliation) -> tuple[bool, date, int]:
    """The earlier begun first, as the database sorts; those of unknown beginning last."""
    return held.start_lower is None, held.start_lower or date.max, held.pk


def _may_hold(held: Affiliation, lower: date | None, upper: date | None) -> bool:
    """Whether it may have been held at some time between two days; an open end holds on."""
    begins = upper is None or held.start_lower is None or held.start_lower <= upper
    ends = lower is None or held.end_upper is None or held.end_upper >= lower
    return begins and ends
