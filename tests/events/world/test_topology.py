"""From arcs on a grid to paths: shared arcs are borders, rings are cut at the antimeridian."""

import re

import pytest
from django.core.management import CommandError, call_command

from events.world import outline
from events.world.projection import HEIGHT, WIDTH
from events.world.topology import drawn

GRID = {"scale": [1, 1], "translate": [-180, -90]}
SQUARE = [[190, 100], [10, 0], [0, 10], [-10, 0], [0, -10]]  # 10-20 degrees east and north


def topology(arcs, land, countries=()):
    return {
        "transform": GRID,
        "arcs": arcs,
        "objects": {
            "land": {"geometries": [{"type": "MultiPolygon", "arcs": land}]},
            "countries": {"geometries": [{"type": "Polygon", "arcs": one} for one in countries]},
        },
    }


def points(path):
    """Every corner of a path in units of the drawing."""
    found = []
    for piece in filter(None, re.split("[Mz]", path)):
        start, steps = piece.split("l")
        x, y = map(int, start.split())
        found.append((x, y))
        numbers = list(map(int, re.findall(r"-?\d+", steps)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((x, y))
    return found


def test_land_is_a_closed_path_of_its_corners():
    land, borders = drawn(topology([SQUARE], [[[0]]]))

    assert land.count("M") == land.count("z") == 1
    assert len(set(points(land))) == 4
    assert borders == ""


def test_what_two_countries_share_is_a_border_and_drawn_once():
    shared = [[195, 100], [0, 10]]
    left, right = [[195, 110], [-5, 0], [0, -10], [5, 0]], [[195, 100], [5, 0], [0, 10], [-5, 0]]

    land, borders = drawn(topology([shared, left, right], [[[1, 2]]], [[[0, 1]], [[~0, 2]]]))

    assert borders.count("M") == 1
    assert "z" not in borders
    assert len(points(borders)) == 2
    assert land.count("M") == 1


def test_a_ring_over_the_antimeridian_is_cut_in_two():
    leaping = [[350, 100], [-340, 0], [0, 10], [340, 0], [0, -10]]  # from 170 east to 170 west

    land, _ = drawn(topology([leaping], [[[0]]]))

    xs = [x for x, _ in points(land)]
    assert land.count("M") == 2
    assert max(x for x in xs if x < WIDTH / 2) < 130 and min(x for x in xs if x > WIDTH / 2) > WIDTH - 130


def test_the_far_south_and_specks_are_left_out():
    south, speck = [[190, 10], [10, 0], [0, 5], [-10, 0], [0, -5]], [[0, 100], [0, 0], [0, 0], [0, 0]]

    assert drawn(topology([south, speck], [[[0]], [[1]]])).land == ""


def test_the_outline_in_place_lies_on_the_map_and_is_small():
    land, borders = outline()

    for x, y in points(land) + points(borders):
        assert -1 <= x <= WIDTH + 1
        assert -30 <= y <= HEIGHT + 30
    assert 5_000 < len(land) + len(borders) < 25_000
    assert land.count("z") > 60


def test_a_file_that_is_no_topology_is_refused(tmp_path):
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")

    with pytest.raises(CommandError, match="is no TopoJSON file"):
        call_command("draw_world", str(tmp_path / "x.json"), "--to", str(tmp_path / "out.json"))

    assert not (tmp_path / "out.json").exists()
