from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.revisioned import RevisionedAdmin, RevisionedForm
from articles.models import CrossReference


class CrossReferenceForm(RevisionedForm):
    """The target of a cross reference: an issue, or an article of it."""

    class Meta:
        model = CrossReference
        fields = "__all__"  # the admin's fields say which

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("target_issue") and cleaned.get("target_article"):
            self.add_error("target_article", "Choose the issue or the article, and leave the other empty.")
        return cleaned


class TargetFilter(admin.SimpleListFilter):
    title = "target"
    parameter_name = "target"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("none", "Not found yet")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.unresolved() if self.value() == "none" else queryset


@admin.register(CrossReference)
class CrossReferenceAdmin(RevisionedAdmin):
    """Where an article points to; an editor names the target that no rule has found."""

    form = CrossReferenceForm
    list_display = ["quote", "article", "date", "target_issue", "target_article", "state"]
    list_filter = [TargetFilter, "state"]
    list_select_related = ["article", "target_issue__publication", "target_article"]
    ordering = ["-id"]
    search_fields = ["article__title__istartswith"]
    search_help_text = "The beginning of the headline of the article that refers."
    autocomplete_fields = ["target_issue", "target_article"]
    fields = ["article", "quote", "publication_words", ("volume", "number"), "date", "target_issue", "target_article"]
    readonly_fields = ["article", "quote", "publication_words", "volume", "number", "date"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[CrossReference]:
        return super().get_queryset(request).defer("article__text", "target_article__text")
