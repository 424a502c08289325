"""A text read once for all recognisers: its sentences, its words, and what the grammar of citations found in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from articles.citations import FoundCitation, FoundCrossReference, find_citations, find_cross_references
from articles.text import Stretch, sentences
from events.suggestions.times import FoundTime, find_times

WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:[-’'](?!s\b|[A-Z]\.)[^\W_]+)*|[’']s\b|[^\w\s]|_",
)
POSSESSIVE = ("'s", "’s")


class Word(NamedTuple):
    """A word or a mark of punctuation; `hidden` where it stands in a citation or a cross reference."""

    start: int
    end: int
    text: str
    low: str
    sentence: int
    hidden: bool


@dataclass(frozen=True)
class Reading:
    """What all recognisers ask of a text; each part is found when it is first asked for."""

    text: str
    issued: str = ""

    @cached_property
    def sentences(self) -> list[Stretch]:
        return sentences(self.text)

    @cached_property
    def citations(self) -> list[FoundCitation]:
        return find_citations(self.text, self.issued)

    @cached_property
    def cross_references(self) -> list[FoundCrossReference]:
        return find_cross_references(self.text, self.issued)

    @cached_property
    def times(self) -> list[FoundTime]:
        return find_times(self.text, self.issued, [(one.start, one.end) for one in self.sentences], self.asides)

    @cached_property
    def asides(self) -> list[tuple[int, int]]:
        """Where citations and cross references stand: the names in them are sources, not actors."""
        cited = [(one.start, one.end) for one in self.citations]
        return sorted([*cited, *((one.start, one.end) for one in self.cross_references)])

    def in_aside(self, place: int) -> bool:
        """Whether this code point stands in a citation or a cross reference."""
        following = bisect_right(self._aside_starts, place)
        return following > 0 and place < self._aside_ends[following - 1]

    @cached_property
    def _aside_starts(self) -> list[int]:
        return [start for start, _ in self.asides]

    @cached_property
    def _aside_ends(self) -> list[int]:
        """The end of each aside or of an earlier one that holds it."""
        return list(accumulate((end for _, end in self.asides), max))

    @cached_property
    def words(self) -> list[Word]:
        found: list[Word] = []
        asides, aside = self.asides, 0
        for number, sentence in enumerate(self.sentences):
            for match in WORD.finditer(self.text, sentence.start, sentence.end):
                start, end = match.span()
                while aside < len(asides) and asides[aside][1] <= start:
                    aside += 1
                hidden = aside < len(asides) and asides[aside][0] <= start
                word = match[0].replace("’", "'")
                found.append(Word(start, end, word, word.lower(), number, hidden))
        return found

    @cached_property
    def word_ranges(self) -> list[tuple[int, int]]:
        """First and one after last word of each sentence."""
        ranges, first = [], 0
        for number in range(len(self.sentences)):
            last = first
            while last < len(self.words) and self.words[last].sentence == number:
                last += 1
            ranges.append((first, last))
            first = last
        return ranges

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence in which this code point stands."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def words_in(self, sentence: int) -> list[Word]:
        first, last = self.word_ranges[sentence]
        return self.words[first:last]
