from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.revisioned import ReadOnlyAdmin
from events.models import Context, EventType, Mention, MergeRecord, Mode


@admin.register(EventType)
class EventTypeAdmin(ReadOnlyAdmin):
    list_display = ["code", "label", "quad", "needs_recipient", "codebook_version", "retired_in"]
    search_fields = ["code__istartswith", "label__istartswith"]
    fields = ["code", "label", "quad", "needs_recipient", "roles", "definition", "examples", "codebook_version"]


@admin.register(Mode)
class ModeAdmin(ReadOnlyAdmin):
    list_display = ["key", "label", "type", "codebook_version", "retired_in"]
    list_select_related = ["type"]
    search_fields = ["key__istartswith"]
    fields = ["key", "label", "type", "definition", "example", "codebook_version"]


@admin.register(Context)
class ContextAdmin(ReadOnlyAdmin):
    list_display = ["code", "label", "codebook_version", "retired_in"]
    search_fields = ["code__istartswith", "label__istartswith"]
    fields = ["code", "label", "definition", "codebook_version"]


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ["quote", "kind", "actor", "place", "reading", "article", "state"]
    list_filter = ["kind", "reading", "state"]
    list_select_related = ["actor", "place", "article"]
    search_fields = ["actor__sort_key__startswith", "place__sort_key__startswith"]
    fields = ["article", "quote", "start", "end", "kind", "actor", "place", "reading", "state"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).defer("article__text")


@admin.register(MergeRecord)
class MergeRecordAdmin(ReadOnlyAdmin):
    list_display = ["what", "kept", "merged", "reason", "by", "at", "undone_by"]
    list_filter = ["what"]
    list_select_related = ["by", "undone_by"]
    search_fields = ["=kept", "=merged"]
    fields = ["what", "kept", "merged", "reason", "by", "at", "moved", "undone_by", "undone_at"]
