"""Actors and places as documents."""

from dataclasses import dataclass
from typing import Any

from events.documents.codes import ACTOR_KINDS, MENTION_KINDS, PLACE_KINDS
from events.documents.reading import (
    DocumentRefused,
    Reader,
    degrees,
    flag,
    many,
    members,
    one_of,
    or_none,
    slug,
    text,
    whole,
)

ACTOR: dict[str, Reader] = {
    "name": text(200),
    "kind": one_of(ACTOR_KINDS),
    "wikidata": text(20),
    "unrecognised": flag,
}
PLACE: dict[str, Reader] = {
    "name": text(200),
    "kind": one_of(PLACE_KINDS),
    "country": text(2),
    "parent": or_none(slug),
    "latitude": degrees(90),
    "longitude": degrees(180),
    "geonames": or_none(whole),
    "wikidata": text(20),
}
SHOWN = {"slug", "url", "affiliations", "claimed_by", "revision"}


@dataclass(frozen=True)
class NameDocument:
    """What a document says of an actor or a place; `names` are further spellings."""

    values: dict[str, Any]
    names: tuple[str, ...] = ()
    at: str = ""


@dataclass(frozen=True)
class SpellingDocument:
    """A further spelling of an actor or a place."""

    kind: str
    slug: str
    name: str


def read_actor(value: Any, at: str = "", *, new: bool) -> NameDocument:
    """An actor; a new one needs name and kind."""
    return _read(value, at, ACTOR, new)


def read_place(value: Any, at: str = "", *, new: bool) -> NameDocument:
    """A place; a new one needs name and kind."""
    return _read(value, at, PLACE, new)


def read_spelling(value: Any, at: str = "") -> SpellingDocument:
    """Which row, and the spelling."""
    known: dict[str, Reader] = {"kind": one_of(MENTION_KINDS), "slug": slug, "name": text(200)}
    return SpellingDocument(**members(value, at, known, required=list(known)))


def _read(value: Any, at: str, known: dict[str, Reader], new: bool) -> NameDocument:
    names: dict[str, Reader] = {**known, "names": many(_spelling, 100)}
    read = members(value, at, names, passed=SHOWN, required=["name", "kind"] if new else [])
    if "name" in read and not read["name"].strip():
        raise DocumentRefused.at(f"{at}/name", "A name is not empty.")
    spellings = read.pop("names", ())
    return NameDocument(read, spellings, at)


def _spelling(value: Any, at: str) -> str:
    """A spelling, also out of the object in which it was read."""
    name: str = text(200)(value.get("name") if isinstance(value, dict) else value, at)
    if not name.strip():
        raise DocumentRefused.at(at, "A spelling is not empty.")
    return name
