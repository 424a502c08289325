"""Actors and places found as she types: by any spelling, by its beginning, or by one that is nearly it."""

from collections import defaultdict
from typing import Any

from articles.dates import bounds
from articles.text import sort_key
from events.models import Actor, ActorName, Place, PlaceName
from events.workbench.held import HeldOffices

MOST = 20
TABLES: dict[str, tuple[Any, Any]] = {"actor": (Actor, ActorName), "place": (Place, PlaceName)}
Found = dict[str, Any]


def look_up(kind: str, words: str, *, on: str = "") -> list[Found]:
    """At most twenty rows, those called so first, then those that begin so, then those called nearly so."""
    model, _ = TABLES[kind]
    if not sort_key(words.strip()):
        return []
    standing = model.objects.filter(merged_into__isnull=True)
    called = list(standing.called(words.strip()).order_by("sort_key", "pk")[:MOST])
    others = standing.looked_up(words).exclude(pk__in=[row.pk for row in called])
    return _told(kind, [*called, *others[: MOST - len(called)]], words, on)


def told_of(kind: str, row: Any, words: str = "", *, on: str = "") -> Found:
    """One row as the look-up shows it."""
    return _told(kind, [row], words or row.name, on)[0]


def _told(kind: str, rows: list[Any], words: str, on: str) -> list[Found]:
    spellings = _spellings(kind, rows)
    about = _offices(rows, on) if kind == "actor" else _parents(rows)
    return [_found(kind, row, spellings[row.pk], sort_key(words.strip())) | about(row) for row in rows]


def _spellings(kind: str, rows: list[Any]) -> dict[int, list[Any]]:
    spellings: dict[int, list[Any]] = defaultdict(list)
    for one in TABLES[kind][1].objects.filter(**{f"{kind}__in": rows}).order_by("key", "pk"):
        spellings[getattr(one, f"{kind}_id")].append(one)
    return spellings


def _found(kind: str, row: Any, spellings: list[Any], key: str) -> Found:
    matched, how = _why(row, spellings, key)
    return {"kind": kind, "slug": row.slug, "name": row.name, "is": row.kind, "matched": matched, "how": how}


def _why(row: Any, spellings: list[Any], key: str) -> tuple[str, str]:
    """The spelling that was found, and how it is like the words."""
    exact = [one.name for one in spellings if one.key == key]
    if row.sort_key == key or row.name in exact:
        return row.name, "exact"
    if exact:
        return exact[0], "variant"
    begun = [one.name for one in spellings if one.key.startswith(key)]
    if begun:
        return (row.name if row.name in begun else begun[0]), "prefix"
    return row.name, "similar"


def _offices(rows: list[Any], on: str) -> Any:
    held, (lower, upper) = HeldOffices(row.pk for row in rows), bounds(on)
    return lambda row: {"office": held.on(row.pk, lower, upper), "where": ""}


def _parents(rows: list[Any]) -> Any:
    """What each place lies in, the nearest first."""
    numbers = {number for row in rows for number in row.ancestors}
    names = dict(Place.objects.filter(pk__in=numbers).values_list("pk", "name"))
    return lambda row: {"office": "", "where": ", ".join(names[number] for number in reversed(row.ancestors))}
