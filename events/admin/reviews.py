"""Pages that decide about a report: confirm, return, reject, propose again."""

from dataclasses import replace

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from articles.admin.verb_pages import VerbPage, Why
from events import editing
from events.admin.reading import parts_in_words
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import Report, ReviewState


def after(request: HttpRequest, report: Report, name: str) -> HttpResponse:
    """From a decision on to the next proposed report of the article, if there is one; else back to the report."""
    waiting = Report.objects.filter(article=report.article_id, review_state=ReviewState.PROPOSED).exclude(pk=report.pk)
    following = waiting.order_by("pk").first() if name in DECISIONS else None
    if following:
        messages.info(request, "This is the next report of the article that waits for review.")
    return redirect("admin:events_report_change", (following or report).pk)


def label_of(name: str, report: Report) -> str:
    """What the button says: a confirmed report is returned so that it can be changed."""
    if name == "return" and report.review_state == ReviewState.CONFIRMED:
        return "Return it to change it"
    return REVIEWS[name].title


def claims_of(report: Report) -> list[tuple[str, str]]:
    """What the report claims against its event, by name and in words: what confirming can let the event take over."""
    claimed = parts_in_words(report.claimed_participations.all())
    own = report.event.participations.of_event_itself()
    claims = {
        "date": report.claimed_date and f"date {report.claimed_date} (the event has {report.event.date or 'none'})",
        "place": report.claimed_place
        and f"place {report.claimed_place} (the event has {report.event.place or 'none'})",
        "type": report.claimed_type and f"type {report.claimed_type} (the event has {report.event.type})",
        "participations": claimed and f"participants {claimed} (the event has {parts_in_words(own) or 'none'})",
    }
    return [(claim, words) for claim, words in claims.items() if words]


def confirm_page(report: Report) -> VerbPage:
    """Confirming asks which of the report's claims the event takes over."""
    choices = claims_of(report)

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
DECISIONS = {"confirm", "return", "reject"}
FROM = {
    "confirm": {ReviewState.PROPOSED},
    "return": {ReviewState.PROPOSED, ReviewState.CONFIRMED, ReviewState.REJECTED},
    "reject": {ReviewState.PROPOSED},
    "propose": {ReviewState.RETURNED},
}
