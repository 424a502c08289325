from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse

from articles.admin.revisioned import ReadOnlyAdmin, RevisionedAdmin
from articles.correction import Correction
from articles.models import Article, PublicReason, StaleRevision, TextVersion
from articles.models.article import CORRECT_TEXT
from articles.text import TextRefused
from articles.text_change import Outcome
from articles.verbs import Refused


def read_text(article: Article) -> str:
    """The text in reading type, its sentences numbered, to look at and copy from."""
    text, sentences = article.text, list(enumerate(article.sentences, start=1))
    blocks = [
        [(n, text[s.start : s.end]) for n, s in sentences if block.start <= s.start < block.end]
        for block in article.paragraphs
    ]
    return render_to_string("admin/articles/_text.html", {"blocks": blocks})


class CorrectionForm(forms.Form):
    """A corrected text; `revision` is the one that was read."""

    text = forms.CharField(strip=False, widget=forms.Textarea(attrs={"rows": 24, "class": "whole-text"}))
    reason = forms.CharField(label="Why", help_text="For colleagues; kept in the history.")
    public_reason = forms.ChoiceField(choices=PublicReason.choices, label="What readers are told")
    revision = forms.IntegerField(widget=forms.HiddenInput)


@admin.register(Article)
class ArticleAdmin(RevisionedAdmin):
    list_display = ["title", "issue", "position", "section", "status", "text_version"]
    list_filter = ["status", "issue__publication"]
    list_select_related = ["issue__publication"]
    search_fields = ["title__istartswith"]
    search_help_text = "The beginning of the headline."
    autocomplete_fields = ["issue"]
    readonly_fields = ["text_shown", "status", "text_version", "published_at", "position", "order"]
    fieldsets = [
        (None, {"fields": ["issue", "position", "order", "status", "published_at", "text_version"]}),
        ("Headline", {"fields": ["title", "title_printed", "title_is_derived", "byline", "section"]}),
        ("For colleagues", {"fields": ["notes"]}),
        ("Text", {"fields": ["text_shown"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """Lists need no texts."""
        return super().get_queryset(request).defer("text")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Articles come by import, which normalises their text and finds their citations."""
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*self.readonly_fields, "issue"]

    @admin.display(description="Text")
    def text_shown(self, article: Article) -> str:
        return read_text(article)

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("correct", self.correct_view), *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: Article) -> list[tuple[str, str]]:
        shown = []
        if request.user.has_perm(CORRECT_TEXT):
            shown.append(("Correct the text", reverse("admin:articles_article_correct", args=[obj.pk])))
        versions = reverse("admin:articles_textversion_changelist")
        shown.append((f"{obj.text_version} text versions", f"{versions}?article__id__exact={obj.pk}"))
        return [*shown, ("Annotate", reverse("admin:events_articletoannotate_change", args=[obj.pk]))]

    def correct_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """First what the correction would do to every mark, then do it."""
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        if not request.user.has_perm(CORRECT_TEXT):
            raise PermissionDenied
        initial = {"text": article.text, "revision": article.revision}
        form = CorrectionForm(request.POST) if request.method == "POST" else CorrectionForm(initial=initial)
        correction = None
        if request.method == "POST" and form.is_valid():
            correction = self.try_correction(article, request, form)
            if correction and "save" in request.POST:
                lost = len(correction.of(Outcome.ORPHAN))
                messages.success(request, f"The text is corrected; {lost} marks lost their words.")
                return redirect("admin:articles_article_change", article.pk)
        return TemplateResponse(
            request,
            "admin/articles/correct_text.html",
            {
                **self.admin_site.each_context(request),
                "title": "Correct the text",
                "object": article,
                "opts": self.opts,
                "form": form,
                "correction": correction,
                "moved": correction.of(Outcome.MOVED) if correction else [],
                "to_check": correction.of(Outcome.CHECK) if correction else [],
                "lost": correction.of(Outcome.ORPHAN) if correction else [],
                "back": reverse("admin:articles_article_change", args=[article.pk]),
            },
            status=409 if form.errors else 200,
        )

    def try_correction(self, article: Article, request: HttpRequest, form: CorrectionForm) -> Correction | None:
        cleaned = form.cleaned_data
        try:
            return article.correct_text(
                cleaned["text"],
                by=request.user,
                reason=cleaned["reason"],
                public_reason=cleaned["public_reason"],
                revision=cleaned["revision"],
                write="save" in request.POST,
            )
        except (Refused, TextRefused, StaleRevision) as refused:
            form.add_error("text", str(refused))
            return None


@admin.register(TextVersion)
class TextVersionAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "made_by", "made_at", "public_reason", "reason"]
    list_select_related = ["article", "made_by"]
    search_fields = ["article__title__istartswith"]
    fields = ["article", "number", "made_by", "made_at", "reason", "public_reason", "text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[TextVersion]:
        return super().get_queryset(request).defer("article__text")
