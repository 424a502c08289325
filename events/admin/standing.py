"""Rows that were merged away are out of the way of lists until somebody asks for them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class StandingFilter(admin.SimpleListFilter):
    """Without a choice the rows that stand for themselves; `way` leads from a row to what it was merged into."""

    title = "merged"
    parameter_name = "merged"
    way = "merged_into"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Merged away")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(**{f"{self.way}__isnull": self.value() != "yes"})


class StandingEventFilter(StandingFilter):
    """For reports: a merged event keeps those of articles in which the other had one, too."""

    way = "event__merged_into"
