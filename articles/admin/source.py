from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.revisioned import ReadOnlyAdmin, RevisionedAdmin
from articles.models import Citation, CitedReport, CrossReference, NewsSource, OldAddress, SourceUrl
from articles.text import sort_key


@admin.register(NewsSource)
class NewsSourceAdmin(RevisionedAdmin):
    list_display = ["name", "kind", "country", "slug", "merged_into"]
    list_filter = ["kind"]
    list_select_related = ["merged_into"]
    search_fields = ["sort_key__startswith"]
    search_help_text = "The beginning of the name."
    fields = ["name", "slug", "kind", "country", "aliases", "merged_into"]
    readonly_fields = ["merged_into"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["sort_key", "id"]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        return super().get_search_results(request, queryset, sort_key(search_term))

    def save_model(self, request: HttpRequest, obj: NewsSource, form: object, change: bool) -> None:
        """The key by which names are sorted and searched goes along with the name."""
        super().save_model(request, obj, form, change)
        if change and obj.sort_key != sort_key(obj.name):
            obj.save(update_fields=["sort_key"])


@admin.register(Citation)
class CitationAdmin(ReadOnlyAdmin):
    list_display = ["quote", "article", "start", "end", "state"]
    list_filter = ["state"]
    list_select_related = ["article"]
    search_fields = ["article__title__istartswith"]
    fields = ["article", "quote", "start", "end", "state", "text_version"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Citation]:
        return super().get_queryset(request).defer("article__text")


@admin.register(CitedReport)
class CitedReportAdmin(RevisionedAdmin):
    """What a citation says of one source; an editor corrects the date that a rule has read."""

    list_display = ["news_source", "date", "date_words", "date_origin", "date_to_check", "citation"]
    list_filter = ["date_to_check", "date_origin"]
    list_select_related = ["news_source", "citation"]
    search_fields = ["news_source__sort_key__startswith"]
    autocomplete_fields = ["news_source"]
    fields = ["citation", "news_source", "date", "date_words", "date_origin", "date_to_check"]
    readonly_fields = ["citation", "date_words"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(CrossReference)
class CrossReferenceAdmin(RevisionedAdmin):
    """Where an article points to; an editor names the target that no rule has found."""

    list_display = ["quote", "article", "date", "target_issue", "target_article", "state"]
    list_filter = ["state"]
    list_select_related = ["article", "target_issue__publication", "target_article"]
    search_fields = ["article__title__istartswith"]
    autocomplete_fields = ["target_issue", "target_article"]
    fields = ["article", "quote", "publication_words", "volume", "number", "date", "target_issue", "target_article"]
    readonly_fields = ["article", "quote", "publication_words", "volume", "number", "date"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[CrossReference]:
        return super().get_queryset(request).defer("article__text", "target_article__text")


@admin.register(SourceUrl)
class SourceUrlAdmin(ReadOnlyAdmin):
    list_display = ["url", "article", "first_seen"]
    list_select_related = ["article"]
    search_fields = ["url__startswith"]
    fields = ["url", "article", "first_seen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceUrl]:
        return super().get_queryset(request).defer("article__text")


@admin.register(OldAddress)
class OldAddressAdmin(ReadOnlyAdmin):
    list_display = ["path", "target", "created_at"]
    search_fields = ["path__startswith"]
    fields = ["path", "target"]
