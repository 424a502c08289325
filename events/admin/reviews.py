"""Pages that decide about a report: confirm, return, reject, propose again."""

from dataclasses import replace

from django import forms
from django.urls import reverse

from articles.admin.verb_pages import VerbPage, Why
from events import editing
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import Report, ReviewState


def next_of(report: Report | None, back: str) -> str:
    """After a decision: the next proposed report of the article, else the report itself."""
    if report is None:
        return back
    waiting = Report.objects.filter(article=report.article_id, review_state=ReviewState.PROPOSED).exclude(pk=report.pk)
    following = waiting.order_by("pk").first()
    return reverse("admin:events_report_change", args=[following.pk]) if following else back


def confirm_page(report: Report) -> VerbPage:
    """Confirming asks which of the report's claims the event takes over."""
    claims = {
        "date": report.claimed_date and f"date {report.claimed_date} (the event has {report.event.date or 'none'})",
        "place": report.claimed_place
        and f"place {report.claimed_place} (the event has {report.event.place or 'none'})",
        "type": report.claimed_type and f"type {report.claimed_type} (the event has {report.event.type})",
        "participations": report.claimed_participations.exists() and "the participants that this article names",
    }
    choices = [(claim, words) for claim, words in claims.items() if words]

    class AdoptForm(forms.Form):
        adopt = forms.MultipleChoiceField(
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            label="The event takes over",
            help_text="Nothing is taken over unless you say so; other confirmed reports keep what they said.",
        )

    return replace(REVIEWS["confirm"], form=AdoptForm if choices else forms.Form)


REVIEWS = {
    "confirm": VerbPage(
        "Confirm",
        REVIEW,
        lambda report, request, cleaned: editing.confirm(
            report, by=request.user, adopt=cleaned.get("adopt", ()), revision=cleaned["revision"]
        ),
        "The report is confirmed.",
        says="The report counts from now on, and shows once its article is published.",
        button="Confirm",
    ),
    "return": VerbPage(
        "Return",
        REVIEW,
        lambda report, request, cleaned: editing.give_back(
            report, by=request.user, reason=cleaned["reason"], revision=cleaned["revision"]
        ),
        "The report went back to its coder.",
        Why,
        "The coder may change it and propose it again; until then it does not count.",
        "Return it",
    ),
    "reject": VerbPage(
        "Reject",
        REVIEW,
        lambda report, request, cleaned: editing.reject(
            report, by=request.user, reason=cleaned["reason"], revision=cleaned["revision"]
        ),
        "The report is rejected and kept.",
        Why,
        "The article does not report this. The row is kept with your reason; it can still be returned.",
        "Reject it",
    ),
    "propose": VerbPage(
        "Propose again",
        ANNOTATE,
        lambda report, request, cleaned: editing.propose_again(report, by=request.user, revision=cleaned["revision"]),
        "The report waits for a reviewer.",
        says="A reviewer decides about it anew.",
        button="Propose it again",
    ),
}
FROM = {
    "confirm": {ReviewState.PROPOSED},
    "return": {ReviewState.PROPOSED, ReviewState.CONFIRMED, ReviewState.REJECTED},
    "reject": {ReviewState.PROPOSED},
    "propose": {ReviewState.RETURNED},
}
