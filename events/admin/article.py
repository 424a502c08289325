from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from articles.admin.article import IN_PRINT
from articles.admin.revisioned import RevisionedAdmin
from articles.admin.two_versions import Hanging
from articles.admin.verb_pages import VerbPage, Why
from articles.models import ArticleStatus
from events import editing
from events.admin import queue
from events.admin.dashboard import dashboard
from events.admin.lists import HandedInFilter, ListFilter, PersonFilter, YearFilter
from events.admin.publishing import look_at_list, publish_set
from events.admin.reading import marked_reading
from events.admin.review_page import next_in_review, review_address, review_page
from events.admin.search_page import search_page
from events.admin.work import work_urls
from events.admin.workbench_page import reports_of, workbench_page
from events.editing.publishing import PUBLISH
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import AnnotationTask, ArticleToAnnotate, Evidence, Report, ReviewState


@admin.register(ArticleToAnnotate)
class ArticleToAnnotateAdmin(RevisionedAdmin):
    """An article with its reports: what it says, how the review stands, and whether the public sees it."""

    list_display = ["title", "issue", "position", "status", "work", "proposed", "confirmed", "returned"]
    list_filter = [ListFilter, PersonFilter, HandedInFilter, "status", "issue__publication", YearFilter]
    list_select_related = ["issue__publication", "task__holder"]
    ordering = IN_PRINT
    search_fields = ["title__istartswith"]
    search_help_text = "The beginning of the headline."
    fields = ["issue", ("position", "status"), "reports_shown"]
    readonly_fields = ["issue", "position", "status", "reports_shown"]
    actions = ["publish_after_a_look"]
    keeps_lists = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[ArticleToAnnotate]:
        """Each with the number of its reports by state, counted for the rows of the page alone."""
        states = (ReviewState.PROPOSED, ReviewState.CONFIRMED, ReviewState.RETURNED)
        articles = super().get_queryset(request).standing().defer("text")
        return articles.annotate(**{str(state.value): _count_of(state) for state in states})

    def parts(self, request: HttpRequest) -> list[Hanging]:
        """Whose hands the article went through is part of its history."""
        return [(AnnotationTask, "article")]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("events.view_articletoannotate")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="Work", ordering="task__state")
    def work(self, article: Any) -> str:
        return queue.stands_how(article)

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
        """The workbench for those who may annotate; for others the text beside the reports, their words marked."""
        if obj and request.user.has_perm(ANNOTATE):
            context["workbench"] = workbench_page(obj, request.user)
            return super().render_change_form(request, context, *args, obj=obj, **kwargs)
        told = Evidence.objects.anchored().filter(article=obj).exclude(report__review_state=ReviewState.REJECTED)
        context["article_text"] = marked_reading(obj, told) if obj else ""
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description="Reports")
    def reports_shown(self, article: ArticleToAnnotate) -> str:
        return reports_of(article)

    def get_urls(self) -> list[URLPattern]:
        of_row = {
            "publish": self.publish_view,
            "withdraw": self.withdraw_view,
            "review": self.review_view,
            **{name: queue.view_of(name, self) for name in queue.PAGES},
        }
        of_desk = {
            "next": queue.next_article,
            "dashboard": lambda request: dashboard(request, self),
            "search": lambda request: search_page(request, self),
            "review-next": self.review_next_view,
            "publish-set": publish_set,
        }
        return [
            *work_urls(),
            *(self.page_of_desk(name, view) for name, view in of_desk.items()),
            *(self.page_of_row(name, view) for name, view in of_row.items()),
            *super().get_urls(),
        ]

    def page_of_desk(self, name: str, view: Any) -> URLPattern:
        """A page beside the list, such as `…/next/`, of no article by itself."""
        named = f"events_articletoannotate_{name.replace('-', '_')}"
        return path(f"{name}/", self.admin_site.admin_view(view), name=named)

    def buttons(self, request: HttpRequest, obj: ArticleToAnnotate) -> list[tuple[str, str]]:
        shown = [*queue.acts(obj, request), ("Article record", reverse("admin:articles_article_change", args=[obj.pk]))]
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
    def publish_after_a_look(self, request: HttpRequest, queryset: QuerySet[ArticleToAnnotate]) -> HttpResponse:
        """First the list and how many they are; then all of those that are not public yet."""
        return look_at_list(request, self, queryset)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PUBLISH)

    def review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.get_object(request, object_id)
        if article is None:
            raise Http404
        return review_page(request, self, article)

    def review_next_view(self, request: HttpRequest) -> HttpResponse:
        """The next article in review that she may decide about, or word that none waits."""
        if not request.user.has_perm(REVIEW):
            raise PermissionDenied
        article = next_in_review(request)
        if article is not None:
            return redirect(review_address(article.pk))
        messages.info(request, "No article waits for your review.")
        return redirect("admin:index")


def _count_of(state: str) -> Subquery:
    """How many reports of the article are in that state."""
    reports = Report.objects.filter(article=OuterRef("pk"), review_state=state).order_by().values("article")
    return Coalesce(Subquery(reports.annotate(n=Count("pk")).values("n")), 0)
