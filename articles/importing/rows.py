"""From the plan of an issue to its rows, a statement a table: articles, texts and addresses, then what they cite."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.contrib.auth.models import User
from django.utils import timezone

from articles.citations import FoundCitation, FoundCrossReference, find_citations, find_cross_references
from articles.importing.issue_plan import Decision
from articles.importing.news_sources import NewsSources
from articles.models import (
    Article,
    ArticleStatus,
    Citation,
    CitedReport,
    CrossReference,
    Issue,
    SourceUrl,
    Span,
    TextVersion,
)
from articles.text import sha256

SpanRow = TypeVar("SpanRow", bound=Span)


@dataclass(frozen=True, slots=True)
class Written:
    """The sources that the new rows cite, and by position how many citations and cross references an article got."""

    sources: dict[str, int]
    counts: dict[int, tuple[int, int]]


def write_articles(
    issue: Issue, decisions: list[Decision], sources: NewsSources, *, by: User | None, publish: bool
) -> Written:
    """The articles that the decisions create, in `issue`. To be called in the issue's transaction."""
    articles = Article.objects.bulk_create([_article(issue, decision, publish) for decision in decisions])
    TextVersion.objects.bulk_create(
        TextVersion(article=article, number=1, text=article.text, made_by=by, reason="as imported")
        for article in articles
    )
    pairs = list(zip(articles, decisions, strict=True))
    SourceUrl.objects.bulk_create(
        SourceUrl(article=article, url=url) for article, decision in pairs for url in decision.record.urls
    )
    cited, citations = _write_citations(articles, issue.date, sources)
    references = _write_cross_references(articles, issue.date)
    return Written(cited, {row.position: (citations[row.pk], references[row.pk]) for row in articles})


def _article(issue: Issue, decision: Decision, publish: bool) -> Article:
    record = decision.record
    assert decision.article is not None
    article = Article(
        issue=issue,
        position=decision.article.position,
        order=decision.article.position,
        title_printed=record.title_printed,
        title=str(decision.article.fields["title"]),
        title_is_derived=not (record.title or record.title_printed),
        byline=record.byline,
        section=record.section,
        text=decision.text,
        text_sha256=sha256(decision.text),
        status=_status(record.status, publish),
        notes=f"At the end of the text stood the headline of another article: {decision.glued}"
        if decision.glued
        else "",
    )
    if article.status in (ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN):
        article.published_at = timezone.now()
    return article


def _status(given: str, publish: bool) -> str:
    """As the record says, else a draft; `publish` publishes all but what was withdrawn."""
    if publish and given != ArticleStatus.WITHDRAWN:
        return ArticleStatus.PUBLISHED
    return given or ArticleStatus.DRAFT


def _write_citations(
    articles: list[Article], issued: str, sources: NewsSources
) -> tuple[dict[str, int], dict[int, int]]:
    found = [(article, citation) for article in articles for citation in find_citations(article.text, issued)]
    pks = sources.ensure(report.source for _, citation in found for report in citation.reports)
    rows = Citation.objects.bulk_create(_placed(Citation(article=article), found_one) for article, found_one in found)
    CitedReport.objects.bulk_create(
        report for row, (_, citation) in zip(rows, found, strict=True) for report in _reports(row, citation, pks)
    )
    return pks, _counted(articles, (article for article, _ in found))


def _reports(row: Citation, citation: FoundCitation, pks: dict[str, int]) -> Iterator[CitedReport]:
    """One row a source and date: what a citation names twice it cites once."""
    named = ((pks[report.source.casefold()], report.date, report.date_words) for report in citation.reports)
    for source, date, words in dict.fromkeys(named):
        yield CitedReport(citation=row, news_source_id=source, date=date, date_words=words)


def _write_cross_references(articles: list[Article], issued: str) -> dict[int, int]:
    found = [
        (article, reference, date)
        for article in articles
        for reference in find_cross_references(article.text, issued)
        for date in dict.fromkeys(reference.dates or ("",))
    ]
    CrossReference.objects.bulk_create(
        _placed(
            CrossReference(
                article=article,
                publication_words=reference.publication,
                volume=reference.volume,
                number=reference.number,
                date=date,
            ),
            reference,
        )
        for article, reference, date in found
    )
    return _counted(articles, (article for article, _, _ in found))


def _placed(span: SpanRow, found: FoundCitation | FoundCrossReference) -> SpanRow:
    span.place_on(span.article.text, found.start, found.end, version=1)
    return span


def _counted(articles: list[Article], named: Iterable[Article]) -> dict[int, int]:
    counts = {article.pk: 0 for article in articles}
    for article in named:
        counts[article.pk] += 1
    return counts
