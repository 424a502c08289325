"""From the plan of an issue to its rows, a statement a table: articles, texts and addresses, then what they cite."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from django.contrib.auth.models import User
from django.utils import timezone

from articles.citations import FoundCitation, FoundCrossReference, find_citations, find_cross_references
from articles.importing.copying import Copier
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


@dataclass(frozen=True, slots=True)
class Making:
    """Who makes the new rows, whether they are published at once, and the run that they name, asked for when needed."""

    by: User | None = None
    publish: bool = False
    run: Callable[[], int | None] = lambda: None
    copier: Copier = field(default_factory=Copier)


def write_articles(issue: Issue, decisions: list[Decision], sources: NewsSources, making: Making) -> Written:
    """The articles that the decisions create, in `issue`. To be called in the issue's transaction."""
    made = {"import_run_id": making.run()}
    new = [_article(issue, decision, making.publish, **made) for decision in decisions]
    articles = Article.objects.bulk_create(new)
    making.copier.copy(
        TextVersion,
        (
            TextVersion(article=article, number=1, text=article.text, made_by=making.by, reason="as imported", **made)
            for article in articles
        ),
    )
    pairs = list(zip(articles, decisions, strict=True))
    making.copier.copy(
        SourceUrl, (SourceUrl(article=article, url=url) for article, one in pairs for url in one.record.urls)
    )
    cited, citations = _write_citations(articles, issue.date, sources, making)
    references = _write_cross_references(articles, issue.date, making)
    return Written(cited, {row.position: (citations[row.pk], references[row.pk]) for row in articles})


def _article(issue: Issue, decision: Decision, publish: bool, **made: int | None) -> Article:
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
        announces=decision.glued,
        **made,
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
    articles: list[Article], issued: str, sources: NewsSources, making: Making
) -> tuple[dict[str, int], dict[int, int]]:
    found = [(article, citation) for article in articles for citation in find_citations(article.text, issued)]
    pks = sources.ensure(report.source for _, citation in found for report in citation.reports)
    rows = making.copier.copy(Citation, (_placed(Citation(article=article), found_one) for article, found_one in found))
    pairs = zip(rows, (citation for _, citation in found), strict=True)
    making.copier.copy(CitedReport, (report for row, citation in pairs for report in _reports(row, citation, pks)))
    return pks, _counted(articles, (article for article, _ in found))


def _reports(row: Citation, citation: FoundCitation, pks: dict[str, int]) -> Iterator[CitedReport]:
    """One row a source and date: what a citation names twice it cites once."""
    named = ((pks[report.source.casefold()], report.date, report.date_words) for report in citation.reports)
    for source, date, words in dict.fromkeys(named):
        yield CitedReport(citation_id=row.pk, news_source_id=source, date=date, date_words=words)


def _write_cross_references(articles: list[Article], issued: str, making: Making) -> dict[int, int]:
    found = [
        (article, reference, date)
        for article in articles
        for reference in find_cross_references(article.text, issued)
        for date in dict.fromkeys(reference.dates or ("",))
    ]
    making.copier.copy(CrossReference, (_reference(article, reference, date) for article, reference, date in found))
    return _counted(articles, (article for article, _, _ in found))


def _reference(article: Article, found: FoundCrossReference, date: str) -> CrossReference:
    said = {"publication_words": found.publication, "volume": found.volume, "number": found.number}
    return _placed(CrossReference(article=article, date=date, **said), found)


def _placed(span: SpanRow, found: FoundCitation | FoundCrossReference) -> SpanRow:
    span.place_on(span.article.text, found.start, found.end, version=1)
    return span


def _counted(articles: list[Article], named: Iterable[Article]) -> dict[int, int]:
    counts = {article.pk: 0 for article in articles}
    for article in named:
        counts[article.pk] += 1
    return counts
