"""The feeds of articles and events."""

from typing import Any

from django.db.models import Max, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Left

from articles.feeds import Entry, Feed
from articles.models import Article, TextVersion
from articles.pages.contents import OPENING
from articles.pages.leads import lead_of
from articles.quoting import heading_of
from events.filters import ArticleEventFilters, EventFilters
from events.models import Event, Report
from events.pages.event_list import row_of, with_what_rows_show


class ArticleFeed(Feed):
    """Articles by the time at which they first became public."""

    filterset = ArticleEventFilters
    title = "Monitor: articles"
    list_name = "articles"

    def public_rows(self) -> QuerySet[Article]:
        made = TextVersion.objects.filter(article=OuterRef("pk"), number=OuterRef("text_version"))
        return (
            Article.objects.public()
            .with_issue()
            .defer("text", "notes")
            .annotate(opening=Left("text", OPENING), text_made_at=Subquery(made.values("made_at")))
        )

    def newest(self, rows: QuerySet[Article]) -> QuerySet[Article]:
        return rows.order_by("-published_at", "-id")

    def entry(self, article: Any) -> Entry:
        return Entry(
            href=article.get_absolute_url(),
            title=heading_of(article),
            summary=lead_of(article),
            author=article.byline,
            published=article.published_at,
            updated=max(article.published_at, article.text_made_at),
        )


class EventFeed(Feed):
    """Events, the latest entry of the record first."""

    filterset = EventFilters
    title = "Monitor: events"
    list_name = "events"

    def public_rows(self) -> QuerySet[Event]:
        printed = Report.objects.public().filter(event=OuterRef("pk")).order_by().values("event")
        first, last = Min("article__published_at"), Max("article__published_at")
        return with_what_rows_show(Event.objects.public()).annotate(
            first_told=Subquery(printed.annotate(at=first).values("at")),
            last_told=Subquery(printed.annotate(at=last).values("at")),
        )

    def newest(self, rows: QuerySet[Event]) -> QuerySet[Event]:
        return rows.order_by("-id")

    def entry(self, event: Any) -> Entry:
        row = row_of(event)
        return Entry(
            href=row.href,
            title=row.label,
            summary=" · ".join(part for part in (row.status.word, row.when, *row.about) if part),
            author="",
            published=event.first_told,
            updated=event.last_told,
        )
