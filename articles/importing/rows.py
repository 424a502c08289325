"""From the plan of an issue to its rows, a COPY a table: articles, texts and addresses, then what they cite."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.citations import FoundCitation, FoundCrossReference, find_both
from articles.dates import bounds
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
    TextVersion,
)
from articles.models.span import words_around
from articles.text import sha256

_ARTICLE = (
    *("id", "issue_id", "position", "order", "title_printed", "title", "title_is_derived", "byline", "section"),
    *("text", "text_sha256", "status", "published_at", "announces", "import_run_id"),
)
_TEXT = ("article_id", "number", "text", "made_by_id", "reason", "import_run_id")
_SPAN = ("article_id", "start", "end", "quote", "prefix", "suffix")
_DATE = ("date", "date_lower", "date_upper")
_REPORT = ("citation_id", "news_source_id", "date_words", *_DATE)
_REFERENCE = (*_SPAN, "publication_words", "volume", "number", *_DATE)

New = list[tuple[int, Decision]]  # the key of each new article, and the decision that creates it


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
    """The articles that the decisions create, in `issue`. For its transaction, once that has told who and why."""
    new = list(zip(making.copier.keys(Article, len(decisions)), decisions, strict=True))
    _write_texts(issue, new, making)
    found = [(pk, one.text, *find_both(one.text, issue.date)) for pk, one in new]
    citations = [(pk, text, citation) for pk, text, cited, _ in found for citation in cited]
    references = [(pk, text, reference) for pk, text, _, referred in found for reference in referred]
    pks = _write_citations(citations, sources, making.copier)
    dated = [(*one, date) for one in references for date in dict.fromkeys(one[2].dates or ("",))]
    making.copier.copy(CrossReference, _REFERENCE, (_reference(*one) for one in dated))
    counts = [Counter(pk for pk, *_ in rows) for rows in (citations, dated)]
    return Written(pks, {_position(one): (counts[0][pk], counts[1][pk]) for pk, one in new})


def _write_texts(issue: Issue, new: New, making: Making) -> None:
    run, by, copy = making.run(), making.by.pk if making.by else None, making.copier.copy
    copy(Article, _ARTICLE, ((pk, issue.pk, *_article(one, making.publish), run) for pk, one in new))
    copy(TextVersion, _TEXT, ((pk, 1, one.text, by, "as imported", run) for pk, one in new))
    copy(SourceUrl, ("article_id", "url"), ((pk, url) for pk, one in new for url in one.record.urls))


def _article(decision: Decision, publish: bool) -> tuple[Any, ...]:
    """Its columns from `position` to `announces`."""
    record, position = decision.record, _position(decision)
    assert decision.article is not None
    status = _status(record.status, publish)
    return (
        position,
        position,
        record.title_printed,
        decision.article.fields["title"],
        not (record.title or record.title_printed),
        record.byline,
        record.section,
        decision.text,
        sha256(decision.text),
        status,
        timezone.now() if status in (ArticleStatus.PUBLISHED, ArticleStatus.WITHDRAWN) else None,
        decision.glued,
    )


def _position(decision: Decision) -> int:
    assert decision.article is not None
    return decision.article.position


def _status(given: str, publish: bool) -> str:
    """As the record says, else a draft; `publish` publishes all but what was withdrawn."""
    if publish and given != ArticleStatus.WITHDRAWN:
        return ArticleStatus.PUBLISHED.value
    return given or ArticleStatus.DRAFT.value


def _write_citations(
    found: list[tuple[int, str, FoundCitation]], sources: NewsSources, copier: Copier
) -> dict[str, int]:
    pks = sources.ensure(report.source for _, _, citation in found for report in citation.reports)
    keys = copier.keys(Citation, len(found))
    pairs = list(zip(keys, found, strict=True))
    copier.copy(Citation, ("id", *_SPAN), ((key, *_placed(*one)) for key, one in pairs))
    copier.copy(CitedReport, _REPORT, ((key, *report) for key, (_, _, one) in pairs for report in _reports(one, pks)))
    return pks


def _reports(citation: FoundCitation, pks: dict[str, int]) -> Iterator[tuple[Any, ...]]:
    """One row a source and date: what a citation names twice it cites once."""
    named = ((pks[report.source.casefold()], report.date_words, report.date) for report in citation.reports)
    for source, words, date in dict.fromkeys(named):
        yield source, words, date, *bounds(date)


def _reference(article: int, text: str, found: FoundCrossReference, date: str) -> tuple[Any, ...]:
    said = (found.publication, found.volume, found.number, date, *bounds(date))
    return *_placed(article, text, found), *said


def _placed(article: int, text: str, found: FoundCitation | FoundCrossReference) -> tuple[Any, ...]:
    return article, found.start, found.end, *words_around(text, found.start, found.end)
