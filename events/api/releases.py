"""Releases for programs: what there is, and the events of each from its frozen file."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from articles.api.negotiation import StrictNegotiation
from articles.api.resource import Resource
from articles.api.schema import MEANINGS, MEDIA_TYPE, ProblemSerializer, form_of
from articles.api.serializers import address
from articles.paging.cursor import Cursor, decode, encode
from articles.paging.page import LARGEST, LENGTHS, PAGE_SIZE
from articles.parameters import ParameterError, ParametersRefused, only, read_number, values_of
from events import filters, models
from events.api.serializers import EventSerializer, ReportSerializer
from events.exports import rows
from events.models import WithdrawnFor
from events.releases import shelf

PROBLEMS = {
    (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
    for status, meaning in MEANINGS.items()
}


class FileSerializer(serializers.Serializer):
    name = serializers.CharField()
    bytes = serializers.IntegerField()
    sha256 = serializers.CharField()


class ReleaseSerializer(serializers.Serializer):
    version = serializers.CharField(help_text="Semantic version.")
    url = address()
    made_at = serializers.DateTimeField()
    codebook_version = serializers.CharField(help_text="The codebook whose codes it has.")
    rule = serializers.CharField(help_text="How the reports of an event became what the event says.")
    public_number = serializers.IntegerField(help_text="The public revision of which it was made.")
    files = FileSerializer(many=True)
    withdrawn_for = serializers.ChoiceField(WithdrawnFor.choices, allow_blank=True)
    withdrawn_at = serializers.DateTimeField(allow_null=True)


class Releases(Resource):
    model = models.Release
    rows = rows.releases
    serializer_class = ReleaseSerializer
    filterset_class = filters.ReleaseFilters
    lookup_field = "version"
    lookup_value_regex = r"[0-9]+\.[0-9]+\.[0-9]+"

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """Raises Withdrawn for one that was taken back."""
        shelf.standing(self.kwargs["version"])
        return super().retrieve(request, *args, **kwargs)


class FrozenReportSerializer(ReportSerializer):
    """A report as a release has it."""

    revision = None
    article_url = address()
    publication = serializers.CharField()
    volume = serializers.IntegerField()
    number = serializers.IntegerField()
    position = serializers.IntegerField()
    article_date = serializers.CharField(allow_blank=True)
    article_text_version = serializers.IntegerField()
    article_sha256 = serializers.CharField()


class FrozenEventSerializer(EventSerializer):
    """An event as a release has it, with its reports."""

    revision = None
    reports = FrozenReportSerializer(many=True)
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)


class FrozenEventsSerializer(serializers.Serializer):
    next = serializers.URLField(allow_null=True, help_text="The page after this one; null on the last.")
    results = FrozenEventSerializer(many=True)


class ReleaseEvents(APIView):
    """The events of a release, a page at a time, as its file has them."""

    permission_classes = [AllowAny]
    content_negotiation_class = StrictNegotiation
    parameters = ("cursor", "page_size", "format")

    @extend_schema(
        operation_id="releases_events",
        tags=["releases"],
        parameters=[
            form_of(["json"]),
            OpenApiParameter("version", str, OpenApiParameter.PATH, description="Version of the release."),
            OpenApiParameter("cursor", str, description="Where to go on: taken from `next`."),
            OpenApiParameter("page_size", OpenApiTypes.INT, description="Events a page.", default=PAGE_SIZE),
        ],
        responses={(200, "application/json"): FrozenEventsSerializer, **PROBLEMS},
    )
    def get(self, request: Request, version: str) -> Response:
        asked = values_of(request.query_params, known=self.parameters, lengths=LENGTHS)
        bound_to = f"release {version}"
        offset, most = read(asked, bound_to)
        try:
            path = shelf.file_of(shelf.standing(version), shelf.EVENTS)
        except FileNotFoundError as error:
            raise Http404 from error
        lines, following = shelf.events_from(path, offset, most)
        cursor = encode(Cursor((following,)), bound_to) if following else ""
        address = replace_query_param(request.build_absolute_uri(), "cursor", cursor)
        return Response({"next": address if cursor else None, "results": [orjson.Fragment(line) for line in lines]})


def read(asked: Mapping[str, list[str]], bound_to: str) -> tuple[int, int]:
    """From which byte on, and how many events. Raises ParametersRefused."""
    readers = {
        "cursor": lambda value: decode(value, bound_to, (int,)).keys[0],
        "page_size": lambda value: read_number(value, most=LARGEST),
    }
    found: dict[str, Any] = {"cursor": 0, "page_size": PAGE_SIZE}
    errors = []
    for name, reader in readers.items():
        try:
            found |= {name: reader(only(asked[name]))} if name in asked else {}
        except ValueError as problem:
            errors.append(ParameterError(name, str(problem)))
    if errors:
        raise ParametersRefused(errors)
    return found["cursor"], found["page_size"]
