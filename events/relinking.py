"""A report goes to another event: what it says goes along, and so do the words on which it rests.

What a report leaves empty it says as its event does. Where the two events differ it keeps what it said as its claims;
evidence that names a participation of the old event names the equal one, by actor and role, of the new event or claim.
"""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from events.models import Event, Evidence, Participation, Report

Part = tuple[int, str]  # actor and role


def relink(report: Report, target: Event) -> dict[str, Any]:
    """Let the report be one of `target`; what that took, for `take_back`."""
    source = report.event
    values = _claims_where_different(report, source, target)
    before = {name: getattr(report, name) for name in values}
    said = own_parts(source)
    speaks = said.keys() != own_parts(target).keys() and said and not report.claimed_participations.exists()
    spoken = speak(report, said.values()) if speaks else []
    _move(report, target, values)
    return {
        "report": report.pk,
        "before": source.pk,
        "after": target.pk,
        "claims": {name: [before[name], value] for name, value in values.items()},
        "spoken": spoken,
    }


def take_back(step: dict[str, Any]) -> None:
    """Undo `relink`, if the report is still where it was put; claims made for it go unless somebody changed them."""
    report = Report.objects.filter(pk=step["report"], event=step["after"]).first()
    if report is None:
        return
    untouched = all(getattr(report, name) == after for name, (_, after) in step["claims"].items())
    values = {name: before for name, (before, _) in step["claims"].items()} if untouched else {}
    source = Event.objects.get(pk=step["before"])
    _move(report, source, values)
    fall_silent(report, step["spoken"], own_parts(source).keys())
    settle(report)


def speak(report: Report, parts: Iterable[Participation]) -> list[int]:
    """Let a report that was silent claim these participations, with its evidence for them; the keys of the claims."""
    claims = [
        Participation.objects.create(
            event_id=report.event_id, report=report, actor_id=part.actor_id, role=part.role, office=part.office
        )
        for part in parts
    ]
    point_evidence(report, {(claim.actor_id, claim.role): claim for claim in claims})
    return [claim.pk for claim in claims]


def fall_silent(report: Report, spoken: Iterable[int], silence: Iterable[Part]) -> bool:
    """Take back claims that were spoken: only if they are all there is, and silence means `silence` again."""
    own = own_parts(report.event)
    claims = report.claimed_participations.all()
    named = {(part.actor_id, part.role) for part in claims.filter(evidence__isnull=False)}
    spoken = set(spoken)
    if not spoken or set(claims.values_list("pk", flat=True)) != spoken:
        return False
    if own.keys() != set(silence) or not named <= own.keys():
        return False
    point_evidence(report, own)
    claims.delete()
    return True


def settle(report: Report) -> None:
    """Let evidence that names a participation of another event name the equal one; claimed where there is none."""
    misfits = report.evidence.filter(participation__isnull=False).exclude(participation__event=report.event_id)
    missing = {part for part in parts_named(misfits) if part not in said_parts(report)}
    if missing:
        _claim_too(report, missing)
    point_evidence(report, said_parts(report), misfits)


def point_evidence(report: Report, parts: dict[Part, Participation], evidence: Any = None) -> None:
    """Let the report's evidence name these participations, by actor and role; what says the same twice goes."""
    for row in (report.evidence.all() if evidence is None else evidence).select_related("participation"):
        part = row.participation and parts.get((row.participation.actor_id, row.participation.role))
        if not part or part.pk == row.participation_id:
            continue
        if twin_of(row, report, part):
            row.delete()
        else:
            row.participation = part
            row.save(update_fields=["participation"])


def twin_of(row: Evidence, report: Report, part: Participation | None) -> Evidence | None:
    """Evidence of the report that says on the same words what `row` would; orphans have none."""
    same = report.evidence.anchored().filter(kind=row.kind, start=row.start, end=row.end, participation=part)
    return same.exclude(pk=row.pk).first() if row.start is not None else None


def own_parts(event: Event) -> dict[Part, Participation]:
    """The participations of the event itself, by actor and role."""
    return _by_part(event.participations.of_event_itself())


def said_parts(report: Report) -> dict[Part, Participation]:
    """The participations that hold for the report: its claims where it makes some, else the event's own."""
    return _by_part(report.claimed_participations.all()) or own_parts(report.event)


def parts_named(evidence: Any) -> set[Part]:
    """The actors and roles that the evidence is for."""
    named = evidence.filter(participation__isnull=False)
    return set(named.values_list("participation__actor_id", "participation__role"))


def _by_part(rows: Iterable[Participation]) -> dict[Part, Participation]:
    return {(row.actor_id, row.role): row for row in rows}


def _claim_too(report: Report, missing: set[Part]) -> None:
    if not report.claimed_participations.exists():
        speak(report, own_parts(report.event).values())
    for actor, role in sorted(missing):
        Participation.objects.create(event_id=report.event_id, report=report, actor_id=actor, role=role)


def _move(report: Report, event: Event, values: dict[str, Any]) -> None:
    report.event = event
    for name, value in values.items():
        setattr(report, name, value)
    report.save(update_fields=["event", *(name.removesuffix("_id") for name in values)])
    report.claimed_participations.update(event=event, updated_at=timezone.now())
    settle(report)


def _claims_where_different(report: Report, source: Event, target: Event) -> dict[str, Any]:
    """The claims by which the report, silent on something that the two events see differently, says what it said."""
    claims: dict[str, Any] = {}
    if source.date and not report.claimed_date and source.date != target.date:
        rule = source.date_origin == "rule" and source.date_read_in_id == report.article_id
        claims |= {"claimed_date": source.date, "claimed_date_words": source.date_words}
        claims |= {"claimed_date_origin": "rule" if rule else "person", "claimed_date_to_check": source.date_to_check}
    if source.place_id and not report.claimed_place_id and source.place_id != target.place_id:
        claims["claimed_place_id"] = source.place_id
    if not report.claimed_type_id and source.type_id != target.type_id:
        claims["claimed_type_id"] = source.type_id
    return claims
