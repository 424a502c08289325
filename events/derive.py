"""What an event's columns say of its reports: shown status, conflict, number of sources.

Only confirmed reports in published articles count. `derived` is the pure rule; `refresh` writes it where it differs.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import F, Prefetch
from django.db.models.functions import Coalesce

from articles.dates import Edtf
from events.models import Attribution, Event, Report, ReportStatus

CLAIMED_TRUE = {ReportStatus.OCCURRED, ReportStatus.ONGOING, ReportStatus.ALLEGED}


@dataclass(frozen=True)
class Testimony:
    """What one public report says of its event, empty claims filled from the event."""

    status: str
    background: bool
    printed: tuple[
        date, int, int, int, int
    ]  # day (the earliest possible where unknown), volume, number, order, position
    date: str
    place: frozenset[int]  # the place and all it lies in; empty where none is given
    place_id: int | None
    type: str
    sources: frozenset[int]


@dataclass(frozen=True)
class Derived:
    status: str = ""
    has_conflict: bool = False
    min_sources: int = 0


def derived(testimonies: Sequence[Testimony]) -> Derived:
    """The columns that follow from an event's public reports; without any: empty, false, 0."""
    if not testimonies:
        return Derived()
    news = [t for t in testimonies if not t.background] or list(testimonies)
    newest = max(news, key=lambda t: t.printed)
    sources = frozenset[int]().union(*(t.sources for t in testimonies))
    conflict = any(contradict(one, other) for one, other in combinations(testimonies, 2))
    return Derived(newest.status, conflict, len(sources))


def contradict(one: Testimony, other: Testimony) -> bool:
    """Whether two reports cannot both be right. That things move on (planned, then held) is no contradiction."""
    return (
        one.type != other.type
        or dates_exclude(one.date, other.date)
        or places_exclude(one, other)
        or denies(one.status, other.status)
        or denies(other.status, one.status)
    )


def denies(one: str, other: str) -> bool:
    """Whether `one` says that did not happen which `other` says did."""
    return one == ReportStatus.DENIED and other in CLAIMED_TRUE


def dates_exclude(one: str, other: str) -> bool:
    """Whether two dates with bounds have no day in common."""
    if not one or not other or one == other:
        return False
    first, second = Edtf.parse(one), Edtf.parse(other)
    bounded = all(d.lower or d.upper for d in (first, second))
    return bounded and not first.overlaps(second)


def places_exclude(one: Testimony, other: Testimony) -> bool:
    """Whether two places are given of which neither contains the other."""
    if one.place_id is None or other.place_id is None:
        return False
    return one.place_id not in other.place and other.place_id not in one.place


def refresh(events: Iterable[int]) -> int:
    """Write the derived columns of these events anew where they differ; the number of events changed."""
    wanted = derived_of(events)
    stale = []
    for event in Event.objects.filter(pk__in=wanted).order_by("pk").select_for_update(no_key=True):
        columns = wanted[event.pk]
        if (event.status, event.has_conflict, event.min_sources) != (
            columns.status,
            columns.has_conflict,
            columns.min_sources,
        ):
            event.status, event.has_conflict = columns.status, columns.has_conflict
            event.min_sources = columns.min_sources
            stale.append(event)
    Event.objects.bulk_update(stale, ["status", "has_conflict", "min_sources"], batch_size=500)
    return len(stale)


def derived_of(events: Iterable[int]) -> dict[int, Derived]:
    """For each event the columns that its public reports ask for."""
    wanted = set(events)
    testimonies = defaultdict(list)
    for report in _public_reports(wanted):
        testimonies[report.event_id].append(_testimony(report))
    return {event: derived(testimonies[event]) for event in wanted}


def _public_reports(events: set[int]) -> Iterable[Report]:
    sources = Attribution.objects.annotate(
        source=Coalesce(F("cited_report__news_source__merged_into"), F("cited_report__news_source"))
    )
    return (
        Report.objects.public()
        .filter(event__in=events)
        .select_related("event__place", "claimed_place", "article__issue")
        .defer("article__text")
        .prefetch_related(Prefetch("attributions", queryset=sources))
    )


def _testimony(report: Report) -> Testimony:
    event, article = report.event, report.article
    issue = article.issue
    place = report.claimed_place or event.place
    return Testimony(
        status=report.status,
        background=report.background,
        printed=(issue.date_upper or date.min, issue.volume, issue.number, article.order, article.position),
        date=report.claimed_date or event.date,
        place=frozenset([place.pk, *place.ancestors]) if place else frozenset(),
        place_id=place.pk if place else None,
        type=report.claimed_type_id or event.type_id,
        sources=frozenset(a.source for a in report.attributions.all()),
    )
