"""The desk's list of decisions about suggestions, and the figures of each recogniser that follow from them."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles.admin.revisioned import ReadOnlyAdmin
from events.admin.dashboard import Figure
from events.editing.suggesting import figures
from events.models import Outcome, SuggestionDecision

FEWEST = 20  # decisions; a share of fewer says little


@admin.register(SuggestionDecision)
class SuggestionDecisionAdmin(ReadOnlyAdmin):
    """What was done with suggestions, and how good each recogniser is by what editors did."""

    list_display = ["quote", "kind", "outcome", "recogniser", "version", "by", "at"]
    list_filter = ["outcome", "kind", "recogniser", "version"]
    list_select_related = ["by"]
    search_fields = ["=article__id"]
    search_help_text = "The number of an article."
    fields = ["article", "kind", "quote", "occurrence", "outcome", "recogniser", "version", "by", "at"]
    change_list_template = "admin/events/suggestion_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[SuggestionDecision]:
        return super().get_queryset(request).defer("article__text")

    def get_urls(self) -> list[URLPattern]:
        page = path("figures/", self.admin_site.admin_view(self.figures), name="events_suggestiondecision_figures")
        return [page, *super().get_urls()]

    def figures(self, request: HttpRequest) -> HttpResponse:
        """Each recogniser and version with its decisions; for whoever may see decisions."""
        if not self.has_view_permission(request):
            raise PermissionDenied("Decisions about suggestions are for those who may see them: ask for the role.")
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Suggestions and what became of them",
            "lines": [line(row) for row in figures()],
            "fewest": FEWEST,
        }
        return TemplateResponse(request, "admin/events/suggestion_figures.html", context)


def line(row: dict[str, Any]) -> dict[str, Any]:
    """A line of the table: each number leads to the decisions that it counts, and a share of few is told in words."""
    counted = {"recogniser": row["recogniser"], "version": row["version"]}
    kept = row["accepted"] + row["edited"]
    return {
        **counted,
        "outcomes": [_figure(row[outcome], outcome__exact=outcome, **counted) for outcome in Outcome.values],
        "all": _figure(row["all"], **counted),
        "share": f"{row['share']:.0%}" if row["all"] >= FEWEST else "",
        "in_words": f"{kept} of {row['all']}",
    }


def _figure(count: int, **query: str) -> Figure:
    return Figure(count, f"{reverse('admin:events_suggestiondecision_changelist')}?{urlencode(query)}")
