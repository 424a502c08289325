"""TopoJSON to an outline: arcs that countries share are drawn once, rings are cut where they cross the antimeridian."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from events.world import Outline
from events.world.projection import SOUTH, Point, project

TOLERANCE = 1.1  # units of the drawing by which a line may be off
SMALLEST = 6.0  # square units; smaller islands are left out

Line = list[Point]


def drawn(topology: Mapping[str, Any]) -> Outline:
    """The land and its inner borders as paths."""
    arcs = [list(_degrees(arc, topology["transform"])) for arc in topology["arcs"]]
    rings = list(_rings(topology["objects"]["land"]["geometries"]))
    land = (_projected(piece) for ring in rings for piece in _cut(_joined(ring, arcs)))
    used = Counter(_index(arc) for ring in _rings(topology["objects"]["countries"]["geometries"]) for arc in ring)
    borders = (_projected(arcs[arc]) for arc, countries in sorted(used.items()) if countries > 1)
    return Outline(
        land="".join(_path(line, closed=True) for line in map(_thinned_ring, land) if _area(line) >= SMALLEST),
        borders="".join(_path(_thinned(line), closed=False) for line in borders),
    )


def _degrees(arc: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    """The positions of an arc, which is written as steps on a grid."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + left, y * scale_y + bottom


def _rings(geometries: Iterable[Mapping[str, Any]]) -> Iterator[Sequence[int]]:
    for geometry in geometries:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            yield from polygon


def _index(arc: int) -> int:
    """An arc by its number, whichever way it is walked."""
    return ~arc if arc < 0 else arc


def _joined(ring: Sequence[int], arcs: Sequence[Line]) -> Line:
    line: Line = []
    for arc in ring:
        points = arcs[~arc][::-1] if arc < 0 else arcs[arc]
        line += points[1:] if line else points
    return line


def _cut(ring: Line) -> Iterator[Line]:
    """The parts of a ring on this side of the antimeridian and on the other; nothing of the far south."""
    if max(y for _, y in ring) < SOUTH:
        return
    whole = _unwrapped(ring)
    for shift in (-360.0, 0.0, 360.0):
        part = [(x + shift, y) for x, y in whole]
        for limit, side in ((-180.0, 1), (180.0, -1)):
            part = _clipped(part, limit, side)
        if len(part) > 2:
            yield part


def _unwrapped(ring: Line) -> Line:
    """The ring with longitudes that go on beyond 180 instead of leaping to the other side."""
    turned, line = 0.0, [ring[0]]
    for (before, _), (x, y) in itertools.pairwise(ring):
        turned -= 360.0 * round((x - before) / 360.0)
        line.append((x + turned, y))
    return line


def _clipped(ring: Line, limit: float, side: int) -> Line:
    """What of the ring lies on one side of a meridian (Sutherland and Hodgman)."""
    kept: Line = []
    for (x1, y1), (x2, y2) in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside, was_inside = (x2 - limit) * side >= 0, (x1 - limit) * side >= 0
        if inside != was_inside:
            kept.append((limit, y1 + (y2 - y1) * (limit - x1) / (x2 - x1)))
        if inside:
            kept.append((x2, y2))
    return kept


def _projected(line: Iterable[Point]) -> Line:
    return [project(x, y) for x, y in line]


def _thinned_ring(ring: Line) -> Line:
    """A ring is thinned in halves, since its ends are one point."""
    middle = len(ring) // 2
    return _thinned(ring[: middle + 1]) + _thinned(ring[middle:])[1:]


def _thinned(line: Line) -> Line:
    """The line without the points that it does not need (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    far, place = max((_distance(point, line[0], line[-1]), place) for place, point in enumerate(line[1:-1], start=1))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return _thinned(line[: place + 1]) + _thinned(line[place:])[1:]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the stretch between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    square = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square)) if square else 0.0
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def _area(ring: Line) -> float:
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def _path(line: Line, *, closed: bool) -> str:
    """Whole units, each point as the step from the one before."""
    points = [(round(x), round(y)) for x, y in line]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in itertools.pairwise(points)]
    moved = "".join(f"{x}{'' if y < 0 else ' '}{y} " for x, y in steps if x or y).replace(" -", "-").rstrip()
    x, y = points[0]
    return f"M{x} {y}l{moved}{'z' if closed else ''}" if moved else ""
