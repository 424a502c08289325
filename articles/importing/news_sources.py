"""From the names that citations print to rows: one row a spelling, compared casefolded with names and aliases."""

from collections.abc import Iterable
from hashlib import sha256

from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.text import slugify

from articles.citations.known_sources import kind_of
from articles.models import NewsSource
from articles.text import sort_key


class NewsSources:
    """The keys of all sources by casefolded name; new names become rows of the transaction at hand."""

    def __init__(self) -> None:
        self._pks: dict[str, int] = {}
        self._read(NewsSource.objects.all())

    def ensure(self, names: Iterable[str]) -> dict[str, int]:
        """The key of each name's row, by casefolded name. Rows that are made here are forgotten unless kept."""
        wanted = {name.casefold(): name for name in names}
        missing = [wanted[key] for key in sorted(wanted) if key not in self._pks]
        return self._pks | self._make(missing) if missing else self._pks

    def keep(self, pks: dict[str, int]) -> None:
        """Remembers what `ensure` gave, once its transaction is committed."""
        self._pks = pks

    def _read(self, rows: Iterable[NewsSource]) -> None:
        for row in rows:
            for name in (*row.aliases, row.name):
                self._pks[name.casefold()] = row.merged_into_id or row.pk

    def _make(self, names: list[str]) -> dict[str, int]:
        """Rows for new names, in one order for all importers; what another importer has made meanwhile is taken."""
        made = _inserted([_row(name, _slug(name)) for name in names])
        left = [name for name in names if name.casefold() not in made]
        return made | (_inserted([_row(name, _distinct_slug(name)) for name in left]) if left else {})


def _inserted(rows: list[NewsSource]) -> dict[str, int]:
    NewsSource.objects.bulk_create(rows, ignore_conflicts=True)
    names = [row.name for row in rows]
    same = NewsSource.objects.annotate(lower=Lower("name"))
    stored = same.filter(Q(lower__in=[name.lower() for name in names]) | Q(name__in=names))
    return {row.name.casefold(): row.merged_into_id or row.pk for row in stored}


def _row(name: str, slug: str) -> NewsSource:
    return NewsSource(slug=slug, name=name, sort_key=sort_key(name), kind=kind_of(name))


def _slug(name: str) -> str:
    return slugify(sort_key(name))[:70].strip("-") or "source"


def _distinct_slug(name: str) -> str:
    """For a name whose plain slug another one has: told apart by a few figures of the name's hash."""
    return f"{_slug(name)}-{sha256(name.casefold().encode()).hexdigest()[:8]}"
