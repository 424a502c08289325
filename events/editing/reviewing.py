"""How a report's review moves: proposed → confirmed, rejected or returned; returned → proposed; and back."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from articles.verbs import Refused, verb
from events.editing.adopting import CLAIMS, adopt_claims
from events.models import AnnotationTask, Event, EvidenceKind, Participation, Report, ReviewState, Role

REVIEW = "events.review_report"
ANNOTATE = "events.annotate"
MOVES = {
    (ReviewState.PROPOSED, ReviewState.CONFIRMED),
    (ReviewState.PROPOSED, ReviewState.REJECTED),
    (ReviewState.PROPOSED, ReviewState.RETURNED),
    (ReviewState.CONFIRMED, ReviewState.RETURNED),
    (ReviewState.REJECTED, ReviewState.RETURNED),
    (ReviewState.RETURNED, ReviewState.PROPOSED),
}


def confirm(
    report: Report,
    *,
    by: User,
    adopt: Collection[str] = (),
    revision: int | None = None,
    now: datetime | None = None,
) -> Report:
    """Make the report count. The event keeps its values but for the claims named in `adopt`."""
    unknown = set(adopt) - set(CLAIMS)
    if unknown:
        raise Refused("adopt_is_known", f"An event adopts {', '.join(CLAIMS)}; not {', '.join(sorted(unknown))}.")
    with verb(by=by, right=REVIEW):
        row = _decided(report, ReviewState.CONFIRMED, by=by, revision=revision, now=now)
        _complete(row)
        row.save(update_fields=["review_state", "review_reason", "reviewer", "reviewed_at"])
        adopt_claims(row, adopt)
        _follow(row)
    return row


def reject(
    report: Report, *, by: User, reason: str, revision: int | None = None, now: datetime | None = None
) -> Report:
    """Say that the article does not report this; the row is kept with the reason."""
    return _refuse(report, ReviewState.REJECTED, by=by, reason=reason, revision=revision, now=now)


def give_back(
    report: Report, *, by: User, reason: str, revision: int | None = None, now: datetime | None = None
) -> Report:
    """Return the report to its coder with a reason; what was confirmed counts no longer."""
    return _refuse(report, ReviewState.RETURNED, by=by, reason=reason, revision=revision, now=now)


def propose_again(report: Report, *, by: User, revision: int | None = None) -> Report:
    """Hand a returned report to the reviewers again; only its coder does."""
    with verb(by=by, right=ANNOTATE):
        row = Report.locked(report.pk, revision=revision)
        if row.coder_id != by.pk:
            raise Refused("coder_proposes_again", f"Only {row.coder} can propose this report again.")
        _move(row, ReviewState.PROPOSED)
        row.review_reason, row.reviewer, row.reviewed_at = "", None, None
        row.save(update_fields=["review_state", "review_reason", "reviewer", "reviewed_at"])
        AnnotationTask.objects.filter(article=row.article_id).settle()
    return row


def _refuse(
    report: Report, state: ReviewState, *, by: User, reason: str, revision: int | None, now: datetime | None
) -> Report:
    if not reason.strip():
        raise Refused("report_refusal_has_reason", "Say why, in words that help the annotator.")
    with verb(by=by, right=REVIEW, reason=reason):
        row = _decided(report, state, by=by, revision=revision, now=now)
        row.review_reason = reason.strip()
        row.save(update_fields=["review_state", "review_reason", "reviewer", "reviewed_at"])
        _follow(row)
    return row


def _decided(report: Report, state: ReviewState, *, by: User, revision: int | None, now: datetime | None) -> Report:
    row = Report.locked(report.pk, revision=revision)
    if row.coder_id == by.pk and not settings.SINGLE_EDITOR:
        raise Refused("nobody_reviews_her_own", "Nobody reviews her own report: ask a colleague.")
    _move(row, state)
    row.review_reason, row.reviewer, row.reviewed_at = "", by, now or timezone.now()
    return row


def _follow(report: Report) -> None:
    """The event shows what counts now; the last decision makes a submitted article done."""
    Event.objects.filter(pk=report.event_id).derive_again()
    AnnotationTask.objects.filter(article=report.article_id).settle()


def _move(report: Report, state: ReviewState) -> None:
    if (report.review_state, state) not in MOVES:
        now, then = report.get_review_state_display().lower(), state.label.lower()
        raise Refused("review_moves_as_designed", f"The report is {now}: it cannot become {then}.")
    report.review_state = state


def _complete(report: Report) -> None:
    """A report is confirmed only with a sentence, and with a recipient where its type demands one."""
    if not report.evidence.anchored().filter(kind=EvidenceKind.SENTENCE).exists():
        raise Refused("report_confirmed_has_sentence", "Mark at least one sentence as evidence before confirming.")
    kind = report.claimed_type or report.event.type
    if kind.needs_recipient and not _participations(report).filter(role=Role.RECIPIENT).exists():
        raise Refused("type_needs_recipient", f"{kind.label} needs a recipient: name one before confirming.")


def _participations(report: Report) -> "Participation.objects":
    """The participations that hold for the report: its claim where it makes one, else the event's own."""
    claimed = report.claimed_participations.all()
    return claimed if claimed.exists() else report.event.participations.of_event_itself()
