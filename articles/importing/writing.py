"""Rows → interchange lines, which an import reads back to the same content."""

from collections.abc import Iterator
from typing import Any

from articles.importing.interchange import line_from
from articles.models import Article

_CHUNK = 500


def article_lines(publication: str = "") -> Iterator[str]:
    """One line an article, of one publication (by slug) or of all, by address; what is part of another is its line."""
    articles = Article.objects.standing().with_issue().prefetch_related("urls")
    if publication:
        articles = articles.filter(issue__publication__slug=publication)
    ordered = articles.order_by("issue__publication__slug", "issue__volume", "issue__number", "position")
    return (line_from(_values(article)) for article in ordered.iterator(chunk_size=_CHUNK))


def _values(article: Article) -> dict[str, Any]:
    """A working title is left out: it follows from the text."""
    issue = article.issue
    urls = [row.url for row in article.urls.all()]
    return {
        "publication": issue.publication.title,
        "volume": issue.volume,
        "issue": issue.number,
        "date": issue.date,
        "date_basis": issue.date_basis,
        "position": article.position,
        "title": None if article.title_is_derived else article.title,
        "title_printed": article.title_printed,
        "byline": article.byline,
        "section": article.section,
        "text": article.text,
        "url": urls[0] if urls else None,
        "urls": urls,
        "status": article.status,
    }
