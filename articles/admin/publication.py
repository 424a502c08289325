from collections import defaultdict

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, reverse

from articles.admin.revisioned import RevisionedAdmin
from articles.completeness import findings
from articles.models import Publication
from articles.rights import may_read_hidden

KINDS = {
    "gap": "Issue numbers that are missing",
    "announced": "Headlines without an article",
    "order": "Articles in another order than printed",
    "referred": "Issues that articles refer to",
    "date": "Doubtful dates",
}


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

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("completeness", self.completeness_view), *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: Publication) -> list[tuple[str, str]]:
        return [("What is missing", reverse("admin:articles_publication_completeness", args=[obj.pk]))]

    def completeness_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Gaps in its numbers, announced items that are not here, doubtful dates."""
        publication = self.get_object(request, object_id)
        if not may_read_hidden(request.user):
            raise PermissionDenied
        if publication is None:
            raise Http404
        by_kind: dict[str, list[str]] = defaultdict(list)
        for finding in findings(publication):
            by_kind[finding.kind].append(finding.sentence)
        context = {
            **self.admin_site.each_context(request),
            "title": f"What is missing in {publication}",
            "opts": self.opts,
            "object": publication,
            "kinds": [(words, by_kind[kind]) for kind, words in KINDS.items() if by_kind[kind]],
        }
        return self.answer(request, "admin/articles/completeness.html", context)
