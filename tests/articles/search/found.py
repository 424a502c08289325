"""What search finds, once the rows that are due are written."""

from django.http import QueryDict

from articles.models import Article
from articles.search.searching import search
from articles.verbs import check_rules
from events.filters import ArticleEventFilters


def found(text="", **parameters):
    """The page of hits for these words and parameters."""
    check_rules()
    query = QueryDict(mutable=True)
    for name, value in {"q": text, **parameters}.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return search(query, ArticleEventFilters)


def titles(text, **parameters):
    return [hit.article.title for hit in found(text, **parameters).hits]


def counts(page, facet):
    return {count.value: count.hits for count in page.facets[facet]}


def finds(article: Article, text: str) -> bool:
    return article.pk in [hit.article.pk for hit in found(text).hits]
