"""Reports made and changed, each as one document: its fields, claims, evidence and sources together."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles.dates import DateRefused, Edtf
from articles.models import Article, CitedReport
from articles.verbs import Refused, verb
from events import codebook
from events.editing.events import Part
from events.editing.marks import Words, set_evidence
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import AnnotationTask, Attribution, AttributionScope, Event, Participation, Report, ReviewState

FIELDS = {
    "status",
    "hedged",
    "background",
    "claimed_date",
    "claimed_date_words",
    "claimed_date_origin",
    "claimed_date_to_check",
    "claimed_place",
    "claimed_type",
    "note",
}


def make_report(
    article: Article,
    event: Event,
    *,
    by: User,
    values: Mapping[str, Any] | None = None,
    words: Iterable[Words] = (),
    sources: Mapping[CitedReport, str] | None = None,
    claimed_parts: Iterable[Part] = (),
) -> Report:
    """Say that the article reports the event; proposed until a reviewer confirms it."""
    _check(values or {})
    with verb(by=by, right=ANNOTATE):
        article = Article.locked(article.pk)  # articles before reports before events: no two verbs wait in a ring
        target = Event.locked(event.pk)
        if target.merged_into_id:
            raise Refused("event_is_not_merged_away", f"The event was merged into {target.merged_into}; report that.")
        version = codebook.current().version
        report = Report.objects.create(
            article=article, event=target, coder=by, codebook_version=version, **(values or {})
        )
        _set_claimed_parts(report, claimed_parts)
        set_evidence(report, words)
        _set_sources(report, sources or {})
        AnnotationTask.objects.filter(article=article).settle()
    return report


def change_report(
    report: Report,
    *,
    by: User,
    revision: int | None = None,
    reason: str = "",
    values: Mapping[str, Any] | None = None,
    words: Iterable[Words] | None = None,
    sources: Mapping[CitedReport, str] | None = None,
    claimed_parts: Iterable[Part] | None = None,
) -> Report:
    """Change the document; what is None stays. The revision rises once, whatever part is changed.

    Raises `StaleRevision`, `WrongWords` where evidence quotes other words than the text has, and `Refused`.
    """
    _check(values or {})
    with verb(by=by, right=ANNOTATE, reason=reason):
        article = Article.locked(report.article_id)
        row = Report.locked(report.pk, revision=revision)
        _may_change(row, by)
        for field, value in (values or {}).items():
            setattr(row, field, value)
        row.save()
        row.article = article
        if claimed_parts is not None:
            _set_claimed_parts(row, claimed_parts)
        if words is not None:
            set_evidence(row, words)
        if sources is not None:
            _set_sources(row, sources)
    return row


def remove_report(report: Report, *, by: User, revision: int | None = None, reason: str = "") -> None:
    """Take back a report that was never decided; its event stays."""
    with verb(by=by, right=ANNOTATE, reason=reason):
        row = Report.locked(report.pk, revision=revision)
        _may_change(row, by)
        if row.review_state != ReviewState.PROPOSED or row.history.exclude(review_state=ReviewState.PROPOSED).exists():
            raise Refused("report_was_never_decided", "A reviewed report is kept: ask a reviewer to reject it.")
        row.delete()
        AnnotationTask.objects.filter(article=row.article_id).settle()


def may_change(report: Report, user: User) -> bool:
    """Nobody a confirmed report; the coder her own, a reviewer any other."""
    if report.review_state == ReviewState.CONFIRMED:
        return False
    return user.has_perm(REVIEW) or (report.coder_id == user.pk and user.has_perm(ANNOTATE))


def _may_change(report: Report, user: User) -> None:
    if report.review_state == ReviewState.CONFIRMED:
        raise Refused("confirmed_report_is_returned_first", "The report is confirmed: return it before changing it.")
    if not may_change(report, user):
        raise PermissionDenied(f"The report is {report.coder}'s: a reviewer may change it.")


def _check(values: Mapping[str, Any]) -> None:
    unknown = set(values) - FIELDS
    if unknown:
        raise TypeError(f"A report has no {', '.join(sorted(unknown))} to change.")
    try:
        if values.get("claimed_date"):
            Edtf.parse(str(values["claimed_date"]))
    except DateRefused as refusal:
        raise Refused("date_is_edtf", str(refusal)) from refusal


def _set_claimed_parts(report: Report, parts: Iterable[Part]) -> None:
    """Let the report claim these participations; none: as the event. Equal ones keep their row and its evidence."""
    wanted = {(part.actor.pk, part.role): part for part in parts}
    for stored in report.claimed_participations.all():
        part = wanted.pop((stored.actor_id, stored.role), None)
        if part is None:
            stored.delete()
        elif part.office != stored.office:
            stored.office = part.office
            stored.save(update_fields=["office"])
    for part in wanted.values():
        Participation.objects.create(
            event_id=report.event_id, report=report, actor=part.actor, role=part.role, office=part.office
        )


def _set_sources(report: Report, sources: Mapping[CitedReport, str]) -> None:
    """Let these cited reports stand for what the report says, each by its scope."""
    wanted = {cited.pk: scope or AttributionScope.PARAGRAPH for cited, scope in sources.items()}
    for stored in report.attributions.all():
        scope = wanted.pop(stored.cited_report_id, None)
        if scope is None:
            stored.delete()
        elif scope != stored.scope:
            stored.scope = scope
            stored.save(update_fields=["scope"])
    for cited, scope in wanted.items():
        Attribution.objects.create(report=report, cited_report_id=cited, scope=scope)
