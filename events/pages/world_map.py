"""Where events were: a point a place on the outline of the world, and the same counts as rows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, QuerySet
from django.http import QueryDict
from django.urls import reverse

from articles.exports.addresses import address
from articles.filters import filtered
from events.filters import EventFilters
from events.models import Event, Place, PlaceKind, Report
from events.world import Outline, outline
from events.world.projection import HEIGHT, WIDTH, is_drawn, project

WIDE = {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.ADMIN1}  # a point stands for an area
LARGEST, SMALLEST = 26.0, 3.5  # radius of a point, for a map of the whole world
ROUND = 60.0  # units kept free around the points
NARROWEST = WIDTH / 3.2  # of what is shown
MOST_ROWS = 50
MOST_POINTS = 140


class Spot(NamedTuple):
    """A place with the events that are placed there, and those of all that lies in it as well."""

    name: str
    href: str
    kind: str
    here: int
    within: int
    events_href: str
    x: str
    y: str
    radius: str
    is_area: bool
    is_drawn: bool


@dataclass(frozen=True)
class WorldMap:
    """The places with most events, as points (the largest first, so that none hides another) and as rows."""

    outline: Outline
    box: str
    points: Sequence[Spot]
    rows: Sequence[Spot]
    more_rows: int
    not_drawn: int
    without_place: int

    @property
    def shown(self) -> int:
        return sum(spot.here for spot in self.points)


class Known(NamedTuple):
    """What the map needs to know of a place."""

    id: int
    slug: str
    name: str
    kind: str
    latitude: float | None
    longitude: float | None
    ancestors: Sequence[int]


def map_of(query: QueryDict) -> WorldMap:
    """The map of the events that `query` asks for. Raises ParametersRefused."""
    events = filtered(query, Event.objects.shown(), EventFilters)
    here: Counter[int | None] = Counter(dict(events.order_by().values_list("place").annotate(n=Count("*"))))
    without = here.pop(None, 0)
    places = {known.id: known for known in known_places()}
    within = with_all_inside(here, places) + claimed_besides(events, places)
    spots = [spot(places[key], here[key], within[key], query) for key in within if key in places]
    spots.sort(key=lambda spot: (-spot.here, -spot.within, spot.name))
    points = [spot for spot in spots if spot.is_drawn and spot.here][:MOST_POINTS]
    box = fitted(points)
    rows = [spot for spot in spots if spot.here]
    return WorldMap(
        outline=outline(),
        box=" ".join(f"{number:.0f}" for number in box),
        points=[sized(point, points[0].here, box[2]) for point in points],
        rows=rows[:MOST_ROWS],
        more_rows=max(0, len(rows) - MOST_ROWS),
        not_drawn=sum(spot.here for spot in rows if not spot.is_drawn),
        without_place=without,
    )


def known_places() -> Iterable[Known]:
    """Those that stand for themselves; which of them are public follows from the events counted at them."""
    rows = Place.objects.filter(merged_into__isnull=True).order_by()
    return map(Known._make, rows.values_list(*Known._fields))


def with_all_inside(here: Mapping[int | None, int], places: Mapping[int, Known]) -> Counter[int]:
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


def spot(known: Known, here: int, within: int, query: QueryDict) -> Spot:
    drawn = known.latitude is not None and is_drawn(float(known.latitude))
    x, y = project(float(known.longitude or 0), float(known.latitude or 0)) if drawn else (0.0, 0.0)
    return Spot(
        name=known.name,
        href=address("", "place", slug=known.slug),
        kind=str(PlaceKind(known.kind).label),
        here=here,
        within=within,
        events_href=events_at(known.slug, query),
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        radius="",
        is_area=known.kind in WIDE,
        is_drawn=drawn,
    )


def events_at(slug: str, query: QueryDict) -> str:
    """The list of the events counted here: what was asked for, at this place and all that lies in it."""
    asked = query.copy()
    asked["place"] = slug
    return f"{reverse('events')}?{asked.urlencode()}"


def fitted(points: Iterable[Spot]) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the points need; the whole world where there are none."""
    xs, ys = [float(point.x) for point in points], [float(point.y) for point in points]
    if not xs:
        return 0.0, 0.0, WIDTH, HEIGHT
    ratio = WIDTH / HEIGHT
    width = max(max(xs) - min(xs) + 2 * ROUND, (max(ys) - min(ys) + 2 * ROUND) * ratio, NARROWEST)
    width = min(width, WIDTH)
    height = width / ratio
    return placed(min(xs), max(xs), width, WIDTH), placed(min(ys), max(ys), height, HEIGHT), width, height


def placed(least: float, most: float, size: float, whole: float) -> float:
    """Where a window of that size begins so that what it shows stands in its middle, and all of it on the map."""
    return min(max((least + most - size) / 2, 0.0), whole - size)


def sized(point: Spot, most: int, width: float) -> Spot:
    """The area of a point grows with its events."""
    scale = width / WIDTH
    radius = max(LARGEST * (point.here / most) ** 0.5, SMALLEST) * scale
    return point._replace(radius=f"{radius:.1f}")
