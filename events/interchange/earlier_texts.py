"""Records whose words stood in an earlier text of their article, brought to the text of today.

A file that was loaded before a text was corrected still says what the archive has: the marks went along since.
"""

from collections.abc import Iterable
from dataclasses import replace

from articles.models import Article, TextVersion
from articles.text_change import Moves, moves
from events.interchange.records import EventRecord, EvidenceRecord, ReportRecord


class EarlierTexts:
    """The texts that articles had; each read, and each change of it worked out, once."""

    def __init__(self) -> None:
        self._texts: dict[int, list[str]] = {}
        self._moves: dict[tuple[int, int], Moves] = {}

    def today(self, record: EventRecord, articles: Iterable[Article | None]) -> EventRecord:
        """The record with its evidence where a correction has put such words; `articles` are those of its reports."""
        pairs = zip(record.reports, articles, strict=True)
        return replace(record, reports=tuple(self._report(report, article) for report, article in pairs))

    def _report(self, report: ReportRecord, article: Article | None) -> ReportRecord:
        if article is None or article.text_version == 1 or stands(report.evidence, article.text):
            return report
        texts = self._texts_of(article)
        fits = next((n for n in reversed(range(len(texts) - 1)) if stands(report.evidence, texts[n])), None)
        return report if fits is None else replace(report, evidence=self._moved(report.evidence, article, fits))

    def _moved(self, evidence: tuple[EvidenceRecord, ...], article: Article, start: int) -> tuple[EvidenceRecord, ...]:
        """Through every correction since the text of that number; what lost its words is evidence no longer."""
        texts = self._texts_of(article)
        for n in range(start, len(texts) - 1):
            change = self._change(article, n)
            evidence = tuple(filter(None, (moved(one, change, texts[n + 1]) for one in evidence)))
        return evidence

    def _change(self, article: Article, n: int) -> Moves:
        if (article.pk, n) not in self._moves:
            old, new = self._texts_of(article)[n : n + 2]
            self._moves[article.pk, n] = moves(old, new)
        return self._moves[article.pk, n]

    def _texts_of(self, article: Article) -> list[str]:
        """The oldest first, the one of today last."""
        if article.pk not in self._texts:
            texts = TextVersion.objects.filter(article=article).order_by("number").values_list("text", flat=True)
            self._texts[article.pk] = list(texts)
        return self._texts[article.pk]


def stands(evidence: Iterable[EvidenceRecord], text: str) -> bool:
    """Whether every quote stands in the text at its place."""
    return all(text[one.start : one.end] == one.quote for one in evidence)


def moved(evidence: EvidenceRecord, change: Moves, text: str) -> EvidenceRecord | None:
    """The evidence in the next text; None where its words are gone."""
    place = change.move(evidence.start, evidence.end)
    if place.start is None or place.end is None:
        return None
    return replace(evidence, start=place.start, end=place.end, quote=text[place.start : place.end])
