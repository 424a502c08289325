"""Whether a record says what the archive has: other spellings of the same names, another order, no difference."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from articles.dates import Edtf
from events.interchange.archive import Archive
from events.interchange.names import Names
from events.interchange.records import ActorRecord, EventRecord, EvidenceRecord, ReportRecord, SourceRecord

Record = TypeVar("Record")


class Canon:
    """Records under the names that the archive uses."""

    def __init__(self, archive: Archive, actors: Names, places: Names) -> None:
        self.archive, self.actors, self.places = archive, actors, places

    def same(self, record: EventRecord, stored: EventRecord) -> bool:
        """Whether all that `record` gives is what `stored` has; an id, and kinds left out, do not count."""
        return self.event(record) == self.event(stored)

    def event(self, record: EventRecord) -> EventRecord:
        return replace(
            record,
            public_id="",
            date=_date(record.date),
            contexts=tuple(sorted(set(record.contexts))),
            place=self._place(record.place),
            actors=_sorted(self._actor(a) for a in record.actors),
            reports=_sorted(self._report(r) for r in record.reports),
        )

    def _report(self, report: ReportRecord) -> ReportRecord:
        return replace(
            report,
            publication=self.archive.titles.get(report.publication.casefold(), report.publication),
            claimed_date=_date(report.claimed_date),
            claimed_place=self._place(report.claimed_place),
            claimed_actors=_sorted(self._actor(a) for a in report.claimed_actors),
            evidence=_sorted(self._evidence(e) for e in report.evidence),
            sources=_sorted({self._source(s, report) for s in report.sources}),
        )

    def _actor(self, actor: ActorRecord) -> ActorRecord:
        row = self.actors.find(actor.name, actor.kind)
        return replace(actor, name=row.name, kind=row.kind) if row else actor

    def _evidence(self, evidence: EvidenceRecord) -> EvidenceRecord:
        row = self.actors.find(evidence.actor) if evidence.actor else None
        usual = "entity" if evidence.kind in ("participant", "place") else ""
        name = row.name if row else evidence.actor
        return replace(evidence, actor=name, reading=evidence.reading or usual)

    def _source(self, source: SourceRecord, report: ReportRecord) -> SourceRecord:
        name, date = self.archive.source_of(report, source)
        return replace(source, source=name, date=date)

    def _place(self, name: str) -> str:
        row = self.places.find(name) if name else None
        return row.name if row else name


def _date(value: str) -> str:
    return str(Edtf.parse(value)) if value else ""


def _sorted(records: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=repr))
