"""Times as candidates; the grammar itself is `times`."""

from collections.abc import Iterator

from events.suggestions.candidate import Candidate, named
from events.suggestions.reading import Reading
from events.suggestions.times import VERSION

NAME = named("times", VERSION)


def time_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate a time expression, its value null where the words have none."""
    for found in reading.times:
        score = 0.95 if found.date else 0.6
        quote = reading.text[found.start : found.end]
        reason = found.form if found.date else f"{found.form}: nothing tells the date"
        yield Candidate("time", found.start, found.end, quote, found.date or None, score, reason, NAME)
