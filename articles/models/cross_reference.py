from typing import Any

from django.db import models
from django.db.models import Q

from articles.history import tracked
from articles.models.article import Article, ArticleStatus
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.guards import span_triggers
from articles.models.issue import Issue
from articles.models.span import Span, SpanQuerySet, SpanState
from articles.rights import may_read_hidden


class CrossReferenceQuerySet(SpanQuerySet):
    def public(self) -> "CrossReferenceQuerySet":
        """Those of published articles that stand on words; a target shows only if it is public itself."""
        return self.filter(article__status=ArticleStatus.PUBLISHED).exclude(state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "CrossReferenceQuerySet":
        return self if may_read_hidden(user) else self.public()

    def unresolved(self) -> "CrossReferenceQuerySet":
        return self.filter(target_issue__isnull=True, target_article__isnull=True)


@tracked()
class CrossReference(Span):
    """Where an article sends its reader to an earlier one: `(see the Monitor, June 3)`.

    What the words say is kept beside the target, so that an issue imported later can still be found.
    """

    publication_words = models.CharField(max_length=200, blank=True, help_text="The publication as named.")
    volume = models.PositiveIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    date = EdtfField()
    date_lower = BoundField(of="date", side="lower")
    date_upper = BoundField(of="date", side="upper")
    target_issue = models.ForeignKey(
        Issue, on_delete=models.SET_NULL, null=True, blank=True, related_name="cross_references_to"
    )
    target_article = models.ForeignKey(
        Article, on_delete=models.SET_NULL, null=True, blank=True, related_name="cross_references_to"
    )

    objects = CrossReferenceQuerySet.as_manager()

    class Meta(Span.Meta):
        ordering = ["article", "start", "id"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "start", "end", "date", "volume", "number"],
                nulls_distinct=False,
                condition=~Q(state="orphan"),
                name="cross_reference_is_one_of_its_place",
            ),
            models.CheckConstraint(
                condition=Q(target_issue__isnull=True) | Q(target_article__isnull=True),
                name="cross_reference_leads_to_one_target",
            ),
            bounds_in_order("date", "cross_reference_date_bounds_in_order"),
        ]
        triggers = span_triggers("articles_crossreference")
