"""What an event shows of its reports: status, conflict, number of sources. The pure rule; `Event.objects` writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from articles.dates import Edtf

SAYS_SO = {"occurred", "ongoing", "alleged"}
AHEAD = {"planned", "proposed"}


@dataclass(frozen=True)
class Testimony:
    """What one public report says of its event, empty claims filled from the event."""

    status: str
    background: bool
    # Day (first of all where unknown), volume, number, order, position; the publication's slug, so that no two tie.
    printed: tuple[date, int, int, int, int, str]
    date: str
    place: frozenset[int]  # the place and all it lies in; empty where none is given
    place_id: int | None
    type: str
    sources: frozenset[int]


@dataclass(frozen=True)
class Derived:
    """The derived columns of an event."""

    status: str = ""
    has_conflict: bool = False
    min_sources: int = 0


def derived(testimonies: Sequence[Testimony]) -> Derived:
    """The columns that follow from an event's public reports; without any: empty, false, 0."""
    if not testimonies:
        return Derived()
    news = [t for t in testimonies if not t.background] or list(testimonies)
    newest = max(news, key=lambda t: t.printed)
    sources = frozenset[int]().union(*(t.sources for t in testimonies))
    conflict = any(contradict(one, other) for one, other in combinations(testimonies, 2))
    return Derived(newest.status, conflict, len(sources))


def contradict(one: Testimony, other: Testimony) -> bool:
    """Whether two reports cannot both be right. That things move on (planned, then held) is no contradiction."""
    return (
        one.type != other.type
        or (is_ahead(one.status) == is_ahead(other.status) and dates_exclude(one.date, other.date))
        or places_exclude(one, other)
        or denies(one.status, other.status)
        or denies(other.status, one.status)
    )


def is_ahead(status: str) -> bool:
    """Whether the happening is still to come: a plan that slips before it comes about is no contradiction."""
    return status in AHEAD


def denies(one: str, other: str) -> bool:
    """Whether `one` says that did not happen which `other` says did."""
    return one == "denied" and other in SAYS_SO


def dates_exclude(one: str, other: str) -> bool:
    """Whether two dates with bounds have no day in common."""
    if not one or not other or one == other:
        return False
    first, second = Edtf.parse(one), Edtf.parse(other)
    bounded = all(d.lower or d.upper for d in (first, second))
    return bounded and not first.overlaps(second)


def places_exclude(one: Testimony, other: Testimony) -> bool:
    """Whether two places are given of which neither contains the other."""
    if one.place_id is None or other.place_id is None:
        return False
    return one.place_id not in other.place and other.place_id not in one.place
