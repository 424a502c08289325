"""One page of a list: the rows after a cursor, and the cursors of the pages beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from articles.paging.cursor import MAX_LENGTH, Cursor, Key, binding, decode, encode
from articles.paging.ordering import Ordering
from articles.parameters import ParameterError, ParametersRefused, Query, only, read_flag, read_number

PARAMETERS = ("cursor", "ordering", "page_size", "total")
LENGTHS = {"cursor": MAX_LENGTH}
PAGE_SIZE = 50
LARGEST = 1000

Rows = Iterable[tuple[Any, tuple[Key, ...]]]
Read = Callable[[QuerySet, Sequence[str]], Rows]


class Listed(Protocol):
    """A resource as a list: its name, the orders in which it can be read (the first by default), its filters."""

    resource: str
    orderings: Sequence[Ordering]
    base_filters: Mapping[str, Any]


@dataclass(frozen=True)
class Page:
    """Some rows of a list. `next` and `previous` are cursors, empty at the ends; `total` only where asked for."""

    rows: list[Any]
    next: str
    previous: str
    total: int | None
    ordering: str
    page_size: int


@dataclass(frozen=True)
class Wanted:
    """What a query string asks of a list, beside its filters."""

    ordering: Ordering
    page_size: int
    total: bool
    cursor: Cursor | None
    bound_to: str


def cursor_at(query: Query, listed: type[Listed], keys: tuple[Key, ...]) -> str:
    """The cursor of the page that begins behind `keys`, in the order and with the filters that `query` asks for."""
    return encode(Cursor(keys, backwards=False), wanted(query, listed).bound_to)


def instances(queryset: QuerySet, names: Sequence[str]) -> Rows:
    """Read model instances, as HTML lists take them."""
    return [(row, tuple(getattr(row, name) for name in names)) for row in queryset]


def page_of(queryset: QuerySet, query: Query, listed: type[Listed], *, read: Read = instances) -> Page:
    """The page of the filtered `queryset` that `query` asks for. Raises ParametersRefused.

    `read` turns the page's rows into what the caller wants; it gets the names under which the sort keys stand.
    """
    asked = wanted(query, listed)
    found = list(read(_window(queryset, asked), asked.ordering.names))
    more, found = len(found) > asked.page_size, found[: asked.page_size]
    backwards = asked.cursor is not None and asked.cursor.backwards
    if backwards:
        found.reverse()
    return Page(
        rows=[row for row, _ in found],
        next=_edge(found[-1:], asked, backwards=False) if more or backwards else "",
        previous=_edge(found[:1], asked, backwards=True) if asked.cursor and (more or not backwards) else "",
        total=queryset.order_by().count() if asked.total else None,
        ordering=asked.ordering.name,
        page_size=asked.page_size,
    )


def _window(queryset: QuerySet, asked: Wanted) -> QuerySet:
    """The rows of the page and one more, which tells whether another page follows."""
    cursor = asked.cursor
    rows = asked.ordering.sorted(queryset, backwards=bool(cursor and cursor.backwards))
    if cursor:
        rows = rows.filter(asked.ordering.beyond(cursor.keys, backwards=cursor.backwards))
    return rows[: asked.page_size + 1]


def _edge(found: Sequence[tuple[Any, tuple[Key, ...]]], asked: Wanted, *, backwards: bool) -> str:
    return encode(Cursor(found[0][1], backwards), asked.bound_to) if found else ""


def wanted(query: Query, listed: type[Listed]) -> Wanted:
    """What `query` asks of the list. Raises ParametersRefused, naming every parameter at fault."""
    given = dict(query.lists())
    orderings = {ordering.name: ordering for ordering in listed.orderings}
    readers: dict[str, Callable[[str], Any]] = {
        "ordering": lambda value: _ordering(value, orderings),
        "page_size": lambda value: read_number(value, most=LARGEST),
        "total": read_flag,
    }
    asked, errors = _read_all(given, readers)
    ordering = asked.get("ordering", listed.orderings[0])
    filters = {name: values for name, values in given.items() if name in listed.base_filters}
    bound_to = binding(listed.resource, ordering.name, filters)
    cursor, of_cursor = _read_all(given, {"cursor": lambda value: decode(value, bound_to, ordering.kinds)})
    if errors or of_cursor:
        raise ParametersRefused([*errors, *of_cursor])
    return Wanted(
        ordering, asked.get("page_size", PAGE_SIZE), asked.get("total", False), cursor.get("cursor"), bound_to
    )


def _read_all(
    given: Mapping[str, Sequence[str]], readers: Mapping[str, Callable[[str], Any]]
) -> tuple[dict[str, Any], list[ParameterError]]:
    asked, errors = {}, []
    for name, read in readers.items():
        if name in given:
            try:
                asked[name] = read(only(given[name]))
            except ValueError as problem:
                errors.append(ParameterError(name, str(problem)))
    return asked, errors


def _ordering(value: str, orderings: Mapping[str, Ordering]) -> Ordering:
    if value not in orderings:
        raise ValueError(f"There is no such ordering here. Known ones: {', '.join(orderings)}.")
    return orderings[value]
