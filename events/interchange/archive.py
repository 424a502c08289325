"""What the archive holds for a batch of records: articles by address, their citations, the events they report."""

from collections import defaultdict
from collections.abc import Iterable

from articles.models import Article, CitedReport, Issue, NewsSource, Publication
from events.interchange.records import EventRecord, ReportRecord, SourceRecord
from events.models import Event, Mention


class Archive:
    """The addresses of all issues, read once; articles and what hangs on them, read batch by batch."""

    def __init__(self) -> None:
        self.publications: dict[str, int] = {}
        self.titles: dict[str, str] = {}
        for publication in Publication.objects.all():
            for name in (publication.title, publication.slug, *publication.aliases):
                self.publications[name.casefold()] = publication.pk
                self.titles[name.casefold()] = publication.title
        numbers = Issue.objects.values_list("publication", "volume", "number", "pk")
        self.issues = {(publication, volume, number): pk for publication, volume, number, pk in numbers}
        self.articles: dict[tuple[int, int], Article] = {}
        self.cited: dict[int, dict[tuple[str, str], int]] = {}
        self.cited_as: dict[int, tuple[str, str]] = {}
        self.mentions: dict[tuple[int, int, int, str], Mention] = {}
        self.events: dict[tuple[int, str, str], Event] = {}

    def read(self, records: Iterable[EventRecord]) -> None:
        """Read what the records of a batch name; locks the articles, so that their texts stay as they are."""
        places = {self._place(report) for record in records for report in record.reports} - {None}
        rows = Article.objects.filter(issue__in={p[0] for p in places}, position__in={p[1] for p in places})
        found = rows.select_for_update(no_key=True).order_by("pk")
        self.articles = {(a.issue_id, a.position): a for a in found}
        articles = [article.pk for article in self.articles.values()]
        cited = CitedReport.objects.filter(citation__article__in=articles).select_related("citation", "news_source")
        rows = list(cited.order_by("citation__start", "pk"))
        self.cited = _cited(rows)
        self.cited_as = {row.pk: (row.news_source.name, row.date) for row in rows}
        self.mentions = {
            (m.article_id, m.start, m.end, m.kind): m for m in Mention.objects.filter(article__in=articles).anchored()
        }
        reported = Event.objects.filter(reports__article__in=articles).values_list("reports__article", "pk")
        self.events = _events(reported)

    def article(self, report: ReportRecord) -> Article | None:
        """The article at the report's address."""
        return self.articles.get(self._place(report) or (0, 0))

    def source_of(self, report: ReportRecord, source: SourceRecord) -> tuple[str, str]:
        """Name and date of the cited report that the record means, as the archive has them."""
        article = self.article(report)
        pk = self.cited.get(article.pk, {}).get((source.source.casefold(), source.date)) if article else None
        return self.cited_as.get(pk or 0, (source.source, source.date))

    def _place(self, report: ReportRecord) -> tuple[int, int] | None:
        publication = self.publications.get(report.publication.casefold())
        issue = self.issues.get((publication or 0, report.volume, report.issue))
        return (issue, report.position) if issue else None


def _cited(rows: Iterable[CitedReport]) -> dict[int, dict[tuple[str, str], int]]:
    """By article: (name of the source in any spelling, date) → cited report; under date "" the first of the source."""
    cited: dict[int, dict[tuple[str, str], int]] = defaultdict(dict)
    for row in rows:
        for name in _spellings(row.news_source):
            for date in (row.date, ""):
                cited[row.citation.article_id].setdefault((name, date), row.pk)
    return cited


def _spellings(source: NewsSource) -> set[str]:
    return {name.casefold() for name in (source.name, source.slug, *source.aliases)}


def _events(reported: Iterable[tuple[int, int]]) -> dict[tuple[int, str, str], Event]:
    pairs = list(reported)
    events = Event.objects.in_bulk({pk for _, pk in pairs})
    return {(article, events[pk].type_id, events[pk].label): events[pk] for article, pk in pairs}
