"""Rows to records: the content of events without ids and times, in one order for the same content."""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Prefetch, QuerySet

from events.interchange.records import ActorRecord, EventRecord, EvidenceRecord, ReportRecord, SourceRecord
from events.models import Attribution, Event, Evidence, EvidenceKind, Mention, Participation, Report

BATCH = 500


def records(events: QuerySet[Event]) -> Iterator[EventRecord]:
    """The events as records, in the order of the query set, a bounded number in memory."""
    whole = events.select_related("mode", "place").prefetch_related(
        "event_contexts",
        Prefetch("participations", queryset=Participation.objects.select_related("actor")),
        Prefetch("reports", queryset=_reports()),
    )
    for event in whole.iterator(chunk_size=BATCH):
        yield record_of(event)


def line(record: EventRecord, *, with_id: bool = True) -> dict[str, Any]:
    """The record as a JSON object: empty values left out, defaults too where they are empty."""
    values = _without_empty(dataclasses.asdict(record))
    values.pop("path", None)
    values.pop("line", None)
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
    return Report.objects.select_related("article__issue__publication", "claimed_place").prefetch_related(
        Prefetch("claimed_participations", queryset=Participation.objects.select_related("actor")),
        Prefetch("evidence", queryset=Evidence.objects.anchored().select_related("participation__actor", "mention")),
        Prefetch("attributions", queryset=Attribution.objects.select_related("cited_report__news_source")),
    )


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
        evidence=tuple(sorted((_evidence(e) for e in report.evidence.all()), key=dataclasses.astuple)),
        sources=tuple(sorted((_source(a) for a in report.attributions.all()), key=dataclasses.astuple)),
        note=report.note,
    )


def _actors(participations: Iterable[Participation]) -> tuple[ActorRecord, ...]:
    parts = (ActorRecord(p.actor.name, p.role, p.actor.kind, p.office) for p in participations)
    return tuple(sorted(parts, key=dataclasses.astuple))


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


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        whole = {key: _without_empty(one) for key, one in value.items()}
        return {key: one for key, one in whole.items() if one or (isinstance(one, int) and not isinstance(one, bool))}
    return [_without_empty(one) for one in value] if isinstance(value, (list, tuple)) else value
