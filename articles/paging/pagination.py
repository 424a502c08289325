"""Keyset pages for the API."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from articles.paging.page import LARGEST, LENGTHS, PAGE_SIZE, PARAMETERS, page_of

ADDRESS = {"type": ["string", "null"], "format": "uri"}


class KeysetPagination(BasePagination):
    """Answers `next` and `previous` (addresses or null), `results`, and `total` where asked for.

    The view says what is listed by `filterset_class`, and reads rows by `read_rows`.
    """

    parameters = PARAMETERS
    lengths = LENGTHS

    def paginate_queryset(self, queryset: QuerySet, request: Request, view: Any = None) -> list[Any]:
        self.address = request.build_absolute_uri()
        self.page = page_of(queryset, request.query_params, view.filterset_class, read=view.read_rows)
        return self.page.rows

    def get_paginated_response(self, data: Any) -> Response:
        total = {} if self.page.total is None else {"total": self.page.total}
        return Response(
            {"next": self._link(self.page.next), "previous": self._link(self.page.previous), "results": data, **total}
        )

    def _link(self, cursor: str) -> str | None:
        return replace_query_param(self.address, "cursor", cursor) if cursor else None

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**ADDRESS, "description": "The page after this one; null on the last."},
                "previous": {**ADDRESS, "description": "The page before this one; null on the first."},
                "results": schema,
                "total": {"type": "integer", "minimum": 0, "description": "All rows that match; only with `total=1`."},
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        orderings = [ordering.name for ordering in view.filterset_class.orderings]
        return [
            described("cursor", {"type": "string"}, "Where to go on: taken from `next` or `previous`."),
            described(
                "ordering",
                {"type": "string", "enum": orderings, "default": orderings[0]},
                "The order of the rows; `-` turns it round. Undated rows come last.",
            ),
            described(
                "page_size",
                {"type": "integer", "minimum": 1, "maximum": LARGEST, "default": PAGE_SIZE},
                "Rows a page.",
            ),
            described("total", {"type": "boolean", "default": False}, "Whether to count all rows that match."),
        ]


def described(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    """A query parameter as OpenAPI writes it."""
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": description}
