"""A list as its page shows it: what was asked, how to ask otherwise, and a page of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import QuerySet
from django.db.models.functions import Left
from django.http import QueryDict

from articles.filters import StrictFilterSet, filtered
from articles.paging import PARAMETERS, Ordering, Page, cursor_at, page_of
from articles.paging.page import LENGTHS

NAMES = {  # where a parameter's own name is not what people say
    "actor": "Taking part",
    "after": "From",
    "article": "Article number",
    "before": "Until",
    "event_type": "Kind of event",
    "has_conflict": "Reports differ",
    "has_events": "Reports events",
    "match": "Dates",
    "min_sources": "Sources, at least",
    "q": "Words",
    "quad": "Quarter",
    "type": "Kind",
}
ORDERS = {
    "-date": "Newest first",
    "date": "Oldest first",
    "-id": "Latest entry first",
    "id": "First entry first",
    "name": "By name",
    "title": "By title",
    "number": "By number",
    "position": "By code",
}
OFFERED = ORDERS.keys() - {"id", "-id"}  # those are for programs


class Chip(NamedTuple):
    """One thing that was asked for, and the list without it."""

    words: str
    href: str


class Way(NamedTuple):
    """The same list in another order, or elsewhere."""

    words: str
    href: str
    is_current: bool = False


class Option(NamedTuple):
    """A value by which a list can be narrowed, how many rows have it, and the list with it, or without it if chosen."""

    words: str
    count: int
    href: str
    is_chosen: bool


class Facet(NamedTuple):
    """The values of one parameter that most rows have."""

    name: str
    words: str
    options: list[Option]


@dataclass(frozen=True)
class Listing:
    """A page of a list with all that stands round it."""

    page: Page
    total: int
    chosen: list[Chip]
    clear_href: str
    orders: list[Way]
    query: QueryDict

    @property
    def ordered(self) -> str:
        return next(order.words for order in self.orders if order.is_current)

    @property
    def same_query(self) -> str:
        """The query string of this list where it stands elsewhere: as data or as a feed."""
        return asked(self.query, without=PARAMETERS).rstrip("?")

    def in_form(self, name: str) -> str:
        """The query string of the whole list, in its order, in another form."""
        return asked(self.query, without=("page_size", "total"), put=("format", name))


def listing_of(queryset: QuerySet, query: QueryDict, filterset: type[StrictFilterSet]) -> Listing:
    """The page of `queryset` that `query` asks for. Raises ParametersRefused."""
    rows = narrowed(queryset, query, filterset)
    page = page_of(rows, query, filterset)
    return Listing(
        page=page,
        total=rows.order_by().count(),
        chosen=chips(query, filterset(query, queryset)),
        clear_href=asked(query, without=filterset.base_filters) or "?",
        orders=orders(query, filterset.orderings, page.ordering),
        query=query,
    )


def narrowed(queryset: QuerySet, query: QueryDict, filterset: type[StrictFilterSet], *, without: str = "") -> QuerySet:
    """The rows that `query` asks for, the parameter `without` left out."""
    kept = query.copy()
    kept.pop(without, None)
    return filtered(kept, queryset, filterset, also=PARAMETERS, lengths=LENGTHS)


def chips(query: QueryDict, narrowing: StrictFilterSet) -> list[Chip]:
    """Each value that narrows the list, in words, with the way to do without it."""
    given = [(name, list(dict.fromkeys(values))) for name, values in query.lists() if name in narrowing.filters]
    called = {name: narrowing.filters[name].in_words(values) for name, values in given}
    return [
        Chip(f"{name_said(name)}: {called[name][value]}", asked(query, remove=(name, value)))
        for name, values in given
        for value in values
    ]


def orders(query: QueryDict, known: Sequence[Ordering], current: str) -> list[Way]:
    names = [ordering.name for ordering in known if ordering.name in OFFERED or ordering.name == current]
    return [Way(ORDERS[name], asked(query, put=("ordering", name)), name == current) for name in names]


def letters(queryset: QuerySet, query: QueryDict, filterset: type[StrictFilterSet]) -> list[Way]:
    """The first letters of a list by name, each leading to where it begins; digits and signs under one."""
    rows = narrowed(queryset, query, filterset).order_by()
    found = rows.values_list(Left("sort_key", 1), flat=True).distinct()
    plain = query.copy()
    plain.pop("cursor", None)
    return [
        Way(letter.upper(), asked(query, put=("cursor", cursor_at(plain, filterset, (letter, 0)))))
        for letter in sorted(letter for letter in found if letter.isalpha())
    ]


def facet(query: QueryDict, name: str, counted: Iterable[tuple[str, str, int]]) -> Facet:
    """The values of `name` (as the query string writes them, their words, their number of rows), each as a link."""
    given = query.getlist(name)
    options = [
        Option(
            words,
            count,
            asked(query, remove=(name, value)) if value in given else asked(query, add=(name, value)),
            value in given,
        )
        for value, words, count in counted
    ]
    return Facet(name, name_said(name), options)


def name_said(name: str) -> str:
    return NAMES.get(name) or name.replace("_", " ").capitalize()


def asked(
    query: QueryDict,
    *,
    without: Iterable[str] = (),
    remove: tuple[str, str] | None = None,
    add: tuple[str, str] | None = None,
    put: tuple[str, str] | None = None,
) -> str:
    """The query string with something changed, from its first page on; `?` alone asks for everything."""
    changed = query.copy()
    for name in ("cursor", *without):
        changed.pop(name, None)
    if remove:
        name, value = remove
        changed.setlist(name, [given for given in changed.getlist(name) if given != value])
    if add:
        changed.appendlist(*add)
    if put:
        changed[put[0]] = put[1]
    return f"?{changed.urlencode()}"
