"""By which values a list can be narrowed, and how many of its rows have each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, Func, QuerySet
from django.db.models.functions import Coalesce

from articles.filters.parameter import Flag, Key, Parameter
from articles.filters.strict import StrictFilterSet
from articles.parameters import Query

MOST_VALUES = 100  # of one parameter


class Counted(NamedTuple):
    """A value as the query string writes it, what people call it, and how many rows have it."""

    value: str
    label: str
    count: int


def facets_of(
    filterset: type[StrictFilterSet], query: Query, queryset: QuerySet, names: Iterable[str], *, user: Any = None
) -> dict[str, list[Counted]]:
    """For each name its values, those of the most rows first, counted as if none of them were asked for."""
    given = dict(query.lists())
    return {name: _facet(filterset(query, queryset, user=user), given, name) for name in names}


def _facet(narrowing: StrictFilterSet, given: Mapping[str, Sequence[str]], name: str) -> list[Counted]:
    parameter: Parameter = narrowing.filters[name]
    rows, related = narrowing.narrowed_but_for(name, given)
    held = _value(parameter) if related is None else _each_value(related, parameter)
    counted = rows.order_by().annotate(held=held).values_list("held").annotate(n=Count("pk")).order_by("-n", "held")
    found = {value: n for value, n in counted[: MOST_VALUES + 2] if value not in (None, "")}
    return _named(parameter, dict(list(found.items())[:MOST_VALUES]))


def _value(parameter: Parameter) -> Any:
    """The value in a row; of one that points at a merged row, the one that was kept."""
    merged = isinstance(parameter, Key) and parameter.merged
    return Coalesce(f"{parameter.path}__merged_into", parameter.path) if merged else F(parameter.path)


def _each_value(related: QuerySet, parameter: Parameter) -> Func:
    """Each value that some related row has, once."""
    values = related.order_by().annotate(held=_value(parameter)).values("held").distinct()
    return Func(ArraySubquery(values), function="unnest", output_field=related.model._meta.pk)


def _named(parameter: Parameter, counts: Mapping[Any, int]) -> list[Counted]:
    written = _written(parameter, counts)
    labels = parameter.in_words([written[value] for value in counts if value in written])
    return [Counted(written[v], labels[written[v]], n) for v, n in counts.items() if v in written]


def _written(parameter: Parameter, counts: Mapping[Any, int]) -> dict[Any, str]:
    """Each value as it stands in a query string."""
    if isinstance(parameter, Key):
        rows = parameter.names._base_manager.filter(pk__in=list(counts)).values_list("pk", parameter.key)
        return {pk: parameter.written(key) for pk, key in rows}
    return {value: str(value).lower() if isinstance(parameter, Flag) else str(value) for value in counts}
