"""The resources of events, and articles with the events that they report: read by all, written by programs."""

from collections.abc import Collection
from typing import Any

from django.db.models import Model, Q

from articles.api.renderers import GeoJsonRenderer
from articles.api.resource import SLUG, LinkedRows, Resource
from articles.api.views import Articles as PrintedArticles
from articles.models import Article
from events import filters, models
from events.api import serializers, written
from events.api.schema import WrittenSchema
from events.api.writing import Changed, Removed
from events.documents import read_actor, read_event, read_mention, read_place, read_report
from events.editing.events import remove_event
from events.exports import annotations, rows
from events.exports.web_annotation import MEDIA_TYPE
from events.filing.events import file_event, refile_event
from events.filing.names import (
    file_actor,
    file_mention,
    file_place,
    refile_actor,
    refile_mention,
    refile_place,
)
from events.filing.reports import file_report, refile_report, unfile_report
from events.filing.rows import Rows
from events.models import number_of


class Articles(PrintedArticles):
    rows = rows.articles
    serializer_class = serializers.ArticleSerializer
    filterset_class = filters.ArticleEventFilters
    linked = LinkedRows(annotations.articles, "annotation", MEDIA_TYPE)


class Events(Removed):
    model = models.Event
    rows = rows.events
    serializer_class = serializers.EventSerializer
    filterset_class = filters.EventFilters
    streamed = (*Resource.streamed, GeoJsonRenderer)
    lookup_field = "public_id"
    lookup_value_regex = "E[0-9]{6,18}"
    schema = WrittenSchema()
    writes = written.EventDocument
    read = staticmethod(read_event)

    def key_of(self, value: str) -> dict[str, Any]:
        return {"pk": number_of(value) or 0}

    @classmethod
    def among(cls, keys: Collection[str]) -> Q:
        return Q(pk__in=[number_of(key) for key in keys])

    def file(self, document: Any, rows: Rows) -> Model:
        return file_event(document, by=self.request.user, rows=rows)

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        return refile_event(row, document, by=self.request.user, rows=rows, revision=revision)

    def unfile(self, row: Any, revision: int) -> None:
        remove_event(row, by=self.request.user, revision=revision, reason="taken back by a program")


class Reports(Removed):
    model = models.Report
    rows = rows.reports
    serializer_class = serializers.ReportSerializer
    filterset_class = filters.ReportFilters
    linked = LinkedRows(annotations.reports, "annotation", MEDIA_TYPE)
    schema = WrittenSchema()
    writes = written.ReportDocument

    def read(self, value: Any, at: str, *, new: bool) -> Any:
        return read_report(value, at, new=new, with_article=new)

    def file(self, document: Any, rows: Rows) -> Model:
        article = rows.named(Article, document.article, f"{document.at}/article")
        return file_report(document, article, by=self.request.user, rows=rows)

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        return refile_report(row, document, by=self.request.user, rows=rows, revision=revision)

    def unfile(self, row: Any, revision: int) -> None:
        unfile_report(row, by=self.request.user, revision=revision)


class Mentions(Changed):
    model = models.Mention
    rows = rows.mentions
    serializer_class = serializers.MentionSerializer
    filterset_class = filters.MentionFilters
    schema = WrittenSchema()
    writes = written.MentionDocument

    def read(self, value: Any, at: str, *, new: bool) -> Any:
        return read_mention(value, at, new=new, with_article=new)

    def file(self, document: Any, rows: Rows) -> Model:
        article = rows.named(Article, document.article, f"{document.at}/article")
        return file_mention(document, article, by=self.request.user, rows=rows)

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        return refile_mention(row, document, by=self.request.user, rows=rows, revision=revision)


class Actors(Changed):
    model = models.Actor
    rows = rows.actors
    serializer_class = serializers.ActorSerializer
    filterset_class = filters.ActorFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG
    schema = WrittenSchema()
    writes = written.ActorDocument
    read = staticmethod(read_actor)

    def file(self, document: Any, rows: Rows) -> Model:
        return file_actor(document, by=self.request.user, rows=rows)

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        return refile_actor(row, document, by=self.request.user, rows=rows, revision=revision)


class Places(Changed):
    model = models.Place
    rows = rows.places
    serializer_class = serializers.PlaceSerializer
    filterset_class = filters.PlaceFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG
    schema = WrittenSchema()
    writes = written.PlaceDocument
    read = staticmethod(read_place)

    def file(self, document: Any, rows: Rows) -> Model:
        return file_place(document, by=self.request.user, rows=rows)

    def refile(self, row: Any, document: Any, rows: Rows, revision: int) -> Model:
        return refile_place(row, document, by=self.request.user, rows=rows, revision=revision)


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
