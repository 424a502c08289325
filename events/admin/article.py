from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse

from articles.admin.revisioned import RevisionedAdmin
from articles.admin.verb_pages import VerbPage, Why
from articles.models import ArticleStatus
from articles.verbs import Refused
from events import editing
from events.admin.reading import marked_reading
from events.admin.work import work_urls
from events.editing.publishing import PUBLISH
from events.models import ArticleToAnnotate, Evidence, ReviewState


@admin.register(ArticleToAnnotate)
class ArticleToAnnotateAdmin(RevisionedAdmin):
    """An article with its reports: what it says, how the review stands, and whether the public sees it."""

    list_display = ["title", "issue", "position", "status", "proposed", "confirmed", "returned"]
    list_filter = ["status", "issue__publication"]
    list_select_related = ["issue__publication"]
    search_fields = ["title__istartswith"]
    search_help_text = "The beginning of the headline."
    fields = ["issue", ("position", "status"), "reports_shown"]
    readonly_fields = ["issue", "position", "status", "reports_shown"]
    actions = ["publish_after_a_look"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleToAnnotate]:
        counts = {
            state: Count("reports", filter=Q(reports__review_state=state))
            for state in (ReviewState.PROPOSED, ReviewState.CONFIRMED, ReviewState.RETURNED)
        }
        articles = super().get_queryset(request).standing().defer("text")
        return articles.annotate(**{str(k.value): v for k, v in counts.items()})

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("events.view_articletoannotate")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(ordering="proposed")
    def proposed(self, article: Any) -> int:
        return article.proposed

    @admin.display(ordering="confirmed")
    def confirmed(self, article: Any) -> int:
        return article.confirmed

    @admin.display(ordering="returned")
    def returned(self, article: Any) -> int:
        return article.returned

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any) -> Any:
        """The text stands beside the reports, their words marked."""
        told = Evidence.objects.anchored().filter(article=obj).exclude(report__review_state=ReviewState.REJECTED)
        context["article_text"] = marked_reading(obj, told) if obj else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description="Reports")
    def reports_shown(self, article: ArticleToAnnotate) -> str:
        reports = article.reports.select_related("event__type", "coder").order_by("pk")
        return render_to_string("admin/events/_reports.html", {"reports": reports})

    def get_urls(self) -> list[URLPattern]:
        pages = [self.page_of_row("publish", self.publish_view), self.page_of_row("withdraw", self.withdraw_view)]
        return [*work_urls(), *pages, *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: ArticleToAnnotate) -> list[tuple[str, str]]:
        shown = [("Article record", reverse("admin:articles_article_change", args=[obj.pk]))]
        if request.user.has_perm("events.add_report"):
            shown[:0] = [
                ("Report a new event", f"{reverse('admin:events_event_add')}?article={obj.pk}"),
                ("Report a known event", f"{reverse('admin:events_report_add')}?article={obj.pk}"),
            ]
        if request.user.has_perm(PUBLISH):
            verb = "withdraw" if obj.status == ArticleStatus.PUBLISHED else "publish"
            shown.append((verb.capitalize(), reverse(f"admin:events_articletoannotate_{verb}", args=[obj.pk])))
        return shown

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.get_object(request, object_id)
        counts = (
            f"{article.confirmed} confirmed reports show with it; {article.proposed} wait for review."
            if article
            else ""
        )
        page = VerbPage(
            "Publish",
            PUBLISH,
            lambda row, request, cleaned: editing.publish(row, by=request.user, revision=cleaned["revision"]),
            "The article is public.",
            says=f"Everybody can read the article from now on. {counts}",
            button="Publish",
        )
        return page.answer(request, self, article, self.back(object_id))

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        page = VerbPage(
            "Withdraw",
            PUBLISH,
            lambda row, request, cleaned: editing.withdraw(
                row, by=request.user, reason=cleaned["reason"], revision=cleaned["revision"]
            ),
            "The article is withdrawn.",
            form=Why,
            says="The article and what only it reports leave the public at once. It can be published again.",
            button="Withdraw",
        )
        return page.answer(request, self, self.get_object(request, object_id), self.back(object_id))

    def back(self, object_id: str) -> str:
        return reverse("admin:events_articletoannotate_change", args=[object_id])

    @admin.action(description="Publish, after a look at the list", permissions=["publish"])
    def publish_after_a_look(self, request: HttpRequest, queryset: QuerySet[ArticleToAnnotate]) -> HttpResponse | None:
        """First the list, then all that are not public yet."""
        waiting = queryset.exclude(status=ArticleStatus.PUBLISHED)
        if "yes" not in request.POST:
            context = {**self.admin_site.each_context(request), "title": "Publish these articles", "opts": self.opts}
            return TemplateResponse(request, "admin/events/publish_list.html", {**context, "articles": waiting})
        done = 0
        for article in waiting:
            try:
                editing.publish(article, by=request.user)
                done += 1
            except Refused as refused:
                messages.error(request, f"{article}: {refused}")
        messages.success(request, "1 article is public now." if done == 1 else f"{done} articles are public now.")
        return None

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PUBLISH)
