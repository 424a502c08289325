from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join

from articles.admin.revisioned import ReadOnlyAdmin, RevisionedAdmin
from articles.models import Citation, CitedReport, DateOrigin


@admin.register(Citation)
class CitationAdmin(ReadOnlyAdmin):
    """A place that names sources, as the grammar found it; what it says of each is changed at its cited reports."""

    list_display = ["quote", "article", "start", "end", "state"]
    list_filter = ["state"]
    list_select_related = ["article"]
    ordering = ["-id"]
    search_fields = ["article__title__istartswith"]
    search_help_text = "The beginning of the article's headline."
    fields = ["article", "quote", ("start", "end"), "state", "text_version", "reports_shown"]
    readonly_fields = ["reports_shown"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).defer("article__text")

    @admin.display(description="Cites")
    def reports_shown(self, citation: Citation) -> str:
        reports = citation.reports.select_related("news_source")
        rows = ((reverse("admin:articles_citedreport_change", args=[r.pk]), r, r.date or "no date") for r in reports)
        return format_html_join("", '<p><a href="{}">{}</a>: {}</p>', rows) or "Nobody."


@admin.register(CitedReport)
class CitedReportAdmin(RevisionedAdmin):
    """What a citation says of one source; an editor corrects the date that a rule has read."""

    list_display = ["news_source", "date", "date_words", "date_origin", "date_to_check", "citation"]
    list_filter = ["date_to_check", "date_origin"]
    list_select_related = ["news_source", "citation"]
    ordering = ["-id"]
    search_fields = ["news_source__sort_key__startswith"]
    search_help_text = "The beginning of the source's name."
    autocomplete_fields = ["news_source"]
    fields = ["citation", "news_source", ("date", "date_words"), "date_origin", "date_to_check"]
    readonly_fields = ["citation", "date_words", "date_origin"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: CitedReport, form: Any, change: bool) -> None:
        """A date that a person typed is hers: no rule reads it again, and she has checked it."""
        if "date" in form.changed_data:
            obj.date_origin, obj.date_to_check = DateOrigin.PERSON, False
            form.changed_data.extend(["date_origin", "date_to_check"])
        super().save_model(request, obj, form, change)
