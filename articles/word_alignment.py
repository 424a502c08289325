"""Which words of one list stay in another, in order: patience first, then Myers, and no guess where both give up.

Words that stand once in both lists are sure landmarks. Between two of them the search begins again with fewer words, so
that a word repeated elsewhere becomes a landmark of its own neighbourhood. What is left without landmarks is
compared by Myers' algorithm. All of it together spends a bounded number of steps; what remains then counts as changed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

STEPS_PER_WORD = 16  # a text of 8 kB takes at most 30 ms, one of 100 kB half a second, whatever stands in it
MOST_CHANGES = 1_000  # within one stretch without landmarks; what is kept of the search grows with its square
ROWS = (1, 2, 4, 8, 16)  # how many words make a landmark
SMALL = 100  # words on both sides together; Myers' algorithm is quick and exact there


class Run(NamedTuple):
    """`length` equal words (or characters) in a row."""

    old: int
    new: int
    length: int


class _Box(NamedTuple):
    """A stretch of the old words beside the stretch of the new ones that can only correspond to it."""

    old: int
    old_end: int
    new: int
    new_end: int


class _Search:
    """The two lists and the steps that may still be spent on them."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = old
        self.new = new
        self.steps = STEPS_PER_WORD * (len(old) + len(new)) + 10_000

    def runs(self) -> list[Run]:
        found: list[Run] = []
        boxes = [_Box(0, len(self.old), 0, len(self.new))]
        while boxes:
            box, ends = self._without_common_ends(boxes.pop())
            found += ends
            if box.old == box.old_end or box.new == box.new_end or self.steps <= 0:
                continue
            landmarks = self._landmarks(box)
            boxes += _between(box, landmarks) if landmarks else []
            found += [Run(old, new, 1) for old, new in landmarks] or self._compared(box)
        return joined(sorted(found))

    def _without_common_ends(self, box: _Box) -> tuple[_Box, list[Run]]:
        old, old_end, new, new_end = box
        while old < old_end and new < new_end and self.old[old] == self.new[new]:
            old, new = old + 1, new + 1
        while old < old_end and new < new_end and self.old[old_end - 1] == self.new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
        ends = [Run(box.old, box.new, old - box.old), Run(old_end, new_end, box.old_end - old_end)]
        return _Box(old, old_end, new, new_end), [run for run in ends if run.length]

    def _landmarks(self, box: _Box) -> list[tuple[int, int]]:
        """Where a word, or else the shortest row of words, begins that stands once on both sides; all in order."""
        size = box.old_end - box.old + box.new_end - box.new
        for row in ROWS if size > SMALL else ROWS[:1]:
            self.steps -= size * row
            in_old = _once(_rows(self.old, box.old, box.old_end, row), box.old)
            in_new = _once(_rows(self.new, box.new, box.new_end, row), box.new)
            if common := [(place, in_new[words]) for words, place in in_old.items() if words in in_new]:
                return _longest_rising(common)
        return []

    def _compared(self, box: _Box) -> list[Run]:
        """Myers' greedy search (An O(ND) difference algorithm, 1986); nothing where it would take too long."""
        old, new = self.old[box.old : box.old_end], self.new[box.new : box.new_end]
        reached, trace = {1: 0}, []
        for changes in range(min(len(old) + len(new), MOST_CHANGES) + 1):
            trace.append(reached.copy())
            for diagonal in range(-changes, changes + 1, 2):
                place = _furthest(reached, diagonal, changes)
                stop = _end_of_snake(old, new, place, diagonal)
                self.steps -= stop - place + 1
                reached[diagonal] = stop
                if stop >= len(old) and stop - diagonal >= len(new):
                    return [Run(box.old + i, box.new + j, 1) for i, j in _path(trace, len(old), len(new))]
            if self.steps <= 0:
                break
        return []


def align(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """The runs of words that stay, in order, none touching the next on both sides."""
    return _Search(old, new).runs()


def joined(runs: list[Run]) -> list[Run]:
    """The runs in order, those that touch on both sides made one."""
    whole: list[Run] = []
    for run in runs:
        last = whole[-1] if whole else None
        if last and last.old + last.length == run.old and last.new + last.length == run.new:
            whole[-1] = Run(last.old, last.new, last.length + run.length)
        else:
            whole.append(run)
    return whole


def _rows(words: Sequence[str], start: int, end: int, row: int) -> Sequence[Hashable]:
    """Each row of so many words next to each other."""
    return (
        words[start:end] if row == 1 else list(zip(*(words[start + shift : end] for shift in range(row)), strict=False))
    )


def _once(rows: Sequence[Hashable], start: int) -> dict[Hashable, int]:
    """The place of each row that stands once among these."""
    count = Counter(rows)
    return {words: place for place, words in enumerate(rows, start) if count[words] == 1}


def _between(box: _Box, landmarks: list[tuple[int, int]]) -> Iterator[_Box]:
    old, new = box.old, box.new
    for landmark_old, landmark_new in [*landmarks, (box.old_end, box.new_end)]:
        yield _Box(old, landmark_old, new, landmark_new)
        old, new = landmark_old + 1, landmark_new + 1


def _longest_rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise on both sides (patience sorting); the first sides rise already."""
    tops: list[int] = []
    top_pairs: list[int] = []
    before: list[int] = []
    for index, (_, new) in enumerate(pairs):
        pile = bisect_left(tops, new)
        before.append(top_pairs[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [new]
        top_pairs[pile : pile + 1] = [index]
    chosen = []
    index = top_pairs[-1] if top_pairs else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]


def _furthest(reached: dict[int, int], diagonal: int, changes: int) -> int:
    """Where the diagonal is entered: by an insertion from the one above, or by a deletion from the one below."""
    if diagonal == -changes or (diagonal != changes and reached[diagonal - 1] < reached[diagonal + 1]):
        return reached[diagonal + 1]
    return reached[diagonal - 1] + 1


def _end_of_snake(old: Sequence[str], new: Sequence[str], place: int, diagonal: int) -> int:
    while place < len(old) and place - diagonal < len(new) and old[place] == new[place - diagonal]:
        place += 1
    return place


def _path(trace: list[dict[int, int]], old: int, new: int) -> Iterator[tuple[int, int]]:
    """The pairs of equal words on the shortest way, from its end back to its beginning."""
    for changes in range(len(trace) - 1, -1, -1):
        reached, diagonal = trace[changes], old - new
        entered = _furthest(reached, diagonal, changes)
        while old > entered and new > entered - diagonal:
            old, new = old - 1, new - 1
            yield old, new
        inserted = diagonal == -changes or (diagonal != changes and reached[diagonal - 1] < reached[diagonal + 1])
        old, new = (old, new - 1) if inserted else (old - 1, new)
