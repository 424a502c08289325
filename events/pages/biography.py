"""What the record knows of an actor or a place: names, offices, and the events in which they appear."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.paging import Page, dated, page_of
from articles.parameters import Query
from events.models import Actor, Affiliation, Event, Participation, Place, Report
from events.pages.reported import date_said
from events.pages.wording import Said, kind_said, status_said


class Held(NamedTuple):
    """An office with its bounds in words."""

    office: str
    body: str
    body_href: str
    since: str
    until: str


class Happening(NamedTuple):
    """An event as a list shows it."""

    href: str
    label: str
    status: Said
    when: str
    where: str
    kind: str
    year: str


class NewestFirst:
    """Lists of events on these pages, as `paging` reads them."""

    resource = "happenings"
    orderings = dated()[:1]
    base_filters: Mapping[str, Any] = {}


def other_names(row: Actor | Place) -> list[str]:
    """The spellings by which the digests call an actor or place, beside its name here."""
    return [spelling.name for spelling in row.names.order_by("key", "id") if spelling.name != row.name]


def offices_of(person: Actor) -> list[Held]:
    """The offices of a person, the earliest first."""
    held = Affiliation.objects.public().filter(person=person).select_related("organisation")
    return [held_office(affiliation) for affiliation in held.order_by("start_lower", "id")]


def held_office(affiliation: Affiliation) -> Held:
    body = affiliation.organisation
    return Held(
        office=affiliation.office or "Member",
        body=body.name,
        body_href=body.get_absolute_url(),
        since=bound_said(affiliation.start, affiliation.start_is_real, "first cited"),
        until=bound_said(affiliation.end, affiliation.end_is_real, "last cited"),
    )


def bound_said(date: str, is_real: bool, otherwise: str) -> str:
    """`1998`, or `first cited 1998` where the office may be older than that."""
    said = date_said(date)
    return said if is_real or not said else f"{otherwise} {said}"


def lying_in(place: Place) -> QuerySet[Place]:
    """The public places that lie in this one, one step down."""
    return Place.objects.public().filter(parent=place).order_by("sort_key", "id")


def claimants_of(place: Place) -> QuerySet[Actor]:
    """The public states that claim a place."""
    return Actor.objects.public().filter(place_claims__place=place).order_by("sort_key", "id")


def events_of_actor(actor: Actor, query: Query) -> Page:
    """A page of the public events in which `actor` takes part, by the event or by a public report."""
    parts = Participation.objects.public().filter(actor=actor, event=OuterRef("pk"))
    return happenings(Event.objects.public().filter(Exists(parts)), query)


def events_at_place(place: Place, query: Query) -> Page:
    """A page of the public events at `place` or within it, by the event or by a public report."""
    within = Place.objects.within(Place.objects.filter(pk=place.pk))
    claims = Report.objects.public().filter(claimed_place__in=within, event=OuterRef("pk"))
    return happenings(Event.objects.public().filter(Q(place__in=within) | Exists(claims)), query)


def happenings(events: QuerySet[Event], query: Query) -> Page:
    page = page_of(events.with_codes(), query, NewestFirst)
    return replace(page, rows=[happening(event) for event in page.rows])


def happening(event: Event) -> Happening:
    return Happening(
        href=event.get_absolute_url(),
        label=event.label,
        status=status_said(event.status, event.type_id),
        when=event.date_in_words,
        where=event.place.name if event.place else "",
        kind=kind_said(event),
        year=str(day.year) if (day := event.date_upper or event.date_lower) else "",
    )
