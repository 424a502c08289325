from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from articles.admin.revisioned import ReadOnlyAdmin
from articles.models import OldAddress, SourceUrl


@admin.register(SourceUrl)
class SourceUrlAdmin(ReadOnlyAdmin):
    """Where on the web an article was found."""

    list_display = ["url", "article", "first_seen"]
    list_select_related = ["article"]
    search_fields = ["url__startswith"]
    search_help_text = "The beginning of the address."
    fields = ["url", "article", "first_seen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceUrl]:
        return super().get_queryset(request).defer("article__text")


@admin.register(OldAddress)
class OldAddressAdmin(ReadOnlyAdmin):
    """Where an address of ours leads that is no longer one."""

    list_display = ["path", "target", "created_at"]
    search_fields = ["path__startswith"]
    search_help_text = "The beginning of the old address, from the first slash on."
    fields = ["path", "target"]
