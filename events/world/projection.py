"""Where a place lies on the map: the Equal Earth projection, in which equal areas look equal."""

from math import asin, cos, radians, sin, sqrt

WIDTH = 2000.0  # of the whole world, in the units of the drawing
NORTH, SOUTH = 84.0, -58.0  # what lies beyond is not drawn
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
HALF = sqrt(3) / 2

Point = tuple[float, float]


def project(longitude: float, latitude: float) -> Point:
    """Degrees east and north to x from the left and y from the top."""
    x, y = _equal_earth(longitude, latitude)
    return (x - _LEFT) * _SCALE, (_TOP - y) * _SCALE


def is_drawn(latitude: float) -> bool:
    return SOUTH <= latitude <= NORTH


def _equal_earth(longitude: float, latitude: float) -> Point:
    t = asin(HALF * sin(radians(latitude)))
    t2 = t * t
    t6 = t2 * t2 * t2
    x = radians(longitude) * cos(t) / (HALF * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)))
    return x, t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2))


_LEFT, _ = _equal_earth(-180, 0)
_, _TOP = _equal_earth(0, NORTH)
_SCALE = WIDTH / (-2 * _LEFT)
HEIGHT = project(0, SOUTH)[1]
