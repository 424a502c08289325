"""Citations: sources in parentheses or in running words, with the dates of their reports."""

from collections.abc import Iterator

from articles.citations import FoundCitation
from articles.citations.known_sources import kind_of
from events.suggestions.candidate import Candidate, named
from events.suggestions.reading import Reading

NAME = named("citations", "1")


def citation_candidates(reading: Reading) -> Iterator[Candidate]:
    """One candidate a citation, as the grammar of citations reads it."""
    for found in reading.citations:
        value = [{"source": report.source, "date": report.date or None} for report in found.reports]
        yield Candidate("citation", found.start, found.end, found.quote, value, *_weighed(found), NAME)


def _weighed(found: FoundCitation) -> tuple[float, str]:
    known = [report.source for report in found.reports if kind_of(report.source)]
    if known:
        return 0.98, f"{known[0]} is a known source"
    return 0.85, "sources with dates at the end of a sentence"
