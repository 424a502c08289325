import pytest

from events.world.projection import HEIGHT, WIDTH, is_drawn, project


def test_the_world_fills_the_drawing_from_edge_to_edge():
    assert project(-180, 0)[0] == pytest.approx(0)
    assert project(180, 0)[0] == pytest.approx(WIDTH)
    assert project(0, 84)[1] == pytest.approx(0)
    assert project(0, -58)[1] == pytest.approx(HEIGHT)


def test_equal_areas_stay_equal():
    def area(latitude):
        breadth = project(10.01, latitude)[0] - project(10, latitude)[0]
        return breadth * (project(10, latitude - 0.01)[1] - project(10, latitude + 0.01)[1])

    # On a sphere a square degree at 60 degrees has half the area of one at the equator.
    assert area(60) / area(0) == pytest.approx(0.5, abs=0.002)


def test_what_lies_beyond_the_map_is_not_drawn():
    assert [is_drawn(latitude) for latitude in (90, 84, 0, -58, -77.8)] == [False, True, True, True, False]
