"""What one article reports, ready for its page: a numbered card an event, and the marks on the words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Min, Prefetch, QuerySet

from articles.dates import Edtf
from articles.models import Article
from articles.pages.anchors import Stretched, sentence_number
from events.marked_html import Target
from events.marking import Mark
from events.models import Attribution, Evidence, EvidenceKind, Report
from events.pages.wording import Said, kind_said, said_by_report, sources_said, status_said


class Place(NamedTuple):
    """Where in the text a card's words stand."""

    anchor: str
    sentence: int


@dataclass(frozen=True)
class Card:
    """One event as this article reports it."""

    number: int
    event_id: int
    public_id: str
    href: str
    label: str
    status: Said
    since: Said | None  # what the event is shown as now, where that differs
    when: str
    where: str
    kind: str
    sources: str
    background: bool
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Reported:
    """The cards of an article in the order in which its text reaches their events."""

    cards: tuple[Card, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def targets(self) -> dict[int, Target]:
        return {card.number: Target(card.public_id, card.label) for card in self.cards}


def reported_in(article: Article) -> Reported:
    """The public reports of `article`, in a number of statements that does not grow with them."""
    reports = sorted(public_reports(article), key=reached)
    sentences = article.sentences
    cards = tuple(card(number, report, sentences) for number, report in enumerate(reports, start=1))
    marks = tuple(mark for number, report in enumerate(reports, start=1) for mark in marks_of(number, report))
    return Reported(cards, marks)


def public_reports(article: Article) -> QuerySet[Report]:
    return with_words(Report.objects.public().filter(article=article)).select_related(
        "event__type", "event__mode", "event__place", "claimed_place", "claimed_type"
    )


def with_words(reports: QuerySet[Report]) -> QuerySet[Report]:
    """Each with the evidence that stands on words and with who said so."""
    sources = Attribution.objects.select_related("cited_report__news_source__merged_into").order_by("cited_report_id")
    return reports.prefetch_related(
        Prefetch("evidence", Evidence.objects.anchored().order_by("start", "end", "id")),
        Prefetch("attributions", sources),
    )


def reached(report: Report) -> tuple[int, int]:
    """Where the text first speaks of the event."""
    return min((evidence.start for evidence in report.evidence.all()), default=0), report.pk


def card(number: int, report: Report, sentences: Sequence[Stretched]) -> Card:
    event, status = report.event, said_by_report(report)
    shown = status_said(event.status, event.type_id)
    place = report.claimed_place or event.place
    return Card(
        number=number,
        event_id=event.pk,
        public_id=event.public_id,
        href=event.get_absolute_url(),
        label=event.label,
        status=status,
        since=shown if event.status and event.status != report.status else None,
        when=date_said(report.claimed_date or event.date),
        where=place.name if place else "",
        kind=kind_said(event),
        sources=sources_said(report),
        background=report.background,
        places=places_of(report.evidence.all(), sentences),
    )


def date_said(date: str) -> str:
    return Edtf.parse(date).in_words() if date else ""


def places_of(evidence: Iterable[Evidence], sentences: Sequence[Stretched]) -> tuple[Place, ...]:
    """One place a sentence: its first words of the event."""
    first: dict[int, Place] = {}
    for span in sorted(evidence, key=lambda span: (span.start, span.kind != EvidenceKind.SENTENCE)):
        number = sentence_number(span.start, sentences)
        first.setdefault(number, Place(f"e{span.pk}", number))
    return tuple(first.values())


def marks_of(number: int, report: Report) -> list[Mark]:
    return [
        Mark(span.start, span.end, id=span.pk, number=number, is_sentence=span.kind == EvidenceKind.SENTENCE)
        for span in report.evidence.all()
    ]


def reported_by_item(articles: Iterable[Article]) -> dict[int, list[Report]]:
    """The public reports of several articles, in one statement: the news in the order of the text, then background."""
    reports = Report.objects.public().filter(article__in=[article.pk for article in articles])
    reached = reports.annotate(reached=Min("evidence__start")).order_by("background", "reached", "id")
    listed: dict[int, list[Report]] = defaultdict(list)
    for report in reached.select_related("event__type"):
        listed[report.article_id].append(report)
    return listed
