from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from articles.admin.revisioned import ReadOnlyAdmin
from events.editing.suggesting import figures
from events.models import SuggestionDecision


@admin.register(SuggestionDecision)
class SuggestionDecisionAdmin(ReadOnlyAdmin):
    """What was done with suggestions, and how good each recogniser is by what editors did."""

    list_display = ["quote", "kind", "outcome", "recogniser", "version", "by", "at"]
    list_filter = ["outcome", "kind", "recogniser"]
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
            "rows": figures(),
        }
        return TemplateResponse(request, "admin/events/suggestion_figures.html", context)
