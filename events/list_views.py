"""The public lists of events, articles, actors and places: the filter language of the API, on pages."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import Http404
from django.views.generic import TemplateView

from articles.exports.formats import CSV, GEOJSON, JSON_LINES
from articles.models import Article
from articles.pages.contents import OPENING
from articles.pages.list_page import ListPage
from articles.pages.listing import Facet, Listing
from articles.pages.narrowing import facets_for
from articles.pages.strict_page import StrictPage
from articles.search.counting import facets_of_list
from events.filters import ActorFilters, ArticleEventFilters, EventFilters, PlaceFilters
from events.models import Actor, Event, Place
from events.pages import anniversaries, event_list


class EventList(ListPage):
    """Everything the record says has happened, or will."""

    template_name = "events/event_list.html"
    filterset = EventFilters
    forms = (CSV, JSON_LINES, GEOJSON)
    extra_context = {"here": "events"}

    def public_rows(self) -> QuerySet[Event]:
        return event_list.with_what_rows_show(Event.objects.public())

    def shown(self, listing: Listing) -> Any:
        events, ordering = listing.page.rows, listing.page.ordering
        if ordering.endswith("date"):
            return event_list.by_month(events, newest_first=ordering.startswith("-"))
        return [("", [event_list.row_of(event) for event in events])] if events else []

    def facets(self, listing: Listing) -> list[Facet]:
        return event_list.facets_of(self.request.GET)


class ArticleList(ListPage):
    """Everything that was printed and is kept here."""

    template_name = "events/article_list.html"
    filterset = ArticleEventFilters
    extra_context = {"here": "articles"}

    def public_rows(self) -> QuerySet[Article]:
        return Article.objects.public().with_issue().defer("text", "notes").annotate(opening=Left("text", OPENING))

    def facets(self, listing: Listing) -> list[Facet]:
        return facets_for(self.request.GET, facets_of_list(self.request.GET, self.filterset))


class ActorList(ListPage):
    """Those who take part in public events, A to Z."""

    template_name = "events/actor_list.html"
    filterset = ActorFilters
    extra_context = {"here": "actors"}

    def public_rows(self) -> QuerySet[Actor]:
        return Actor.objects.public()


class PlaceList(ListPage):
    """Where public events happened, and all in which these places lie, A to Z."""

    template_name = "events/place_list.html"
    filterset = PlaceFilters
    extra_context = {"here": "places"}

    def public_rows(self) -> QuerySet[Place]:
        return Place.objects.public().select_related("parent")


class OnThisDay(StrictPage, TemplateView):
    """A day of the year in all years."""

    template_name = "events/on_this_day.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        month, day = int(self.kwargs["month"]), int(self.kwargs["day"])
        if not anniversaries.is_day(month, day):
            raise Http404
        return super().get_context_data(**anniversaries.of_day(month, day), **kwargs)
