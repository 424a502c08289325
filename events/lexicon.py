"""The archive's own names as plain data, laid over the gazetteer: the only way from rows to suggestions."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.db import connection

from events.gazetteer import gazetteer
from events.models import Actor, ActorName, Affiliation, Place, PlaceName
from events.suggestions.lexicon import Entry, Lexicon, Term

_KINDS = {"group": "organisation", "unnamed": "organisation"}


def lexicon_of_rows() -> Lexicon:
    """Every name of an actor or place that stands, with its slug; built anew only when a table has changed."""
    return _built(_stamp())


def _stamp() -> str:
    """Changes with every row that is made, written or deleted. One statement: it is asked whenever an article opens."""
    with connection.cursor() as cursor:
        cursor.execute(_STAMP)
        return " ".join(cursor.fetchone())


def _stamp_of(model: Any) -> str:
    """Where rows have a revision its sum counts too: a slow transaction may commit an older time after a newer one."""
    names = {field.name for field in model._meta.fields}
    written = ", sum(revision)" if "revision" in names else ""
    return f"(SELECT (count(*), max(id), max(updated_at){written})::text FROM {model._meta.db_table})"


_STAMP = f"SELECT {', '.join(_stamp_of(model) for model in (Actor, ActorName, Affiliation, Place, PlaceName))}"


@lru_cache(maxsize=2)
def _built(stamp: str) -> Lexicon:
    places = dict(_places())
    actors = [(name, _joined(name, entry, places)) for name, entry in _actors()]
    taken = {name for name, entry in actors if entry.kind == "state"}
    return gazetteer().with_entries([*((name, entry) for name, entry in places.items() if name not in taken), *actors])


def _joined(name: str, actor: Entry, places: dict[str, Entry]) -> Entry:
    """A state is both: its actor's row and its place's row stand behind one name."""
    place = places.get(name)
    return replace(actor, place_slug=place.place_slug) if actor.kind == "state" and place else actor


def _actors() -> Iterator[tuple[str, Entry]]:
    terms = _terms()
    named = ActorName.objects.filter(actor__merged_into__isnull=True).order_by("actor_id", "id")
    for name, pk, shown, slug, kind in named.values_list(
        "name", "actor_id", "actor__name", "actor__slug", "actor__kind"
    ).iterator():
        yield name, Entry(shown, _KINDS.get(kind, kind), slug=slug, terms=tuple(terms.get(pk, ())))


def _places() -> Iterator[tuple[str, Entry]]:
    named = PlaceName.objects.filter(place__merged_into__isnull=True).order_by("place_id", "id")
    for name, shown, slug in named.values_list("name", "place__name", "place__slug").iterator():
        yield name, Entry(shown, "place", slug=slug, place_slug=slug)


def _terms() -> dict[int, list[Term]]:
    terms: dict[int, list[Term]] = {}
    held = Affiliation.objects.order_by("person_id", "id")
    for person, office, of, start, end in held.values_list("person_id", "office", "organisation__name", "start", "end"):
        terms.setdefault(person, []).append(Term(office, of, start, end))
    return terms
