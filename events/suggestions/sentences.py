"""Sentences: the stretches that can be evidence."""

from collections.abc import Iterator

from events.suggestions.candidate import Candidate, named
from events.suggestions.reading import Reading

NAME = named("sentences", "1")


def find_sentences(reading: Reading) -> Iterator[Candidate]:
    """Every sentence of the text."""
    for start, end in reading.sentences:
        yield Candidate("sentence", start, end, reading.text[start:end], None, 1.0, "a stop ends it", NAME)
