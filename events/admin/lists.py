"""The lists of the desk: which articles stand where in the work, by whom, and of which year."""

from collections.abc import Callable
from datetime import MAXYEAR, datetime, timedelta
from typing import Any, NamedTuple

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles.models import Issue
from events.models import AnnotationTask, ArticleToAnnotate, TaskState

ARTICLES = "admin:events_articletoannotate_changelist"
WITHOUT_DATE = "none"


class DeskList(NamedTuple):
    """A list by the name that its address carries, as people call it, and how its articles are found."""

    name: str
    words: str
    chosen: Callable[[Any, User], Any]


LISTS = (
    DeskList("waiting", "waiting", lambda articles, user: articles.waiting()),
    DeskList("mine", "mine", lambda articles, user: articles.held_by(user)),
    DeskList("returned", "returned to me", lambda articles, user: articles.returned_to(user)),
    DeskList("review", "in review", lambda articles, user: articles.in_review()),
    DeskList("flagged", "flagged", lambda articles, user: articles.flagged()),
    DeskList("done", "done", lambda articles, user: articles.done()),
)
OF_ALL = (
    DeskList("in_work", "in work, whoever has them", lambda articles, user: articles.in_work()),
    DeskList("back", "returned, to whomever", lambda articles, user: articles.returned()),
)
BY_NAME = {one.name: one for one in (*LISTS, *OF_ALL)}


def list_address(name: str, **more: Any) -> str:
    """Where a list is shown; `more` are further filters."""
    query = "&".join(f"{key}={value}" for key, value in {"list": name, **more}.items() if value not in ("", None))
    return f"{reverse(ARTICLES)}?{query}"


def articles_of(name: str, user: User) -> Any:
    """The articles of a list, as she sees it."""
    return BY_NAME[name].chosen(ArticleToAnnotate.objects.all(), user)


class ListFilter(admin.SimpleListFilter):
    """Where the work stands."""

    title = "the work"
    parameter_name = "list"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, one.words.capitalize()) for name, one in BY_NAME.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        chosen = BY_NAME.get(self.value() or "")
        return chosen.chosen(queryset, request.user) if chosen else queryset


class PersonFilter(admin.SimpleListFilter):
    """Who has the article in hand, or handed it in."""

    title = "who annotates"
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        people = User.objects.filter(pk__in=AnnotationTask.objects.order_by().values("holder")).order_by("username")
        return [(str(person.pk), person.get_username()) for person in people]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(task__holder=self.value()) if (self.value() or "").isdecimal() else queryset


class HandedInFilter(admin.SimpleListFilter):
    """Articles that an annotator is through with for now."""

    title = "handed in"
    parameter_name = "handed_in"
    states = (TaskState.SUBMITTED, TaskState.DONE, TaskState.NOTHING_TO_REPORT)

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "At any time"), ("week", "In the last seven days"), ("nothing", "Nothing to report")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "nothing":
            return queryset.filter(task__state=TaskState.NOTHING_TO_REPORT)
        handed_in = queryset.filter(task__state__in=self.states)
        if self.value() == "week":
            return handed_in.filter(task__handed_in_at__gte=week_ago())
        return handed_in if self.value() == "yes" else queryset


def week_ago() -> datetime:
    """The midnight seven days ago: figures of a week and the lists behind them begin at the same moment."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=7)


class WeekFilter(admin.SimpleListFilter):
    """What happened in the last seven days; `field` says when it did."""

    field = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("week", "In the last seven days")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{f"{self.field}__gte": week_ago()}) if self.value() == "week" else queryset


class MadeFilter(WeekFilter):
    """When the report was made."""

    title, parameter_name, field = "made", "made", "created_at"


class DecidedFilter(WeekFilter):
    """When the report was last decided."""

    title, parameter_name, field = "decided", "decided", "reviewed_at"


class YearFilter(admin.SimpleListFilter):
    """The year in which the issue was printed."""

    title = "year"
    parameter_name = "year"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        dated = Issue.objects.filter(date_upper__isnull=False).order_by()
        years = sorted(set(dated.values_list("date_upper__year", flat=True).distinct()), reverse=True)
        return [*((str(year), str(year)) for year in years), (WITHOUT_DATE, "Without a date")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(in_year(self.value())) if self.value() else queryset


def in_year(value: str | None) -> Q:
    """Articles of issues of that year; `none`: of those without a date. Another word: nothing."""
    if value == WITHOUT_DATE:
        return Q(issue__date_upper__isnull=True)
    is_year = bool(value) and value.isdecimal() and 0 < int(value[:5]) <= MAXYEAR
    return Q(issue__date_upper__year=int(value[:5])) if is_year else Q(pk__in=[])
