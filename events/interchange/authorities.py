"""Actors and places as JSON Lines: rows that are missing are made, stored ones stay as they are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.history import because
from events.interchange.names import Names, actor_names, place_names
from events.interchange.shape import record_of
from events.models import Actor, ActorName, Affiliation, Event, EventRelation, Place, PlaceClaim, PlaceName


@dataclass(frozen=True, slots=True)
class AffiliationLine:
    organisation: str
    office: str = ""
    sector: str = ""
    start: str = ""
    end: str = ""
    start_is_real: bool = False
    end_is_real: bool = False


@dataclass(frozen=True, slots=True)
class ActorLine:
    name: str
    kind: str
    names: tuple[str, ...] = ()
    wikidata: str = ""
    unrecognised: bool = False
    affiliations: tuple[AffiliationLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceLine:
    name: str
    kind: str
    names: tuple[str, ...] = ()
    country: str = ""
    parent: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    wikidata: str = ""
    claimed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationLine:
    kind: str
    source: str
    target: str


def load_actors(lines: Iterable[Mapping[str, Any]], *, by: User) -> int:
    """Make the actors that no row is called, then the offices of those made; their number."""
    records = [record_of(ActorLine, line) for line in lines]
    with transaction.atomic(), because(by=by, reason="authority file"):
        names = actor_names()
        made = [(record, _actor(record, names, by)) for record in records if names.find(record.name) is None]
        for record, actor in made:
            for line in record.affiliations:
                _affiliation(line, actor, names)
    return len(made)


def load_places(lines: Iterable[Mapping[str, Any]], *, by: User) -> int:
    """Make the places that no row is called; parents stand before their children. Their number."""
    records = [record_of(PlaceLine, line) for line in lines]
    with transaction.atomic(), because(by=by, reason="authority file"):
        names, states = place_names(), actor_names()
        made = [_place(record, names, states, by) for record in records if names.find(record.name) is None]
    return len(made)


def load_relations(lines: Iterable[Mapping[str, Any]], *, by: User) -> int:
    """Relate events that are named by their labels; the number of relations made."""
    records = [record_of(RelationLine, line) for line in lines]
    with transaction.atomic(), because(by=by, reason="authority file"):
        made = [
            EventRelation.objects.get_or_create(
                source=Event.objects.get(label=record.source),
                target=Event.objects.get(label=record.target),
                kind=record.kind,
            )
            for record in records
        ]
    return sum(is_new for _, is_new in made)


def _actor(record: ActorLine, names: Names, by: User) -> Actor:
    actor: Actor = names.make(record.name, record.kind, by)
    actor.wikidata, actor.unrecognised = record.wikidata, record.unrecognised
    actor.save()
    for name in record.names:
        ActorName.objects.create(actor=actor, name=name)
    names.replace(actor)
    return actor


def _affiliation(line: AffiliationLine, person: Actor, names: Names) -> None:
    organisation = names.find(line.organisation)
    if organisation is None:
        raise LookupError(f"{person} is of {line.organisation!r}, which no line and no row names: add it first.")
    Affiliation.objects.create(
        person=person,
        organisation=organisation,
        office=line.office,
        sector=line.sector,
        start=line.start,
        start_is_real=line.start_is_real,
        end=line.end,
        end_is_real=line.end_is_real,
    )


def _place(record: PlaceLine, names: Names, states: Names, by: User) -> Place:
    place: Place = names.make(record.name, record.kind, by)
    place.parent = names.find(record.parent) if record.parent else None
    if record.parent and place.parent is None:
        raise LookupError(f"{record.name} lies in {record.parent!r}, which no line before it names: reorder the lines.")
    place.country, place.geonames, place.wikidata = record.country, record.geonames, record.wikidata
    place.latitude, place.longitude = _degrees(record.latitude), _degrees(record.longitude)
    place.save()
    for name in record.names:
        PlaceName.objects.create(place=place, name=name)
    for state in record.claimed_by:
        PlaceClaim.objects.create(place=place, state=states.find(state))
    place.refresh_from_db()
    names.replace(place)
    return place


def _degrees(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.00001"))
