"""By what a list of articles can be narrowed, with as many articles as narrowing leaves: counts of the search rows."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.http import QueryDict

from articles.filters import StrictFilterSet, filtered
from articles.models import Article, Facet
from articles.paging import PARAMETERS
from articles.paging.page import LENGTHS
from articles.search.facets import PARAMETERS as NARROW_BY
from articles.search.facets import Facets, count, named
from articles.search.hits import Matches


def facets_of_list(query: QueryDict, filterset: type[StrictFilterSet]) -> Facets:
    """For each facet its most frequent values among the articles of the list; one by which it is narrowed is counted
    as if it were not."""
    all_chosen, _ = count(matching(query, filterset))
    found: Facets = {}
    for facet in Facet:
        own = [name for name in NARROW_BY[facet] if name in query]
        hits = count(matching(query, filterset, without=own))[0] if own else all_chosen
        found[facet] = named(facet, hits.get(facet, {}))
    return found


def matching(query: QueryDict, filterset: type[StrictFilterSet], *, without: Sequence[str] = ()) -> Matches:
    """The search rows of the articles that the list holds."""
    kept = query.copy()
    for name in without:
        kept.pop(name, None)
    if not set(kept) & set(filterset.base_filters):
        return Matches()
    rows: QuerySet = filtered(kept, Article.objects.public(), filterset, also=PARAMETERS, lengths=LENGTHS)
    return Matches("", *rows.order_by().values("pk").query.sql_with_params())
