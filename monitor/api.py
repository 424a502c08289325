"""The API, version 1: every resource of both apps, its schema and its documentation."""

from functools import cache
from typing import Any

from django.urls import include, path, re_path
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.routers import APIRootView, DefaultRouter

from articles.api import views as printed
from articles.api.negotiation import StrictNegotiation
from articles.api.resource import ID
from articles.parameters import values_of
from events.api import releases, suggestions
from events.api import views as happenings
from monitor.changes import Changes
from monitor.rendering import OrjsonRenderer

RESOURCES = {
    "publications": printed.Publications,
    "issues": printed.Issues,
    "articles": happenings.Articles,
    "sources": printed.Sources,
    "citations": printed.Citations,
    "cross-references": printed.CrossReferences,
    "events": happenings.Events,
    "reports": happenings.Reports,
    "mentions": happenings.Mentions,
    "actors": happenings.Actors,
    "places": happenings.Places,
    "event-types": happenings.EventTypes,
    "modes": happenings.Modes,
    "contexts": happenings.Contexts,
    "releases": releases.Releases,
}


KEYS = {  # fields that hold keys of another resource, which `expand` turns into its objects
    "issues": {"publication": "publications"},
    "articles": {"publication": "publications", "events": "events"},
    "citations": {"article": "articles"},
    "cross-references": {"article": "articles", "target_issue": "issues", "target_article": "articles"},
    "events": {"type": "event-types", "contexts": "contexts", "place": "places", "reports": "reports"},
    "reports": {"event": "events", "article": "articles", "claimed_place": "places", "claimed_type": "event-types"},
    "mentions": {"article": "articles", "actor": "actors", "place": "places"},
    "places": {"parent": "places", "claimed_by": "actors"},
    "event-types": {"modes": "modes"},
    "modes": {"type": "event-types"},
}
for name, fields in KEYS.items():
    RESOURCES[name].expands = {field: RESOURCES[target] for field, target in fields.items()}


class Root(APIRootView):
    """The resources and where they are."""

    schema = None
    content_negotiation_class = StrictNegotiation

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values_of(request.query_params, known=["format"])
        return super().get(request, *args, **kwargs)


class Router(DefaultRouter):
    APIRootView = Root
    include_format_suffixes = False


class Schema(SpectacularAPIView):
    """OpenAPI 3.1, as YAML or JSON. It is generated once a process."""

    schema = None
    content_negotiation_class = StrictNegotiation

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        values_of(request.query_params, known=["format"])
        return Response(schema())


@cache
def schema() -> dict[str, Any]:
    return SchemaGenerator().get_schema(public=True)


class Docs(SpectacularSwaggerSplitView):
    """The schema to read and to try, from files of our own."""

    schema = None
    metadata_class = None  # OPTIONS would want a template of its own
    template_name = "monitor/api_docs.html"
    url_name = "api-schema"

    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The original's script carries a token for forms, other each time: nothing here is sent with a cookie."""
        given = request.query_params.copy()
        given.pop("script", None)  # by which the page asks for its own script
        values_of(given, known=())
        answer = super().get(request, *args, **kwargs)
        answer.data["csrf_token"] = ""
        return answer

    def handle_exception(self, exc: Exception) -> Response:
        """A problem is no page: its body is what its type says."""
        answer = super().handle_exception(exc)
        renderer = OrjsonRenderer()
        self.request.accepted_renderer, self.request.accepted_media_type = renderer, renderer.media_type
        return answer


router = Router()
for prefix, viewset in RESOURCES.items():
    router.register(prefix, viewset, basename=f"api-{prefix}")
Changes.resources = RESOURCES
router.register("changes", Changes, basename="api-changes")

urlpatterns = [
    path("api/v1/", include(router.urls)),
    re_path(
        r"^api/v1/releases/(?P<version>[0-9]+\.[0-9]+\.[0-9]+)/events/$",
        releases.ReleaseEvents.as_view(),
        name="api-release-events",
    ),
    re_path(
        rf"^api/v1/articles/(?P<id>{ID})/suggestions/$",
        suggestions.Suggestions.as_view(),
        name="api-article-suggestions",
    ),
    path("api/v1/schema/", Schema.as_view(), name="api-schema"),
    path("api/docs/", Docs.as_view(), name="api-docs"),
]
