"""Rows that texts name, found by any of their spellings, also where somebody types one wrong."""

from typing import Any, Self

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import models
from django.db.models import Case, Max, OuterRef, Q, Subquery, Value, When

from articles.text import sort_key

SHORTEST_MISSPELT = 3  # fewer letters are like too much
EXACT = 2.0  # above every likeness


class NamedQuerySet(models.QuerySet[Any]):
    """Query sets of rows that have `names` with a `key` each."""

    def called(self, name: str) -> Self:
        """Those of which `name` is a name or variant, whatever its case and accents."""
        return self.filter(names__key=sort_key(name), merged_into__isnull=True).distinct()

    def looked_up(self, words: str) -> Self:
        """Those with a spelling that begins so, from A to Z; then those with one like it, the likest first.

        Nothing to look up by: all.
        """
        key = sort_key(words.strip())
        if not key:
            return self
        begins = Q(key__startswith=key)
        spelt = begins | Q(key__trigram_word_similar=key) if len(key) >= SHORTEST_MISSPELT else begins
        exact = When(pk__in=self._owners(begins), then=Value(EXACT))
        likeness = Case(exact, default=self._likeness(key), output_field=models.FloatField())
        return self.filter(pk__in=self._owners(spelt)).order_by(likeness.desc(), "sort_key", "pk")

    def _owners(self, spelt: Q) -> Any:
        return self._spellings().filter(spelt).values(self.model.names.field.attname)

    def _likeness(self, key: str) -> Subquery:
        owner = self.model.names.field.attname
        own = self._spellings().filter(**{owner: OuterRef("pk")}).order_by().values(owner)
        return Subquery(own.annotate(likest=Max(TrigramWordSimilarity(key, "key"))).values("likest"))

    def _spellings(self) -> Any:
        return self.model.names.rel.related_model.objects
