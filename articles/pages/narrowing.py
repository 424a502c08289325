"""The counts of the search rows as facets of a page: each value a link that narrows, or takes the choice away."""

from collections.abc import Sequence

from django.http import QueryDict

from articles.models import Facet as Kind
from articles.pages.listing import Facet, Option, asked, facet
from articles.search.facets import PARAMETERS, Count, Facets

MOST_OPTIONS = 8
MOST_YEARS = 12


def facets_for(query: QueryDict, counted: Facets) -> list[Facet]:
    """In the order in which readers narrow: when, where printed, what, who."""
    return [of_kind(query, kind, counted[kind]) for kind in ORDER if kind in counted]


ORDER = (Kind.YEAR, Kind.PUBLICATION, Kind.SECTION, Kind.EVENT_TYPE, Kind.ACTOR, Kind.SOURCE)


def of_kind(query: QueryDict, kind: Kind, counts: Sequence[Count]) -> Facet:
    if kind is Kind.YEAR:
        return years(query, counts)
    (name,) = PARAMETERS[kind]
    given = query.getlist(name)
    shown = [one for place, one in enumerate(counts) if place < MOST_OPTIONS or one.value in given]
    return facet(query, name, [(one.value, one.label, one.hits) for one in shown])


def years(query: QueryDict, counts: Sequence[Count]) -> Facet:
    """A year is chosen by both of its ends: it takes the place of whatever dates were given."""
    newest_first = sorted(counts, key=lambda one: one.value, reverse=True)[:MOST_YEARS]
    return Facet("year", "Year", [year(query, one) for one in newest_first])


def year(query: QueryDict, one: Count) -> Option:
    chosen = query.getlist("after") == query.getlist("before") == [one.value]
    without = asked(query, without=("after", "before"))
    within = f"{without}{'&' if len(without) > 1 else ''}after={one.value}&before={one.value}"
    return Option(one.label, one.hits, without if chosen else within, chosen)
