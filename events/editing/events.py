"""Events made and changed: who may, and what reports that were silent then keep as their claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.dates import DateRefused, Edtf
from articles.verbs import Refused, verb
from events import codebook
from events.editing.adopting import keep_old_value
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import Actor, Context, Event, Participation, Report, ReviewState

FIELDS = {
    "label",
    "type",
    "mode",
    "date",
    "date_words",
    "date_read_in",
    "date_origin",
    "date_to_check",
    "place",
    "geo_precision",
}
# Which claim a changed field concerns: silent confirmed reports keep the old value of it.
CLAIM_OF = {"type": "type", "date": "date", "place": "place"}


@dataclass(frozen=True)
class Part:
    """An actor with a role, and the office where it differs from the one held on the day."""

    actor: Actor
    role: str
    office: str = ""


def make_event(
    *,
    by: User,
    values: Mapping[str, Any],
    parts: Iterable[Part] = (),
    contexts: Iterable[Context] = (),
) -> Event:
    """A new event of this annotator; it shows to nobody before a report of it is confirmed and published."""
    _check(values)
    with verb(by=by, right=ANNOTATE):
        event = Event.objects.create(made_by=by, codebook_version=codebook.current().version, **values)
        _set_parts(event, parts)
        event.contexts.set(contexts)
    return event


def change_event(
    event: Event,
    *,
    by: User,
    revision: int | None = None,
    reason: str = "",
    values: Mapping[str, Any] | None = None,
    parts: Iterable[Part] | None = None,
    contexts: Iterable[Context] | None = None,
    through: Report | None = None,
) -> Event:
    """Give the event new values; what is None stays. `through` is the report in which the change is made.

    Each other confirmed report that was silent on a changed value keeps the old one as its claim.
    """
    changes = dict(values or {})
    _check(changes)
    with verb(by=by, right=ANNOTATE, reason=reason):
        row = Event.locked(event.pk, revision=revision)
        confirmed = _is_confirmed(row)
        _may_change(row, by, confirmed=confirmed)
        _change_values(row, changes, through)
        if parts is not None:
            _change_parts(row, list(parts), through)
        if contexts is not None:
            row.contexts.set(contexts)
        row.save()
        if confirmed:  # else it shows nothing, before and after
            Event.objects.filter(pk=row.pk).derive_again()
        row.refresh_from_db()
    return row


def remove_event(event: Event, *, by: User, revision: int | None = None, reason: str = "") -> None:
    """Take back an event that nobody reports and whose number nobody may know."""
    with verb(by=by, right=ANNOTATE, reason=reason):
        row = Event.locked(event.pk, revision=revision)
        _may_change(row, by, confirmed=_is_confirmed(row))
        if row.reports.exists() or row.merged.exists() or Event.objects.ever_public().filter(pk=row.pk).exists():
            raise Refused("event_is_reported_by_nobody", "The event is reported, or was public: it keeps its number.")
        row.delete()


def may_change(event: Event, user: User) -> bool:
    """Her own until a report of it is confirmed; a reviewer changes any."""
    return may_change_where(event, user, confirmed=event.made_by_id == user.pk and _is_confirmed(event))


def may_change_where(event: Event, user: User, *, confirmed: bool) -> bool:
    """The same where it is known whether a report of the event is confirmed."""
    own = event.made_by_id == user.pk and not confirmed
    return user.has_perm(REVIEW) or (own and user.has_perm(ANNOTATE))


def _is_confirmed(event: Event) -> bool:
    return event.reports.filter(review_state=ReviewState.CONFIRMED).exists()


def _may_change(event: Event, user: User, *, confirmed: bool) -> None:
    if event.merged_into_id:
        raise Refused("event_is_not_merged_away", f"The event was merged into {event.merged_into}: change that one.")
    if not may_change_where(event, user, confirmed=confirmed):
        raise PermissionDenied(
            "The event is a colleague's or has confirmed reports: give what this article says as a claim of the report."
        )


def _check(values: Mapping[str, Any]) -> None:
    unknown = set(values) - FIELDS
    if unknown:
        raise TypeError(f"An event has no {', '.join(sorted(unknown))} to change.")
    try:
        if values.get("date"):
            Edtf.parse(str(values["date"]))
    except DateRefused as refusal:
        raise Refused("date_is_edtf", str(refusal)) from refusal


def _change_values(event: Event, changes: Mapping[str, Any], through: Report | None) -> None:
    for field, claim in CLAIM_OF.items():
        if field in changes and changes[field] != getattr(event, field):
            keep_old_value(event, claim, but=through)
    if "type" in changes and changes["type"] != event.type and "mode" not in changes:
        event.mode = None
    if "place" in changes and changes["place"] is None:
        event.geo_precision = "unknown"
    for field, value in changes.items():
        setattr(event, field, value)


def _change_parts(event: Event, parts: list[Part], through: Report | None) -> None:
    wanted = {(part.actor.pk, part.role): part.office for part in parts}
    stored = {(p.actor_id, p.role): p.office for p in event.participations.of_event_itself()}
    if wanted != stored:
        keep_old_value(event, "participations", but=through)
        _set_parts(event, parts)


def _set_parts(event: Event, parts: Iterable[Part]) -> None:
    """Let the event's own participations be these; equal ones keep their row and its evidence."""
    wanted = {(part.actor.pk, part.role): part for part in parts}
    for stored in event.participations.of_event_itself().select_related("actor"):
        part = wanted.pop((stored.actor_id, stored.role), None)
        if part is None:
            stored.delete()
        elif part.office != stored.office:
            stored.office = part.office
            stored.save(update_fields=["office"])
    for part in wanted.values():
        Participation.objects.create(event=event, actor=part.actor, role=part.role, office=part.office)
