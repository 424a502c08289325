"""The public pages of what we say is reported, and the twins of pages as data."""

from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.generic import TemplateView

from articles.exports.rows import Rows, Viewer
from articles.models import Article
from articles.pages.strict_page import KeptPage, StrictPage
from events import codebook
from events.exports import rows
from events.models import Actor, Event, Place
from events.pages import biography, codes
from events.pages.dossier import dossier_of
from events.pages.partners import partners_of
from events.pages.world_map import dot_of


class Codebook(StrictPage, TemplateView):
    """What every code means."""

    template_name = "events/codebook.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            version=codebook.current().version,
            quarters=codes.quarters(),
            statuses=codes.statuses(),
            contexts=codes.contexts(),
            **kwargs,
        )


class EventPage(KeptPage):
    """An event as a dossier."""

    template_name = "events/event.html"
    context_object_name = "event"

    def get_object(self, queryset: Any = None) -> Event:
        event = Event.objects.named(self.kwargs["public_id"]).with_codes().select_related("merged_into").first()
        if event is None:
            raise Http404
        return event

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        permanent = self.request.build_absolute_uri(self.object.get_absolute_url())
        return super().get_context_data(dossier=dossier_of(self.object), permanent=permanent, **kwargs)


class ActorPage(KeptPage):
    """An actor with offices and events, the newest first."""

    template_name = "events/actor.html"
    context_object_name = "actor"
    queryset = Actor.objects.select_related("merged_into")
    parameters = ("cursor", "page_size")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            names=biography.other_names(self.object),
            offices=biography.offices_of(self.object),
            page=biography.events_of_actor(self.object, self.request.GET),
            partners=partners_of(self.object),
            **kwargs,
        )


class PlacePage(KeptPage):
    """A place with the events there and in all that lies in it, the newest first."""

    template_name = "events/place.html"
    context_object_name = "place"
    queryset = Place.objects.select_related("merged_into", "parent")
    parameters = ("cursor", "page_size")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            names=biography.other_names(self.object),
            claimants=biography.claimants_of(self.object),
            page=biography.events_at_place(self.object, self.request.GET),
            inside=biography.lying_in(self.object),
            dot=dot_of(self.object),
            **kwargs,
        )


class Twin(StrictPage):
    """The data behind a public page, as the API answers it; that of a merged row leads to the one that was kept."""

    model: ClassVar[type[Model]]
    rows: ClassVar[Rows]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        viewer = Viewer(base=request.build_absolute_uri("/").removesuffix("/"))
        for row, _keys in self.rows.read(self.asked().public(), viewer):
            return JsonResponse(row, json_dumps_params={"ensure_ascii": False})
        return self.moved()

    def asked(self) -> QuerySet:
        """The row that the address names, public or not."""
        return self.model.objects.filter(**self.kwargs)

    def moved(self) -> HttpResponse:
        merged = self.asked().filter(merged_into__isnull=False)
        kept = self.model.objects.public().filter(merged__in=merged).first()
        if kept is None:
            raise Http404
        return redirect(f"{kept.get_absolute_url()}index.json", permanent=True)


class ArticleTwin(Twin):
    model = Article
    rows = rows.articles

    def asked(self) -> QuerySet:
        return Article.objects.filter(
            issue__publication__slug=self.kwargs["slug"],
            issue__volume=self.kwargs["volume"],
            issue__number=self.kwargs["number"],
            position=self.kwargs["position"],
        )

    def moved(self) -> HttpResponse:
        raise Http404


class EventTwin(Twin):
    model = Event
    rows = rows.events

    def asked(self) -> QuerySet:
        return Event.objects.named(self.kwargs["public_id"])


class ActorTwin(Twin):
    model = Actor
    rows = rows.actors


class PlaceTwin(Twin):
    model = Place
    rows = rows.places
