from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from articles.admin.revisioned import RevisionedAdmin
from articles.models import NewsSource
from articles.text import sort_key


@admin.register(NewsSource)
class NewsSourceAdmin(RevisionedAdmin):
    list_display = ["name", "kind", "country", "slug", "merged_into"]
    list_filter = ["kind"]
    list_select_related = ["merged_into"]
    search_fields = ["sort_key__startswith"]
    search_help_text = "The beginning of the name."
    fields = ["name", "slug", "kind", "country", "aliases", "merged_into"]
    ordering = ["sort_key", "id"]

    def get_readonly_fields(self, request: HttpRequest, obj: NewsSource | None = None) -> list[str]:
        """The slug is the public address: it is chosen once."""
        return ["merged_into", "slug"] if obj else ["merged_into"]

    def get_prepopulated_fields(self, request: HttpRequest, obj: NewsSource | None = None) -> dict[str, list[str]]:
        return {} if obj else {"slug": ["name"]}

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By the beginning of the name; one that was merged away is not offered where a form asks for a source."""
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.filter(merged_into__isnull=True)
        return super().get_search_results(request, queryset, sort_key(search_term))

    def buttons(self, request: HttpRequest, obj: NewsSource) -> list[tuple[str, str]]:
        if obj.merged_into_id or not self.has_change_permission(request, obj):
            return []
        return [("Merge with another", reverse("admin:articles_newssource_merge", args=[obj.pk]))]

    def save_model(self, request: HttpRequest, obj: NewsSource, form: Any, change: bool) -> None:
        """The key by which names are sorted and searched goes along with the name."""
        if change and "name" in form.changed_data:
            form.changed_data.append("sort_key")
        super().save_model(request, obj, form, change)
