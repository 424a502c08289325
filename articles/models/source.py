from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import Lower
from django.urls import reverse

from articles.dates import Edtf
from articles.history import tracked
from articles.models.article_status import of_public
from articles.models.asked_by_row import found
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.dated import DatedByWords
from articles.models.guards import merged_into_final, span_triggers
from articles.models.public_change import Touch
from articles.models.row import Revisioned
from articles.models.search import Facet, SearchedAs, names_triggers, search_triggers
from articles.models.span import Span, SpanQuerySet, SpanState, of_span, to_check
from articles.models.touches import UPDATE, Mark, touches
from articles.rights import may_read_hidden
from articles.text import sort_key


class SourceKind(models.TextChoices):
    AGENCY = "agency", "News agency"
    NEWSPAPER = "newspaper", "Newspaper"
    BROADCASTER = "broadcaster", "Broadcaster"
    OFFICIAL = "official", "Official body"
    COLLECTIVE = "collective", "Several sources as one"
    DIGEST = "digest", "Digest"


class DateOrigin(models.TextChoices):
    """Who read a date from the words: a rule, which reads again when the issue's date changes, or a person."""

    RULE = "rule", "Read by rule"
    PERSON = "person", "Typed by a person"


# From cited reports `r` to the published articles `a` in which they stand.
CITING = """
    JOIN articles_citation n ON n.id = r.citation_id
    JOIN articles_article a ON a.id = n.article_id AND a.status = 'published'
"""


class NewsSourceQuerySet(models.QuerySet["NewsSource"]):
    def public(self) -> "NewsSourceQuerySet":
        """Those that a published citation names; merged ones never."""
        cited = CitedReport.objects.public()
        itself = found(cited.filter(news_source=OuterRef("pk")))
        by_another_name = found(cited.filter(news_source__merged_into=OuterRef("pk")))
        return self.filter(models.Q(itself) | models.Q(by_another_name), merged_into__isnull=True)

    def visible_to(self, user: Any) -> "NewsSourceQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class NewsSource(Revisioned):
    """Who the digest cites: an agency, a paper, a broadcaster. Made once a spelling by the import; editors merge."""

    SEARCHED_AS = SearchedAs(Facet.SOURCE, value="slug", label="name")

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200, help_text="As the digest prints it.")
    sort_key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=12, choices=SourceKind, blank=True, help_text="Empty until somebody has looked.")
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, such as JP.")
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = NewsSourceQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["sort_key", "id"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="news_source_is_one_a_spelling"),
            models.CheckConstraint(condition=~models.Q(slug=""), name="news_source_has_slug"),
            models.CheckConstraint(condition=~models.Q(name=""), name="news_source_has_name"),
            models.CheckConstraint(
                condition=models.Q(kind="") | models.Q(kind__in=SourceKind.values), name="news_source_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(country="") | models.Q(country__regex=r"^[A-Z]{2}$"),
                name="news_source_country_is_iso_code",
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="news_source_by_name"),  # lists from A to Z, at the desk too
            models.Index(
                fields=["sort_key"], opclasses=["varchar_pattern_ops"], name="news_source_by_beginning"
            ),  # look-up as she types
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            merged_into_final("articles_newssource"),
            *touches(
                Mark("sources", without=("revision", "sort_key")),
                Mark("sources", Touch.NAMED, columns=("slug", "name", "merged_into_id"), on=(UPDATE,)),
                Mark("sources", Touch.MAYBE, row="merged_into_id", columns=("merged_into_id",)),
            ),
            *names_triggers("articles.newssource", "id", "name", "aliases"),
            *search_triggers(
                f"SELECT a.id FROM {{rows}} c JOIN articles_citedreport r ON r.news_source_id = c.id {CITING}",
                ["merged_into_id"],
                on=["updated"],
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("source", args=[self.slug])


class CitationQuerySet(SpanQuerySet):
    def public(self) -> "CitationQuerySet":
        """Those of published articles that stand on words."""
        return self.filter(of_public("article")).exclude(state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "CitationQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class Citation(Span):
    """One place in a text that names sources: `(Kyodo, May 28-29; AP, May 29)`. Found by grammar at the import."""

    objects = CitationQuerySet.as_manager()

    class Meta(Span.Meta):
        ordering = ["article", "start", "id"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "start", "end"],
                deferrable=models.Deferrable.DEFERRED,  # a correction moves several at once
                name="citation_is_one_of_its_place",
            ),
        ]
        indexes = [to_check("citation_to_check")]
        triggers = [
            *span_triggers("articles_citation"),
            *touches(*of_span("citations", cosmetic=("text_version",))),
            *search_triggers(
                "SELECT a.id FROM {rows} c JOIN articles_article a ON a.id = c.article_id AND a.status = 'published'",
                ["article_id", "state"],
                on=["updated", "deleted"],
            ),
        ]


class CitedReportQuerySet(models.QuerySet["CitedReport"]):
    def public(self) -> "CitedReportQuerySet":
        return self.filter(of_public("citation__article")).exclude(citation__state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "CitedReportQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class CitedReport(DatedByWords, Revisioned):
    """One source of a citation with the date given to it: `Kyodo, May 28-29`."""

    DATED_IN = "citation__article__issue"

    citation = models.ForeignKey(Citation, on_delete=models.CASCADE, related_name="reports")
    news_source = models.ForeignKey(NewsSource, on_delete=models.PROTECT, related_name="cited_reports")
    date = EdtfField()
    date_lower = BoundField(of="date", side="lower")
    date_upper = BoundField(of="date", side="upper")
    date_words = models.CharField(max_length=100, blank=True, help_text="The date as printed, such as May 28-29.")
    date_origin = models.CharField(max_length=6, choices=DateOrigin, default=DateOrigin.RULE)
    date_to_check = models.BooleanField(default=False)

    objects = CitedReportQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["citation", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["citation", "news_source", "date", "date_words"], name="cited_report_is_named_once"
            ),
            models.CheckConstraint(
                condition=models.Q(date_origin__in=DateOrigin.values), name="cited_report_date_origin_is_known"
            ),
            bounds_in_order("date", "cited_report_date_bounds_in_order"),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(date_to_check=True), name="cited_report_date_to_check"
            ),  # the desk's list of dates to check
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            *touches(
                Mark("citations", row="citation_id", without=("date_origin", "date_to_check", "revision")),
                Mark(
                    "sources",
                    Touch.MAYBE,
                    row="news_source_id",
                    columns=("citation_id", "news_source_id"),
                    beside=("citation_id", "citations"),  # thousands of drafts may cite it, and change nothing
                ),
            ),
            *search_triggers(f"SELECT a.id FROM {{rows}} r {CITING}", ["citation_id", "news_source_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.news_source}, {self.date_words or self.date}".rstrip(", ")

    @property
    def date_in_words(self) -> str:
        return Edtf.parse(self.date).in_words() if self.date else self.date_words
