"""Two places become one: what lies in the merged one lies in the kept one."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from articles.verbs import Refused
from events.merging.ledger import Ledger, Step
from events.merging.locking import Keys, keys_of
from events.merging.naming import lend_names, take_name_back
from events.models import Event, Mention, Place, PlaceClaim, Report

WAYS_BACK: dict[str, Callable[[Step], Any]] = {"lent": take_name_back}


def touched(places: list[int]) -> Keys:
    """Also the events in all that lies in these places: whether two places contradict each other may change."""
    within = Place.objects.within(Place.objects.filter(pk__in=places))
    claims = Report.objects.filter(claimed_place__in=within)
    return keys_of(
        article=Mention.objects.filter(place__in=places).values_list("article", flat=True),
        report=claims.values_list("pk", flat=True),
        event=[
            *Event.objects.filter(place__in=within).values_list("pk", flat=True),
            *claims.values_list("event", flat=True),
        ],
        place=[
            *places,
            *Place.objects.filter(Q(parent__in=places) | Q(merged_into__in=places)).values_list("pk", flat=True),
        ],
    )


def check(kept: Place, merged: Place) -> None:
    if kept.kind != merged.kind:
        kinds = f"{kept} is a {kept.get_kind_display().lower()}, {merged} a {merged.get_kind_display().lower()}"
        raise Refused("merge_joins_rows_of_a_kind", f"{kinds}: change the kind of one first, if they are the same.")
    if merged.pk in kept.ancestors:
        raise Refused(
            "place_lies_in_no_circle", f"{kept} lies in {merged}: merge the other way round, or choose another parent."
        )


def move(kept: Place, merged: Place, ledger: Ledger) -> None:
    lend_names(kept, merged, ledger)
    ledger.point(Event.objects.filter(place=merged), place_id=kept.pk)
    ledger.point(Report.objects.filter(claimed_place=merged), claimed_place_id=kept.pk)
    ledger.point(Mention.objects.filter(place=merged), place_id=kept.pk)
    ledger.point(Place.objects.filter(parent=merged), parent_id=kept.pk)
    _move_claims(kept, merged, ledger)


def _move_claims(kept: Place, merged: Place, ledger: Ledger) -> None:
    claims = PlaceClaim.objects.filter(place=merged)
    for claim in claims.order_by("pk"):
        equal = PlaceClaim.objects.filter(place=kept, state=claim.state_id).first()
        if equal is not None:
            ledger.drop(claim, equal, alike=("place_id", "state_id"))
    ledger.point(claims, place_id=kept.pk)
