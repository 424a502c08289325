"""The columns of an event that its public reports decide, written where they differ."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models

from events.derive import Derived, Testimony, derived

COLUMNS = ("status", "has_conflict", "min_sources")


class ShownQuerySet(models.QuerySet[Any]):
    """Query sets of events that can bring what they show up to date."""

    def derive_again(self) -> int:
        """Write the derived columns of these events where they differ; how many did."""
        keys = list(self.values_list("pk", flat=True))
        events = list(self.model.objects.filter(pk__in=keys).order_by("pk").select_for_update(no_key=True))
        wanted = self.model.objects.filter(pk__in=keys).derived()  # read once nobody else can write them
        stale = [event for event in events if _take(event, wanted[event.pk])]
        self.model.objects.bulk_update(stale, COLUMNS, batch_size=500)
        return len(stale)

    def derived(self) -> dict[int, Derived]:
        """For each of these events the columns that its public reports ask for."""
        events = set(self.values_list("pk", flat=True))
        testimonies = defaultdict(list)
        for report in self._public_reports(events):
            testimonies[report.event_id].append(_testimony(report))
        return {event: derived(testimonies[event]) for event in events}

    def _public_reports(self, events: set[int]) -> Iterable[Any]:
        reports = self.model.reports.rel.related_model.objects.public().filter(event__in=events)
        return (
            reports.select_related("event__place", "claimed_place", "article__issue__publication")
            .defer("article__text")
            .prefetch_related("attributions__cited_report__news_source")
        )


def _take(event: Any, columns: Derived) -> bool:
    """Give the event the columns; whether any differed."""
    before = [getattr(event, name) for name in COLUMNS]
    for name in COLUMNS:
        setattr(event, name, getattr(columns, name))
    return before != [getattr(event, name) for name in COLUMNS]


def _testimony(report: Any) -> Testimony:
    event, place = report.event, report.claimed_place or report.event.place
    sources = (attribution.cited_report.news_source for attribution in report.attributions.all())
    return Testimony(
        status=report.status,
        background=report.background,
        printed=_printed(report.article),
        date=report.claimed_date or event.date,
        place=frozenset([place.pk, *place.ancestors]) if place else frozenset(),
        place_id=place.pk if place else None,
        type=report.claimed_type_id or event.type_id,
        sources=frozenset(source.merged_into_id or source.pk for source in sources),
    )


def _printed(article: Any) -> tuple[date, int, int, int, int, str]:
    issue = article.issue
    place = (issue.volume, issue.number, article.order, article.position)
    return (issue.date_upper or date.min, *place, issue.publication.slug)
