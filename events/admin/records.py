from django.contrib import admin

from articles.admin.revisioned import ReadOnlyAdmin
from events.models import Context, EventType, MergeRecord, Mode


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


@admin.register(MergeRecord)
class MergeRecordAdmin(ReadOnlyAdmin):
    list_display = ["what", "kept", "merged", "reason", "by", "at", "undone_by"]
    list_filter = ["what"]
    list_select_related = ["by", "undone_by"]
    search_fields = ["=kept", "=merged"]
    fields = ["what", "kept", "merged", "reason", "by", "at", "moved", "undone_by", "undone_at"]
