"""What the search page shows: hits as rows, what was understood, and how to ask otherwise."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.models import Article
from articles.pages.listing import Chip, Facet, Way, asked, chips
from articles.pages.narrowing import facets_for
from articles.search.hits import RANKED
from articles.search.searching import Found, Hit, search
from events.filters import ArticleEventFilters
from events.models import Report
from events.pages.reported import reported_by_item

ORDERS = {"-date": "Newest first", "relevance": "Most relevant first"}
MOST_NAMES = 12
SEARCHED = ("q", *(name for name in ArticleEventFilters.base_filters if name != "q"))


class Row(NamedTuple):
    """An article that was found."""

    href: str
    title: SafeString
    words: SafeString
    when: str
    printed: str
    events: int


class Names(NamedTuple):
    """A name in the question, and others that mean the same and were looked for as well."""

    name: str
    others: str


@dataclass(frozen=True)
class Results:
    """A page of hits with all that stands round it."""

    rows: Sequence[Row]
    total: int
    next: str
    is_first: bool
    first_href: str
    orders: Sequence[Way]
    ranked: str
    names: Sequence[Names]
    suggestion: Way | None
    chosen: Sequence[Chip]
    clear_href: str
    facets: Sequence[Facet]
    same_query: str


def results_of(query: QueryDict) -> Results:
    """The page that the query string asks for. Raises ParametersRefused."""
    found = search(query, ArticleEventFilters)
    reported = reported_by_item([hit.article for hit in found.hits])
    narrowing = ArticleEventFilters(query, Article.objects.none())
    return Results(
        rows=[row(hit, reported) for hit in found.hits],
        total=found.total,
        next=found.next,
        is_first="cursor" not in query,
        first_href=asked(query),
        orders=[
            Way(words, asked(query, put=("ordering", name)), name == found.ordering) for name, words in ORDERS.items()
        ],
        ranked=where_ranking_ends(found),
        names=list(other_names(found.names)),
        suggestion=Way(found.suggestion, asked(query, put=("q", found.suggestion))) if found.suggestion else None,
        chosen=chips(without_words(query), narrowing),
        clear_href=asked(query, without=SEARCHED[1:]),
        facets=facets_for(query, found.facets) if found.total else [],
        same_query=asked(query, without=("ordering", "page_size")),
    )


def without_words(query: QueryDict) -> QueryDict:
    """The question stands in its field: it is no chip."""
    kept = query.copy()
    kept.pop("q", None)
    return kept


def row(hit: Hit, reported: Mapping[int, Sequence[Report]]) -> Row:
    article, issue = hit.article, hit.article.issue
    return Row(
        href=article.get_absolute_url(),
        title=format_html("{}", hit.title),
        words=format_html("{}", hit.words or ""),
        when=issue.date_in_words,
        printed=f"{issue.publication.title}, no. {issue.number}, item {article.position}",
        events=len(reported.get(article.pk, ())),
    )


def where_ranking_ends(found: Found) -> str:
    """How far an order by relevance goes; empty for the newest first."""
    if found.ordering != "relevance":
        return ""
    if not found.tiered:
        return "All of them are ranked by how often and how closely together the words stand."
    return (
        f"Too many to rank all: the newest {RANKED:,} with the words in headline or opening come first, best first; "
        "all others follow, newest first."
    )


def other_names(names: Mapping[str, Sequence[str]]) -> Iterable[Names]:
    for name, same in names.items():
        others = [other for other in same if other.casefold() != name.casefold()]
        more = f" and {len(others) - MOST_NAMES} more" if len(others) > MOST_NAMES else ""
        if others:
            yield Names(name, ", ".join(others[:MOST_NAMES]) + more)
