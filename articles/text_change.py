"""Where the words of an article went when its text was corrected.

A span whose two ends stand in unchanged text goes with them: silently if its words are the same, flagged if they
changed inside. A span with an end in deleted text is an orphan; nobody guesses a new place. What counts as unchanged is
found word by word (a word with the blanks after it), so that no end ever lands inside another word.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from articles.word_alignment import Run, align, joined

WORD = re.compile(r"\S+\s*|\s+")


class Outcome(StrEnum):
    """What a correction does to a span."""

    MOVED = "moved"
    CHECK = "check"
    ORPHAN = "orphan"


class Moved(NamedTuple):
    """The span in the new text; an orphan has no place."""

    outcome: Outcome
    start: int | None
    end: int | None


class HunkKind(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


class Hunk(NamedTuple):
    """A stretch of one text or of both: of an insertion the old offsets are equal, of a deletion the new ones."""

    kind: HunkKind
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    text: str


@dataclass(frozen=True)
class Moves:
    """The way from an old text to a new one; made by `moves`."""

    old: str
    new: str
    kept: tuple[Run, ...]  # what is unchanged, in characters, in order

    def move(self, start: int, end: int) -> Moved:
        """What becomes of the span; `moved` holds only where the very same words stand at the new place."""
        if not 0 <= start < end <= len(self.old):
            raise ValueError(f"no span of a text of {len(self.old)} characters: {start} to {end}")
        first, last = self._place(start), self._place(end - 1)
        if first is None or last is None:
            return Moved(Outcome.ORPHAN, None, None)
        same = self.old[start:end] == self.new[first : last + 1]
        return Moved(Outcome.MOVED if same else Outcome.CHECK, first, last + 1)

    def hunks(self) -> list[Hunk]:
        """Both texts as one list of equal, deleted and inserted stretches, for people to read."""
        found: list[Hunk] = []
        old = new = 0
        for run in [*self.kept, Run(len(self.old), len(self.new), 0)]:
            found.append(Hunk(HunkKind.DELETED, old, run.old, new, new, self.old[old : run.old]))
            found.append(Hunk(HunkKind.INSERTED, run.old, run.old, new, run.new, self.new[new : run.new]))
            old, new = run.old + run.length, run.new + run.length
            found.append(Hunk(HunkKind.EQUAL, run.old, old, run.new, new, self.old[run.old : old]))
        return [hunk for hunk in found if hunk.text]

    def _place(self, position: int) -> int | None:
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self.kept[index].old + self.kept[index].length:
            return None
        return self.kept[index].new + position - self.kept[index].old

    @cached_property
    def _starts(self) -> list[int]:
        return [run.old for run in self.kept]


def moves(old: str, new: str) -> Moves:
    """Where each word of the old text stands in the new one, if it does."""
    old_words, new_words = WORD.findall(old), WORD.findall(new)
    runs = _without_chance(align(old_words, new_words), old_words, new_words)
    runs = _slid(runs, old_words, new_words)
    kept = _in_characters(runs, old_words, new_words)
    return Moves(old, new, tuple(_with_ends_of_changes(kept, old, new)))


def hunks(old: str, new: str) -> list[Hunk]:
    """The difference of two texts, for people to read."""
    return moves(old, new).hunks()


def _without_chance(runs: list[Run], old: list[str], new: list[str]) -> list[Run]:
    """The runs without those that may well be chance: a few words found everywhere, between two larger changes."""
    in_old, in_new = Counter(old), Counter(new)
    sure: list[Run] = []
    for run, following in pairwise([*runs, Run(len(old), len(new), 0)]):
        previous = sure[-1] if sure else Run(0, 0, 0)
        before = _change(previous, run)
        after = _change(run, following)
        words = old[run.old : run.old + run.length] if run.length < min(before, after) else []
        if not words or any(in_old[word] == in_new[word] == 1 for word in words):
            sure.append(run)
    return sure


def _change(run: Run, following: Run) -> int:
    return max(following.old - run.old - run.length, following.new - run.new - run.length)


def _slid(runs: list[Run], old: list[str], new: list[str]) -> list[Run]:
    """The runs, each border between two of them put where a sentence or a paragraph begins, if words repeat there.

    "A b. A c." made from "A c." may have got "A b. " or "b. A "; people insert and delete whole sentences.
    """
    slid = list(runs)
    for index in range(len(slid) - 1):
        left, right = slid[index], slid[index + 1]
        shift = 0
        if left.old + left.length == right.old:
            shift = _best_shift(new, left.new + left.length, right.new, left.length, right.length)
        elif left.new + left.length == right.new:
            shift = _best_shift(old, left.old + left.length, right.old, left.length, right.length)
        slid[index] = left._replace(length=left.length + shift)
        slid[index + 1] = Run(right.old + shift, right.new + shift, right.length - shift)
    return [run for run in slid if run.length]


def _best_shift(words: list[str], start: int, end: int, room_before: int, room_after: int) -> int:
    """How far to shift the inserted (or deleted) words so that they begin and end at the clearest break."""
    lowest = highest = 0
    while -lowest < room_before and words[start + lowest - 1] == words[end + lowest - 1]:
        lowest -= 1
    while highest < room_after and words[start + highest] == words[end + highest]:
        highest += 1
    return max(range(lowest, highest + 1), key=lambda shift: (_break(words, start + shift), -abs(shift)))


def _break(words: list[str], place: int) -> int:
    """How well a place suits the beginning of something new, by the word before it."""
    before = words[place - 1] if place else "\n\n"
    word = before.rstrip()
    if lines := before[len(word) :].count("\n"):
        return 4 if lines > 1 else 3
    last = word.rstrip("\"'”’)]")[-1:]
    return 2 if last in tuple(".!?…") else int(last in tuple(",;:–—"))


def _in_characters(runs: list[Run], old: list[str], new: list[str]) -> list[Run]:
    old_at = list(accumulate(map(len, old), initial=0))
    new_at = list(accumulate(map(len, new), initial=0))
    return [Run(old_at[run.old], new_at[run.new], old_at[run.old + run.length] - old_at[run.old]) for run in runs]


def _with_ends_of_changes(kept: list[Run], old: str, new: str) -> list[Run]:
    """The runs, and at both ends of each replaced stretch the words that stayed: "Kosovo" where it lost its comma."""
    found: list[Run] = []
    old_start = new_start = 0
    for run in [*kept, Run(len(old), len(new), 0)]:
        found += _common_ends(old, old_start, run.old, new, new_start, run.new)
        found.append(run)
        old_start, new_start = run.old + run.length, run.new + run.length
    return joined([run for run in found if run.length])


def _common_ends(old: str, old_start: int, old_end: int, new: str, new_start: int, new_end: int) -> list[Run]:
    head = _common_length(old[old_start:old_end], new[new_start:new_end])
    while head and not (_parts(old, old_start + head) and _parts(new, new_start + head)):
        head -= 1
    tail = _common_length(old[old_start + head : old_end][::-1], new[new_start + head : new_end][::-1])
    while tail and not (_parts(old, old_end - tail) and _parts(new, new_end - tail)):
        tail -= 1
    return [Run(old_start, new_start, head), Run(old_end - tail, new_end - tail, tail)]


def _common_length(one: str, other: str) -> int:
    length = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        length += 1
    return length


def _parts(text: str, place: int) -> bool:
    """Whether no word goes on from before this place to after it."""
    return not (0 < place < len(text) and _in_word(text[place - 1]) and _in_word(text[place]))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"
