from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from articles.admin.revisioned import ReadOnlyAdmin
from articles.models import NewsSource
from events.admin.merging import answer, merge_page, undo_page
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

    def get_urls(self) -> list[URLPattern]:
        pages = [self.page_of_row("undo", self.undo_view), *self.pages_of_sources()]
        return [*pages, *super().get_urls()]

    def pages_of_sources(self) -> list[URLPattern]:
        """Sources are printed matter, which knows nothing of merges: their page lives here."""
        view = self.admin_site.admin_view(self.merge_source_view)
        return [path("merge-source/<int:number>/", view, name="articles_newssource_merge")]

    def buttons(self, request: HttpRequest, obj: MergeRecord) -> list[tuple[str, str]]:
        if obj.undone_at or not request.user.has_perm(undo_page(obj).right):
            return []
        return [("Undo this merge", reverse("admin:events_mergerecord_undo", args=[obj.pk]))]

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return answer(request, self, self.get_object(request, object_id), object_id, undo_page)

    def merge_source_view(self, request: HttpRequest, number: int) -> HttpResponse:
        source = NewsSource.objects.filter(pk=number).first()
        return answer(request, self, source, str(number), merge_page)
