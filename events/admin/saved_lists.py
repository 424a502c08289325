from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html

from articles.admin.revisioned import RevisionedAdmin
from events.models import SavedList


@admin.register(SavedList)
class SavedListAdmin(RevisionedAdmin):
    """Filters kept under a name: each sees her own and those that colleagues share, and changes her own."""

    list_display = ["name", "of", "opens", "owner", "is_shared"]
    list_filter = ["of", "is_shared"]
    list_select_related = ["owner"]
    fields = ["name", "of", "query", "is_shared"]
    ordering = ["name", "id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SavedList]:
        return SavedList.objects.visible_to(request.user)

    def has_change_permission(self, request: HttpRequest, obj: SavedList | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.owner_id == request.user.pk)

    def has_delete_permission(self, request: HttpRequest, obj: SavedList | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or obj.owner_id == request.user.pk)

    @admin.display(description="List")
    def opens(self, saved: SavedList) -> str:
        return format_html(
            '<a href="{}">Open the list<span class="visually-hidden"> {}</span></a>', saved.address, saved
        )

    def save_model(self, request: HttpRequest, obj: SavedList, form: Any, change: bool) -> None:
        if not change:
            obj.owner = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request: HttpRequest, obj: SavedList, post_url_continue: str | None = None) -> HttpResponse:
        """Back to the list that was kept."""
        self.message_user(request, f"The list is kept as “{obj}”; the desk leads to it.")
        return redirect(obj.address)
