"""The filter language for the API's views."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from articles.filters.strict import filtered


class StrictFilterBackend(BaseFilterBackend):
    """Narrows a view's rows by its `filterset_class`; paging's names are left to the view's paginator."""

    def filter_queryset(self, request: Request, queryset: QuerySet, view: Any) -> QuerySet:
        return filtered(
            request.query_params,
            queryset,
            view.filterset_class,
            user=request.user,
            also=[*view.paginator.parameters, *view.parameters],
            lengths=view.paginator.lengths,
        )

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [described(name, parameter) for name, parameter in view.filterset_class.base_filters.items()]


def described(name: str, parameter: Any) -> dict[str, Any]:
    """One filter as OpenAPI writes it: a list of values where it may be repeated."""
    one = parameter.schema()
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": parameter.help,
        **({"schema": one} if parameter.takes_one else {"schema": {"type": "array", "items": one}, "explode": True}),
    }
