"""The tables that search stands on. All are written by the database from the content, and by nothing else.

Whatever changes what a search row says, in whatever way, names the article in `SearchDue` (`search_triggers`); when
the transaction checks its rules, `search_write` writes the rows that are due, all in one statement
(docs/decisions/0008). The SQL functions stand in the migrations.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import pgtrigger
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.expressions import RawSQL

PENDING = 256  # kB of GIN entries that wait for the next clean-up: more make every search slow


class Facet(models.IntegerChoices):
    """What hits are counted by. A key of a row's `facets` is `(facet << 26) + number`."""

    YEAR = 1, "Year"
    PUBLICATION = 2, "Publication"
    SECTION = 3, "Section"
    SOURCE = 4, "Source"
    EVENT_TYPE = 5, "Event type"
    ACTOR = 6, "Actor"


@dataclass(frozen=True, slots=True)
class SearchedAs:
    """How a model stands behind a facet, as its `SEARCHED_AS`: `by` is what a key numbers, or what its term names."""

    facet: Facet
    value: str
    label: str
    by: str = "pk"


class SearchQuerySet(models.QuerySet[Any]):
    """Rows that serve the search; nobody is shown them as they are."""

    def public(self) -> "SearchQuerySet":
        return self.none()

    def visible_to(self, user: Any) -> "SearchQuerySet":
        return self.public()


class SearchRowQuerySet(SearchQuerySet):
    def public(self) -> "SearchRowQuerySet":
        """All: only published articles have one."""
        return self

    def matching(self, tsquery: str) -> "SearchRowQuerySet":
        """Those with the words, as `articles.search.compiled` writes them."""
        return self.filter(RawSQL("search @@ %s::tsquery", [tsquery], output_field=models.BooleanField()))


class SearchVariantQuerySet(SearchQuerySet):
    def public(self) -> "SearchVariantQuerySet":
        """The names of public rows: each table of those asks its own door."""
        kinds = self.model._base_manager.order_by("kind").values_list("kind", flat=True).distinct()
        owners = {kind: apps.get_model(kind)._default_manager.public() for kind in kinds}
        named = (models.Q(kind=kind, owner__in=rows.values("pk")) for kind, rows in owners.items())
        return self.filter(reduce(or_, named, models.Q(pk__in=[])))


class SearchRow(models.Model):
    """A published article as search reads it: its words, its day, what it is counted under. A draft has no row."""

    article_id = models.BigIntegerField(primary_key=True)
    date = models.DateField(help_text="The day by which the newest come first; 0001-01-01 where unknown.")
    facets = ArrayField(models.IntegerField(), help_text="Year, publication, section; then sources, types, actors.")
    head = SearchVectorField(help_text="Title A, lead B.")
    search = SearchVectorField(help_text="Title A, text B.")

    objects = SearchRowQuerySet.as_manager()

    class Meta:
        ordering = ["-date", "-article_id"]
        indexes = [
            GinIndex(fields=["search"], name="search_row_by_words", gin_pending_list_limit=PENDING),
            GinIndex(fields=["head"], name="search_row_by_head", gin_pending_list_limit=PENDING),
            models.Index(fields=["-date", "-article_id"], name="search_row_by_newest"),  # hits, newest first
        ]

    def __str__(self) -> str:
        return f"search row of article {self.article_id}"


class SearchDue(models.Model):
    """An article whose search row is to be written before the transaction ends. None outlives its transaction."""

    article_id = models.BigIntegerField()
    words = models.BooleanField(help_text="Whether its words may have changed, not only what it is counted under.")

    objects = SearchQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        triggers = [
            pgtrigger.Trigger(
                name="written_at_the_end",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="PERFORM search_write_due(NEW.id); RETURN NULL;",
            )
        ]

    def __str__(self) -> str:
        return f"article {self.article_id}"


class SearchTerm(models.Model):
    """The number of a section or an event type in the facets of search rows. Made when a row first needs it."""

    facet = models.PositiveSmallIntegerField(choices=Facet)
    name = models.CharField(max_length=200)

    objects = SearchQuerySet.as_manager()

    class Meta:
        ordering = ["facet", "name"]
        constraints = [models.UniqueConstraint(fields=["facet", "name"], name="search_term_has_one_number")]

    def __str__(self) -> str:
        return self.name


class SearchVariant(models.Model):
    """A name or spelling of a source, an actor or a place, hidden ones too: who reads asks which owners are public."""

    kind = models.CharField(max_length=20, help_text="The table of the owner, such as events.actor.")
    owner = models.BigIntegerField()
    key = models.CharField(max_length=200, help_text="The name without capitals, accents and points.")
    spelling = models.CharField(max_length=200)

    objects = SearchVariantQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "owner", "key"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "owner", "key"], name="search_variant_is_one_of_its_owner")
        ]
        indexes = [models.Index(fields=["key"], name="search_variant_by_key")]  # which names are these words

    def __str__(self) -> str:
        return self.spelling


class SearchWord(models.Model):
    """A word that a published article has or had: what “did you mean” tries. Who reads asks whether it still has."""

    word = models.CharField(max_length=40)

    objects = SearchQuerySet.as_manager()

    class Meta:
        ordering = ["word", "id"]
        indexes = [
            models.Index(fields=["word"], name="search_word_by_word"),  # is it known
            GinIndex(fields=["word"], name="search_word_by_trigram", opclasses=["gin_trgm_ops"]),  # what is like it
        ]

    def __str__(self) -> str:
        return self.word


def search_triggers(
    articles: str,
    columns: Sequence[str],
    *,
    words: bool = False,
    on: Collection[str] = ("inserted", "updated", "deleted"),
    name: str = "search_due",
) -> list[pgtrigger.Trigger]:
    """For a table whose rows decide what search rows say: after a change of `columns` the articles are due.

    `articles` is a statement that selects the ids of published articles for the changed rows, which stand in `{rows}`.
    `words`: the words of the article may have changed, not only what it is counted under.
    """
    due = f"""
        INSERT INTO articles_searchdue (article_id, words)
        SELECT DISTINCT due.id, {str(words).lower()} FROM ({articles}) due (id);
    """
    triggers = {
        "inserted": _by_statement(f"{name}_inserted", pgtrigger.Insert, "new", due),
        "updated": _by_row(f"{name}_updated", columns, due),
        "deleted": _by_statement(f"{name}_deleted", pgtrigger.Delete, "old", due),
    }
    return [trigger for when, trigger in triggers.items() if when in on]


def _by_statement(name: str, operation: Any, rows: str, due: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(**{rows: "changed_rows"}),
        func=f"{due.format(rows='changed_rows')} RETURN NULL;",
    )


def _by_row(name: str, columns: Sequence[str], due: str) -> pgtrigger.Trigger:
    before, after = (", ".join(f"{row}.{column}" for column in columns) for row in ("OLD", "NEW"))
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.UpdateOf(*columns),
        func=f"""
            IF ROW({before}) IS DISTINCT FROM ROW({after}) THEN
                {due.format(rows="(SELECT OLD.* UNION ALL SELECT NEW.*)")}
            END IF;
            RETURN NULL;
        """,
    )


def names_triggers(kind: str, owner: str, *columns: str) -> list[pgtrigger.Trigger]:
    """For a table that names rows of `kind`: `owner` is the column of their ids, `columns` are the names."""
    return [
        pgtrigger.Trigger(
            name="search_variants",
            when=pgtrigger.After,
            operation=pgtrigger.Insert | pgtrigger.Delete | pgtrigger.UpdateOf(*columns),
            func=f"""
                PERFORM search_spell('{kind}', o.id)
                FROM (VALUES (OLD.{owner}), (NEW.{owner})) o (id) WHERE o.id IS NOT NULL GROUP BY o.id;
                RETURN NULL;
            """,
        )
    ]
