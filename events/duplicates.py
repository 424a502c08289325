"""The same happening in other articles: events that may be one with what an article reports.

Of equal type, with dates that overlap, and with a shared actor or place; at most five, best first. Each shared actor
counts, so does the place, and dates that are known beat open ones.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from articles.dates import bounds
from articles.models import Article
from events.models import Actor, Event, Participation, Place

MOST = 5


def likely_duplicates(
    article: Article, *, type: str, date: str = "", actors: Sequence[Actor] = (), place: Place | None = None
) -> list[Event]:
    """Known events like this one that the article does not report yet, each with `shared`, the best first."""
    here = Event.objects.filter(reports__article=article).values("pk")
    events = Event.objects.filter(type_id=type, merged_into__isnull=True).exclude(pk__in=here)
    events = _shared(_overlapping(events, date), actors, place)
    best = events.order_by("-shared", F("date_lower").desc(nulls_last=True), "-pk")
    return list(best.with_codes()[:MOST])


def _overlapping(events: QuerySet[Event], date: str) -> QuerySet[Event]:
    """Those that can have happened on a day of the date; a side without a bound is open."""
    lower, upper = bounds(date)
    if upper is not None:
        events = events.filter(Q(date_lower__isnull=True) | Q(date_lower__lte=upper))
    if lower is not None:
        events = events.filter(Q(date_upper__isnull=True) | Q(date_upper__gte=lower))
    return events


def _shared(events: QuerySet[Event], actors: Sequence[Actor], place: Place | None) -> Any:
    """Events with one of the actors or at the place, found by the indexes of participations and places."""
    own = Participation.objects.filter(actor__in=[actor.pk for actor in actors], report__isnull=True).order_by()
    candidates: Any = own.values("event")
    in_common = own.filter(event=OuterRef("pk")).values("event").annotate(count=Count("actor", distinct=True))
    shared: Any = Coalesce(Subquery(in_common.values("count")), 0)
    if place is not None:
        candidates = candidates.union(Event.objects.filter(place=place).order_by().values("pk"))
        shared = shared + Case(When(place=place, then=1), default=0, output_field=IntegerField())
    return events.filter(pk__in=candidates).annotate(shared=shared)
