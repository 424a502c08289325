"""The page on which a reviewer decides: one report after the other beside its words, one key a decision."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from articles.admin.verb_pages import changes_since
from articles.models import StaleRevision
from articles.pages.anchors import sentence_number
from articles.verbs import Refused
from events import editing
from events.admin.lists import list_address
from events.admin.reading import event_in_words, marked_reading, parts_in_words
from events.admin.reviews import FROM, claims_of
from events.editing.reports import may_change
from events.editing.reviewing import REVIEW
from events.models import ArticleToAnnotate, Report, ReviewState

REASONS = ("Not in these words.", "Wrong type of event.", "The same as another event.")
DONE = {"confirm": "Confirmed", "return": "Returned", "reject": "Rejected"}


class DecisionForm(forms.Form):
    """What the reviewer says of one report, as she read it."""

    decision = forms.ChoiceField(choices=list(DONE.items()))
    revision = forms.IntegerField()
    adopt = forms.MultipleChoiceField(required=False)
    given = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, choices=list(enumerate(REASONS)))
    reason = forms.CharField(required=False, max_length=2000)

    def __init__(self, *args: Any, report: Report, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["adopt"].choices = claims_of(report)

    def clean(self) -> dict[str, Any]:
        """A reason from the short list, or typed in her own words."""
        cleaned = super().clean() or self.cleaned_data
        given = cleaned.get("given")
        cleaned["reason"] = cleaned.get("reason") or (REASONS[given] if given is not None else "")
        return cleaned


def review_page(request: HttpRequest, model_admin: Any, article: ArticleToAnnotate) -> HttpResponse:
    """Show the report to decide about; after a decision the next one, after the last the next article."""
    if not request.user.has_perm(REVIEW):
        raise PermissionDenied
    reports = list(article.reports.select_related("event__type", "event__place", "coder", "reviewer").order_by("pk"))
    report = _chosen(reports, request.GET.get("report", ""))
    if report is None:
        messages.info(request, "The article has no report to review.")
        return redirect("admin:events_articletoannotate_change", article.pk)
    form = DecisionForm(request.POST or None, report=report)
    meanwhile: list[Any] = []
    if form.is_valid() and _decides(form, report, request, meanwhile):
        return _onward(request, article, reports, report)
    context = {**model_admin.admin_site.each_context(request), **_shown(article, reports, report, request)}
    page = {**context, "form": form, "meanwhile": meanwhile, "opts": model_admin.opts}
    return TemplateResponse(request, "admin/events/review.html", page, status=409 if form.errors else 200)


def next_in_review(request: HttpRequest) -> ArticleToAnnotate | None:
    """The first article in reading order with a report that she may decide about."""
    waiting = Report.objects.filter(review_state=ReviewState.PROPOSED)
    if not settings.SINGLE_EDITOR:
        waiting = waiting.exclude(coder=request.user)
    articles = ArticleToAnnotate.objects.in_review().filter(pk__in=waiting.values("article"))
    return articles.defer("text").in_reading_order().first()


def _chosen(reports: list[Report], asked: str) -> Report | None:
    """The one asked for, else the first that waits, else the first."""
    named = [report for report in reports if str(report.pk) == asked]
    waiting = [report for report in reports if report.review_state == ReviewState.PROPOSED]
    return next(iter([*named, *waiting, *reports]), None)


def _decides(form: DecisionForm, report: Report, request: HttpRequest, meanwhile: list[Any]) -> bool:
    said = form.cleaned_data
    how = {"by": request.user, "revision": said["revision"]}
    try:
        if said["decision"] == "confirm":
            editing.confirm(report, adopt=said["adopt"], **how)
        elif said["decision"] == "return":
            editing.give_back(report, reason=said["reason"], **how)
        else:
            editing.reject(report, reason=said["reason"], **how)
    except StaleRevision as stale:
        form.add_error(None, str(stale))
        meanwhile += changes_since(stale.current, stale.expected)
        report.refresh_from_db()
        return False
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, f"{DONE[said['decision']]}: {report.event.public_id} {report.event.label}.")
    return True


def _onward(
    request: HttpRequest, article: ArticleToAnnotate, reports: list[Report], decided: Report
) -> HttpResponseRedirect:
    place = reports.index(decided)
    open_ones = set(article.reports.filter(review_state=ReviewState.PROPOSED).values_list("pk", flat=True))
    following = next((one for one in [*reports[place + 1 :], *reports[:place]] if one.pk in open_ones), None)
    if following is not None:
        return redirect(f"{review_address(article.pk)}?report={following.pk}")
    article = next_in_review(request)
    if article is None:
        messages.info(request, "No other article waits for your review.")
        return redirect(list_address("review"))
    messages.info(request, "All of that article is decided; this is the next one in review.")
    return redirect(review_address(article.pk))


def review_address(article: int) -> str:
    return reverse("admin:events_articletoannotate_review", args=[article])


def _shown(article: ArticleToAnnotate, reports: list[Report], report: Report, request: HttpRequest) -> dict[str, Any]:
    words = report.evidence.select_related("participation__actor", "mention").order_by("start", "end", "id")
    own = report.coder_id == request.user.pk and not settings.SINGLE_EDITOR
    decisions = [name for name in DONE if report.review_state in FROM[name] and not own]
    decided = [one for one in reports if one.review_state != ReviewState.PROPOSED]
    return {
        "title": f"Review {article.issue} / {article.position}",
        "article": article,
        "text": marked_reading(article, words),
        "reports": reports,
        "report": report,
        "number": reports.index(report) + 1,
        "decided": len(decided),
        "words": _with_sentences(article, words),
        "event": event_in_words(report.event),
        "parts": parts_in_words(report.claimed_participations.all()),
        "sources": report.attributions.select_related("cited_report__news_source"),
        "claims": claims_of(report) if "confirm" in decisions else [],
        "decisions": decisions,
        "own": own,
        "reasons": list(enumerate(REASONS)),
        "may_mend": may_change(report, request.user),
        "address": review_address(article.pk),
    }


def _with_sentences(article: ArticleToAnnotate, words: QuerySet) -> list[tuple[Any, int]]:
    """Each piece of evidence with the number of the sentence in which it begins."""
    sentences = article.sentences
    return [(one, 0 if one.start is None else sentence_number(one.start, sentences)) for one in words]
