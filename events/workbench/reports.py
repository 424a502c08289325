"""Reports as documents, any number of them in the same few statements."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from articles.models import Article
from events.editing.events import may_change_where
from events.editing.reports import may_change
from events.models import Attribution, Event, EventContext, Evidence, Participation, Report, ReviewState
from events.workbench.held import HeldOffices

Document = dict[str, Any]
PLAIN_OF_REPORT = (
    "status",
    "hedged",
    "background",
    "note",
    "claimed_date",
    "claimed_date_words",
    "claimed_date_origin",
    "claimed_date_to_check",
    "review_state",
    "review_reason",
)
PLAIN_OF_EVENT = (
    "revision",
    "label",
    "date",
    "date_words",
    "date_origin",
    "date_to_check",
    "geo_precision",
    "codebook_version",
)


def report_document(report: Report, user: User) -> Document:
    """The report as it is stored now."""
    return documents_of(Report.objects.filter(pk=report.pk), user)[0]


def documents_of(reports: QuerySet[Report], user: User) -> list[Document]:
    """Each report with its event, claims, evidence and sources, and what the user may change of it."""
    related = ("event__type", "event__mode", "event__place", "claimed_place", "coder")
    rows = list(reports.select_related(*related).order_by("pk"))
    read = _Parts([row.event for row in rows], rows)
    return [_report(row, read, user) for row in rows]


def event_documents(events: Iterable[Event], user: User) -> list[Document]:
    """Each event by itself; its type, mode and place are read with it."""
    rows = list(events)
    read = _Parts(rows, [])
    return [_event(row, read, user) for row in rows]


class _Parts:
    """What hangs on events and reports, one statement a table."""

    def __init__(self, events: list[Event], reports: list[Report]) -> None:
        numbers, pks = {event.pk for event in events}, [report.pk for report in reports]
        self.parts = _by("event_id", _participations(numbers))
        self.contexts = _by("event_id", EventContext.objects.filter(event__in=numbers).order_by("context__position"))
        confirmed = Report.objects.filter(event__in=numbers, review_state=ReviewState.CONFIRMED)
        self.confirmed = _by("event_id", confirmed.only("event_id"))
        self.evidence = _by("report_id", _evidence(pks))
        self.attributions = _by("report_id", _attributions(pks))
        self.held = HeldOffices(part.actor_id for parts in self.parts.values() for part in parts)


def _by(key: str, rows: Iterable[Any]) -> dict[int, list[Any]]:
    grouped: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[getattr(row, key)].append(row)
    return grouped


def _participations(events: set[int]) -> QuerySet[Participation]:
    return Participation.objects.filter(event__in=events).select_related("actor").order_by("pk")


def _evidence(reports: list[int]) -> QuerySet[Evidence]:
    named = ("participation__actor", "mention__actor", "mention__place")
    return Evidence.objects.filter(report__in=reports).select_related(*named).order_by("start", "end", "pk")


def _attributions(reports: list[int]) -> QuerySet[Attribution]:
    said = Attribution.objects.filter(report__in=reports).select_related("cited_report__news_source")
    return said.order_by("cited_report_id", "pk")


def _report(report: Report, read: _Parts, user: User) -> Document:
    day = (report.claimed_date_lower, report.claimed_date_upper)
    day = day if report.claimed_date else (report.event.date_lower, report.event.date_upper)
    claims = [part for part in read.parts[report.event_id] if part.report_id == report.pk]
    return {
        "id": report.pk,
        "revision": report.revision,
        "article": report.article_id,
        "may_change": may_change(report, user),
        "coder": report.coder.get_username(),
        "event": _event(report.event, read, user),
        **{name: getattr(report, name) for name in PLAIN_OF_REPORT},
        "claimed_place": _named(report.claimed_place),
        "claimed_type": report.claimed_type_id,
        "claimed_participations": [_part(part, read.held, day) for part in claims],
        "evidence": [_words(one) for one in read.evidence[report.pk]],
        "attributions": [_attribution(one) for one in read.attributions[report.pk]],
    }


def _event(event: Event, read: _Parts, user: User) -> Document:
    confirmed = len(read.confirmed[event.pk])
    day = (event.date_lower, event.date_upper)
    own = [part for part in read.parts[event.pk] if part.report_id is None]
    return {
        "public_id": event.public_id,
        **{name: getattr(event, name) for name in PLAIN_OF_EVENT},
        "type": event.type_id,
        "mode": event.mode.code if event.mode else "",
        "contexts": [one.context_id for one in read.contexts[event.pk]],
        "date_read_in": event.date_read_in_id,
        "place": _named(event.place),
        "participations": [_part(part, read.held, day) for part in own],
        "confirmed_reports": confirmed,
        "may_change": may_change_where(event, user, confirmed=confirmed > 0),
    }


def _named(row: Any) -> Document | None:
    return {"slug": row.slug, "name": row.name, "kind": row.kind} if row is not None else None


def _part(part: Participation, held: HeldOffices, day: tuple[Any, Any]) -> Document:
    office = held.on(part.actor_id, *day)
    return {"role": part.role, "actor": _named(part.actor), "office": part.office, "held": office}


def _words(one: Evidence) -> Document:
    part, mention = one.participation, one.mention
    return {
        "id": one.pk,
        "kind": one.kind,
        "state": one.state,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "participation": {"actor": part.actor.slug, "role": part.role} if part else None,
        "mention": _mention(mention) if mention else None,
    }


def _mention(mention: Any) -> Document:
    row = mention.actor or mention.place
    return {
        "id": mention.pk,
        "revision": mention.revision,
        "kind": mention.kind,
        "slug": row.slug,
        "name": row.name,
        "reading": mention.reading,
    }


def _attribution(one: Attribution) -> Document:
    cited = one.cited_report
    return {"cited_report": cited.pk, "scope": one.scope, "source": cited.news_source.slug, "date": cited.date}


def mention_documents(article: Article) -> list[Document]:
    """Every name in the article, event or not."""
    rows = article.mentions.select_related("actor", "place").order_by("start", "end", "pk")
    return [mention_document(row) for row in rows]


def mention_document(mention: Any) -> Document:
    """One name in a text, with its words."""
    row = mention.actor or mention.place
    words = {name: getattr(mention, name) for name in ("start", "end", "quote", "state")}
    return {**_mention(mention), "is": row.kind, **words}
