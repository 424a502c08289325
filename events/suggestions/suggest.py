"""All recognisers asked of one text."""

from events.suggestions.actors import find_actors
from events.suggestions.candidate import KINDS, Candidate
from events.suggestions.citations import citation_candidates
from events.suggestions.cross_references import cross_reference_candidates
from events.suggestions.events import find_events
from events.suggestions.hedges import find_hedges
from events.suggestions.lexicon import Lexicon
from events.suggestions.moments import time_candidates
from events.suggestions.names import find_names
from events.suggestions.places import find_places
from events.suggestions.reading import Reading
from events.suggestions.sentences import find_sentences


def suggest(text: str, issued: str, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of a normalised text in an issue of that date (EDTF, empty when unknown), in order of the text."""
    reading = Reading(text, issued)
    names = find_names(reading, lexicon)
    found = [
        *find_sentences(reading),
        *citation_candidates(reading),
        *cross_reference_candidates(reading),
        *time_candidates(reading),
        *find_actors(reading, names),
        *find_places(reading, names),
        *find_hedges(reading),
        *find_events(reading, names),
    ]
    return sorted(found, key=lambda one: (one.start, KINDS.index(one.kind), one.end))
