"""Citations in running words: `Kyodo reported June 2`, `according to Interfax (June 2)`, `told Trud on June 2`.

The words run from the source, or from "according to", to the end of the day. Only a source whose name, or one of
whose nouns, is known is read: elsewhere "Ivanov said June 2" would cite a minister.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.citations.day_words import CitedDays
from articles.citations.known_sources import kind_of
from articles.citations.near_days import NearDay
from articles.citations.not_sources import is_place_or_weekday
from articles.citations.source_name import SourceName, has_source_noun, source_name
from articles.citations.word_list import word_list

_WINDOW = 120
_LONGEST_NAME = 6
_WORD = re.compile(r"\S+")
_WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday yesterday today")
_PREPOSITIONS = frozenset({"on", "of", "for", "dated"})
_NEAR_DAY = frozenset({"late", "early", "earlier", "again", "already", "last", "only"})
_ADVERBS = word_list("also both all first later earlier has had then")
_VERBS = word_list(
    "reported reports said says wrote writes announced claimed claims disclosed revealed noted commented published "
    "carried quoted broadcast stated cited observed alleged confirmed showed aired printed ran relayed transmitted "
    "argued asserted added recalled speculated concluded opined editorialized maintained suggested warned predicted"
)
_PRINTING = word_list("published carried printed broadcast aired showed quoted cited")  # when they did is the day
_MOST_BETWEEN = 6  # words between such a verb and its day
_PRODUCTS = word_list("report reports dispatch story article interview commentary edition broadcast")
_BEFORE_NAME = word_list("told by in with to as from")
_OPENERS = word_list(
    "the a an and but or yet while when as that although though however meanwhile then also on in by to for from with "
    "according told quoted yesterday today this last what one"
)


@dataclass(frozen=True, slots=True)
class RunningWords:
    """Sources and a day in running words, with the stretch from the first to the last."""

    start: int
    end: int
    sources: tuple[SourceName, ...]
    days: CitedDays | NearDay


def find_running_words(text: str, days: Iterable[CitedDays | NearDay]) -> list[RunningWords]:
    """The citations in running words that end with one of these days of the text, in order."""
    found = (_ending_with(text, day) for day in days)
    return [words for words in found if words is not None]


def _ending_with(text: str, days: CitedDays | NearDay) -> RunningWords | None:
    words = _words_before(text, days.start)
    opened = bool(words) and words[-1][0] == "("
    if opened and text[days.end : days.end + 1] != ")":
        return None
    end = days.end + 1 if opened else days.end
    left = _without_object(_without_day_words(words[:-1] if opened else words))
    if left and left[-1][0].casefold().rstrip(",") in _VERBS:
        return _after_verb(left, end, days)
    if isinstance(days, NearDay):
        return None
    return _after_preposition(left, end, days, opened)


def _words_before(text: str, place: int) -> list[tuple[str, int]]:
    """The words of the same paragraph shortly before a place, each with its start; the first may be cut."""
    start = max(0, place - _WINDOW, text.rfind("\n\n", max(0, place - _WINDOW), place) + 1)
    found = [(match[0], match.start()) for match in _WORD.finditer(text, start, place)]
    if found and found[-1][0].startswith("(") and len(found[-1][0]) > 1:
        found[-1:] = [("(", found[-1][1]), (found[-1][0][1:], found[-1][1] + 1)]
    return found


def _without_day_words(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Takes `on`, `on Wednesday,` and `yesterday` from the end."""
    count = len(words)
    if count and words[count - 1][0].rstrip(",").casefold() in _WEEKDAYS:
        count -= 1
    if count and words[count - 1][0] in _PREPOSITIONS:
        count -= 1
    if count and words[count - 1][0] in _NEAR_DAY:
        count -= 1
    return words[:count]


def _without_object(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Takes from the end what stands between a verb and its day: `quoted the premier`, `reported from Varda`,
    `said, citing police,`. Of other verbs it may be what happened on that day."""
    for count in range(len(words) - 1, max(0, len(words) - 1 - _MOST_BETWEEN), -1):
        verb, following = words[count - 1][0].casefold(), words[count][0].casefold()
        cites = verb.rstrip(",") in _VERBS and verb.endswith(",") and following in ("citing", "quoting")
        between = [word for word, _ in words[count:]]
        if cites and between[-1].endswith(","):
            return words[:count]
        if any(word[-1] in ".;:!?" for word in between):
            break
        if (verb in _PRINTING and following not in _BEFORE_NAME) or (
            verb in _VERBS and following == "from" and len(between) == 2
        ):
            return words[:count]
    return words


def _after_verb(words: list[tuple[str, int]], end: int, days: CitedDays | NearDay) -> RunningWords | None:
    count = len(words) - 1
    while count and (words[count - 1][0].casefold() in _ADVERBS or words[count - 1][0].endswith("ly")):
        count -= 1
    named = _familiar_list(words[:count])
    return RunningWords(named[1], end, named[0], days) if named else None


def _after_preposition(words: list[tuple[str, int]], end: int, days: CitedDays, opened: bool) -> RunningWords | None:
    """`Interfax (June 2)` speaks for itself; without parentheses a word such as "told" or "by" must stand before."""
    if words and words[-1][0].casefold() in _PRODUCTS:
        words = words[:-1]
    named = _familiar_end(words)
    if named is None:
        return None
    before = [word for word, start in words if start < named[1]]
    while before and before[-1].casefold() in ("the", "a", "an", "agency", "newspaper", "daily", "news"):
        before.pop()
    if not opened and (not before or before[-1].casefold() not in _BEFORE_NAME):
        return None
    start = named[1]
    if [word.casefold() for word in before[-2:]] == ["according", "to"]:
        start = words[len(before) - 2][1]
    return RunningWords(start, end, (named[0],), days)


def _familiar_list(words: list[tuple[str, int]]) -> tuple[tuple[SourceName, ...], int] | None:
    """The familiar sources that these words end with, such as `Interfax and Itar-Tass`, and where the first starts."""
    found: list[tuple[SourceName, int]] = []
    named = _familiar_end(words)
    while named is not None:
        found.insert(0, named)
        before = [(word, start) for word, start in words if start < named[1]]
        joined = bool(before) and (before[-1][0] == "and" or (len(found) > 1 and before[-1][0].endswith(",")))
        words = before[:-1] if before and before[-1][0] == "and" else before
        named = _familiar_end(words) if joined else None
    return (tuple(source for source, _ in found), found[0][1]) if found else None


def _familiar_end(words: list[tuple[str, int]]) -> tuple[SourceName, int] | None:
    """The longest familiar source that these words end with, and where it starts."""
    for name, start in _candidates(words):
        if not name[0].isupper():
            continue
        if kind_of(name):
            return SourceName(name, familiar=True), start
        parts = name.split()
        owner, _, service = name.replace("’", "'").partition("'s ")
        if service and kind_of(owner):
            return SourceName(name, familiar=True), start
        source = source_name(name) if has_source_noun(parts) and not _is_opener(parts[0]) else None
        if source is not None:
            return source, start
    return None


def _is_opener(word: str) -> bool:
    return word.casefold() in _OPENERS or is_place_or_weekday(word)


def _candidates(words: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each run of words up to the end that no sentence, comma or bracket parts; the longest first."""
    found: list[tuple[str, int]] = []
    name = ""
    for word, start in reversed(words[-_LONGEST_NAME:]):
        if name and word[-1] in ".,;:!?)]" and not kind_of(f"{word} {name}"):
            break
        bare = word.lstrip("\"'“‘([")
        name = f"{bare} {name}".strip().rstrip(",\"'”’") if bare else name
        found.append((name, start + len(word) - len(bare)))
        if bare != word:
            break
    return [candidate for candidate in reversed(found) if candidate[0]]
