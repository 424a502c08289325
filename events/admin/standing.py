"""Rows that were merged away are out of the way of lists until somebody asks for them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from events.models import Event


class StandingFilter(admin.SimpleListFilter):
    """Without a choice the rows that stand for themselves."""

    title = "merged"
    parameter_name = "merged"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Merged away")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(merged_into__isnull=self.value() != "yes")


class StandingEventFilter(StandingFilter):
    """For reports: a merged event keeps those of articles in which the other had one, too."""

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """The merged events are few: they are looked up, not joined to every report."""
        merged = Event.objects.filter(merged_into__isnull=False)
        return queryset.filter(event__in=merged) if self.value() == "yes" else queryset.exclude(event__in=merged)
