"""Where events were: a point a place on the outline of the world, and the same counts as rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.http import QueryDict
from django.urls import reverse

from articles.exports.addresses import address
from articles.filters import filtered
from events.filters import EventFilters
from events.models import Event, Place, PlaceKind
from events.pages.places import Known, counted_at
from events.world import Outline, outline
from events.world.projection import HEIGHT, WIDTH, is_drawn, project

WIDE = {PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.ADMIN1}  # a point stands for an area
LARGEST, SMALLEST = 26.0, 3.5  # radius of a point, for a map of the whole world
ROUND = 60.0  # units kept free around the points
NARROWEST = WIDTH / 3.2  # of what is shown
AROUND = 420.0, 280.0  # what is shown around one place
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


def map_of(query: QueryDict) -> WorldMap:
    """The map of the events that `query` asks for. Raises ParametersRefused."""
    events = filtered(query, Event.objects.shown(), EventFilters)
    at = counted_at(events)
    spots = [spot(at.places[key], at.here[key], n, query) for key, n in at.within.items()]
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
        without_place=at.nowhere,
    )


class Dot(NamedTuple):
    """One place on the part of the world around it."""

    outline: Outline
    box: str
    x: str
    y: str


def dot_of(place: Place) -> Dot | None:
    """Where a place lies; None where that is not known, or not on the map."""
    if place.latitude is None or place.longitude is None or not is_drawn(float(place.latitude)):
        return None
    x, y = project(float(place.longitude), float(place.latitude))
    width, height = AROUND
    left, top = placed(x, x, width, WIDTH), placed(y, y, height, HEIGHT)
    return Dot(outline(), f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}", f"{x:.1f}", f"{y:.1f}")


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
