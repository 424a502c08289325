"""Names of actors and places to rows, made where no row has the name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils.text import slugify

from articles.text import sort_key
from events.models import Actor, ActorKind, ActorName, Place, PlaceKind, PlaceName

KIND_OF_NEW_ACTOR = ActorKind.GROUP  # where the record gives none: the least that a name says
KIND_OF_NEW_PLACE = PlaceKind.SITE


class AmbiguousName(ValueError):
    """Several rows have the name: the record must use one that only one of them has."""

    def __init__(self, name: str, slugs: Iterable[str]) -> None:
        super().__init__(f"{name!r} may be {' or '.join(sorted(slugs))}: use a name that only one of them has.")


class Names:
    """The rows of one table by name and spelling variant; merged rows stand for the ones they were merged into."""

    def __init__(
        self, model: type[Actor] | type[Place], variants: type[ActorName] | type[PlaceName], owner: str
    ) -> None:
        self.model, self.variants, self.owner = model, variants, owner
        self.rows: dict[str, set[Any]] = defaultdict(set)
        self.slugs = set(model.objects.values_list("slug", flat=True))
        for variant in variants.objects.select_related(f"{owner}__merged_into"):
            row = getattr(variant, owner)
            self.rows[variant.key].add(row.merged_into or row)

    def find(self, name: str, kind: str = "") -> Any | None:
        """The one row of that name, and of that kind where it is given; None where there is none."""
        rows = {row for row in self.rows.get(sort_key(name), ()) if not kind or row.kind == kind}
        exact = {row for row in rows if row.name == name}
        if len(rows) > 1 and len(exact) != 1:
            raise AmbiguousName(name, (row.slug for row in rows))
        return next(iter(exact or rows), None)

    def make(self, name: str, kind: str, by: User) -> Any:
        """A new row of that name, with the name as its first variant."""
        row = self.model.objects.create(slug=self._free_slug(name), name=name, kind=kind, made_by=by)
        self.variants.objects.create(**{self.owner: row}, name=name)
        self.rows[sort_key(name)].add(row)
        return row

    def replace(self, row: Any) -> None:
        """Take the row as it is now for the one that `make` gave, under all its names."""
        for variant in self.variants.objects.filter(**{self.owner: row}):
            self.rows[variant.key].discard(row)
            self.rows[variant.key].add(row)

    def _free_slug(self, name: str) -> str:
        stem = slugify(sort_key(name))[:80] or self.owner
        slug = next(
            s for n in range(1, len(self.slugs) + 3) if (s := f"{stem}-{n}" if n > 1 else stem) not in self.slugs
        )
        self.slugs.add(slug)
        return slug


def actor_names() -> Names:
    return Names(Actor, ActorName, "actor")


def place_names() -> Names:
    return Names(Place, PlaceName, "place")
