"""The outline of the world as maps draw it: `outline.json`, made once from public data (see README.md)."""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Outline(NamedTuple):
    """Land and the borders on it, each as the path of an SVG in the units of `projection`."""

    land: str
    borders: str


@cache
def outline() -> Outline:
    return Outline(**json.loads(files(__package__).joinpath("outline.json").read_text(encoding="utf-8")))
