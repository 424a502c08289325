"""The sentence that keeps the promise of the first page: printed words, marked, beside what they report."""

from dataclasses import dataclass, replace

from django.utils.safestring import SafeString, mark_safe

from articles.models import Article, QuotePolicy
from articles.pages.anchors import Stretched
from events.marked_html import paragraphs_html
from events.marking import Mark, laid_out
from events.models import Report
from events.pages.reported import Card, Reported, reported_in


@dataclass(frozen=True)
class Specimen:
    """One sentence as safe HTML, its article, and a card an event that it reports."""

    article: Article
    html: SafeString
    cards: tuple[Card, ...]


def newest_specimen() -> Specimen | None:
    """From the newest public report whose publication lets a sentence out; None where there is none."""
    report = (
        Report.objects.public()
        .exclude(article__issue__publication__quote_policy=QuotePolicy.NONE)
        .select_related("article__issue__publication")
        .order_by("-id")
        .first()
    )
    return specimen_of(report.article) if report else None


def specimen_of(article: Article) -> Specimen | None:
    """The sentence of `article` that reports most events, the first of several."""
    reported = reported_in(article)
    told = [(events_in(sentence, reported), sentence) for sentence in article.sentences]
    numbers, sentence = max(told, key=lambda pair: len(pair[0]), default=((), None))
    return specimen_from(article, sentence, reported, numbers) if sentence and numbers else None


def events_in(sentence: Stretched, reported: Reported) -> tuple[int, ...]:
    inside = (m.number for m in reported.marks if sentence.start <= m.start and m.end <= sentence.end and m.is_sentence)
    return tuple(dict.fromkeys(inside))


def specimen_from(article: Article, sentence: Stretched, reported: Reported, numbers: tuple[int, ...]) -> Specimen:
    """The sentence with its events numbered anew from 1."""
    renumbered = {number: place for place, number in enumerate(numbers, start=1)}
    cards = tuple(replace(card, number=renumbered[card.number]) for card in reported.cards if card.number in renumbered)
    text = article.text[sentence.start : sentence.end]
    marks = [moved(mark, sentence.start, renumbered) for mark in reported.marks if belongs(mark, sentence, renumbered)]
    whole = Mark(0, len(text), id=0, number=0)
    layout = laid_out(text, marks, paragraphs=[whole], sentences=[])
    (html,) = paragraphs_html(text, layout, marks, Reported(cards, ()).targets)
    return Specimen(article, mark_safe(html), tuple(sorted(cards, key=lambda card: card.number)))


def belongs(mark: Mark, sentence: Stretched, renumbered: dict[int, int]) -> bool:
    return mark.number in renumbered and sentence.start <= mark.start and mark.end <= sentence.end


def moved(mark: Mark, by: int, renumbered: dict[int, int]) -> Mark:
    return mark._replace(start=mark.start - by, end=mark.end - by, number=renumbered[mark.number])
