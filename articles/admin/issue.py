from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, reverse

from articles.admin import rearranging
from articles.admin.revisioned import RevisionedAdmin
from articles.admin.verb_pages import VerbPage
from articles.models import DateBasis, Issue
from articles.models.date_fields import validate_edtf
from articles.models.issue import CHANGE_ISSUE
from articles.verbs import Refused


class DateForm(forms.Form):
    """A date for an issue, looked at before it is set."""

    date = forms.CharField(
        required=False, validators=[validate_edtf], help_text="Such as 1999-06-03 or 1999; empty where unknown."
    )
    basis = forms.ChoiceField(choices=DateBasis.choices, label="How we know it")
    reason = forms.CharField(required=False, label="Why", help_text="For colleagues.")
    seen = forms.BooleanField(
        required=False,
        label="I have seen what this touches",
        help_text="Without it, the page only says what it would do.",
    )

    def __init__(self, *args: Any, issue: Issue, initial: dict[str, Any], **kwargs: Any) -> None:
        stored = {"date": issue.date, "basis": issue.date_basis}
        super().__init__(*args, initial={**stored, **initial}, **kwargs)


@admin.register(Issue)
class IssueAdmin(RevisionedAdmin):
    list_display = ["publication", "volume", "number", "date", "date_basis"]
    list_display_links = ["number"]
    list_filter = ["publication", "date_basis"]
    list_select_related = ["publication"]
    search_fields = ["publication__title__istartswith", "=volume", "=number", "date__startswith"]
    search_help_text = "A volume, a number, a date, or the beginning of the publication's name."
    autocomplete_fields = ["publication"]
    fields = ["publication", "volume", "number", "date", "date_basis"]
    ordering = ["publication", "volume", "number"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """An issue's date has consequences: it is set on a page of its own. A public address stays."""
        if obj is None:
            return []
        was_public = obj.articles.filter(published_at__isnull=False).exists()
        return ["date", "date_basis", *(("publication", "volume", "number") if was_public else ())]

    def get_urls(self) -> list[URLPattern]:
        pages = [self.page_of_row("date", self.date_view), self.page_of_row("order", self.order_view)]
        return [*pages, *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: Issue) -> list[tuple[str, str]]:
        articles = reverse("admin:articles_article_changelist")
        shown = [(f"{obj.articles.standing().count()} articles", f"{articles}?issue__id__exact={obj.pk}")]
        if request.user.has_perm(CHANGE_ISSUE):
            shown.append(("Set the date", reverse("admin:articles_issue_date", args=[obj.pk])))
        if rearranging.may_rearrange(request):
            shown.append((rearranging.REORDER.title, reverse("admin:articles_issue_order", args=[obj.pk])))
        return shown

    def order_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        issue = self.get_object(request, object_id)
        if issue is None:
            raise Http404
        back = reverse("admin:articles_issue_change", args=[object_id])
        return rearranging.reorder_page(issue).answer(request, self, issue, back)

    def date_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say how many dates hang on this one, then set it."""
        issue = self.get_object(request, object_id)
        page = VerbPage(
            title="Set the date",
            right=CHANGE_ISSUE,
            act=self.set_date,
            done="The issue is dated; the dates that hang on it were read again.",
            form=partial(DateForm, issue=issue),
            says="Dates that a rule read in its articles are read again; dates that a person typed are marked.",
            button="Look, then set",
        )
        back = reverse("admin:articles_issue_change", args=[object_id])
        return page.answer(request, self, issue, back)

    def set_date(self, issue: Issue, request: HttpRequest, cleaned: dict[str, Any]) -> None:
        values = {"basis": cleaned["basis"], "reason": cleaned["reason"], "revision": cleaned["revision"]}
        values["by"] = request.user
        if not cleaned["seen"]:
            touched = issue.set_date(cleaned["date"], **values, write=False)
            raise Refused(
                "dates_are_looked_at", f"This would read again or mark {touched} dates. Tick the box to do it."
            )
        issue.set_date(cleaned["date"], **values)
