"""Rows to records: the content of events without ids and times, in one order for the same content."""

import dataclasses
from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db.models import Prefetch, QuerySet

from events.interchange.records import ActorRecord, EventRecord, EvidenceRecord, ReportRecord, SourceRecord
from events.models import Attribution, Event, Evidence, EvidenceKind, Mention, Participation, Report

BATCH = 500
SAID = ("event", "status", "hedged", "background", "claimed_date", "claimed_type", "claimed_place__name", "note")
ADDRESS = (
    "article__position",
    "article__issue__volume",
    "article__issue__number",
    "article__issue__publication__title",
)
GROUNDS = (
    *("report", "kind", "start", "end", "quote", "mention__reading"),
    *("participation__role", "participation__actor__name"),
)
VOUCHED = ("report", "scope", "cited_report__date", "cited_report__news_source__name")
Record = TypeVar("Record", ActorRecord, EvidenceRecord, SourceRecord)


def records(events: QuerySet[Event]) -> Iterator[EventRecord]:
    """The events as records, in the order of the query set, a bounded number in memory."""
    whole = events.select_related("mode", "place").prefetch_related(
        "event_contexts",
        Prefetch("participations", queryset=_participations()),
        Prefetch("reports", queryset=_reports()),
    )
    for event in whole.iterator(chunk_size=BATCH):
        yield record_of(event)


def line(record: EventRecord, *, with_id: bool = True) -> dict[str, Any]:
    """The record as a JSON object: empty values left out, defaults too where they are empty."""
    values = _object(record)
    return values if with_id else {key: value for key, value in values.items() if key != "public_id"}


def record_of(event: Event) -> EventRecord:
    """One event with its prefetched rows as a record."""
    own = [p for p in event.participations.all() if p.report_id is None]
    return EventRecord(
        public_id=event.public_id,
        label=event.label,
        type=event.type_id,
        mode=event.mode.code if event.mode else "",
        contexts=tuple(sorted(c.context_id for c in event.event_contexts.all())),
        date=event.date,
        place=event.place.name if event.place else "",
        actors=_actors(own),
        reports=tuple(
            sorted((_report(r) for r in event.reports.all()), key=lambda r: (r.address.casefold(), r.address))
        ),
    )


def _reports() -> QuerySet[Report]:
    """Each with the address of its article and what it rests on, and no column that no record needs."""
    evidence = Evidence.objects.anchored().select_related("participation__actor", "mention")
    attributions = Attribution.objects.select_related("cited_report__news_source")
    return (
        Report.objects.select_related("article__issue__publication", "claimed_place")
        .only(*SAID, *ADDRESS)
        .prefetch_related(
            Prefetch("claimed_participations", queryset=_participations()),
            Prefetch("evidence", queryset=evidence.only(*GROUNDS)),
            Prefetch("attributions", queryset=attributions.only(*VOUCHED)),
        )
    )


def _participations() -> QuerySet[Participation]:
    parts = Participation.objects.select_related("actor")
    return parts.only("event", "report", "role", "office", "actor__name", "actor__kind")


def _report(report: Report) -> ReportRecord:
    issue = report.article.issue
    return ReportRecord(
        publication=issue.publication.title,
        volume=issue.volume,
        issue=issue.number,
        position=report.article.position,
        status=report.status,
        hedged=report.hedged,
        background=report.background,
        claimed_date=report.claimed_date,
        claimed_place=report.claimed_place.name if report.claimed_place else "",
        claimed_type=report.claimed_type_id or "",
        claimed_actors=_actors(report.claimed_participations.all()),
        evidence=_in_order(_evidence(e) for e in report.evidence.all()),
        sources=_in_order(_source(a) for a in report.attributions.all()),
        note=report.note,
    )


def _actors(participations: Iterable[Participation]) -> tuple[ActorRecord, ...]:
    return _in_order(ActorRecord(p.actor.name, p.role, p.actor.kind, p.office) for p in participations)


def _evidence(evidence: Evidence) -> EvidenceRecord:
    part = evidence.participation
    return EvidenceRecord(
        kind=evidence.kind,
        start=evidence.start or 0,
        end=evidence.end or 0,
        quote=evidence.quote,
        actor=part.actor.name if part else "",
        role=part.role if part else "",
        reading=_reading(evidence, evidence.mention),
    )


def _reading(evidence: Evidence, mention: Mention | None) -> str:
    if evidence.kind not in (EvidenceKind.PARTICIPANT, EvidenceKind.PLACE):
        return ""
    return mention.reading if mention else "phrase"


def _source(attribution: Attribution) -> SourceRecord:
    cited = attribution.cited_report
    return SourceRecord(cited.news_source.name, cited.date, attribution.scope)


def _object(record: Any) -> dict[str, Any]:
    values = ((name, getattr(record, name)) for name in _names(type(record)))
    return {name: _plain(value) for name, value in values if _is_given(value)}


def _plain(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return [_object(one) if dataclasses.is_dataclass(one) else one for one in value]


def _is_given(value: Any) -> bool:
    """Nought is an offset; no, nothing and nobody are the defaults."""
    return bool(value) or (isinstance(value, int) and not isinstance(value, bool))


@cache
def _names(record: type[Any]) -> tuple[str, ...]:
    """The fields that a line has; where a record was read is none of its content."""
    return tuple(field.name for field in dataclasses.fields(record) if field.compare)


def _in_order(rows: Iterable[Record]) -> tuple[Record, ...]:
    """Flat records by all their values."""
    whole = list(rows)
    return tuple(sorted(whole, key=attrgetter(*_names(type(whole[0]))))) if whole else ()
