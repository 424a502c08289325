"""A page of hits: what the search page shows, and nothing that an article does not say in public.

`search(parameters, FilterSet)` takes the query string of the page: `q`, the filters of the list, `ordering`, `cursor`,
`page_size`. The same string gives the same articles in the list, the API and the exports.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.http import QueryDict

from articles.filters import StrictFilterSet, filtered
from articles.models import Article, Facet, QuotePolicy
from articles.paging.cursor import MAX_LENGTH, Cursor, binding, decode, encode
from articles.parameters import ParameterError, ParametersRefused, only, read_number, values_of
from articles.search.compiled import Compiled, compiled
from articles.search.facets import PARAMETERS, Counts, Facets, count, named, number
from articles.search.hits import KINDS, RANKED, Keys, Matches, best, newest
from articles.search.query import QueryRefused
from articles.search.snippets import CLOSING, OPENING, Snippet, around_best, best_sentence, whole
from articles.search.suggesting import suggestion

ORDERINGS: Mapping[str, Callable[[Matches, int, int, Keys | None], list[Keys]]] = {"-date": newest, "relevance": best}
PAGE_SIZE = 20
LARGEST = 100
OWN = ("cursor", "ordering", "page_size")

# Titles and texts of the hits, as they are and folded with marks.
MARKED = """
    SELECT a.id, a.title, a.text, ts_headline('monitor_en', search_fold(a.title), %(q)s::tsquery, %(how)s),
        ts_headline('monitor_en', search_fold(a.text), %(q)s::tsquery, %(how)s)
    FROM articles_article a WHERE a.id = ANY (%(ids)s) AND a.status = 'published'
"""
HOW = f'HighlightAll=true, StartSel="{OPENING}", StopSel="{CLOSING}"'


@dataclass(frozen=True)
class Hit:
    """An article with its headline and some of its words, those that were found marked."""

    article: Article
    title: Snippet
    words: Snippet | None  # none where the publication lets no words out


@dataclass(frozen=True)
class Found:
    """A page of hits. `next` is a cursor, empty on the last page; `suggestion` is what to try where nothing is found.

    `tiered`: too many to rank them all, so that those with the words in title or lead come first, then the newest.
    """

    hits: list[Hit]
    total: int
    next: str
    ordering: str
    tiered: bool
    names: Mapping[str, Sequence[str]]
    facets: Facets = field(default_factory=dict)
    suggestion: str = ""


@dataclass(frozen=True)
class Asked:
    """A query string of the search page, read."""

    query: QueryDict
    filterset: type[StrictFilterSet]
    words: Compiled
    ordering: str
    page_size: int
    after: Keys | None
    bound_to: str

    def matches(self, without: Sequence[str] = ()) -> Matches:
        """What the rows must meet; `without` some of the filters."""
        filters = self.query.copy()
        for name in (*OWN, *without):
            filters.pop(name, None)
        text = filters.pop("q")[0]
        if not filters and not self.words.query.after and not self.words.query.before:
            return Matches(self.words.tsquery)
        if self.words.query.after or self.words.query.before:
            filters["q"] = text
        articles = filtered(filters, Article.objects.public(), self.filterset)
        return Matches(self.words.tsquery, *articles.order_by().values("pk").query.sql_with_params())


def search(parameters: QueryDict, filterset: type[StrictFilterSet], *, counted: bool = True) -> Found:
    """The page of hits that the query string asks for; `counted`: with the counts of every facet.

    Raises ParametersRefused, naming each parameter at fault.
    """
    asked = _read(parameters, filterset)
    matches = asked.matches()
    with transaction.atomic(), connection.cursor() as cursor:
        # The planner does not price what reading long vectors costs, and would read them all.
        cursor.execute("SET LOCAL enable_seqscan = off")
        counts, total = count(matches) if counted else ({}, number(matches))
        keys = ORDERINGS[asked.ordering](matches, total, asked.page_size + 1, asked.after)
        numbers = _numbers(asked, counts) if counted else {}
    shown = keys[: asked.page_size]
    return Found(
        hits=_hits([article for *_, article in shown], asked.words.tsquery),
        total=total,
        next=encode(Cursor(shown[-1]), asked.bound_to) if len(keys) > len(shown) else "",
        ordering=asked.ordering,
        tiered=asked.ordering == "relevance" and total > RANKED,
        names=asked.words.names,
        facets={facet: named(facet, hits) for facet, hits in numbers.items()},
        suggestion="" if total else suggestion(asked.words, parameters["q"]),
    )


def _read(parameters: QueryDict, filterset: type[StrictFilterSet]) -> Asked:
    errors: list[ParameterError] = []
    given = values_of(parameters, known=[*filterset.base_filters, *OWN], lengths={"cursor": MAX_LENGTH})

    def read(name: str, reader: Callable[[str], Any], default: Any) -> Any:
        try:
            return reader(only(given[name])) if name in given else default
        except ValueError as problem:
            errors.append(ParameterError(name, str(problem)))

    words = read("q", compiled, None)
    if "q" not in given:
        errors.append(ParameterError("q", "Say what to search for."))
    ordering = read("ordering", _ordering, "-date")
    size = read("page_size", lambda value: read_number(value, most=LARGEST), PAGE_SIZE)
    bound_to = binding("search", str(ordering), {name: values for name, values in given.items() if name not in OWN})
    after = read("cursor", lambda value: decode(value, bound_to, KINDS).keys, None)
    if errors:
        raise ParametersRefused(errors)
    return Asked(parameters, filterset, words, ordering, size, after, bound_to)


def _ordering(value: str) -> str:
    if value not in ORDERINGS:
        raise QueryRefused(f"There is no such ordering here. Known ones: {', '.join(ORDERINGS)}.")
    return value


def _numbers(asked: Asked, counts: Counts) -> Counts:
    """The counts of every facet; of one by which the hits are filtered, as if they were not."""
    found: Counts = {}
    for facet in Facet:
        own = [name for name in PARAMETERS[facet] if name in asked.query]
        found[facet] = (count(asked.matches(without=own))[0] if own else counts).get(facet, {})
    return found


def _hits(ids: Sequence[int], tsquery: str) -> list[Hit]:
    articles = Article.objects.public().with_issue().defer("text").in_bulk(ids)
    with connection.cursor() as cursor:
        cursor.execute(MARKED, {"q": tsquery, "ids": list(ids), "how": HOW})
        marked = {pk: words for pk, *words in cursor.fetchall()}
    return [_hit(articles[pk], *marked[pk]) for pk in ids if pk in articles and pk in marked]


def _hit(article: Article, title: str, text: str, marked_title: str, marked_text: str) -> Hit:
    policy = article.issue.publication.quote_policy
    cut = {QuotePolicy.FULL: around_best, QuotePolicy.SENTENCE: best_sentence}.get(QuotePolicy(policy))
    return Hit(article, whole(title, marked_title), cut(text, marked_text) if cut else None)
