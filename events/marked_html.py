"""The public page's reading of a marked text: one element a segment, a superior number where an event's words end."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple

from events.marking import Mark, Run, Segment, lined, tracks

TRACKS = "ab"


class Target(NamedTuple):
    """Where the number of an event leads: the id of its card, and its label for those who do not see."""

    card: str
    label: str


def paragraphs_html(
    text: str, paragraphs: Iterable[Sequence[Run]], marks: Iterable[Mark], targets: Mapping[int, Target]
) -> list[str]:
    """The inner HTML of each paragraph. Without its tags and numbers it is the text, character for character."""
    writer = Writer(text, marks, targets)
    return ["".join(map(writer.run, paragraph)) for paragraph in paragraphs]


class Writer:
    """Writes the segments of one text from left to right."""

    def __init__(self, text: str, marks: Iterable[Mark], targets: Mapping[int, Target]) -> None:
        drawn = lined(marks)
        self.text, self.targets = text, targets
        self.drawn = {mark.id for mark in drawn}
        self.track = tracks(drawn)
        self.open_lines: frozenset[int] = frozenset()

    def run(self, run: Run) -> str:
        inner = "".join(map(self.segment, run.segments))
        return f'<span class="s" id="s{run.number}">{inner}</span>' if run.number else inner

    def segment(self, segment: Segment) -> str:
        words = self.text[segment.start : segment.end]
        blank = "" if self._continues(segment) else words[: len(words) - len(words.lstrip())]
        element = self._element(segment, escape(words[len(blank) :], quote=False))
        numbers = self._numbers(segment)
        lines = frozenset(mark.id for mark in segment.marks if mark.id in self.drawn)
        self.open_lines = frozenset() if numbers else lines
        return blank + element + numbers

    def _continues(self, segment: Segment) -> bool:
        """Whether a line runs on from the segment before, so that it is drawn under the blank between them, too."""
        return any(mark.id in self.open_lines for mark in segment.marks)

    def _element(self, segment: Segment, words: str) -> str:
        anchors = [f"e{mark.id}" for mark in segment.begins]
        more = "".join(f'<span class="spot {key(mark)}" id="e{mark.id}"></span>' for mark in segment.begins[1:])
        if not segment.marks and not segment.link:
            return words
        name = "a" if segment.link else "span"
        href = f' href="{escape(segment.link.href)}"' if segment.link else ""
        anchor = f' id="{anchors[0]}"' if anchors else ""
        return f"{more}<{name}{self._class(segment)}{anchor}{href}>{words}</{name}>"

    def _class(self, segment: Segment) -> str:
        if not segment.marks:
            return ""
        lines = sorted({TRACKS[self.track[mark.id]] for mark in segment.marks if mark.id in self.drawn})
        detail = ["d"] if any(not mark.is_sentence for mark in segment.marks) else []
        events = dict.fromkeys(key(mark) for mark in segment.marks)
        return f' class="{" ".join(["ev", *lines, *detail, *events])}"'

    def _numbers(self, segment: Segment) -> str:
        ending = dict.fromkeys(mark.number for mark in segment.ends if mark.id in self.drawn)
        return "".join(self._number(number) for number in ending if not self._goes_on(segment, number))

    def _goes_on(self, segment: Segment, number: int) -> bool:
        return any(m.number == number and m.end > segment.end for m in segment.marks if m.id in self.drawn)

    def _number(self, number: int) -> str:
        card, label = self.targets[number]
        words = escape(f"Event {number}: {label}")
        return f'<a class="ref k{number}" href="#{escape(card)}" aria-label="{words}">{number}</a>'


def key(mark: Mark) -> str:
    """The class that an event's words, numbers and card share."""
    return f"k{mark.number}"
