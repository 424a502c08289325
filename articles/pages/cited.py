"""Who is cited where: the sources of one article, and the articles that cite one source."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from articles.models import Article, Citation, CitedReport, NewsSource
from articles.pages.anchors import sentence_number
from articles.paging import Page, dated, page_of
from articles.parameters import Query
from articles.quoting import quotable


class CitedSource(NamedTuple):
    """One source of an article, the date the digest gives it, and the sentence that cites it."""

    source: NewsSource
    dated: str
    sentence: int


class CitedPlace(NamedTuple):
    """One place where an article cites a source."""

    article: Article
    dated: str
    words: str
    sentence: int


def sources_of(article: Article) -> list[CitedSource]:
    """The sources that an article cites, in the order of its text."""
    sentences = article.sentences
    return [
        CitedSource(report.news_source.merged_into or report.news_source, report.date_in_words, number)
        for citation in citations_of(article)
        for number in [sentence_number(citation.start, sentences)]
        for report in citation.reports.all()
    ]


def citations_of(article: Article) -> QuerySet[Citation]:
    reports = CitedReport.objects.select_related("news_source__merged_into").order_by("id")
    citations = Citation.objects.public().filter(article=article).order_by("start", "id")
    return citations.prefetch_related(Prefetch("reports", reports))


class CitedPlaces:
    """The list of a source's page, as `paging` reads it: the newest issues first."""

    resource = "cited-places"
    orderings = dated("citation__article__issue__date")[:1]
    base_filters: Mapping[str, Any] = {}


def places_of(source: NewsSource, query: Query) -> Page:
    """A page of the places where published articles cite `source`. Raises ParametersRefused."""
    reports = CitedReport.objects.public().filter(Q(news_source=source) | Q(news_source__merged_into=source))
    page = page_of(reports.select_related("citation__article__issue__publication"), query, CitedPlaces)
    return replace(page, rows=[cited_place(report) for report in page.rows])


def cited_place(report: CitedReport) -> CitedPlace:
    citation, article = report.citation, report.citation.article
    words = quotable(article.issue.publication.quote_policy, citation.quote)
    return CitedPlace(article, report.date_in_words, words, sentence_number(citation.start, article.sentences))
