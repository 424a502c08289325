from django.contrib import admin

from articles.admin.revisioned import RevisionedAdmin
from articles.models import Publication


@admin.register(Publication)
class PublicationAdmin(RevisionedAdmin):
    list_display = ["title", "slug", "publisher", "language", "first_year", "quote_policy"]
    search_fields = ["title__istartswith", "slug__startswith"]
    fields = [
        "title",
        "slug",
        "aliases",
        "publisher",
        "language",
        "first_year",
        "description",
        "licence",
        "quote_policy",
    ]
    prepopulated_fields = {"slug": ["title"]}
    ordering = ["title", "id"]
