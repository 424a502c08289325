from typing import Any

import pgtrigger
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

from articles.dates import Edtf
from articles.history import tracked
from articles.models.article import Article
from articles.models.article_status import ArticleStatus
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.dated import DatedByWords
from articles.models.guards import names_standing, refuse
from articles.models.issue import Issue
from articles.models.public_change import Touch
from articles.models.row import Revisioned, Row
from articles.models.source import CitedReport, DateOrigin
from articles.models.touches import Mark, of_revisioned, touches
from articles.rights import may_read_hidden
from events.models.codebook import EventType
from events.models.event import Event, ReportStatus
from events.models.guards import EVIDENCE_FITS, HAS_SENTENCE, REPORTS_STANDING, ROLES_ARE_LEGAL
from events.models.place import Place
from events.models.searched import REPORT


class ReviewState(models.TextChoices):
    """How the review of a report stands; it moves by the verbs of `events.editing` alone."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"
    RETURNED = "returned", "Returned"


class ReportQuerySet(models.QuerySet["Report"]):
    def public(self) -> "ReportQuerySet":
        """Confirmed ones in published articles, of events that are not merged away."""
        return self.filter(
            review_state=ReviewState.CONFIRMED,
            article__status=ArticleStatus.PUBLISHED,
            event__merged_into__isnull=True,
        )

    def visible_to(self, user: Any) -> "ReportQuerySet":
        return self if may_read_hidden(user) else self.public()

    def in_print_order(self) -> "ReportQuerySet":
        """By the date of the issue (undated ones first), then volume, number and order."""
        newest = models.F("article__issue__date_upper").asc(nulls_first=True)
        issue = ("article__issue__volume", "article__issue__number")
        return self.order_by(newest, *issue, "article__order", "article__position", "id")

    def propose_again(self) -> None:
        """Send confirmed reports back to the reviewers: events show what is left, articles are in review again."""
        rows = list(self.values_list("event", "article"))
        self.update(review_state=ReviewState.PROPOSED, review_reason="", reviewer=None, reviewed_at=None)
        Event.objects.filter(pk__in=[event for event, _ in rows]).derive_again()
        tasks = Article.task.related.related_model.objects  # a model that comes after this one
        tasks.filter(article__in={article for _, article in rows}).settle()

    def mark_dates_to_check(self) -> None:
        """Mark the dates that these reports read from their article: their own claims, else those of their events."""
        rows = list(self.values_list("pk", "event", "article", "claimed_date"))
        Report.objects.filter(pk__in=[pk for pk, _, _, claim in rows if claim]).update(claimed_date_to_check=True)
        for _, event, article, claim in rows:
            if not claim:
                Event.objects.filter(pk=event, date_read_in=article).exclude(date="").update(date_to_check=True)


# Columns that readers do not see, and those on which it depends where a report is listed.
STAFF_ONLY = (
    *("note", "coder_id", "reviewer_id", "review_reason", "reviewed_at"),
    *("claimed_date_origin", "claimed_date_to_check"),
)
LISTED_BY = ("event_id", "article_id", "review_state")


@tracked()
class Report(DatedByWords, Revisioned):
    """What one article says of one event. Empty claims mean: as the event."""

    DATE = "claimed_date"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="reports")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="reports")
    status = models.CharField(max_length=10, choices=ReportStatus, default=ReportStatus.OCCURRED)
    hedged = models.BooleanField(default=False, help_text="The digest says it with a reserve, such as “reportedly”.")
    background = models.BooleanField(default=False, help_text="Recalled as background, not reported as news.")
    claimed_date = EdtfField(help_text="If this article gives another date than the event has.")
    claimed_date_lower = BoundField(of="claimed_date", side="lower")
    claimed_date_upper = BoundField(of="claimed_date", side="upper")
    claimed_date_words = models.CharField(max_length=200, blank=True)
    claimed_date_origin = models.CharField(max_length=6, choices=DateOrigin, default=DateOrigin.PERSON)
    claimed_date_to_check = models.BooleanField(default=False)
    claimed_place = models.ForeignKey(
        Place,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_of_reports",
        help_text="If this article gives another place than the event has.",
    )
    claimed_type = models.ForeignKey(
        EventType,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="claims_of_reports",
        help_text="If this article tells of another type than the event has.",
    )
    review_state = models.CharField(max_length=10, choices=ReviewState, default=ReviewState.PROPOSED, editable=False)
    review_reason = models.TextField(blank=True, editable=False)
    coder = models.ForeignKey(User, on_delete=models.PROTECT, editable=False, related_name="coded_reports")
    reviewer = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="reviewed_reports"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    codebook_version = models.CharField(max_length=20, help_text="The codebook by which it was coded.")
    note = models.TextField(blank=True, help_text="For colleagues; never shown to the public.")

    objects = ReportQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["article", "id"]
        permissions = [("review_report", "Can confirm, reject and return reports")]
        constraints = [
            models.UniqueConstraint(fields=["event", "article"], name="report_is_one_of_event_and_article"),
            models.UniqueConstraint(fields=["id", "article"], name="report_with_article"),  # target of composite keys
            models.UniqueConstraint(fields=["id", "event"], name="report_with_event"),  # target of composite keys
            models.CheckConstraint(condition=Q(status__in=ReportStatus.values), name="report_status_is_known"),
            models.CheckConstraint(
                condition=Q(review_state__in=ReviewState.values), name="report_review_state_is_known"
            ),
            models.CheckConstraint(
                condition=Q(review_state__in=["proposed", "confirmed"]) | ~Q(review_reason=""),
                name="report_refusal_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(review_state="proposed") | Q(reviewer__isnull=False, reviewed_at__isnull=False),
                name="report_decision_has_reviewer",
            ),
            models.CheckConstraint(
                condition=Q(claimed_date_origin__in=DateOrigin.values), name="report_claimed_date_origin_is_known"
            ),
            bounds_in_order("claimed_date", "report_claimed_date_bounds_in_order"),
        ]
        indexes = [
            models.Index(fields=["article", "review_state"], name="report_by_article"),  # cards of an article
            models.Index(fields=["review_state", "id"], name="report_by_state"),  # review lists
            models.Index(  # the few dates to look at
                fields=["article"], condition=Q(claimed_date_to_check=True), name="report_date_to_check"
            ),
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            names_standing("event_id", "events_event"),
            names_standing("claimed_place_id", "events_place"),
            *touches(
                *of_revisioned("reports", cosmetic=STAFF_ONLY),
                Mark("events", row="event_id", columns=LISTED_BY, beside=("id", "reports")),
                Mark("articles", row="article_id", columns=LISTED_BY, beside=("id", "reports")),
                Mark("events", Touch.MAYBE, row="event_id", columns=LISTED_BY),
                Mark("places", Touch.MAYBE, row="claimed_place_id", columns=("claimed_place_id",)),
            ),
            *REPORT,
            pgtrigger.Trigger(
                name="article_stands",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("article_id"),
                func=REPORTS_STANDING,
            ),
            pgtrigger.Trigger(
                name="confirmed_has_sentence",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("review_state"),
                timing=pgtrigger.Deferred,
                func=HAS_SENTENCE.format(report="NEW.id"),
            ),
            pgtrigger.Trigger(
                name="evidence_fits",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("event_id"),
                timing=pgtrigger.Deferred,
                func=EVIDENCE_FITS.format(condition="e.report_id = NEW.id"),
            ),
            pgtrigger.Trigger(
                name="type_has_its_roles",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("claimed_type_id"),
                timing=pgtrigger.Deferred,
                func=ROLES_ARE_LEGAL.format(condition="p.report_id = NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event.public_id} in {self.article}"

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}#{self.event.public_id}"

    @classmethod
    def redated(cls, issue: Issue, *, article: Article | None = None, write: bool) -> int:
        """Also: which report is the newest may change. Events, a table before this one, are dated anew by now."""
        touched = super().redated(issue, article=article, write=write)
        if write:
            cls.reordered(issue)
        return touched

    @classmethod
    def reordered(cls, issue: Issue) -> None:
        """Go along with a new date or order of the articles of `issue`: events show their newest report."""
        Event.objects.filter(reports__article__issue=issue).derive_again()

    @property
    def claimed_date_in_words(self) -> str:
        return Edtf.parse(self.claimed_date).in_words() if self.claimed_date else ""


class AttributionScope(models.TextChoices):
    """How we know that the source stands for the report."""

    EXPLICIT = "explicit", "Named in the sentence"
    PARAGRAPH = "paragraph", "Closes the paragraph"
    INHERITED = "inherited", "Carried over"


class OfReportQuerySet(models.QuerySet[Any]):
    """Rows that are public with their report."""

    def public(self) -> "OfReportQuerySet":
        return self.filter(report__in=Report.objects.public())

    def visible_to(self, user: Any) -> "OfReportQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class Attribution(Row):
    """Who said so: a cited report that stands for what the article reports."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="attributions")
    cited_report = models.ForeignKey(CitedReport, on_delete=models.PROTECT, related_name="attributions")
    scope = models.CharField(max_length=10, choices=AttributionScope, default=AttributionScope.PARAGRAPH)

    objects = OfReportQuerySet.as_manager()

    class Meta:
        ordering = ["report", "cited_report", "id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "cited_report"], name="attribution_is_made_once"),
            models.CheckConstraint(condition=Q(scope__in=AttributionScope.values), name="attribution_scope_is_known"),
        ]
        triggers = [
            *touches(Mark("reports", row="report_id")),
            pgtrigger.Trigger(
                name="cites_in_its_article",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM events_attribution t
                        JOIN events_report r ON r.id = t.report_id
                        JOIN articles_citedreport c ON c.id = t.cited_report_id
                        JOIN articles_citation n ON n.id = c.citation_id
                        WHERE t.id = NEW.id AND n.article_id <> r.article_id
                    ) THEN {refuse("attribution_cites_in_its_article", "Attribution % cites another article.")}
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return str(self.cited_report)
