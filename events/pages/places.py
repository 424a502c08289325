"""How many of some events were at each place, and at each with all that lies in it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, QuerySet

from events.models import Event, Place, Report


class Known(NamedTuple):
    """What the map needs to know of a place."""

    id: int
    slug: str
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    ancestors: Sequence[int]


@dataclass(frozen=True)
class CountedAt:
    """By place: events just there, and those that the filter `place` finds; `nowhere` have no place."""

    places: Mapping[int, Known]
    here: Counter[int]
    within: Counter[int]
    nowhere: int


def counted_at(events: QuerySet[Event]) -> CountedAt:
    """Three statements, however many events there are."""
    here = Counter(dict(events.order_by().values_list("place").annotate(n=Count("*"))))
    nowhere = here.pop(None, 0)
    places = {known.id: known for known in known_places()}
    within = with_all_inside(here, places) + claimed_besides(events, places)
    return CountedAt(places, here, within, nowhere)


def most_within(events: QuerySet[Event], most: int) -> list[tuple[Known, int]]:
    """The places at which, or in which, the most events were."""
    at = counted_at(events)
    found = [(at.places[key], n) for key, n in at.within.items()]
    return sorted(found, key=lambda pair: (-pair[1], pair[0].name))[:most]


def known_places() -> Iterable[Known]:
    """Those that stand for themselves; which of them are public follows from the events counted at them."""
    rows = Place.objects.filter(merged_into__isnull=True).order_by()
    return map(Known._make, rows.values_list(*Known._fields))


def with_all_inside(here: Mapping[int, int], places: Mapping[int, Known]) -> Counter[int]:
    """For each place its events and those of all places in it."""
    within: Counter[int] = Counter()
    for key, n in here.items():
        for place in chain_of(key, places):
            within[place] += n
    return within


def chain_of(key: int | None, places: Mapping[int, Known]) -> set[int]:
    """A place and all in which it lies."""
    return {key, *places[key].ancestors} if key in places else set()


def claimed_besides(events: QuerySet[Event], places: Mapping[int, Known]) -> Counter[int]:
    """Events that only a report puts at a place, since the filter `place` finds those, too."""
    claims = Report.objects.public().filter(claimed_place__isnull=False, event__in=events).order_by()
    reached: dict[int, set[int]] = {}
    for event, own, claimed in claims.values_list("event", "event__place", "claimed_place"):
        reached.setdefault(event, set()).update(chain_of(claimed, places) - chain_of(own, places))
    return Counter(place for chain in reached.values() for place in chain)
