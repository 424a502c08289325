"""What an event takes over from a report, and what its other reports then keep as their claims.

Before an event changes, each confirmed report that was silent gets the old value as its claim: what an article
says does not change because the event does.
"""

from collections.abc import Callable, Collection

from events.models import Event, Evidence, Participation, Report, ReviewState


def adopt_claims(report: Report, claims: Collection[str]) -> None:
    """Let the event of `report` take over the named claims, which then need not stand on the report."""
    if not claims:
        return
    event = Event.locked(report.event_id)
    for claim in CLAIMS:
        if claim in claims:
            keep_old_value(event, claim, but=report)
            CLAIMS[claim](event, report)
    event.save()
    report.save()


def keep_old_value(event: Event, claim: str, *, but: Report | None = None) -> None:
    """Give each confirmed report of `event` that makes no such claim the event's present value as its claim."""
    others = event.reports.exclude(pk=but.pk if but else None)
    for other in others.select_for_update(of=("self",)):
        if other.review_state == ReviewState.CONFIRMED or (claim == "participations" and _points_at_own(other)):
            KEEPERS[claim](event, other)


def _points_at_own(report: Report) -> bool:
    """Whether its evidence names participations of the event itself, which are about to change."""
    return report.evidence.filter(participation__report__isnull=True, participation__isnull=False).exists()


def _keep_date(event: Event, report: Report) -> None:
    if event.date and not report.claimed_date:
        report.claimed_date, report.claimed_date_words = event.date, event.date_words
        report.claimed_date_origin = "person"
        report.save(update_fields=["claimed_date", "claimed_date_words", "claimed_date_origin"])


def _keep_place(event: Event, report: Report) -> None:
    if event.place_id and not report.claimed_place_id:
        report.claimed_place_id = event.place_id
        report.save(update_fields=["claimed_place"])


def _keep_type(event: Event, report: Report) -> None:
    if not report.claimed_type_id:
        report.claimed_type_id = event.type_id
        report.save(update_fields=["claimed_type"])


def _keep_participations(event: Event, report: Report) -> None:
    if report.claimed_participations.exists():
        return
    for own in event.participations.of_event_itself():
        claim = Participation.objects.create(
            event=event, report=report, actor_id=own.actor_id, role=own.role, office=own.office
        )
        Evidence.objects.filter(report=report, participation=own).update(participation=claim)
    report.save(update_fields=["updated_at"])


def _adopt_date(event: Event, report: Report) -> None:
    if report.claimed_date:
        event.date, event.date_words = report.claimed_date, report.claimed_date_words
        event.date_origin, event.date_read_in = report.claimed_date_origin, report.article
        event.date_to_check = report.claimed_date_to_check
        report.claimed_date, report.claimed_date_words, report.claimed_date_to_check = "", "", False


def _adopt_place(event: Event, report: Report) -> None:
    if report.claimed_place_id:
        event.place, report.claimed_place = report.claimed_place, None
        event.geo_precision = precision_of(event.place.kind)


def _adopt_type(event: Event, report: Report) -> None:
    if report.claimed_type_id and report.claimed_type_id != event.type_id:
        event.type, event.mode, report.claimed_type = report.claimed_type, None, None


def _adopt_participations(event: Event, report: Report) -> None:
    claimed = list(report.claimed_participations.all())
    if not claimed:
        return
    _move_evidence(report, claimed)
    event.participations.of_event_itself().delete()
    for participation in claimed:
        participation.report = None
        participation.save(update_fields=["report"])


def _move_evidence(report: Report, claimed: list[Participation]) -> None:
    """Evidence of the report for the event's own participations follows to the claim of the same actor and role."""
    for claim in claimed:
        Evidence.objects.filter(
            report=report,
            participation__report__isnull=True,
            participation__actor=claim.actor_id,
            participation__role=claim.role,
        ).update(participation=claim)


def precision_of(place_kind: str) -> str:
    """How exactly a place of this kind says where."""
    return {"city": "city", "site": "city", "admin1": "admin1", "country": "country"}.get(place_kind, "region")


Claim = Callable[[Event, Report], None]
CLAIMS: dict[str, Claim] = {
    "type": _adopt_type,
    "date": _adopt_date,
    "place": _adopt_place,
    "participations": _adopt_participations,
}
KEEPERS: dict[str, Claim] = {
    "type": _keep_type,
    "date": _keep_date,
    "place": _keep_place,
    "participations": _keep_participations,
}
