"""What a coder reads beside the form: the article with its sentences numbered and words marked; the event in words."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.template.loader import render_to_string

from articles.models import Article
from events.marking import Mark, Segment, laid_out
from events.models import Event, Evidence, EvidenceKind, Participation


def marked_reading(article: Article, evidence: Iterable[Evidence]) -> str:
    """The text to read, check and copy from; without its sentence numbers it is the text."""
    marks = [
        Mark(one.start, one.end, one.pk, 1, one.kind == EvidenceKind.SENTENCE)
        for one in evidence
        if one.start is not None and one.end is not None
    ]
    blocks = laid_out(article.text, marks, paragraphs=article.paragraphs, sentences=article.sentences)
    shown = [
        [(run.number, [(article.text[s.start : s.end], how(s)) for s in run.segments]) for run in block]
        for block in blocks
    ]
    return render_to_string("admin/events/_marked_text.html", {"blocks": shown})


def how(segment: Segment) -> str:
    """How the piece is marked: as a detail, such as a name, within a sentence or not; as a sentence; not at all."""
    if any(not mark.is_sentence for mark in segment.marks):
        return "detail"
    return "sentence" if segment.marks else ""


def event_in_words(event: Event) -> str:
    """Type, date, place and participants of the event itself, in one line."""
    parts = parts_in_words(event.participations.of_event_itself())
    kind = f"{event.type}, {event.mode}" if event.mode else str(event.type)
    return "; ".join([kind, event.date or "no date", str(event.place or "no place"), parts or "no participants"])


def parts_in_words(parts: QuerySet[Participation]) -> str:
    """Who takes part, and as what; empty where nobody does."""
    return ", ".join(str(part) for part in parts.select_related("actor"))
