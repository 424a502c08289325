"""Sentences with marks: a text that grows, and remembers where each named part of it stands."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

SLOT = re.compile(r"\{(\w+)\}")


class Said(NamedTuple):
    """Words for a slot of a sentence: the mark stands on `name`, not on what leads to it."""

    before: str
    name: str


class Stretch(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


class Sentence(NamedTuple):
    """Where a sentence stands in the text, and where the words of its slots do."""

    start: int
    end: int
    marks: dict[str, Stretch]


class Prose:
    """A text under construction. Sentences go into the current paragraph; positions are final at once."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self._gap = ""

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def paragraph(self) -> None:
        """Start a new paragraph with the next sentence."""
        if self.length:
            self._gap = "\n\n"

    def say(self, template: str, words: Mapping[str, Said | str] | None = None) -> Sentence:
        """Add a sentence: each `{slot}` of the template gives way to its words, with a capital at the front."""
        self._put(self._gap)
        start, marks = self.length, {}
        for literal, slot in _parsed(template):
            self._put(literal)
            if slot:
                marks[slot] = self._place((words or {})[slot], at_front=self.length == start)
        self._gap = " "
        return Sentence(start, self.length, marks)

    def _place(self, words: Said | str, *, at_front: bool) -> Stretch:
        before, name = words if isinstance(words, Said) else ("", words)
        if at_front:
            before, name = (_capital(before), name) if before else ("", _capital(name))
        self._put(before)
        start = self.length
        self._put(name)
        return Stretch(start, self.length)

    def _put(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self.length += len(words)


@cache
def _parsed(template: str) -> list[tuple[str, str]]:
    """Literals, each with the slot that follows it (the last with none)."""
    parts = [*SLOT.split(template), ""]
    return list(zip(parts[::2], parts[1::2], strict=True))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
