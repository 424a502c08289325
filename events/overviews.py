"""The record at a glance: the events that anybody asks for, over time and on a map."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.views.generic import TemplateView

from articles.pages.listing import asked, chips
from articles.pages.strict_page import StrictPage
from events.filters import EventFilters
from events.models import Event
from events.pages import timeline, world_map


class Overview(StrictPage, TemplateView):
    """Counts of events, narrowed by the parameters of their list."""

    own: tuple[str, ...] = ()
    other = ""  # the name of the page that shows the same events otherwise

    @property
    def parameters(self) -> tuple[str, ...]:  # type: ignore[override]
        return (*EventFilters.base_filters, *self.own)

    def counts(self, query: QueryDict) -> Mapping[str, Any]:
        """What the template shows, read by statements that do not grow."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET
        return super().get_context_data(
            **self.counts(query),
            chosen=chips(query, EventFilters(query, Event.objects.none())),
            clear_href=asked(query, without=EventFilters.base_filters) or "?",
            events_href=reverse("events") + asked(query, without=self.own).rstrip("?"),
            other_href=reverse(self.other) + asked(query, without=self.own).rstrip("?"),
            **kwargs,
        )


class TimelinePage(Overview):
    """Events for every hundred articles, by month or year."""

    template_name = "events/timeline.html"
    extra_context = {"here": "timeline"}
    own = timeline.OWN
    other = "map"

    def counts(self, query: QueryDict) -> Mapping[str, Any]:
        found = timeline.timeline_of(query)
        return {"timeline": found, "chart": timeline.chart_of(found)}


class MapPage(Overview):
    """Events by place."""

    template_name = "events/map.html"
    other = "timeline"
    extra_context = {"here": "timeline"}

    def counts(self, query: QueryDict) -> Mapping[str, Any]:
        return {"map": world_map.map_of(query)}
