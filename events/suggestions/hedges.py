"""Hedges: words that take back some of the certainty of a report."""

import re
from collections.abc import Iterator

from events.suggestions.candidate import Candidate, named
from events.suggestions.reading import Reading

NAME = named("hedges", "1")
_HEDGES = re.compile(
    r"\b(?:reportedly|apparently|allegedly|supposedly|purportedly|presumably|seemingly|ostensibly|rumou?red"
    r"|(?:is|are|was|were) (?:said|believed|thought|understood|rumou?red|alleged|reported) to"
    r"|according to (?:an? |some |the )?(?:unconfirmed |unofficial |unnamed |other |press |local )*"
    r"(?:reports?|accounts?|sources?|rumou?rs?|witnesses|version)"
    r"|unconfirmed (?:reports?|accounts?)|it is (?:said|rumou?red|believed) that|claims to have|claim to have)\b",
    re.IGNORECASE,
)


def find_hedges(reading: Reading) -> Iterator[Candidate]:
    """One candidate a hedge outside citations."""
    for found in _HEDGES.finditer(reading.text):
        if not reading.in_aside(found.start()):
            yield Candidate("hedge", *found.span(), found[0], None, 0.9, "takes back some certainty", NAME)
