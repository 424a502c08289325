"""The text of an article beside its report: numbered sentences, the words of the report marked."""

from collections.abc import Iterable

from django.template.loader import render_to_string

from articles.models import Article
from events.marking import Mark, Segment, laid_out
from events.models import Evidence, EvidenceKind


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
