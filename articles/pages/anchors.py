"""Anchors on the page of an article: `#s3` is the third sentence of its current text."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol


class Stretched(Protocol):
    """Anything that covers `text[start:end]`: half-open, in code points."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def sentence_number(place: int, sentences: Sequence[Stretched]) -> int:
    """Which sentence holds the code point at `place`, from 1; 0 for a blank between two."""
    before = bisect_right(sentences, place, key=lambda sentence: sentence.start)
    return before if before and place < sentences[before - 1].end else 0
