from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from articles.history import tracked
from articles.models.import_run import made_by_import
from articles.models.public_change import Touch
from articles.models.row import Revisioned
from articles.models.search import Facet, SearchedAs
from articles.models.touches import UPDATE, Mark, touches
from articles.rights import may_read_hidden


class QuotePolicy(models.TextChoices):
    """What of the printed words may leave the article page."""

    FULL = "full", "Quotes and whole texts"
    SENTENCE = "sentence", "Quotes of at most one sentence"
    NONE = "none", "No quotes: offsets and hashes only"


class PublicationQuerySet(models.QuerySet["Publication"]):
    def public(self) -> "PublicationQuerySet":
        """Those with at least one published article."""
        issues = self.model.issues.rel.related_model.objects.public()
        return self.filter(Exists(issues.filter(publication=OuterRef("pk"))))

    def visible_to(self, user: Any) -> "PublicationQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked(without=("import_run",))
class Publication(Revisioned):
    """A digest whose printed run is kept here. Made by an editor or by the first import that names it."""

    SEARCHED_AS = SearchedAs(Facet.PUBLICATION, value="slug", label="title")

    slug = models.SlugField(
        max_length=80, unique=True, help_text="Part of every address below it; fixed once something in it is public."
    )
    title = models.CharField(max_length=200, help_text="The name as the masthead prints it.")
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names by which mastheads and cross references call it, parted by commas.",
    )
    publisher = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, default="en", help_text="Language code of the texts, such as en.")
    first_year = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The year of volume 1, if known: years of undated issues follow from it."
    )
    description = models.TextField(blank=True, help_text="Scope note for readers: what it covered, what is missing.")
    licence = models.CharField(max_length=200, blank=True, help_text="On what terms readers may use the texts.")
    quote_policy = models.CharField(
        max_length=10,
        choices=QuotePolicy,
        default=QuotePolicy.FULL,
        help_text="What of the texts may leave the article page: API, exports, feeds, quotations elsewhere.",
    )
    import_run = made_by_import("publications")

    objects = PublicationQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["title", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(slug=""), name="publication_has_slug"),
            models.CheckConstraint(condition=~models.Q(title=""), name="publication_has_title"),
            models.CheckConstraint(
                condition=models.Q(first_year__isnull=True) | models.Q(first_year__range=(1500, 2500)),
                name="publication_first_year_is_a_year",
            ),
            models.CheckConstraint(
                condition=models.Q(quote_policy__in=QuotePolicy.values), name="publication_quote_policy_is_known"
            ),
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            *touches(
                Mark("publications", without=("revision",)),
                Mark("publications", Touch.NAMED, columns=("slug", "quote_policy"), on=(UPDATE,)),
            ),
            pgtrigger.Trigger(
                name="slug_is_fixed_once_public",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("slug"),
                condition=pgtrigger.Q(old__slug__df=pgtrigger.F("new__slug")),
                func="""
                    IF EXISTS (
                        SELECT 1 FROM articles_article a JOIN articles_issue i ON i.id = a.issue_id
                        WHERE i.publication_id = OLD.id AND a.published_at IS NOT NULL
                    ) THEN
                        RAISE EXCEPTION 'The slug of publication % is part of public addresses and stays.', OLD.slug
                            USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_slug_is_fixed_once_public';
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("publication", args=[self.slug])

    def is_called(self, name: str) -> bool:
        """Whether a masthead or cross reference that says `name` means this publication."""
        return name.strip().casefold() in {n.casefold() for n in (self.title, self.slug, *self.aliases)}
