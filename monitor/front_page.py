"""What the first page shows: how much there is, a sentence and its events, what came last, this day, and when."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count, IntegerField, QuerySet, Subquery
from django.http import QueryDict
from django.urls import reverse

from articles.models import Article, Issue, NewsSource, Publication
from articles.pages import contents
from events.models import Event
from events.pages import anniversaries, timeline
from events.pages.event_list import Row
from events.pages.specimen import newest_specimen

MOST_OF_THE_DAY = 6


class Totals(NamedTuple):
    """How much is public."""

    issues: int = 0
    articles: int = 0
    events: int = 0
    sources: int = 0


class Day(NamedTuple):
    """A day of the year with one event of each of the last years."""

    words: str
    href: str
    events: list[Row]


def front_page(today: date) -> dict[str, Any]:
    publications = list(publications_with_totals())
    over_time = timeline.timeline_of(QueryDict())
    return {
        "publications": publications,
        "totals": totals_of(publications),
        "specimen": newest_specimen(),
        "issues": contents.newest_issues(),
        "day": day_of(today),
        "timeline": over_time,
        "chart": timeline.chart_of(over_time),
        "calendar_year": over_time.periods[-1].year if over_time.periods else None,
    }


def publications_with_totals() -> QuerySet[Publication]:
    """The public publications, each with the totals of the whole archive: one statement for all of it."""
    return (
        Publication.objects.public()
        .annotate(
            issues_total=total(Issue.objects.public()),
            articles_total=total(Article.objects.public()),
            events_total=total(Event.objects.shown()),
            sources_total=total(NewsSource.objects.public()),
        )
        .order_by("title", "id")
    )


def total(rows: QuerySet) -> Subquery:
    counted = rows.order_by().annotate(whole=Count("*", output_field=IntegerField())).values("whole")
    counted.query.group_by = ()
    return Subquery(counted)


def totals_of(publications: list[Any]) -> Totals:
    """Of an archive without a public publication nothing else is public."""
    first = publications[0] if publications else None
    return Totals(*(getattr(first, f"{name}_total") for name in Totals._fields)) if first else Totals()


def day_of(today: date) -> Day:
    events = anniversaries.happened_on(today.month, today.day).distinct("date_lower")[:MOST_OF_THE_DAY]
    return Day(
        words=anniversaries.day_in_words(today.month, today.day),
        href=reverse("on-this-day", args=anniversaries.address_of(today)),
        events=[anniversaries.row_of(event) for event in events],
    )
