"""Cross references: to another issue of the digest, by its place in the run or its days."""

from collections.abc import Iterator
from typing import Any

from articles.citations import FoundCrossReference
from events.suggestions.candidate import Candidate, named
from events.suggestions.reading import Reading

NAME = named("cross_references", "1")


def cross_reference_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate a reference, as the grammar of citations reads it."""
    for found in reading.cross_references:
        yield Candidate(
            "cross_reference", found.start, found.end, found.quote, _value(found), 0.97, "“see” and a digest", NAME
        )


def _value(found: FoundCrossReference) -> dict[str, Any]:
    date = ", ".join(found.dates) or None
    return {"publication": found.publication, "volume": found.volume, "number": found.number, "date": date}
