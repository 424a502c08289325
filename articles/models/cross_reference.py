from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Q

from articles.citations import find_cross_references
from articles.history import tracked
from articles.models.article import Article
from articles.models.article_status import of_public
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.guards import span_triggers
from articles.models.issue import Issue
from articles.models.public_change import Touch
from articles.models.row import Revisioned
from articles.models.span import Span, SpanQuerySet, SpanState, to_check
from articles.models.touches import Mark, touches
from articles.rights import may_read_hidden

TARGETS = ("target_issue_id", "target_article_id")


class CrossReferenceQuerySet(SpanQuerySet):
    def public(self) -> "CrossReferenceQuerySet":
        """Those of published articles that stand on words; a target shows only if it is public itself."""
        return self.filter(of_public("article")).exclude(state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "CrossReferenceQuerySet":
        return self if may_read_hidden(user) else self.public()

    def unresolved(self) -> "CrossReferenceQuerySet":
        return self.filter(target_issue__isnull=True, target_article__isnull=True)


@tracked()
class CrossReference(Span, Revisioned):
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
                fields=["article", "start", "end", "date"],
                deferrable=models.Deferrable.DEFERRED,
                name="cross_reference_is_one_of_its_place",
            ),
            models.CheckConstraint(
                condition=Q(target_issue__isnull=True) | Q(target_article__isnull=True),
                name="cross_reference_leads_to_one_target",
            ),
            bounds_in_order("date", "cross_reference_date_bounds_in_order"),
        ]
        indexes = [to_check("cross_reference_to_check")]
        triggers = [
            *Revisioned.Meta.triggers,
            *span_triggers("articles_crossreference"),
            *touches(  # a target that is not public is not shown
                Mark("cross-references", without=("prefix", "suffix", "text_version", "revision", *TARGETS)),
                Mark("cross-references", Touch.COSMETIC, without=("revision", *TARGETS)),
                Mark("cross-references", columns=("target_issue_id",), beside=("target_issue_id", "issues")),
                Mark("cross-references", columns=("target_article_id",), beside=("target_article_id", "articles")),
            ),
        ]

    @classmethod
    def redated(cls, issue: Issue, *, article: Article | None = None, write: bool) -> int:
        """Go along with the new date of `issue`: read again which days its articles, or only `article`, refer to."""
        read_in = {"article__issue": issue} if article is None else {"article": article}
        touched = 0
        places: dict[tuple[int, int | None], list[CrossReference]] = defaultdict(list)
        for reference in cls.objects.anchored().filter(**read_in).order_by("pk"):
            places[reference.article_id, reference.start].append(reference)
        for references in places.values():
            touched += sum(_take_dates(references, issue, write=write))
        return touched


def _take_dates(references: list[CrossReference], issue: Issue, *, write: bool) -> Iterator[bool]:
    """Give the references of one place the dates that its words mean now; for each whether it changes."""
    found = find_cross_references(references[0].quote, issue.date)
    dates = found[0].dates if found else ()
    for reference, date in zip(references, dates, strict=False):
        changed = reference.date != date
        reference.date = date
        if changed and write:
            reference.save(update_fields=["date"])
        yield changed
