"""The quarantine: records that did not go in, with what to do about each."""

import json
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.revisioned import ReadOnlyAdmin
from articles.admin.verb_pages import VerbPage
from articles.importing.quarantine import keep_stored, offers_text, take_text
from articles.importing.starting import start
from articles.models import ImportProblem, ImportRun, ProblemState, PublicReason
from articles.models.article import CORRECT_TEXT
from articles.models.import_run import IMPORT_ARTICLES
from articles.text_change import hunks

LONGEST_SHOWN = 20_000


class TakeForm(forms.Form):
    public_reason = forms.ChoiceField(choices=PublicReason.choices, label="What readers are told")


@admin.register(ImportProblem)
class ImportProblemAdmin(ReadOnlyAdmin):
    list_display = ["where", "code", "message", "state", "run"]
    list_filter = ["state", "severity", "code"]
    search_fields = ["path__startswith"]
    search_help_text = "The beginning of the file's path or name."
    actions = ["try_again"]
    ordering = ["-run", "path", "line", "id"]
    fields = [
        "run",
        "where",
        "code",
        "message",
        "article",
        "state",
        "decided_by",
        "decided_at",
        "difference",
        "as_read",
    ]
    readonly_fields = ["where", "difference", "as_read"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportProblem]:
        together = super().get_queryset(request).select_related("run", "article__issue__publication")
        return together.defer("record", "article__text")

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return lookup == "run__id__exact" or super().lookup_allowed(lookup, value, request)

    @admin.display(description="Where", ordering="path")
    def where(self, problem: ImportProblem) -> str:
        return f"{problem.path}:{problem.line}"

    @admin.display(description="Stored and new text")
    def difference(self, problem: ImportProblem) -> str | SafeString:
        """Both texts in one, what goes and what comes marked."""
        if problem.article is None or not offers_text(problem):
            return "–"
        found = hunks(problem.article.text, str(problem.values["text"]))
        return render_to_string("admin/articles/_difference.html", {"hunks": found})

    @admin.display(description="The record as read")
    def as_read(self, problem: ImportProblem) -> str | SafeString:
        if not problem.record:
            return "Nothing could be read."
        words = json.dumps(problem.values, ensure_ascii=False, indent=1)
        return format_html('<pre class="record">{}</pre>', words[:LONGEST_SHOWN])

    @admin.action(description="Try again: read the files of these records once more", permissions=["import"])
    def try_again(self, request: HttpRequest, problems: QuerySet[ImportProblem]) -> None:
        """Whoever mended a file, or the rules: what can go in now goes in, and what is gone is settled."""
        runs = [run for run in ImportRun.objects.filter(pk__in=problems.values("run")) if not run.is_alive]
        for run in runs:
            start(run, dry_run=False)
        messages.success(request, f"Read again: {', '.join(map(str, runs)) or 'nothing, all are at work already'}.")

    def has_import_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(IMPORT_ARTICLES)

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("keep", self.keep_view), self.page_of_row("take", self.take_view), *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: ImportProblem) -> list[tuple[str, str]]:
        address = partial(reverse, args=[obj.pk])
        shown = [("Its import", reverse("admin:articles_importrun_change", args=[obj.run_id]))]
        if obj.article_id:
            shown.append(("The stored article", reverse("admin:articles_article_change", args=[obj.article_id])))
        if obj.state == ProblemState.OPEN and request.user.has_perm(IMPORT_ARTICLES):
            shown.append(("Keep what is stored", address("admin:articles_importproblem_keep")))
            if offers_text(obj) and request.user.has_perm(CORRECT_TEXT):
                shown.append(("Take the new text", address("admin:articles_importproblem_take")))
        return shown

    def keep_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        page = VerbPage(
            title="Keep what is stored",
            right=IMPORT_ARTICLES,
            act=lambda problem, request, cleaned: keep_stored(problem, by=request.user),
            done="Decided: what is stored stays.",
            says="The record leaves the quarantine. Nothing that is stored changes.",
            button="Keep it",
        )
        return page.answer(request, self, self.get_object(request, object_id), _back(object_id))

    def take_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        problem = self.get_object(request, object_id)
        page = VerbPage(
            title="Take the new text",
            right=CORRECT_TEXT,
            act=_take,
            done="The new text is the article's; its marks went along.",
            form=TakeForm,
            says="A correction: marks on untouched words move, marks on changed words are flagged, others lose theirs.",
            button="Take it",
        )
        return page.answer(request, self, problem, _back(object_id))


def _take(problem: ImportProblem, request: HttpRequest, cleaned: dict[str, Any]) -> None:
    take_text(problem, by=request.user, public_reason=cleaned["public_reason"], revision=cleaned["revision"])


def _back(object_id: str) -> str:
    return reverse("admin:articles_importproblem_change", args=[object_id])
