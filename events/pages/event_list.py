"""Events and articles as the rows of long lists, and the facets by which events are narrowed."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict

from articles.dates import MONTHS
from articles.models import NewsSource
from articles.pages.listing import Facet, facet, narrowed
from events.filters import EventFilters
from events.models import Actor, Attribution, Event, EventType, Participation, Report, ReportStatus
from events.pages.places import most_within
from events.pages.wording import Said, kind_said, status_said

MOST_OPTIONS = 8
Counted = Iterable[tuple[str, str, int]]


class Row(NamedTuple):
    """An event as a list shows it."""

    href: str
    label: str
    status: Said
    when: str
    about: list[str]
    kind: str
    has_conflict: bool
    year: str


def with_what_rows_show(events: QuerySet[Event]) -> QuerySet[Event]:
    """Each with who takes part and in how many articles it is reported: one statement for a page."""
    parts = Participation.objects.public().filter(event=OuterRef("pk"), report=None).order_by("id")
    reports = Report.objects.public().filter(event=OuterRef("pk"))
    count = reports.order_by().values("event").annotate(n=Count("pk")).values("n")
    return events.with_codes().annotate(parts=ArraySubquery(parts.values("actor__name")), report_count=count)


def row_of(event: Event) -> Row:
    names = list(dict.fromkeys(event.parts))
    people = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    reports = f"{event.report_count} report{'' if event.report_count == 1 else 's'}"
    return Row(
        href=event.get_absolute_url(),
        label=event.label,
        status=status_said(event.status, event.type_id),
        when=event.date_in_words,
        about=[part for part in (event.place.name if event.place else "", people, reports) if part],
        kind=kind_said(event),
        has_conflict=event.has_conflict,
        year=str(event.date_lower.year) if event.date_lower else "",
    )


def by_month(events: Iterable[Event], *, newest_first: bool) -> list[tuple[str, list[Row]]]:
    """Events in the order of a list by date, under the months of the days by which it sorts them."""
    held = groupby(events, key=lambda event: month_of(event, newest_first=newest_first))
    return [(month, [row_of(event) for event in found]) for month, found in held]


def month_of(event: Event, *, newest_first: bool) -> str:
    days = (event.date_upper, event.date_lower) if newest_first else (event.date_lower, event.date_upper)
    day = days[0] or days[1]
    return f"{MONTHS[day.month - 1]} {day.year}" if day else "Date not known"


def facets_of(query: QueryDict) -> list[Facet]:
    """Kind, status, those taking part and sources, each counted as if it were not chosen itself."""
    return [facet(query, name, counted(without(query, name))) for name, counted in FACETS.items()]


def kinds_said_by(source: NewsSource) -> Facet:
    """The kinds of the events that `source` is cited for, each as the list of these."""
    asked = QueryDict(mutable=True)
    asked["source"] = source.slug
    return facet(asked, "type", by_type(narrowed(Event.objects.public(), asked, EventFilters).order_by()))


def without(query: QueryDict, name: str) -> QuerySet[Event]:
    return narrowed(Event.objects.public(), query, EventFilters, without=name).order_by()


def by_type(events: QuerySet[Event]) -> Counted:
    labels = dict(EventType.objects.values_list("code", "label"))
    return [(code, labels[code], n) for code, n in most(events.values_list("type"), Count("pk"))]


def by_status(events: QuerySet[Event]) -> Counted:
    counted = most(events.exclude(status="").values_list("status"), Count("pk"))
    return [(code, str(ReportStatus(code).label), n) for code, n in counted]


def by_actor(events: QuerySet[Event]) -> Counted:
    parts = Participation.objects.public().filter(event__in=events)
    return named(Actor, most(parts.values_list("actor"), Count("event", distinct=True)))


def by_place(events: QuerySet[Event]) -> Counted:
    """Places with all that lies in them, and what reports claim instead: as many as the filter `place` finds."""
    return [(place.slug, place.name, n) for place, n in most_within(events, MOST_OPTIONS)]


def by_source(events: QuerySet[Event]) -> Counted:
    said = Attribution.objects.filter(report__in=Report.objects.public().filter(event__in=events))
    said = said.exclude(cited_report__citation__state="orphan")
    source = Coalesce(F("cited_report__news_source__merged_into"), F("cited_report__news_source"))
    counted = most(said.annotate(source=source).values_list("source"), Count("report__event", distinct=True))
    return named(NewsSource, counted)


def most(grouped: QuerySet, count: Count) -> list[Any]:
    """The values that the most rows have, the most frequent first."""
    return list(grouped.annotate(n=count).order_by("-n", *grouped._fields)[:MOST_OPTIONS])


def named(model: type[Actor | NewsSource], counted: Iterable[tuple[int, int]]) -> Counted:
    """Rows for their keys, by their addresses and names."""
    counts = dict(counted)
    rows = model._default_manager.in_bulk(counts)
    return [(rows[key].slug, rows[key].name, n) for key, n in counts.items()]


FACETS: dict[str, Callable[[QuerySet[Event]], Counted]] = {
    "type": by_type,
    "status": by_status,
    "actor": by_actor,
    "place": by_place,
    "source": by_source,
}
