"""What every resource of the API is: a list and its single rows, read as plain rows in one statement."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponsePermanentRedirect
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from articles.api.negotiation import StrictNegotiation
from articles.api.schema import ResourceSchema
from articles.exports.rows import Row, Rows, Viewer
from articles.filters import StrictFilterSet
from articles.paging.page import Rows as KeyedRows
from articles.parameters import values_of

ID = "[1-9][0-9]{0,17}"
SLUG = "[-a-zA-Z0-9_]+"


class RowsMixin:
    """`list` and `retrieve` from `rows`; the serializer only declares their shape."""

    rows: Rows
    filterset_class: type[StrictFilterSet]

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(page)

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        values_of(request.query_params, known=self.parameters)
        key = self.key_of(self.kwargs[self.lookup_field])
        for row, _keys in self.read_rows(self.get_queryset().filter(**key)):
            return Response(row)
        return self.moved(key)

    def read_rows(self, queryset: QuerySet, names: Sequence[str] = ()) -> KeyedRows:
        """The rows as the user may see them, each with its sort keys."""
        base = self.request.build_absolute_uri("/").removesuffix("/")
        return self.rows.read(queryset, Viewer(self.request.user, base), names)

    def key_of(self, value: str) -> Row:
        """The look-up that the last part of an address means."""
        return {self.lookup_field: value}

    def address_of(self, kept: Model) -> str:
        """The last part of the address of the row that another was merged into."""
        return str(getattr(kept, self.lookup_field))

    def moved(self, key: Row) -> HttpResponsePermanentRedirect:
        """A merged row leads to the one that was kept. Raises Http404, alike for what is hidden and what never was."""
        model = self.model
        if hasattr(model, "merged_into"):
            merged = model._base_manager.filter(**key).values("merged_into")
            kept = model._default_manager.visible_to(self.request.user).filter(pk__in=merged).first()
            if kept is not None:
                return HttpResponsePermanentRedirect(self.reverse_action("detail", args=[self.address_of(kept)]))
        raise Http404


class Resource(RowsMixin, GenericViewSet):
    """A resource that anybody may read, each as much of it as he may see."""

    model: type[Model]
    parameters = ("format",)
    permission_classes = [AllowAny]
    content_negotiation_class = StrictNegotiation
    schema = ResourceSchema()
    lookup_field = "id"
    lookup_value_regex = ID

    def get_queryset(self) -> QuerySet:
        rows = self.model._default_manager.visible_to(self.request.user)
        return rows.filter(merged_into__isnull=True) if hasattr(self.model, "merged_into") else rows

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """What is answered to somebody who logged in is kept by no cache."""
        answer = super().finalize_response(request, response, *args, **kwargs)
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            answer.headers["Cache-Control"] = "private, no-store"
        return answer
