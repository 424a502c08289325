"""Citations of news sources in an article: in parentheses, or in running words."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.citations.cross_reference import FoundCrossReference, Reference, cross_reference, find_references
from articles.citations.day_words import CitedDays, find_days
from articles.citations.implied_year import edtf_of
from articles.citations.months import CitedMonths, find_months
from articles.citations.near_days import NearDay, find_near_days
from articles.citations.parentheses import Group, find_parentheses, read_groups, read_undated
from articles.citations.running_words import find_running_words

_CLOSES_CLAUSE = frozenset(".,;:!?–—\n")


@dataclass(frozen=True, slots=True)
class FoundReport:
    """What one source reported on one day or run of days; the date is EDTF, empty where none is printed or possible."""

    source: str
    date_words: str
    date: str


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """Words that name sources and the days of their reports; `quote` is the text from `start` to `end`."""

    start: int
    end: int
    quote: str
    reports: tuple[FoundReport, ...]


def find_citations(text: str, issued: str = "") -> list[FoundCitation]:
    """The citations of an article in an issue of that date (EDTF, empty when unknown), in order, never overlapping."""
    return find_both(text, issued)[0]


def find_both(text: str, issued: str = "") -> tuple[list[FoundCitation], list[FoundCrossReference]]:
    """The citations and the cross references of an article, for less than one after the other."""
    printed = find_days(text)
    references = find_references(text, printed)
    days: list[CitedDays | NearDay] = [*printed, *find_near_days(text, [day.start for day in printed])]
    days.sort(key=lambda day: day.start)
    found = list(_in_parentheses(text, issued, days, references))
    found += _in_running_words(text, issued, _outside(found, days))
    found.sort(key=lambda citation: citation.start)
    return found, [cross_reference(text, issued, reference) for reference in references]


def _in_parentheses(
    text: str, issued: str, days: list[CitedDays | NearDay], references: list[Reference]
) -> Iterator[FoundCitation]:
    day_starts, reference_starts = [day.start for day in days], [reference.start for reference in references]
    for start, end in find_parentheses(text):
        inside = days[bisect_left(day_starts, start) : bisect_left(day_starts, end)]
        cut_out = references[bisect_left(reference_starts, start) : bisect_left(reference_starts, end)]
        dated = [*inside, *_months_apart(text, start, end, inside)]
        groups = read_groups(text, start, end, dated, cut_out) if dated else read_undated(text, start, end)
        if _is_citation(text, end, groups):
            yield FoundCitation(start, end, text[start:end], tuple(_reports(groups, issued)))


def _months_apart(text: str, start: int, end: int, days: list[CitedDays | NearDay]) -> Iterator[CitedMonths]:
    for months in find_months(text, start, end):
        if not any(day.start < months.end and months.start < day.end for day in days):
            yield months


def _is_citation(text: str, end: int, groups: list[Group]) -> bool:
    """A familiar source with a day makes a citation anywhere; all else must end a clause, and unknown names must be of
    two words or more beside a printed day: `(Korday, April 7)` is rather where than who."""
    names = [name for group in groups for name in group.names]
    days = [day for group in groups for day in group.days]
    if days and any(name.familiar for name in names):
        return True
    unknown_fit = any(isinstance(day, CitedDays) for day in days) and not any(name.doubtful for name in names)
    after = text[end : end + 3].lstrip("\"'”’ ")
    ends_clause = not after or after[0] in _CLOSES_CLAUSE
    return bool(groups) and ends_clause and (not days or (unknown_fit and any(" " in name.name for name in names)))


def _reports(groups: list[Group], issued: str) -> Iterator[FoundReport]:
    for group in groups:
        for name in group.names:
            if not group.days:
                yield FoundReport(name.name, "", "")
            for days in group.days:
                yield FoundReport(name.name, days.words, edtf_of(days, issued))


def _outside(found: list[FoundCitation], days: list[CitedDays | NearDay]) -> Iterator[CitedDays | NearDay]:
    ends = [citation.end for citation in found]
    for day in days:
        following = bisect_left(ends, day.end)
        if following == len(found) or day.start < found[following].start:
            yield day


def _in_running_words(text: str, issued: str, days: Iterable[CitedDays | NearDay]) -> Iterator[FoundCitation]:
    for words in find_running_words(text, days):
        date = edtf_of(words.days, issued)
        reports = tuple(FoundReport(source.name, words.days.words, date) for source in words.sources)
        yield FoundCitation(words.start, words.end, text[words.start : words.end], reports)
