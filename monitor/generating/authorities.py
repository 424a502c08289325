"""What is there before the first article: digests, sources, actors with their offices, places, people who code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from django.contrib.auth.models import Group, User
from django.db import models
from django.utils.text import slugify

from articles.models import NewsSource, Publication
from articles.text import sort_key
from events.models import Actor, ActorName, Affiliation, MergedKind, MergeRecord, Place, PlaceClaim, PlaceName
from monitor.generating import cast, places
from monitor.generating.scenario import Scenario
from monitor.generating.timetable import FIRST_YEAR
from monitor.generating.vocabulary.sources import MERGED_SOURCE, SOURCES, Digest

Row = TypeVar("Row", bound=models.Model)
CODERS = ("generated-annotator-1", "generated-annotator-2", "generated-annotator-3")
REVIEWER = "generated-reviewer"
INVENTED = "Made up by a program to try this site out. Nothing that it reports has happened."


@dataclass(frozen=True)
class Keys:
    """The rows behind the numbers of a scenario, by number."""

    publications: list[int]
    hosts: list[str]
    sources: list[int]
    actors: list[int]
    places: list[int]
    coders: list[int]
    reviewer: int


def make_authorities(scenario: Scenario) -> Keys:
    """Make the rows that are missing; actors, places and sources that are there already serve again."""
    reviewer = _user(REVIEWER, "reviewer")
    publications, actors = _publications(scenario.digests), _actors(scenario.cast, reviewer)
    _offices(scenario.cast, actors)
    states = {actor.name: actors[actor.number] for actor in scenario.cast.actors if actor.kind == "state"}
    return Keys(
        publications=[publication.pk for publication in publications],
        hosts=[f"https://{publication.slug}.example" for publication in publications],
        sources=_sources(reviewer),
        actors=actors,
        places=_places(scenario.places, states, reviewer),
        coders=[_user(name, "annotator").pk for name in CODERS],
        reviewer=reviewer.pk,
    )


def _publications(digests: Sequence[Digest]) -> list[Publication]:
    """New publications, numbered where an earlier run has made some of the same names."""
    taken = set(Publication.objects.values_list("slug", flat=True))
    run = next(
        n for n in range(1, len(taken) + 2) if not {_numbered(digest.slug, "-", n) for digest in digests} & taken
    )
    return Publication.objects.bulk_create(
        Publication(
            slug=_numbered(digest.slug, "-", run),
            title=_numbered(digest.title, " ", run),
            publisher=digest.publisher,
            first_year=FIRST_YEAR if digest.has_first_year else None,
            description=INVENTED,
            quote_policy=digest.quote_policy,
        )
        for digest in digests
    )


def _numbered(name: str, gap: str, run: int) -> str:
    return name if run == 1 else f"{name}{gap}{run}"


def _sources(by: User) -> list[int]:
    keys = {name.casefold(): pk for name, pk in NewsSource.objects.values_list("name", "pk")}
    made = [
        NewsSource(slug=_slug(n), name=n, sort_key=sort_key(n), kind=k) for n, k in SOURCES if n.casefold() not in keys
    ]
    keys |= {row.name.casefold(): row.pk for row in NewsSource.objects.bulk_create(made)}
    double, kept = (keys[name.casefold()] for name in MERGED_SOURCE)
    _merge(NewsSource, MergedKind.SOURCE, {double: kept} if double in {row.pk for row in made} else {}, by)
    return [keys[name.casefold()] for name, _ in SOURCES]


def _actors(people: cast.Cast, by: User) -> list[int]:
    rows = [
        Actor(slug=_slug(a.name), name=a.name, sort_key=sort_key(a.name), kind=a.kind, unrecognised=a.unrecognised)
        for a in people.actors
    ]
    keys, new = _made(Actor, rows)
    names = [(keys[a.number], name) for a in people.actors for name in (a.name, *a.variants) if keys[a.number] in new]
    ActorName.objects.bulk_create(ActorName(actor_id=pk, name=name, key=sort_key(name)) for pk, name in names)
    merged = {keys[a.number]: keys[a.merged_into] for a in people.actors if a.merged_into is not None}
    _merge(Actor, MergedKind.ACTOR, {double: kept for double, kept in merged.items() if double in new}, by)
    return keys


def _offices(people: cast.Cast, keys: Sequence[int]) -> None:
    Affiliation.objects.bulk_create(
        (
            Affiliation(
                person_id=keys[office.person],
                organisation_id=keys[office.body],
                office=office.title,
                sector=office.sector,
                start=office.start.isoformat(),
                start_is_real=office.is_real,
                end=office.end.isoformat() if office.end else "",
                end_is_real=office.is_real and office.end is not None,
            )
            for office in people.offices
        ),
        ignore_conflicts=True,
    )


def _places(map_of: places.Places, states: dict[str, int], by: User) -> list[int]:
    """Place by place from the widest to the narrowest, so that each finds what it lies in."""
    keys: dict[int, int] = {}
    new: set[int] = set()
    for depth in range(1 + max(len(place.ancestors) for place in map_of.all)):
        level = [place for place in map_of.all if len(place.ancestors) == depth]
        found, made = _made(Place, [_place(place, keys) for place in level])
        keys |= {place.number: key for place, key in zip(level, found, strict=True)}
        new |= made
    fresh = [place for place in map_of.all if keys[place.number] in new]
    named = ((place, name) for place in fresh for name in (place.name, *place.variants))
    PlaceName.objects.bulk_create(PlaceName(place_id=keys[p.number], name=n, key=sort_key(n)) for p, n in named)
    claimed = [place for place in fresh if place.claimed_by]
    PlaceClaim.objects.bulk_create(PlaceClaim(place_id=keys[p.number], state_id=states[p.claimed_by]) for p in claimed)
    merged = {keys[place.number]: keys[place.merged_into] for place in fresh if place.merged_into is not None}
    _merge(Place, MergedKind.PLACE, merged, by)
    return [keys[place.number] for place in map_of.all]


def _place(place: places.Place, keys: dict[int, int]) -> Place:
    return Place(
        slug=_slug(place.name),
        name=place.name,
        sort_key=sort_key(place.name),
        kind=place.kind,
        country=place.country,
        parent_id=None if place.parent is None else keys[place.parent],
        latitude=_degrees(place.latitude),
        longitude=_degrees(place.longitude),
    )


def _made(model: type[Row], rows: Sequence[Any]) -> tuple[list[int], set[int]]:
    """The keys of rows by slug, of the kept row where one was merged away, and which of them are new."""
    stored = model._default_manager.values_list("slug", "pk", "merged_into")
    keys: dict[str, int] = {slug: kept or pk for slug, pk, kept in stored}
    made = model._default_manager.bulk_create([row for row in rows if row.slug not in keys])
    keys |= {row.slug: row.pk for row in made}  # type: ignore[attr-defined]
    return [keys[row.slug] for row in rows], {row.pk for row in made}


def _merge(model: type[models.Model], what: MergedKind, merged: dict[int, int], by: User) -> None:
    """Let the doubles point at the rows that were kept, on record."""
    for double, kept in merged.items():
        model._default_manager.filter(pk=double).update(merged_into=kept)
    MergeRecord.objects.bulk_create(
        MergeRecord(what=what, kept=kept, merged=double, reason="Two spellings of one name.", by=by)
        for double, kept in merged.items()
    )


def _degrees(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value)).quantize(Decimal("0.00001"))


def _slug(name: str) -> str:
    return slugify(sort_key(name))


def _user(name: str, role: str) -> User:
    """A person who can be named as coder or reviewer and cannot log in."""
    user, is_new = User.objects.get_or_create(username=name)
    if is_new:
        user.set_unusable_password()
        user.save()
        user.groups.add(*_groups(role))
    return user


def _groups(role: str) -> Iterable[Group]:
    return Group.objects.filter(name=role)
