"""What a record must obey before the database is asked: codes of the codebook, dates, lawful roles."""

from collections.abc import Iterator

from articles.dates import DateRefused, Edtf
from events import codebook
from events.interchange.records import ActorRecord, EventRecord, EvidenceRecord, ReportRecord
from events.models import ActorKind, AttributionScope, EvidenceKind, ReportStatus, Role, number_of

READINGS = ("", "entity", "metonym", "phrase")


def faults(record: EventRecord) -> Iterator[str]:
    """What is wrong with the record, each as a sentence that names the place."""
    if record.public_id and number_of(record.public_id) is None:
        yield f"public_id is {record.public_id!r}: it must look like E000123."
    if not record.reports:
        yield "reports is empty: an event needs the article that reports it."
    yield from _code("type", record.type, {t["code"] for t in codebook.current().types})
    yield from _mode(record)
    for n, context in enumerate(record.contexts):
        yield from _code(f"contexts[{n}]", context, {c["code"] for c in codebook.current().contexts})
    yield from _date("date", record.date)
    yield from _actors("actors", record.actors, record.type)
    for n, report in enumerate(record.reports):
        yield from _report(f"reports[{n}]", report, record)


def unfit_to_confirm(where: str, report: ReportRecord, event: EventRecord) -> str | None:
    """Why the report cannot be confirmed: no sentence, or no recipient where its type demands one."""
    if not any(evidence.kind == EvidenceKind.SENTENCE for evidence in report.evidence):
        return f"{where} has no evidence of kind sentence: a confirmed report needs one."
    kind = report.claimed_type or event.type
    demanding = {t["code"] for t in codebook.current().types if t["needs_recipient"]}
    if kind in demanding and Role.RECIPIENT not in {a.role for a in report.claimed_actors or event.actors}:
        return f"{where} is of type {kind}, which needs a recipient: give one, or import without --confirm."
    return None


def _report(where: str, report: ReportRecord, event: EventRecord) -> Iterator[str]:
    kind = report.claimed_type or event.type
    yield from _code(f"{where}.status", report.status, set(ReportStatus.values))
    yield from _date(f"{where}.claimed_date", report.claimed_date)
    if report.claimed_type:
        yield from _code(f"{where}.claimed_type", report.claimed_type, {t["code"] for t in codebook.current().types})
    yield from _actors(f"{where}.claimed_actors", report.claimed_actors, kind)
    parts = {(a.name, a.role) for a in report.claimed_actors or event.actors}
    for n, evidence in enumerate(report.evidence):
        yield from _evidence(f"{where}.evidence[{n}]", evidence, parts)
    for n, source in enumerate(report.sources):
        yield from _date(f"{where}.sources[{n}].date", source.date)
        yield from _code(f"{where}.sources[{n}].scope", source.scope, set(AttributionScope.values))


def _evidence(where: str, evidence: EvidenceRecord, parts: set[tuple[str, str]]) -> Iterator[str]:
    yield from _code(f"{where}.kind", evidence.kind, set(EvidenceKind.values))
    yield from _code(f"{where}.reading", evidence.reading, set(READINGS))
    if not 0 <= evidence.start < evidence.end:
        yield f"{where} runs from {evidence.start} to {evidence.end}: the end must come after the start."
    if evidence.kind == EvidenceKind.PARTICIPANT and (evidence.actor, evidence.role) not in parts:
        yield f"{where} names {evidence.actor or 'nobody'} as {evidence.role or 'nothing'}: no actor of the event is."
    if evidence.kind == EvidenceKind.PLACE and evidence.reading == "metonym":
        yield f"{where} is a metonym: a government is no place, give it as a participant."


def _actors(where: str, actors: tuple[ActorRecord, ...], type_code: str) -> Iterator[str]:
    legal = next((set(t["roles"]) for t in codebook.current().types if t["code"] == type_code), set(Role.values))
    for n, actor in enumerate(actors):
        yield from _code(f"{where}[{n}].role", actor.role, legal)
        yield from _code(f"{where}[{n}].kind", actor.kind, {"", *ActorKind.values})
    if len({(a.name, a.role) for a in actors}) < len(actors):
        yield f"{where} gives an actor the same role twice: keep one."


def _mode(record: EventRecord) -> Iterator[str]:
    if record.mode:
        modes = {m["code"] for m in codebook.current().modes if m["type"] == record.type}
        yield from _code("mode", record.mode, modes)


def _code(where: str, value: str, allowed: set[str]) -> Iterator[str]:
    if value not in allowed:
        choices = ", ".join(sorted(code for code in allowed if code)) or "none for this type"
        yield f"{where} is {value[:60]!r}: choose of {choices}."


def _date(where: str, value: str) -> Iterator[str]:
    try:
        if value:
            Edtf.parse(value)
    except DateRefused as refusal:
        yield f"{where}: {refusal}"
