"""The words around what was found, as they were printed: marks from the folded text laid back on the text itself."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from articles.text import sentences

OPENING, CLOSING = "\x02", "\x03"  # the normaliser lets neither into a text
LONGEST = 260  # characters of a snippet
LEAD = 60  # characters before the first mark
# The points that `search_fold` takes out of an abbreviation; everything else it does keeps the length.
POINT = re.compile(r"(?<!\w)[^\W\d_]\.(?=[^\W\d_](?:\.|(?!\w)))")

Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of words in parts, each marked or not; `…` stands where the text goes on."""

    parts: tuple[tuple[str, bool], ...]

    def __str__(self) -> str:
        return "".join(words for words, _ in self.parts)

    def __html__(self) -> str:
        return "".join(f"<mark>{escape(words)}</mark>" if marked else escape(words) for words, marked in self.parts)


def whole(text: str, marked: str) -> Snippet:
    """All of the text, with its marks; for headlines."""
    return _cut(text, 0, len(text), marks_in(text, marked))


def around_best(text: str, marked: str) -> Snippet:
    """The stretch with the most different words that were found; the beginning, where none was."""
    marks = marks_in(text, marked)
    start, end = _window(marks, text)
    return _cut(text, start, end, marks)


def best_sentence(text: str, marked: str) -> Snippet:
    """The sentence with the most different words that were found, shortened where it is long; else the first."""
    marks = marks_in(text, marked)
    stretches = [(s.start, s.end) for s in sentences(text)] or [(0, len(text))]
    start, end = max(stretches, key=lambda s: len({text[a:b].casefold() for a, b in marks if s[0] <= a < s[1]}))
    inside = [(a - start, min(b, end) - start) for a, b in marks if start <= a < end]
    sentence = text[start:end]
    return _cut(sentence, *_window(inside, sentence), inside)


def marks_in(text: str, marked: str) -> list[Mark]:
    """The marks of `marked`, which is the folded text with marks, as places in the text."""
    points = [found.end() - 1 for found in POINT.finditer(text)]
    folded = [place - before for before, place in enumerate(points)]
    if len(marked) - 2 * marked.count(OPENING) != len(text) - len(points):
        return []  # letters that Python and the database see differently: no mark rather than a wrong one
    return [_unfolded(text, folded, start, end) for start, end in _spans(marked)]


def _spans(marked: str) -> Iterator[Mark]:
    """Where the marked words stand, once the marks are taken out."""
    place = 0
    for piece in marked.split(OPENING):
        word, closed, rest = piece.partition(CLOSING)
        if closed:
            yield place, place + len(word)
        place += len(word) + len(rest)


def _unfolded(text: str, folded: Sequence[int], start: int, end: int) -> Mark:
    first = start + bisect_right(folded, start)
    last = end - 1 + bisect_right(folded, end - 1)
    has_points = last - first > end - 1 - start
    return first, last + 2 if has_points and text[last + 1 : last + 2] == "." else last + 1


def _window(marks: Sequence[Mark], text: str) -> Mark:
    """The stretch of at most `LONGEST` with the most different marked words, between blanks."""
    if len(text) <= LONGEST:
        return 0, len(text)
    best, most, last = 0, (0, 0), 0
    inside: Counter[str] = Counter()
    for number, (start, _) in enumerate(marks):
        while last < len(marks) and marks[last][1] <= start + LONGEST - LEAD:
            inside[text[slice(*marks[last])].casefold()] += 1
            last += 1
        score = (len(inside), last - number)
        best, most = (start, score) if score > most else (best, most)
        inside[text[slice(*marks[number])].casefold()] -= 1
        inside += Counter()  # forget what has gone
    return _between_blanks(text, max(0, best - LEAD))


def _between_blanks(text: str, start: int) -> Mark:
    start = start and (text.find(" ", start, start + LEAD) + 1 or start)
    end = start + LONGEST
    return start, len(text) if end >= len(text) else max(text.rfind(" ", start + LONGEST // 2, end), 0) or end


def _cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> Snippet:
    parts = [("… ", False)] if start else []
    place = start
    for first, last in marks:
        if place <= first and last <= end:
            parts += [(text[place:first], False), (text[first:last], True)]
            place = last
    parts.append((text[place:end], False))
    parts += [(" …", False)] if end < len(text) else []
    return Snippet(tuple((" ".join(words.split("\n")), marked) for words, marked in parts if words))
