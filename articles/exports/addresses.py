"""Permanent addresses of many rows: each address is looked up once, then filled like a form."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.urls import reverse

MARKS = ("700000001", "700000002", "700000003", "700000004")  # fit every part of an address: slug, number, name


def address(base: str, name: str, **parts: Any) -> str:
    """The page `name` with its parts in the order given, after `base`."""
    return base + pattern(name, *parts).format_map(parts)


@cache
def pattern(name: str, *parts: str) -> str:
    """The address with a field for each part: `/sources/{slug}/`."""
    marks: Mapping[str, str] = dict(zip(parts, MARKS, strict=False))
    form = reverse(name, args=list(marks.values())).replace("{", "{{").replace("}", "}}")
    for part, mark in marks.items():
        form = form.replace(mark, f"{{{part}}}")
    return form
