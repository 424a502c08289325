"""Actors: persons with their office, organisations, states, and capitals read as their governments."""

from collections.abc import Iterable, Iterator

from events.suggestions.candidate import Candidate, named
from events.suggestions.names import METONYM, PLACE, FoundName
from events.suggestions.reading import Reading

NAME = named("actors", "1")


def find_actors(reading: Reading, names: Iterable[FoundName]) -> Iterator[Candidate]:
    """One candidate a name that acts."""
    for name in names:
        if name.sense != PLACE:
            quote = reading.text[name.start : name.end]
            yield Candidate("actor", name.start, name.end, quote, _value(reading, name), name.score, name.reason, NAME)


def _value(reading: Reading, name: FoundName) -> dict[str, str]:
    office = reading.text[name.office[0] : name.office[1]] if name.office else ""
    return {
        "name": name.actor,
        "slug": name.doer.slug,
        "kind": "state" if name.sense == METONYM else name.sense,
        "reading": "metonym" if name.sense == METONYM else "entity",
        "office": " ".join(office.split()),
    }
