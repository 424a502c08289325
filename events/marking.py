"""How evidence lies on the printed words: the text cut at every border, each piece with the marks that cover it.

Pages and the admin share this. No piece nests in another, so marks may overlap, stack or share their borders.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from articles.pages.anchors import Stretched, sentence_number


class Mark(NamedTuple):
    """One evidence span of the event that has `number` in this article."""

    start: int
    end: int
    id: int
    number: int
    is_sentence: bool = True


class Link(NamedTuple):
    """Printed words that lead to another page."""

    start: int
    end: int
    href: str


class Segment(NamedTuple):
    """Words between two neighbouring borders; every mark covers all of them or none."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    link: Link | None = None

    @property
    def begins(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.start == self.start)

    @property
    def ends(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if mark.end == self.end)


class Run(NamedTuple):
    """The segments of one sentence, numbered from 1; number 0 is what stands between sentences."""

    number: int
    segments: tuple[Segment, ...]


def laid_out(
    text: str,
    marks: Iterable[Mark],
    *,
    paragraphs: Sequence[Stretched],
    sentences: Sequence[Stretched],
    links: Iterable[Link] = (),
) -> list[list[Run]]:
    """The runs of each paragraph, in order. Together they hold every character of the paragraphs once."""
    apart = without_overlaps(links)
    borders = {edge for stretch in (*paragraphs, *sentences, *apart) for edge in (stretch.start, stretch.end)}
    segments = [with_link(segment, apart) for segment in cut(text, marks, borders)]
    return [runs_of(paragraph, segments, sentences) for paragraph in paragraphs]


def cut(text: str, marks: Iterable[Mark], borders: Iterable[int] = ()) -> list[Segment]:
    """`text` cut at the borders of every mark and at `borders`: the segments join to the whole text."""
    starting: dict[int, list[Mark]] = defaultdict(list)
    edges = {0, len(text), *borders}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id)):
        starting[mark.start].append(mark)
        edges |= {mark.start, mark.end}
    return list(swept(sorted(edges), starting))


def swept(edges: Sequence[int], starting: dict[int, list[Mark]]) -> Iterable[Segment]:
    covering: list[Mark] = []
    for start, end in pairwise(edges):
        covering = [mark for mark in covering if mark.end > start] + starting.get(start, [])
        yield Segment(start, end, tuple(covering))


def without_overlaps(links: Iterable[Link]) -> list[Link]:
    """Links in order of the text; one that begins inside another is left out, for a link holds no link."""
    apart: list[Link] = []
    for link in sorted(links):
        if not apart or link.start >= apart[-1].end:
            apart.append(link)
    return apart


def with_link(segment: Segment, links: Sequence[Link]) -> Segment:
    before = bisect_right(links, segment.start, key=lambda link: link.start) - 1
    covered = before >= 0 and segment.end <= links[before].end
    return segment._replace(link=links[before]) if covered else segment


def runs_of(paragraph: Stretched, segments: Sequence[Segment], sentences: Sequence[Stretched]) -> list[Run]:
    runs: list[Run] = []
    first = bisect_right(segments, paragraph.start, key=lambda segment: segment.start) - 1
    for segment in segments[max(first, 0) :]:
        if segment.start >= paragraph.end:
            break
        number = sentence_number(segment.start, sentences)
        if runs and runs[-1].number == number:
            runs[-1] = Run(number, (*runs[-1].segments, segment))
        else:
            runs.append(Run(number, (segment,)))
    return runs


def lined(marks: Iterable[Mark]) -> list[Mark]:
    """The marks that are drawn: sentences, and words of an event that stand outside all of its sentences."""
    marks = list(marks)
    sentences = [mark for mark in marks if mark.is_sentence]
    return [mark for mark in marks if mark.is_sentence or not any(holds(sentence, mark) for sentence in sentences)]


def holds(sentence: Mark, mark: Mark) -> bool:
    return sentence.number == mark.number and sentence.start <= mark.start and mark.end <= sentence.end


def tracks(marks: Iterable[Mark]) -> dict[int, int]:
    """For each mark's id the track, 0 or 1, on which its line runs; overlapping lines part as far as two can."""
    ends = [0, 0]
    chosen: dict[int, int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.id)):
        track = 0 if ends[0] <= mark.start or ends[0] <= ends[1] else 1
        chosen[mark.id] = track
        ends[track] = max(ends[track], mark.end)
    return chosen
