"""Which publication a record is of: the one that `--publication` names, or the one that its masthead names."""

from dataclasses import dataclass

from django.utils.text import slugify

from articles.importing.header import same_name
from articles.importing.problems import ProblemCode
from articles.importing.records import ArticleRecord
from articles.importing.refusal import Refused
from articles.models import Publication
from articles.text import sort_key


class WrongOption(ValueError):
    """An option of the import contradicts what is stored."""


@dataclass(slots=True)
class Target:
    """A publication to import into: stored, or made with its first issue (`pk` is None until then)."""

    slug: str
    title: str
    names: list[str]
    first_year: int | None
    pk: int | None = None

    def is_called(self, name: str) -> bool:
        return any(same_name(name, own) for own in self.names)

    def ensure(self, run: int | None = None) -> int:
        """The key of its row, which is made where it does not exist. The caller notes it once that is committed."""
        if self.pk is not None:
            return self.pk
        defaults = {"title": self.title, "first_year": self.first_year, "import_run_id": run}
        return Publication.objects.get_or_create(slug=self.slug, defaults=defaults)[0].pk


class Shelf:
    """The publications, stored and to be made, under all their names."""

    def __init__(self, slug: str = "", first_year: int | None = None) -> None:
        self._first_year = first_year
        self._targets = [_stored(row) for row in Publication.objects.order_by("id")]
        self._wanted = self._named_by_option(slug) if slug else None

    def target_of(self, record: ArticleRecord) -> Target:
        """Raises Refused where the record names none or another one, WrongOption where the first year differs."""
        if self._wanted is not None:
            return self._checked(self._wanted_for(record, self._wanted))
        if not record.publication:
            raise Refused(ProblemCode.NO_PUBLICATION)
        found = next((target for target in self._targets if target.is_called(record.publication)), None)
        return self._checked(found or self._new(self._free_slug(record.publication), record.publication))

    def _named_by_option(self, slug: str) -> Target | None:
        stored = next((target for target in self._targets if target.slug == slug), None)
        return stored or self._new(slug, "")

    def _wanted_for(self, record: ArticleRecord, wanted: Target) -> Target:
        if not wanted.title:
            wanted.title = record.publication or wanted.slug.replace("-", " ").title()
            wanted.names.append(wanted.title)
        if record.publication and not wanted.is_called(record.publication):
            raise Refused(ProblemCode.OTHER_PUBLICATION, named=record.publication, wanted=wanted.slug)
        return wanted

    def _new(self, slug: str, title: str) -> Target:
        target = Target(slug, title, [slug, title] if title else [slug], self._first_year)
        self._targets.append(target)
        return target

    def _checked(self, target: Target) -> Target:
        if target.pk is not None and self._first_year not in (None, target.first_year):
            stored = f"has {target.first_year} as its first year" if target.first_year else "has no first year"
            raise WrongOption(
                f"--first-year {self._first_year} does not fit: {target.title} is stored and {stored}. "
                "Leave the option out, or change the publication in the admin first."
            )
        return target

    def _free_slug(self, title: str) -> str:
        stem = slugify(sort_key(title))[:70].strip("-") or "publication"
        taken = {target.slug for target in self._targets}
        return next(slug for n in range(1, len(taken) + 2) if (slug := f"{stem}-{n}" if n > 1 else stem) not in taken)


def _stored(row: Publication) -> Target:
    return Target(row.slug, row.title, [row.title, row.slug, *row.aliases], row.first_year, row.pk)
