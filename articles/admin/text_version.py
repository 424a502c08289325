from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.revisioned import ReadOnlyAdmin
from articles.models import TextVersion


@admin.register(TextVersion)
class TextVersionAdmin(ReadOnlyAdmin):
    list_display = ["article", "number", "made_by", "made_at", "public_reason", "reason"]
    list_select_related = ["article", "made_by"]
    ordering = ["-id"]
    search_fields = ["article__title__istartswith"]
    search_help_text = "The beginning of the article's headline."
    fields = ["article", "number", "made_by", "made_at", "reason", "public_reason", "text"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[TextVersion]:
        """Lists need no texts."""
        return super().get_queryset(request).defer("text", "article__text")
