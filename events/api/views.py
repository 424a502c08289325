"""The resources of events, and articles with the events that they report."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q

from articles.api.resource import SLUG, Resource
from articles.api.views import Articles as PrintedArticles
from events import filters, models
from events.api import serializers
from events.exports import rows
from events.models import number_of


class Articles(PrintedArticles):
    rows = rows.articles
    serializer_class = serializers.ArticleSerializer
    filterset_class = filters.ArticleEventFilters


class Events(Resource):
    model = models.Event
    rows = rows.events
    serializer_class = serializers.EventSerializer
    filterset_class = filters.EventFilters
    lookup_field = "public_id"
    lookup_value_regex = "E[0-9]{6,18}"

    def key_of(self, value: str) -> dict[str, Any]:
        return {"pk": number_of(value) or 0}

    @classmethod
    def among(cls, keys: Collection[str]) -> Q:
        return Q(pk__in=[number_of(key) for key in keys])


class Reports(Resource):
    model = models.Report
    rows = rows.reports
    serializer_class = serializers.ReportSerializer
    filterset_class = filters.ReportFilters


class Mentions(Resource):
    model = models.Mention
    rows = rows.mentions
    serializer_class = serializers.MentionSerializer
    filterset_class = filters.MentionFilters


class Actors(Resource):
    model = models.Actor
    rows = rows.actors
    serializer_class = serializers.ActorSerializer
    filterset_class = filters.ActorFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG


class Places(Resource):
    model = models.Place
    rows = rows.places
    serializer_class = serializers.PlaceSerializer
    filterset_class = filters.PlaceFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG


class EventTypes(Resource):
    model = models.EventType
    rows = rows.event_types
    serializer_class = serializers.EventTypeSerializer
    filterset_class = filters.EventTypeFilters
    lookup_field = "code"
    lookup_value_regex = "[-A-Z]+"


class Modes(Resource):
    model = models.Mode
    rows = rows.modes
    serializer_class = serializers.ModeSerializer
    filterset_class = filters.ModeFilters
    lookup_field = "key"
    lookup_value_regex = r"[-A-Z]+\.[-a-z]+"


class Contexts(Resource):
    model = models.Context
    rows = rows.contexts
    serializer_class = serializers.ContextSerializer
    filterset_class = filters.ContextFilters
    lookup_field = "code"
    lookup_value_regex = "[a-z_]+"
