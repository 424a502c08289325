"""One parenthesis read as a citation: groups of names, each followed by the days that all of them share.

The words between two dates are names, or nothing but separators; references to other issues are cut out first.
A semicolon ends a group, with or without a day: `(TDH; AP, May 28)` names no day of TDH. Where a day comes first, each
goes before its sources: `(June 18: NTV, ORT; June 20, Trud)`. Whatever does not fit makes the whole parenthesis prose.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.citations.cross_reference import Reference
from articles.citations.day_words import CitedDays
from articles.citations.known_sources import kind_of
from articles.citations.months import CitedMonths
from articles.citations.near_days import NearDay
from articles.citations.source_name import SourceName, has_source_noun, read_names, town_as_source
from articles.citations.wrapping import is_topic

LONGEST = 600
Days = CitedDays | NearDay | CitedMonths
_PARENTHESIS = re.compile(rf"\((?:[^()]|\([^()]{{1,60}}\)){{2,{LONGEST}}}\)")
_SEPARATORS = re.compile(r"[\s,;&.:/+]*(?:and)?[\s,;&.]*")
_JOINT = re.compile(
    r"[\s,]*\b(?:(?:of|on|for|from|dated|both|all|each|late|early)\s+){0,2}"
    r"(?:of|on|for|from|dated|both|all|each|late|early|(?:the\s)?(?:morning|afternoon|evening|night)\sof)\s*$"
    r"|[\s,;]*\b(?:and|&)\s*$"
)
_REMARK = re.compile(r"\[[a-z][^\[\]]{0,60}\]")
_SAYS_WHEN = re.compile(r"[\s,]*(?:according|as|reported|cited|quoted|citing|when)\b")
_WORD_BEFORE = re.compile(r"([\w’'-]+)\s?$")


@dataclass(slots=True)
class Group:
    """Sources that share the days which follow them; no days where none follow."""

    names: list[SourceName]
    days: list[Days] = field(default_factory=list)


def find_parentheses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each parenthesis in one paragraph; one pair inside it may name an abbreviation."""
    for match in _PARENTHESIS.finditer(text):
        if "\n\n" not in match[0]:
            yield match.span()


def read_groups(text: str, start: int, end: int, days: Iterable[Days], references: Iterable[Reference]) -> list[Group]:
    """The groups of the parenthesis `text[start:end]`, whose days and references are given; none when it is prose."""
    items = _in_order(days, references)
    if not any(isinstance(item, Days) for item in items):
        return []
    if isinstance(items[0], Days) and _SEPARATORS.fullmatch(text, start + 1, items[0].start):
        return _days_first(text, end, items)
    return _days_last(text, start, end, items)


def read_undated(text: str, start: int, end: int) -> list[Group]:
    """The one group of `(AP, Reuters)`: known sources alone, an agency among them, and no name of what stands before.

    `Associated Press (AP)` and `two agencies (Itar-Tass, Interfax)` cite nobody.
    """
    names = read_names(text[start + 1 : end - 1]) or []
    kinds = {kind_of(name.name) for name in names}
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if not names or "" in kinds or "agency" not in kinds or (before and _is_named(before[1], names)):
        return []
    return [Group(names)]


def _is_named(word: str, names: list[SourceName]) -> bool:
    last = re.split("[’'-]", word)[-1][:1]
    return has_source_noun([word]) or any(name.name.isupper() and name.name[-1:] == last for name in names)


def _in_order(days: Iterable[Days], references: Iterable[Reference]) -> list[Days | Reference]:
    references = list(references)
    apart = [day for day in days if not any(ref.start <= day.start < ref.end for ref in references)]
    return sorted([*apart, *references], key=lambda item: item.start)


def _days_last(text: str, start: int, end: int, items: list[Days | Reference]) -> list[Group]:
    groups: list[Group] = []
    place = start + 1
    for item in items:
        is_day = isinstance(item, Days)
        words = text[place : item.start]
        if not _take_names(groups, words if is_day else _without_topic(words), before_day=is_day):
            return []
        if isinstance(item, Days):
            groups[-1].days.append(item)
        place = item.end
    rest_fits = _take_names(groups, text[place : end - 1], before_day=False)
    return groups if rest_fits and any(group.days for group in groups) else []


def _days_first(text: str, end: int, items: list[Days | Reference]) -> list[Group]:
    """Each day goes before its sources, one of which at least must be familiar."""
    groups: list[Group] = []
    waiting: list[Days] = []
    for item, following in zip(items, [*(item.start for item in items[1:]), end - 1], strict=True):
        if isinstance(item, Days):
            waiting.append(item)
        words = text[item.end : following]
        if _SEPARATORS.fullmatch(words):
            continue
        names = None if _SAYS_WHEN.match(words) or not waiting else read_names(words)
        if not names:
            return []
        groups.append(Group(names, waiting))
        waiting = []
    familiar = any(name.familiar for group in groups for name in group.names)
    return groups if familiar and not waiting else []


def _without_topic(words: str) -> str:
    """`; on the budget, see the Monitor, June 3`: what the reference is about."""
    before, separator, last = words.rstrip(" ,:").rpartition(";")
    return before if separator and is_topic(last) else words


def _take_names(groups: list[Group], words: str, *, before_day: bool) -> bool:
    """Adds the names in these words as a new group; False when they are no names, or a day stands without a source."""
    if _SEPARATORS.fullmatch(words):
        return bool(groups) or not before_day
    for part in _REMARK.sub("", _JOINT.sub("", words)).split(";"):
        names = read_names(part)
        if names is None:
            return False
        if names:
            groups.append(Group(names))
    if before_day and not groups and (town := town_as_source(words)):
        groups.append(Group([town]))
    return bool(groups) or not before_day
