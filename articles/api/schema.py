"""How OpenAPI describes a resource: its filters, its pages, and the problems it may answer with."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema_serializer
from rest_framework import serializers

MEDIA_TYPE = "application/problem+json"
MEANINGS = {
    400: "Parameters are unknown or cannot be read; `errors` names each one.",
    404: "Nothing public is at this address.",
    406: "None of the forms that `Accept` names is given here.",
    410: "What was public at this address has been withdrawn.",
    429: "Too many requests; `Retry-After` says how many seconds to wait.",
    503: "Not now: too many exports at a time, or the database is away; `Retry-After` says when to ask again.",
}
STREAMED = "Every row that matches, as a file: {}."
FORMS = {
    "text/csv": OpenApiResponse(OpenApiTypes.STR, description=STREAMED.format("CSV after RFC 4180")),
    "application/jsonl": OpenApiResponse(OpenApiTypes.STR, description=STREAMED.format("a JSON object a line")),
    "application/ld+json": OpenApiResponse(OpenApiTypes.OBJECT, description="As W3C Web Annotations, in JSON-LD."),
    "application/geo+json": OpenApiResponse(OpenApiTypes.OBJECT, description=STREAMED.format("one FeatureCollection")),
}


def form_of(names: Sequence[str]) -> OpenApiParameter:
    """The parameter that chooses among the forms of an address."""
    return OpenApiParameter(
        "format", str, enum=names, default=names[0], description="The form of the answer; goes before `Accept`."
    )


def chosen(name: str, values: Sequence[str], description: str) -> OpenApiParameter:
    """A parameter that takes any of a closed list, each as a value of its own."""
    return OpenApiParameter(name, str, enum=values, many=True, description=description)


class ProblemErrorSerializer(serializers.Serializer):
    parameter = serializers.CharField(required=False, help_text="The parameter of the query string that is at fault.")
    pointer = serializers.CharField(required=False, help_text="The place in the body that is at fault (RFC 6901).")
    message = serializers.CharField(help_text="What is wrong with it, and what to do.")


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "An unknown parameter",
            value={
                "type": "about:blank",
                "title": "Bad Request",
                "status": 400,
                "detail": "Parameters are unknown or cannot be read: `errors` names each one and says what to do.",
                "errors": [{"parameter": "colour", "message": "There is no such parameter here."}],
            },
        )
    ]
)
class ProblemSerializer(serializers.Serializer):
    """What went wrong (RFC 9457)."""

    type = serializers.CharField(default="about:blank")
    title = serializers.CharField(help_text="The meaning of the status.")
    status = serializers.IntegerField(help_text="The status again.")
    detail = serializers.CharField(help_text="What happened and what to do next.")
    errors = ProblemErrorSerializer(many=True)


LIST_PROBLEMS = {
    (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
    for status, meaning in MEANINGS.items()
    if status not in (404, 410)
}


class FacetValueSerializer(serializers.Serializer):
    value = serializers.CharField(help_text="As a query string writes it.")
    label = serializers.CharField(help_text="What people call it.")
    count = serializers.IntegerField(help_text="Rows that have it, if this parameter were not given.")


@extend_schema_serializer(many=False)
class FacetsSerializer(serializers.Serializer):
    total = serializers.IntegerField(help_text="Rows that match.")
    facets = serializers.DictField(
        child=FacetValueSerializer(many=True), help_text="By parameter, the values that most rows have, at most 100."
    )


class ResourceSchema(AutoSchema):
    """Adds the problems, and the `format` every address takes."""

    def get_override_parameters(self) -> list[OpenApiParameter]:
        if self.view.action == "facets":
            counted = chosen("facet", self.view.filterset_class.facets, "What to count; everything if left out.")
            return [form_of(["json"]), *([counted] if self.view.filterset_class.facets else [])]
        fields, relations = self.view.rows.fields, list(self.view.expands)
        shaping = [
            chosen("fields", fields, "The fields to answer with."),
            chosen("omit", fields, "Fields to leave out."),
        ]
        expand = chosen("expand", relations, "Fields whose keys become the objects they name, in their full shape.")
        form = form_of([renderer.format for renderer in self.view.get_renderers()])
        return [form, *shaping, *([expand] if relations else [])]

    def get_response_serializers(self) -> Any:
        problems = {
            (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
            for status, meaning in MEANINGS.items()
            if status not in (404, 410) or self.view.action != "list"
        }
        meaning = "A page of the rows that match." if self.view.action == "list" else "The row."
        rows = {(200, "application/json"): OpenApiResponse(super().get_response_serializers(), description=meaning)}
        kinds = [renderer.media_type for renderer in self.view.get_renderers()]
        return {**rows, **{(200, kind): FORMS[kind] for kind in kinds if kind in FORMS}, **problems}

    def get_tags(self) -> list[str]:
        return [self.view.filterset_class.resource]

    def get_operation_id(self) -> str:
        resource = self.view.filterset_class.resource.replace("-", "_")
        return f"{resource}_{self.view.action}"

    def get_description(self) -> str:
        return self.view.filterset_class.__doc__ or ""
