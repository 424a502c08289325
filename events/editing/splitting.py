"""Reports that belong to another event: split off as a new one, or linked to one that is known."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.verbs import Refused, verb
from events.editing.reviewing import ANNOTATE, REVIEW
from events.merging.happenings import move_relations, touched
from events.merging.ledger import Ledger, keep_record, lead_to
from events.merging.locking import hold
from events.models import Event, EventContext, MergedKind, Participation, Report, ReviewState
from events.relinking import relink

COPIED = (
    "type_id",
    "mode_id",
    "date",
    "date_words",
    "date_read_in_id",
    "date_origin",
    "date_to_check",
    "place_id",
    "geo_precision",
    "codebook_version",
)


def split(
    event: Event,
    reports: Iterable[Report],
    *,
    by: User,
    reason: str,
    label: str,
    revision: int | None = None,
) -> Event:
    """Let these reports be of an event of their own, which begins as a copy; relations stay with the old one.

    Change the values of either afterwards. Raises `StaleRevision` and `Refused`.
    """
    _has_reason(reason)
    moving = {report.pk for report in reports}
    with verb(by=by, right=REVIEW, reason=reason):
        hold(lambda: touched([event.pk]))
        row = _standing(Event.locked(event.pk, revision=revision))
        new = _copy(row, label.strip(), by)
        for report in _of_event(row, moving):
            relink(report, new)
        Event.objects.filter(pk__in=[row.pk, new.pk]).derive_again()
        new.refresh_from_db()
    return new


def move_report(report: Report, to_event: Event, *, by: User, reason: str, revision: int | None = None) -> Report:
    """Link the report to another event; where the two differ, what the article says stays as the report's claims.

    The event that it leaves without any report gives up its number, unless that was ever public: then it is merged
    into the other. An annotator links her own until it is confirmed. Raises `StaleRevision` and `Refused`.
    """
    _has_reason(reason)
    with verb(by=by, right=ANNOTATE, reason=reason):
        hold(lambda: touched([Report.objects.get(pk=report.pk).event_id, to_event.pk]))
        row = Report.locked(report.pk, revision=revision)
        _may_move(row, by)
        source, target = Event.locked(row.event_id), _standing(Event.locked(to_event.pk))
        _can_be_of(row, target)
        ledger = Ledger()
        ledger.note("relinked", **relink(row, target))
        Event.objects.filter(pk__in=[source.pk, target.pk]).derive_again()
        if not source.merged_into_id and not source.reports.exists():
            _give_up(source, target, ledger, by=by, reason=reason)
        row.refresh_from_db()
    return row


def _has_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("split_has_reason", "Say why the report belongs to another event; colleagues see it.")


def _standing(event: Event) -> Event:
    if event.merged_into_id:
        raise Refused("event_is_not_merged_away", f"The event was merged into {event.merged_into}: take that one.")
    return event


def _of_event(event: Event, wanted: set[int]) -> list[Report]:
    reports = list(event.reports.order_by("pk"))
    moving = [report for report in reports if report.pk in wanted]
    if not moving or len(moving) < len(wanted):
        raise Refused("split_names_reports_of_the_event", f"Choose reports of {event.public_id} to split off.")
    if len(moving) == len(reports):
        raise Refused("split_leaves_a_report", f"Leave {event.public_id} at least one report, or change its values.")
    return moving


def _copy(event: Event, label: str, by: User) -> Event:
    values = {name: getattr(event, name) for name in COPIED}
    new = Event.objects.create(label=label, made_by=by, **values)
    contexts = event.event_contexts.values_list("context", flat=True)
    EventContext.objects.bulk_create(EventContext(event=new, context_id=context) for context in contexts)
    Participation.objects.bulk_create(
        Participation(event=new, actor_id=part.actor_id, role=part.role, office=part.office)
        for part in event.participations.of_event_itself()
    )
    return new


def may_link(report: Report, user: User) -> bool:
    """Whether she may say of which event the report is: her own until it is confirmed, a reviewer any."""
    own = report.coder_id == user.pk and report.review_state != ReviewState.CONFIRMED
    return user.has_perm(REVIEW) or (own and user.has_perm(ANNOTATE))


def _may_move(report: Report, user: User) -> None:
    if not may_link(report, user):
        raise PermissionDenied(f"The report is {report.coder}'s or confirmed: a reviewer may link it to another event.")


def _can_be_of(report: Report, event: Event) -> None:
    if report.event_id == event.pk:
        raise Refused("report_changes_its_event", f"The report is of {event.public_id} already: choose another event.")
    if event.reports.filter(article=report.article_id).exists():
        raise Refused(
            "report_is_one_of_event_and_article",
            f"The article has a report of {event.public_id} already: merge the two events, or change that report.",
        )


def _give_up(event: Event, target: Event, ledger: Ledger, *, by: User, reason: str) -> None:
    """An event without a report is no more: its number goes, or leads to `target` where it may be known."""
    move_relations(target, event, ledger)
    if Event.objects.ever_public().filter(pk=event.pk).exists() or event.merged.exists():
        lead_to(target, event, ledger)
        keep_record(MergedKind.EVENT, target, event, ledger, by=by, reason=reason, now=None)
    else:
        event.delete()
