"""Actors and places made and changed: the authority files behind the names in texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils.text import slugify

from articles.text import sort_key
from articles.verbs import Refused, verb
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import Actor, ActorName, Place, PlaceName

ACTOR_FIELDS = {"name", "kind", "wikidata", "unrecognised"}
PLACE_FIELDS = {"name", "kind", "country", "parent", "latitude", "longitude", "geonames", "wikidata"}


def make_actor(*, by: User, name: str, kind: str, variants: Iterable[str] = (), **values: Any) -> Actor:
    """A new actor, with its name as the first variant."""
    _known(values, ACTOR_FIELDS)
    with verb(by=by, right=ANNOTATE):
        actor = Actor.objects.create(slug=free_slug(Actor, name), name=name, kind=kind, made_by=by, **values)
        add_variants(actor, [name, *variants], by=by)
    return actor


def make_place(*, by: User, name: str, kind: str, variants: Iterable[str] = (), **values: Any) -> Place:
    """A new place, with its name as the first variant."""
    _known(values, PLACE_FIELDS)
    with verb(by=by, right=ANNOTATE):
        place = Place.objects.create(slug=free_slug(Place, name), name=name, kind=kind, made_by=by, **values)
        add_variants(place, [name, *variants], by=by)
        place.refresh_from_db()
    return place


def change_actor(actor: Actor, *, by: User, revision: int | None = None, reason: str = "", **values: Any) -> Actor:
    """Give the actor new values; a new name becomes a variant too, the old one stays one."""
    _known(values, ACTOR_FIELDS)
    return _change(actor, by=by, revision=revision, reason=reason, values=values)


def change_place(place: Place, *, by: User, revision: int | None = None, reason: str = "", **values: Any) -> Place:
    """Give the place new values; a new name becomes a variant too, the old one stays one."""
    _known(values, PLACE_FIELDS)
    return _change(place, by=by, revision=revision, reason=reason, values=values)


def add_variants(row: Actor | Place, names: Iterable[str], *, by: User) -> int:
    """Let the row be called by these names too; any annotator may. How many are new."""
    with verb(by=by, right=ANNOTATE):
        added = [_variant(row, name) for name in names]
    return sum(added)


def may_change(row: Actor | Place, user: User) -> bool:
    """Her own until it is public; a reviewer changes any."""
    own = row.made_by_id == user.pk and not type(row).objects.public().filter(pk=row.pk).exists()
    return user.has_perm(REVIEW) or (own and user.has_perm(ANNOTATE))


def free_slug(model: type[Actor] | type[Place], name: str) -> str:
    """An address for the name that no row of the table has."""
    stem = slugify(sort_key(name))[:80] or model._meta.model_name
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return stem if stem not in taken else next(s for n in range(2, len(taken) + 3) if (s := f"{stem}-{n}") not in taken)


def _change(row: Any, *, by: User, revision: int | None, reason: str, values: Mapping[str, Any]) -> Any:
    with verb(by=by, right=ANNOTATE, reason=reason):
        current = type(row).locked(row.pk, revision=revision)
        if current.merged_into_id:
            raise Refused(
                "row_is_not_merged_away", f"{current} was merged into {current.merged_into}: change that one."
            )
        if not may_change(current, by):
            raise PermissionDenied(f"{current} is a colleague's or public: a reviewer changes it.")
        for field, value in values.items():
            setattr(current, field, value)
        current.save()
        _variant(current, current.name)
        current.refresh_from_db()
    return current


def _variant(row: Actor | Place, name: str) -> bool:
    if isinstance(row, Actor):
        return ActorName.objects.get_or_create(actor=row, name=name)[1]
    return PlaceName.objects.get_or_create(place=row, name=name)[1]


def _known(values: Mapping[str, Any], fields: set[str]) -> None:
    unknown = set(values) - fields
    if unknown:
        raise TypeError(f"There is no {', '.join(sorted(unknown))} to change.")
