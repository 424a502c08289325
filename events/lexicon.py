"""The archive's own names as plain data, laid over the gazetteer: the only way from rows to suggestions."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.db.models import Count, Max

from events.gazetteer import gazetteer
from events.models import Actor, ActorName, Affiliation, Place, PlaceName
from events.suggestions.lexicon import Entry, Lexicon, Term

_KINDS = {"group": "organisation", "unnamed": "organisation"}


def lexicon_of_rows() -> Lexicon:
    """Every name of an actor or place that stands, with its slug; built anew only when a table has changed."""
    return _built(tuple(_stamp(model) for model in (Actor, ActorName, Affiliation, Place, PlaceName)))


def _stamp(model: Any) -> tuple[Any, ...]:
    """Changes with every row that is made, written or deleted."""
    return tuple(model.objects.aggregate(Count("pk"), Max("pk"), Max("updated_at")).values())


@lru_cache(maxsize=2)
def _built(stamps: tuple[Any, ...]) -> Lexicon:
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
