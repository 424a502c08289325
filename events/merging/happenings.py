"""Two events become one happening: what each article reports of it goes on saying what it said.

The reports go over (`events.relinking`), the kept event gets the participations and contexts that it lacks. Where both
events have a report in one article, that of the merged one stays with it, and what it rests on moves to the other.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import Q

from articles.verbs import Refused
from events.merging.ledger import Ledger, Step, plain
from events.merging.locking import Keys, keys_of
from events.models import Event, EventRelation, Evidence, EvidenceKind, Participation, Report, ReviewState
from events.relinking import (
    Part,
    fall_silent,
    own_parts,
    relink,
    said_parts,
    speak,
    take_back,
    twin_of,
)


def touched(events: list[int]) -> Keys:
    reports = Report.objects.filter(event__in=events)
    relations = EventRelation.objects.filter(Q(source__in=events) | Q(target__in=events))
    return keys_of(
        article=reports.values_list("article", flat=True),
        report=reports.values_list("pk", flat=True),
        event=[
            *events,
            *Event.objects.filter(merged_into__in=events).values_list("pk", flat=True),
            *(key for pair in relations.values_list("source", "target") for key in pair),
        ],
    )


def check(kept: Event, merged: Event) -> None:
    """What counts in public goes on counting."""
    for one, other in _twins(kept, merged):
        if other.review_state == ReviewState.CONFIRMED != one.review_state:
            raise Refused(
                "merge_keeps_confirmed_reports",
                f"In “{one.article}” the report of {merged.public_id} is confirmed, that of {kept.public_id} is not: "
                "confirm it first, or merge the other way round.",
            )


def move(kept: Event, merged: Event, ledger: Ledger) -> None:
    twins = _twins(kept, merged)
    _enrich(kept, merged, twins, ledger)
    for one, other in twins:
        _move_grounds(other, one, ledger)
    for report in merged.reports.exclude(pk__in=[other.pk for _, other in twins]).order_by("pk"):
        ledger.note("relinked", **relink(report, kept))
    _move_contexts(kept, merged, ledger)
    move_relations(kept, merged, ledger)


def move_relations(kept: Event, merged: Event, ledger: Ledger) -> None:
    """Relations of the merged event become the kept one's, but for those it has, or that would join it to itself."""
    for side, other in (("source", "target"), ("target", "source")):
        for relation in EventRelation.objects.filter(**{side: merged}).order_by("pk"):
            far, same = getattr(relation, f"{other}_id"), EventRelation.objects.filter(kind=relation.kind)
            if far != kept.pk and not same.filter(**{side: kept, other: far}).exists():
                ledger.point(EventRelation.objects.filter(pk=relation.pk), **{f"{side}_id": kept.pk})


def _twins(kept: Event, merged: Event) -> list[tuple[Report, Report]]:
    """Pairs of reports in one article: that of the kept event and that of the merged one."""
    ones = {report.article_id: report for report in kept.reports.select_related("article")}
    return [(ones[other.article_id], other) for other in merged.reports.order_by("pk") if other.article_id in ones]


def _enrich(kept: Event, merged: Event, twins: list[tuple[Report, Report]], ledger: Ledger) -> None:
    """Give the kept event the participations that only the merged one has; what its reports said they go on saying."""
    own = own_parts(kept)
    others = {part: row for part, row in own_parts(merged).items() if part[1] in kept.type.roles}
    added = [row for part, row in others.items() if part not in own]
    other_of = {one.pk: other for one, other in twins}
    reports = list(kept.reports.order_by("pk"))
    for report in reports:
        _keep_word(report, other_of.get(report.pk), own, own | others, ledger)
    copies = [
        Participation.objects.create(event=kept, actor_id=row.actor_id, role=row.role, office=row.office).pk
        for row in added
    ]
    ledger.note("shared", event=kept.pk, rows=copies, reports=[report.pk for report in reports])
    for part in others.keys() & own.keys():
        if others[part].office and not own[part].office:
            ledger.point(Participation.objects.filter(pk=own[part].pk), office=others[part].office)


def _keep_word(
    report: Report,
    other: Report | None,
    own: dict[Part, Participation],
    new: dict[Part, Participation],
    ledger: Ledger,
) -> None:
    """Let a report of the kept event claim what it and its twin say, unless that is what the event says from now on."""
    said = said_parts(report)
    roles = (report.claimed_type or report.event.type).roles
    others = said_parts(other) if other else {}
    more = [row for part, row in others.items() if part not in said and part[1] in roles]
    if report.claimed_participations.exists():
        if more:
            ledger.note("claimed", rows=speak(report, more))
        return
    whole = [*said.values(), *more]
    if whole and {(row.actor_id, row.role) for row in whole} != new.keys() and (other or _counts(report)):
        ledger.note("spoke", report=report.pk, rows=speak(report, whole), silence=sorted(own))


def _move_grounds(report: Report, to: Report, ledger: Ledger) -> None:
    """The evidence and attributions of one report carry another of the same article; equal ones stay."""
    step = ledger.note("grounds", report=report.pk, **_decision(report))
    parts = said_parts(to)
    for row in report.evidence.select_related("participation").order_by("pk"):
        part = row.participation and parts.get((row.participation.actor_id, row.participation.role))
        if (row.participation and not part) or twin_of(row, to, part):
            continue
        after = {"report_id": to.pk, "participation_id": part.pk if part else None}
        ledger.point(Evidence.objects.filter(pk=row.pk), **after)
    there = to.attributions.values("cited_report")
    ledger.point(report.attributions.exclude(cited_report__in=there), report_id=to.pk)
    step["fell"] = _counts(report) and not _has_sentence(report)
    if step["fell"]:  # a report whose sentences all stand for another counts no longer
        Report.objects.filter(pk=report.pk).propose_again()


def _counts(report: Report) -> bool:
    return report.review_state == ReviewState.CONFIRMED


def _decision(report: Report) -> dict[str, Any]:
    return {"reviewer": report.reviewer_id, "reviewed_at": plain(report.reviewed_at)}


def _has_sentence(report: Report) -> bool:
    return report.evidence.anchored().filter(kind=EvidenceKind.SENTENCE).exists()


def _move_contexts(kept: Event, merged: Event, ledger: Ledger) -> None:
    there = kept.event_contexts.values("context")
    ledger.point(merged.event_contexts.exclude(context__in=there), event_id=kept.pk)


def _take_shares_back(step: Step) -> None:
    """The kept event loses the participations again; reports that came since and count go on saying what they said."""
    shared = Participation.objects.filter(pk__in=step["rows"])
    for report in Report.objects.filter(event=step["event"]).exclude(pk__in=step["reports"]).order_by("pk"):
        leans = _counts(report) or report.evidence.filter(participation__in=shared).exists()
        if shared and leans and not report.claimed_participations.exists():
            speak(report, own_parts(report.event).values())
    _take_claims_back(step)


def _take_claims_back(step: Step) -> None:
    """Those for which nobody has found words since."""
    Participation.objects.filter(pk__in=step["rows"], evidence__isnull=True).delete()


def _take_word_back(step: Step) -> None:
    report = Report.objects.filter(pk=step["report"]).first()
    if report is not None:
        fall_silent(report, step["rows"], {(actor, role) for actor, role in step["silence"]})


def _take_grounds_back(step: Step) -> None:
    """Evidence is back by now: a report that fell for lack of sentences counts as it did."""
    report = Report.objects.filter(pk=step["report"], review_state=ReviewState.PROPOSED).first()
    if step["fell"] and report is not None and _has_sentence(report):
        report.review_state, report.reviewer_id = ReviewState.CONFIRMED, step["reviewer"]
        report.reviewed_at = datetime.fromisoformat(step["reviewed_at"])
        report.save(update_fields=["review_state", "reviewer", "reviewed_at"])


WAYS_BACK: dict[str, Callable[[Step], Any]] = {
    "relinked": take_back,
    "shared": _take_shares_back,
    "claimed": _take_claims_back,
    "spoke": _take_word_back,
    "grounds": _take_grounds_back,
}
