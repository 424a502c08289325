"""The office an actor held on the day of an event, as the affiliations tell it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from events.models import Affiliation


def offices_on(lower: date | None, upper: date | None, persons: Iterable[int]) -> dict[int, str]:
    """For each person the offices that may have been held between two days; nothing for an undated event."""
    if lower is None and upper is None:
        return {}
    held: dict[int, list[str]] = defaultdict(list)
    affiliations = Affiliation.objects.public().filter(person__in=list(persons)).on(lower, upper)
    for affiliation in affiliations.select_related("organisation").order_by("start_lower", "id"):
        held[affiliation.person_id].append(office_said(affiliation))
    return {person: ", ".join(offices) for person, offices in held.items()}


def office_said(affiliation: Affiliation) -> str:
    """`Foreign Minister of Japan`; one without an office is a member."""
    return f"{affiliation.office or 'Member'} of {affiliation.organisation.name}"
