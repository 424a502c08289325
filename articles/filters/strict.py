"""A FilterSet that refuses what it does not know, and the one door through which all lists use it."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import Exists, Q, QuerySet
from django_filters import FilterSet

from articles.paging import Ordering
from articles.parameters import ParameterError, ParametersRefused, Query, values_of


def filtered(
    query: Query,
    queryset: QuerySet,
    filterset: type["StrictFilterSet"],
    *,
    user: Any = None,
    also: Sequence[str] = (),
    lengths: Mapping[str, int] | None = None,
) -> QuerySet:
    """The rows of `queryset` that `query` asks for. Raises ParametersRefused, naming every parameter at fault.

    `user` decides which rows a value may name; `also` are parameters that somebody else reads (`paging.PARAMETERS`),
    `lengths` how long those may be.
    """
    given = values_of(query, known=[*filterset.base_filters, *also], lengths=lengths)
    return filterset(query, queryset, user=user).narrowed(given)


class StrictFilterSet(FilterSet):
    """The parameters of one resource. Each is a `Parameter` that turns its values into a condition.

    Conditions with the same `within` hold together in one related row: `related` says which rows those are.
    """

    resource: ClassVar[str]
    orderings: ClassVar[Sequence[Ordering]]
    related: ClassVar[Mapping[str, Callable[[Any], QuerySet]]] = {}
    facets: ClassVar[Sequence[str]] = ()  # the parameters whose values are counted

    def __init__(self, data: Any = None, queryset: QuerySet | None = None, *, user: Any = None) -> None:
        super().__init__(data, queryset)
        self.user = user
        self.read: dict[str, list[Any]] = {}

    def narrowed(self, given: Mapping[str, Sequence[str]]) -> QuerySet:
        """The rows that meet every parameter; names that are not this set's are left to others."""
        return self.queryset.filter(*self._joined(self._together(given)))

    def narrowed_but_for(self, name: str, given: Mapping[str, Sequence[str]]) -> tuple[QuerySet, QuerySet | None]:
        """The rows that meet every other parameter, and the related ones in which `name` would hold, if it does there.

        What has to hold in the same related row as `name` narrows that, too.
        """
        together = self._together({other: values for other, values in given.items() if other != name})
        within = self.filters[name].within
        related = self.related[within](self.user).filter(together.get(within, Q())) if within else None
        return self.queryset.filter(*self._joined(together)), related

    def _together(self, given: Mapping[str, Sequence[str]]) -> dict[str, Q]:
        """The conditions, by the related row in which they hold together."""
        self.read = self._each(given, lambda name, values: self.filters[name].read_all(values))
        conditions = self._each(self.read, lambda name, values: self.filters[name].condition(values))
        together: dict[str, Q] = defaultdict(Q)
        for name, condition in conditions.items():
            together[self.filters[name].within] &= condition
        return together

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """As django-filter asks it: `.qs` reads the same language."""
        self.queryset = queryset
        return self.narrowed(values_of(self.data, known=list(self.filters)))

    @property
    def errors(self) -> None:
        """Errors are raised, never kept."""

    def _each(self, given: Mapping[str, Any], read: Callable[[str, Any], Any]) -> dict[str, Any]:
        found, errors = {}, []
        for name, values in given.items():
            if name in self.filters:
                try:
                    found[name] = read(name, values)
                except ValueError as problem:
                    errors.append(ParameterError(name, str(problem)))
        if errors:
            raise ParametersRefused(errors)
        return found

    def _joined(self, together: Mapping[str, Q]) -> list[Any]:
        own = [together[""]] if "" in together else []
        return own + [Exists(self.related[name](self.user).filter(q)) for name, q in together.items() if name]
