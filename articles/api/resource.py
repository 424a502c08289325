"""What every resource of the API is: a list and its single rows, read as plain rows in one statement."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpResponsePermanentRedirect, StreamingHttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.permissions import AllowAny
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from articles.api.negotiation import StrictNegotiation
from articles.api.renderers import CsvRenderer, JsonLdRenderer, JsonLinesRenderer, StreamedRenderer
from articles.api.schema import LIST_PROBLEMS, FacetsSerializer, ResourceSchema
from articles.api.shape import PARAMETERS as SHAPING
from articles.api.shape import Shape, keys_in, shape_of, with_objects
from articles.exports.formats import Format
from articles.exports.rows import Row, Rows, Viewer
from articles.exports.streaming import Export, begun, refuse_pages
from articles.filters import StrictFilterSet, filtered
from articles.filters.facets import facets_of
from articles.paging.page import Rows as KeyedRows
from articles.paging.page import wanted
from articles.parameters import ParameterError, ParametersRefused, Query, shown, values_of

ID = "[1-9][0-9]{0,17}"
SLUG = "[-a-zA-Z0-9_]+"


@dataclass(frozen=True)
class LinkedRows:
    """The rows of a resource whose `field` is linked data of that media type."""

    rows: Rows
    field: str
    media_type: str


class RowsMixin:
    """`list` and `retrieve` from `rows`; the serializer only declares their shape."""

    rows: Rows
    filterset_class: type[StrictFilterSet]
    expands: ClassVar[Mapping[str, type["Resource"]]] = {}  # which fields hold keys of what; the composition sets it

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        streamed = isinstance(request.accepted_renderer, StreamedRenderer)
        if streamed:
            refuse_pages(request.query_params)
        rows = self.filter_queryset(self.get_queryset())
        self.shape = self.asked_shape()
        if streamed:
            return self.exported(rows, request.accepted_renderer.form)
        return self.get_paginated_response(self.expanded(self.paginate_queryset(rows)))

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        key = self.key_of(self.kwargs[self.lookup_field])
        if self.linked and isinstance(request.accepted_renderer, JsonLdRenderer):
            return self.as_linked_data(self.linked, key)
        values_of(request.query_params, known=self.parameters)
        self.shape = self.asked_shape()
        for row, _keys in self.read_rows(self.get_queryset().filter(**key)):
            return Response(self.expanded([row])[0], headers=self.tag_of(row))
        return self.moved(key)

    def tag_of(self, row: Row) -> dict[str, str]:
        """For whoever may write: the revision, as `If-Match` takes it. The public's answers have tags of their own."""
        is_known = self.request.user.is_authenticated and "revision" in row
        return {"ETag": f'"{row["revision"]}"'} if is_known else {}

    def exported(self, rows: QuerySet, form: Format) -> StreamingHttpResponse:
        """Every row that the filters leave, as a file; HEAD reads none of them."""
        ordering = wanted(self.request.query_params, self.filterset_class).ordering
        export = Export(self.rows, ordering.sorted(rows), self.viewer, self.shape.fields, form)
        name = f"{self.filterset_class.resource}.{form.name}"
        return StreamingHttpResponse(
            iter(()) if self.request.method == "HEAD" else begun(export.parts),
            content_type=form.media_type,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def as_linked_data(self, rows: LinkedRows, key: Row) -> Any:
        """The row as a Web Annotation, which has one shape."""
        values_of(self.request.query_params, known=["format"])
        for row, _keys in rows.rows.read(self.get_queryset().filter(**key), self.viewer, fields=[rows.field]):
            return Response(row[rows.field], content_type=rows.media_type)
        return self.moved(key)

    @extend_schema(responses={(200, "application/json"): FacetsSerializer, **LIST_PROBLEMS}, filters=True)
    @action(detail=False)
    def facets(self, request: Request) -> Response:
        """How many of the rows that the filters leave have each value; of a value's own parameter, as if not given."""
        query, listed = request.query_params, self.filterset_class
        rows = filtered(query, self.get_queryset(), listed, user=request.user, also=("facet", "format"))
        wanted = asked_facets(query, listed)
        counted = facets_of(listed, query, self.get_queryset(), wanted, user=request.user)
        facets = {name: [value._asdict() for value in values] for name, values in counted.items()}
        return Response({"total": rows.order_by().count(), "facets": facets})

    def asked_shape(self) -> Shape:
        return shape_of(self.request.query_params, self.rows.fields, self.expands)

    @property
    def viewer(self) -> Viewer:
        return Viewer(self.request.user, self.request.build_absolute_uri("/").removesuffix("/"))

    def read_rows(self, queryset: QuerySet, names: Sequence[str] = ()) -> KeyedRows:
        """The rows as the user may see them, in the shape asked for, each with its sort keys."""
        return self.rows.read(queryset, self.viewer, names, self.shape.fields)

    def expanded(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows with objects for the keys that are to be expanded: one statement a relation."""
        for field in self.shape.expanded:
            target = self.expands[field]
            key = target.lookup_field
            objects = target.by_keys(keys_in(rows, field, key), self.viewer)
            rows = [with_objects(row, field, key, objects) for row in rows]
        return rows

    @classmethod
    def by_keys(cls, keys: Collection[Any], viewer: Viewer) -> dict[Any, Row]:
        """The rows of these keys that the viewer sees, by their key."""
        if not keys:
            return {}
        found = cls.visible_to(viewer.user).filter(cls.among(keys))
        return {row[cls.lookup_field]: row for row, _keys in cls.rows.read(found, viewer)}

    @classmethod
    def among(cls, keys: Collection[Any]) -> Q:
        """The condition that a row has one of these keys."""
        return Q(**{f"{cls.lookup_field}__in": keys})

    def key_of(self, value: str) -> Row:
        """The look-up that the last part of an address means."""
        return {self.lookup_field: value}

    @classmethod
    def address_of(cls, row: Model) -> str:
        """The last part of the address of a row."""
        return str(getattr(row, cls.lookup_field))

    def moved(self, key: Row) -> HttpResponsePermanentRedirect:
        """A merged row leads to the one that was kept. Raises Http404, alike for what is hidden and what never was."""
        model = self.model
        if hasattr(model, "merged_into"):
            merged = model._base_manager.filter(**key).values("merged_into")
            kept = model._default_manager.visible_to(self.request.user).filter(pk__in=merged).first()
            if kept is not None:
                return HttpResponsePermanentRedirect(self.reverse_action("detail", args=[self.address_of(kept)]))
        raise Http404


def asked_facets(query: Query, listed: type[StrictFilterSet]) -> list[str]:
    """The facets that `query` asks for, all of them if it names none. Raises ParametersRefused."""
    named = dict(query.lists()).get("facet", list(listed.facets))
    known = f"Known ones: {', '.join(listed.facets)}." if listed.facets else "Nothing is counted here."
    errors = [
        ParameterError("facet", f"“{shown(name)}” is not counted here. {known}")
        for name in named
        if name not in listed.facets
    ]
    if errors:
        raise ParametersRefused(errors)
    return list(dict.fromkeys(named))


class Resource(RowsMixin, GenericViewSet):
    """A resource that anybody may read, each as much of it as he may see."""

    model: type[Model]
    parameters = ("format", *SHAPING)
    permission_classes = [AllowAny]
    content_negotiation_class = StrictNegotiation
    schema = ResourceSchema()
    streamed: ClassVar[Sequence[type[StreamedRenderer]]] = (CsvRenderer, JsonLinesRenderer)
    linked: ClassVar[LinkedRows | None] = None
    lookup_field = "id"
    lookup_value_regex = ID

    def get_renderers(self) -> Sequence[BaseRenderer]:
        """A list comes in every form that it has, a single row as JSON, and as linked data where it can be."""
        linked = [JsonLdRenderer] if self.linked else []
        more = {"list": self.streamed, "retrieve": linked}.get(getattr(self, "action", ""), ())
        return [*super().get_renderers(), *(renderer() for renderer in more)]

    def get_queryset(self) -> QuerySet:
        return self.visible_to(self.request.user)

    @classmethod
    def visible_to(cls, user: Any) -> QuerySet:
        """The rows that the user sees, the merged ones left out."""
        rows = cls.model._default_manager.visible_to(user)
        return rows.filter(merged_into__isnull=True) if hasattr(cls.model, "merged_into") else rows

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """What is answered to somebody who logged in is kept by no cache."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            answer.headers["Cache-Control"] = "private, no-store"
        return answer
