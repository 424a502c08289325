"""The same event reported elsewhere: a few candidates with their evidence, the likeliest first."""

from dataclasses import dataclass, field
from datetime import date as Day
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Exists, FloatField, OuterRef, Q, Value

from articles.dates import bounds
from articles.models import Article
from events.duplicates import likely_duplicates
from events.models import Actor, Event, Evidence, EvidenceKind, Participation, Place
from events.workbench.reports import Document, event_documents

MOST = 5
LOOKED_AT = 200
MOST_REPORTS = 3
LONGEST_AGO = timedelta(days=400)  # what began earlier and still lasts is offered by its actors alone
LEAST = 0.4


@dataclass(frozen=True)
class Sought:
    """What is known of the event that might be known."""

    type: str = ""
    date: str = ""
    actors: tuple[str, ...] = ()
    place: str = ""
    label: str = ""
    bounds: tuple[Day | None, Day | None] = field(default=(None, None))

    @classmethod
    def of(cls, *, date: str = "", **values: Any) -> "Sought":
        return cls(date=date, bounds=bounds(date), **values)


def known_events(sought: Sought, article: Article, user: User) -> list[Document]:
    """At most five events that other articles report and that may be the one sought."""
    events = _candidates(sought, article)
    actors = _actors_of(events)
    scored = sorted(((*_score(sought, event, actors.get(event.pk, {})), event) for event in events), key=_rank)
    best = [one for one in scored if one[0] >= LEAST][:MOST]
    documents = event_documents([event for _, _, event in best], user)
    reports = _reports([event for _, _, event in best])
    return [
        {"event": document, "score": round(score, 2), "why": why, "reports": reports[event.pk]}
        for document, (score, why, event) in zip(documents, best, strict=True)
    ]


def _rank(one: tuple[float, list[str], Event]) -> tuple[float, int]:
    return -one[0], one[2].pk


def _candidates(sought: Sought, article: Article) -> list[Event]:
    """Those near in two respects at least: date, type, actors, place, words; and likely ones whose date is open."""
    at_hand = Event.objects.filter(merged_into__isnull=True, reports__isnull=False).distinct()
    likeness = TrigramSimilarity("label", sought.label) if sought.label else Value(0.0, output_field=FloatField())
    events = at_hand.exclude(reports__article=article).annotate(likeness=likeness).with_codes()
    near = list(events.filter(_near(sought)).order_by("-likeness", "-pk")[:LOOKED_AT])
    others = {event.pk for event in _likely(sought, article)} - {event.pk for event in near}
    return [*near, *(events.filter(pk__in=others) if others else ())]


def _likely(sought: Sought, article: Article) -> list[Event]:
    if not sought.type:
        return []
    actors = list(Actor.objects.filter(slug__in=sought.actors))
    place = Place.objects.filter(slug=sought.place).first() if sought.place else None
    return likely_duplicates(article, type=sought.type, date=sought.date, actors=actors, place=place)


def _near(sought: Sought) -> Q:
    shared = Q(Exists(_parts().filter(event=OuterRef("pk"), actor__slug__in=sought.actors)))
    kind, place = Q(type=sought.type), Q(place__slug=sought.place)
    lower, upper = sought.bounds
    if lower is None or upper is None:
        return (kind & (shared | place)) | (shared & place)
    same_time = Q(date_lower__lte=upper, date_upper__gte=lower, date_lower__gte=lower - LONGEST_AGO)
    return same_time & (kind | shared | place)


def _parts() -> Any:
    return Participation.objects.of_event_itself()


def _actors_of(events: list[Event]) -> dict[int, dict[str, str]]:
    """By event: its actors' names by slug."""
    found: dict[int, dict[str, str]] = {}
    for number, slug, name in _parts().filter(event__in=events).values_list("event", "actor__slug", "actor__name"):
        found.setdefault(number, {})[slug] = name
    return found


def _score(sought: Sought, event: Any, actors: dict[str, str]) -> tuple[float, list[str]]:
    """How likely it is the same, from 0 to 1, and why in words."""
    shared = [name for slug, name in actors.items() if slug in sought.actors]
    share = len(shared) / max(len(sought.actors), 1)
    day = 0.3 if sought.date and event.date == sought.date else 0.2 if _same_time(sought, event) else 0.0
    is_type, is_place = event.type_id == sought.type, bool(event.place and event.place.slug == sought.place)
    told = [
        (day, "the same day" if day == 0.3 else "about the same time"),
        (0.2 * is_type, event.type.label),
        (0.1 * is_place, str(event.place)),
        (0.25 * share, ", ".join(shared)),
        (0.15 * event.likeness, "much the same words" if event.likeness >= 0.5 else ""),
    ]
    return sum(points for points, _ in told), [word for points, word in told if points and word]


def _same_time(sought: Sought, event: Event) -> bool:
    lower, upper = sought.bounds
    if None in (lower, upper, event.date_lower, event.date_upper):
        return False
    return event.date_lower <= upper and event.date_upper >= lower


def _reports(events: list[Event]) -> dict[int, list[Document]]:
    """By event: where it is reported, each with its first sentence."""
    sentences = Evidence.objects.anchored().filter(report__event__in=events, kind=EvidenceKind.SENTENCE)
    rows = sentences.select_related("report", "article__issue__publication").defer("article__text")
    told: dict[int, dict[int, Document]] = {event.pk: {} for event in events}
    for one in rows.order_by("report_id", "start", "pk"):
        reports = told[one.report.event_id]
        if one.report_id not in reports and len(reports) < MOST_REPORTS:
            reports[one.report_id] = _report(one)
    return {event: list(reports.values()) for event, reports in told.items()}


def _report(sentence: Evidence) -> Document:
    article = sentence.article
    return {
        "article": article.pk,
        "title": article.title,
        "url": article.get_absolute_url(),
        "date": article.issue.date,
        "quote": sentence.quote,
    }
