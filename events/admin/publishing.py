"""Articles published together after a look at their list, and taken back together."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.views.decorators.http import require_POST

from articles.admin.revisioned import ReadOnlyAdmin
from articles.admin.verb_pages import VerbPage, Why
from articles.models import ArticleStatus
from articles.verbs import Refused
from events import editing
from events.editing.publishing import PUBLISH
from events.models import PublishedSet

LISTED = 200  # of the articles that are about to be published


def look_at_list(request: HttpRequest, model_admin: Any, articles: QuerySet) -> HttpResponse:
    """How many and which would become public; the yes goes to `publish_set`, with exactly these."""
    waiting = articles.exclude(status=ArticleStatus.PUBLISHED)
    keys = list(waiting.values_list("pk", flat=True))
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "Publish these articles",
        "opts": model_admin.opts,
        "articles": waiting[:LISTED],
        "count": len(keys),
        "more": max(0, len(keys) - LISTED),
        "unreviewed": waiting.filter(proposed__gt=0).count(),
        "keys": ",".join(map(str, keys)),
    }
    return TemplateResponse(request, "admin/events/publish_list.html", context)


@require_POST
def publish_set(request: HttpRequest) -> HttpResponse:
    """Publish the articles that were looked at; what became public meanwhile stays so."""
    if not request.user.has_perm(PUBLISH):
        raise PermissionDenied
    keys = [int(key) for key in request.POST.get("keys", "").split(",") if key.isdecimal() and len(key) < 19]
    try:
        published = editing.publish_set(keys, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("admin:events_articletoannotate_changelist")
    are = "1 article is" if published.count == 1 else f"{published.count} articles are"
    messages.success(request, f"{are} public now. You can take the whole set back.")
    return redirect("admin:events_publishedset_change", published.pk)


UNDO = VerbPage(
    "Take the whole set back",
    PUBLISH,
    lambda row, request, cleaned: editing.undo_set(row, by=request.user, reason=cleaned["reason"]),
    "The articles are what they were before.",
    Why,
    "Each article gets the status that it had before. One that was withdrawn since stays as it is now.",
    "Take them back",
)


@admin.register(PublishedSet)
class PublishedSetAdmin(ReadOnlyAdmin):
    """Sets of articles that were published together."""

    list_display = ["count", "by", "at", "undone_by", "undone_at"]
    list_display_links = ["count", "at"]
    list_select_related = ["by", "undone_by"]
    fields = ["count", "by", "at", "undone_by", "undone_at"]

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("undo", self.undo_view), *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: PublishedSet) -> list[tuple[str, str]]:
        may = obj.undone_at is None and request.user.has_perm(PUBLISH)
        return [(UNDO.title, reverse("admin:events_publishedset_undo", args=[obj.pk]))] if may else []

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return UNDO.answer(request, self, row, reverse("admin:events_publishedset_change", args=[object_id]))
