"""What an event of a plan shows of its reports, by the rule that the site's own columns follow."""

from datetime import date

from events.derive import Derived, Testimony, derived
from monitor.generating.article import Article
from monitor.generating.happenings import Event, Report
from monitor.generating.scenario import Batch
from monitor.generating.timetable import Issue
from monitor.generating.vocabulary.sources import DIGESTS, MERGED_SOURCE, SOURCES

NAMES = [name for name, _ in SOURCES]
KEPT = {NAMES.index(MERGED_SOURCE[0]): NAMES.index(MERGED_SOURCE[1])}


def shown(event: Event, batch: Batch) -> Derived:
    """The derived columns: only confirmed reports in published articles count."""
    public = [r for r in event.reports if r.review == "confirmed" and batch.articles[r.article].status == "published"]
    return derived([_testimony(report, batch.articles[report.article], batch) for report in public])


def _testimony(report: Report, article: Article, batch: Batch) -> Testimony:
    place = report.place
    return Testimony(
        status=report.status,
        background=report.background,
        printed=_printed(article, batch.issues[article.issue]),
        date=report.moment.edtf,
        place=frozenset([place.number, *place.ancestors]) if place else frozenset(),
        place_id=place.number if place else None,
        type=report.phrase.type,
        sources=frozenset(
            KEPT.get(number, number)
            for told, citation, n, _ in article.attributions
            if told is report
            for number in [article.citations[citation].reports[n][0]]
        ),
    )


def _printed(article: Article, issue: Issue) -> tuple[date, int, int, int, int, str]:
    place = (issue.volume, issue.number, article.position, article.position)
    return (issue.upper or date.min, *place, DIGESTS[issue.digest].slug)
