"""One parenthesis read as a citation: groups of names, each followed by the days that all of them share.

The words between two dates are names, or nothing but separators; references to other issues are cut out first.
A semicolon ends a group, with or without a day: `(TDH; AP, May 28)` names no day of TDH. Whatever does not fit makes
the whole parenthesis prose.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from articles.citations.cross_reference import Reference
from articles.citations.day_words import CitedDays
from articles.citations.near_days import NearDay
from articles.citations.source_name import SourceName, read_names

LONGEST = 600
_PARENTHESIS = re.compile(rf"\((?:[^()]|\([^()]{{1,60}}\)){{4,{LONGEST}}}\)")
_SEPARATORS = re.compile(r"[\s,;&.:/+]*(?:and)?[\s,;&.]*")
_JOINT = re.compile(r"[\s,]*\b(?:of|on|for|from|dated)\s*$|[\s,;]*\b(?:and|&)\s*$")


@dataclass(slots=True)
class Group:
    """Sources that share the days which follow them; no days where none follow."""

    names: list[SourceName]
    days: list[CitedDays | NearDay] = field(default_factory=list)


def find_parentheses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each parenthesis in one paragraph; one pair inside it may name an abbreviation."""
    for match in _PARENTHESIS.finditer(text):
        if "\n\n" not in match[0]:
            yield match.span()


def read_groups(
    text: str, start: int, end: int, days: Iterable[CitedDays | NearDay], references: Iterable[Reference]
) -> list[Group]:
    """The groups of the parenthesis `text[start:end]`, whose days and references are given; none when it is prose."""
    groups: list[Group] = []
    place = start + 1
    for item in _in_order(days, references):
        if not _take_names(groups, text[place : item.start], before_day=not isinstance(item, Reference)):
            return []
        if not isinstance(item, Reference):
            groups[-1].days.append(item)
        place = item.end
    rest_fits = _take_names(groups, text[place : end - 1], before_day=False)
    return groups if rest_fits and any(group.days for group in groups) else []


def _in_order(
    days: Iterable[CitedDays | NearDay], references: Iterable[Reference]
) -> list[CitedDays | NearDay | Reference]:
    references = list(references)
    apart = [day for day in days if not any(ref.start <= day.start < ref.end for ref in references)]
    return sorted([*apart, *references], key=lambda item: item.start)


def _take_names(groups: list[Group], words: str, *, before_day: bool) -> bool:
    """Adds the names in these words as a new group; False when they are no names, or a day stands without a source."""
    if _SEPARATORS.fullmatch(words):
        return bool(groups) or not before_day
    for part in _JOINT.sub("", words).split(";"):
        names = read_names(part)
        if names is None:
            return False
        if names:
            groups.append(Group(names))
    return bool(groups) or not before_day
