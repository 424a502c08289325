"""The page on which a text is corrected: first what becomes of every mark, then the correction."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from articles.admin.changes import Change, changes_of
from articles.correction import Correction
from articles.models import Article, PublicReason, StaleRevision
from articles.models.article import CORRECT_TEXT
from articles.text import TextRefused
from articles.text_change import Outcome
from articles.verbs import Refused

STALE = (
    "Somebody changed the article while you had it open. Nothing of yours is saved or lost: below, your text is "
    "compared with the one that is stored now. Tick the box to save yours over it."
)


class CorrectionForm(forms.Form):
    """A corrected text. `revision` is the one that was read, `overwrite` a newer one that she has seen and replaces."""

    text = forms.CharField(strip=False, widget=forms.Textarea(attrs={"rows": 24, "class": "whole-text"}))
    reason = forms.CharField(
        label="Why",
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text="For colleagues; kept in the history. Needed to save, not to look.",
    )
    public_reason = forms.ChoiceField(choices=PublicReason.choices, label="What readers are told")
    revision = forms.IntegerField(widget=forms.HiddenInput)
    overwrite = forms.Field(required=False, widget=forms.MultipleHiddenInput, label="Two versions")
    stored: Article | None = None  # as somebody else left the article meanwhile
    last: Change | None = None  # who did, and when

    def read_revision(self, article: Article) -> int:
        """The revision that she has seen last."""
        agreed = str(article.revision) in (self.cleaned_data["overwrite"] or [])
        return article.revision if agreed else self.cleaned_data["revision"]

    def refuse_stale(self, stored: Article) -> None:
        self.stored, self.last = stored, next(iter(changes_of(stored, limit=1)), None)
        self.fields["overwrite"].widget = forms.CheckboxSelectMultiple(
            choices=[(stored.revision, "Save my text over the one that is stored now")]
        )
        self.add_error(None, STALE)


def correction_page(request: HttpRequest, model_admin: admin.ModelAdmin, article: Article) -> HttpResponse:
    """Show the text to correct; after a look, what the correction would do; after a yes, do it and go back."""
    if not request.user.has_perm(CORRECT_TEXT):
        raise PermissionDenied
    earlier = article.versions.filter(number=_number(request.GET.get("version", ""))).first()
    text = earlier.text if earlier else article.text
    form = CorrectionForm(request.POST or None, initial={"text": text, "revision": article.revision})
    correction = _tried(form, article, request) if form.is_valid() else None
    if correction and "save" in request.POST and not form.errors:
        lost = len(correction.of(Outcome.ORPHAN))
        messages.success(request, f"The text is corrected; marks that lost their words: {lost}.")
        return redirect(_back(article, request))
    context = {
        **model_admin.admin_site.each_context(request),
        **_shown(article, form, correction),
        "back": _back(article, request),
    }
    page = {**context, "title": "Correct the text", "opts": model_admin.opts}
    return TemplateResponse(request, "admin/articles/correct_text.html", page, status=409 if form.errors else 200)


def _back(article: Article, request: HttpRequest) -> str:
    """Where she came from, if that is a page of ours; else the article's own."""
    asked = request.GET.get("back", "")
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else reverse("admin:articles_article_change", args=[article.pk])


def _number(typed: str) -> int:
    """The version that the address names; 0, which is none, where it names no number."""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0


def _tried(form: CorrectionForm, article: Article, request: HttpRequest) -> Correction | None:
    """The correction, written where she asked for it and gave a reason; what stands against it goes to the form."""
    typed = {name: form.cleaned_data[name] for name in ("reason", "public_reason")}
    how = {**typed, "raw": form.cleaned_data["text"], "by": request.user}
    revision = form.read_revision(article)
    save = "save" in request.POST
    if save and not typed["reason"]:
        form.add_error("reason", "A reason is required: colleagues read it in the history.")
    try:
        return article.correct_text(**how, revision=revision, write=save and not form.errors)
    except StaleRevision as stale:
        form.refuse_stale(stale.current)
        return _tried_on_stored(form, article, how)
    except (Refused, TextRefused) as refused:
        form.add_error("text", str(refused))
        return None


def _tried_on_stored(form: CorrectionForm, article: Article, how: dict[str, Any]) -> Correction | None:
    """What her text would do to the one that is stored now; nothing where it cannot be stored, or is the same."""
    try:
        return article.correct_text(**how, write=False)
    except (Refused, TextRefused) as refused:
        form.add_error("text", str(refused))
        return None


def _shown(article: Article, form: CorrectionForm, correction: Correction | None) -> dict[str, Any]:
    return {
        "object": article,
        "form": form,
        "correction": correction,
        "moved": correction.of(Outcome.MOVED) if correction else [],
        "to_check": correction.of(Outcome.CHECK) if correction else [],
        "lost": correction.of(Outcome.ORPHAN) if correction else [],
    }
