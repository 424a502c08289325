"""Places: where something is or goes; a capital that acts is an actor and no place."""

from collections.abc import Iterable, Iterator

from events.suggestions.candidate import Candidate, named
from events.suggestions.names import PLACE, FoundName
from events.suggestions.reading import Reading

NAME = named("places", "1")


def find_places(reading: Reading, names: Iterable[FoundName]) -> Iterator[Candidate]:
    """One candidate a name of a place."""
    for name in names:
        if name.sense == PLACE:
            value = {"name": name.entry.name, "slug": name.entry.place_slug or name.entry.slug}
            quote = reading.text[name.start : name.end]
            yield Candidate("place", name.start, name.end, quote, value, name.score, name.reason, NAME)
