"""Two actors become one."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from articles.verbs import Refused
from events.merging.ledger import Ledger, Step
from events.merging.locking import Keys, keys_of
from events.merging.naming import lend_names, take_name_back
from events.models import Actor, Affiliation, Evidence, Mention, Participation, PlaceClaim
from events.relinking import twin_of

WAYS_BACK: dict[str, Callable[[Step], Any]] = {"lent": take_name_back}


def touched(actors: list[int]) -> Keys:
    parts = Participation.objects.filter(actor__in=actors)
    evidence = Evidence.objects.filter(participation__in=parts)
    offices = Affiliation.objects.filter(Q(person__in=actors) | Q(organisation__in=actors))
    return keys_of(
        article=[
            *Mention.objects.filter(actor__in=actors).values_list("article", flat=True),
            *evidence.values_list("article", flat=True),
        ],
        report=[*parts.values_list("report", flat=True), *evidence.values_list("report", flat=True)],
        event=parts.values_list("event", flat=True),
        actor=[
            *actors,
            *Actor.objects.filter(merged_into__in=actors).values_list("pk", flat=True),
            *(key for pair in offices.values_list("person", "organisation") for key in pair),
        ],
    )


def check(kept: Actor, merged: Actor) -> None:
    if kept.kind != merged.kind:
        kinds = f"{kept} is a {kept.get_kind_display().lower()}, {merged} a {merged.get_kind_display().lower()}"
        raise Refused("merge_joins_rows_of_a_kind", f"{kinds}: change the kind of one first, if they are the same.")


def move(kept: Actor, merged: Actor, ledger: Ledger) -> None:
    lend_names(kept, merged, ledger)
    _move_parts(kept, merged, ledger)
    ledger.point(Mention.objects.filter(actor=merged), actor_id=kept.pk)
    _move_offices(kept, merged, ledger)
    _move_claims(kept, merged, ledger)


def _move_parts(kept: Actor, merged: Actor, ledger: Ledger) -> None:
    """Equal participations of the two become one, with the evidence of both."""
    moving = Participation.objects.filter(actor=merged).order_by("pk")
    beside = Participation.objects.filter(actor=kept, event__in=moving.values("event"))
    there = {(part.event_id, part.report_id, part.role): part for part in beside}
    for part in moving:
        equal = there.get((part.event_id, part.report_id, part.role))
        if equal is not None:
            _collapse(part, equal, ledger)
    ledger.point(moving, actor_id=kept.pk)


def _collapse(part: Participation, into: Participation, ledger: Ledger) -> None:
    for row in part.evidence.select_related("report"):
        twin = twin_of(row, row.report, into)
        if twin is not None:
            ledger.drop(row, twin, alike=("report_id", "participation_id"))
    ledger.point(part.evidence.all(), participation_id=into.pk)
    if part.office and not into.office:
        ledger.point(Participation.objects.filter(pk=into.pk), office=part.office)
    ledger.drop(part, into, alike=("event_id", "report_id", "actor_id", "role"))


def _move_offices(kept: Actor, merged: Actor, ledger: Ledger) -> None:
    """Offices that both held, in the same body from the same day on, become one."""
    for side, other in (("person", "organisation"), ("organisation", "person")):
        moving: QuerySet[Affiliation] = Affiliation.objects.filter(**{side: merged})
        for row in moving.order_by("pk"):
            same = {other: getattr(row, f"{other}_id"), "office": row.office, "start": row.start}
            equal = Affiliation.objects.filter(**{side: kept}, **same).first()
            if equal is not None:
                ledger.drop(row, equal, alike=("person_id", "organisation_id", "office", "start"))
        ledger.point(moving, **{f"{side}_id": kept.pk})


def _move_claims(kept: Actor, merged: Actor, ledger: Ledger) -> None:
    claims = PlaceClaim.objects.filter(state=merged)
    for claim in claims.order_by("pk"):
        equal = PlaceClaim.objects.filter(place=claim.place_id, state=kept).first()
        if equal is not None:
            ledger.drop(claim, equal, alike=("place_id", "state_id"))
    ledger.point(claims, state_id=kept.pk)
