"""Which words of a citation name a source.

A name starts with a capital and goes on with capitals, small words (`of`, `i`), or nouns that only sources have
(`gazeta`, `agencies`). `Russian agencies` and `local media` are sources too. A place, a weekday, a page or an issue
number beside a name is passed over. Names such as `24 Saati`, `ddp` or a town's (`Vladivostok, April 28`) are doubtful:
only a familiar source beside them makes them sources. Anything else means that the words are no citation.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from articles.citations.known_sources import kind_of
from articles.citations.not_sources import is_place_or_weekday, names_person_or_occasion
from articles.citations.word_list import word_list
from articles.citations.wrapping import is_aside, is_quoted_person, parted, without_wrapping

_QUOTES = "\"'“”„«»‘’`"
_NUMBERED = re.compile(
    r"(?:channel|kanal|studio|radio|tv|center|pravda)\s\d{1,3}|\d\s?(?:channel|kanal)", re.IGNORECASE
)
_URL = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,4}[a-z]{2,4}(?:/\S{0,80})?")
_LOOSE_NUMBER = re.compile(r"\d{1,3}\s[A-Z]\w*(?:\s[A-Z]\w*)?|[A-Z]\w+\s\d{1,3}(?:[+-]\d{1,3})?")
_SMALL_INITIALS = re.compile("[bcdfghjklmnpqrstvwxz]{2,5}")
_WORD = re.compile(r"[^\W\d_][\w.'’/&+!-]*|[\[(][A-Z][\w.-]*[\])]|\d{1,2}[A-Za-z][\w.-]*|&|/")
_COLLECTIVES = word_list(
    "agencies agency media press reports newspapers papers sources services service wires channels broadcasts "
    "website site bulletin correspondents dispatches stations station "
    "television radio websites networks outlets reporting releases release transcript"
)
_FIRST_NOUNS = word_list("radio tv television studio channel kanal telekanal gazeta agentstvo agence")
_LAST_NOUNS = word_list(
    "agencies agency media newspapers television radio tv news newspaper daily weekly times post herald tribune "
    "gazette gazeta pravda izvestia izvestiya journal magazine telegraph zeitung wire channel kanal novosti "
    "novostei vesti vedomosti vestnik courier kurier observer chronicle newsletter newsline inform ekspress "
    "telegraf komsomolets zvezda zhizn khronika obozrenie newswire slovo golos delo mir vremya zerkalo utro "
    "zhurnal"
)
_ADJECTIVES = word_list(
    "state official national independent private public presidential government regional local central army state-run "
    "opposition business financial economic foreign military parliamentary pro-government press news web major"
)
_SMALL_WORDS = word_list("of the and for i na v de la le les der die das du des el al y e et a o und della da")
_FOREIGN_ENDINGS = (
    "aya",
    "iya",
    "yi",
    "ii",
    "ye",
    "ie",
    "skie",
    "ykh",
    "nyi",
    "noe",
    "moe",
    "oe",
    "ny",
    "nedeli",
    "chy",
    "sky",
    "oi",
)
_ENGLISH = word_list("also into media data area via alpha extra photo video radio idea visa")
_AGENCY_ENDINGS = ("press", "pres", "fax", "inform", "info", "tass", "news")  # `Mediafax`, `Turkmenpress`
_WEB = tuple(
    f".{ending}"
    for ending in word_list("ru com org net info ua kz kg by am az ge md lv lt ee tj uz tv fm pl de uk gov su")
)


@dataclass(frozen=True, slots=True)
class SourceName:
    """A source as printed, without quotes and article. It is familiar when its name or one of its nouns is known, and
    doubtful when only a familiar one beside it can make it a source."""

    name: str
    familiar: bool
    doubtful: bool = False


def read_names(words: str) -> list[SourceName] | None:
    """The sources that a list such as `NTV, ORT and RTR` names; None when it is no list of sources."""
    found: list[SourceName] = []
    for part in parted(words):
        names = _names(part)
        if names is None:
            return None
        found += names
    return found


@lru_cache(maxsize=4096)
def _names(part: str) -> tuple[SourceName, ...] | None:
    """The sources between two commas; none where they are passed over, None where something else stands there."""
    bare = without_wrapping(part)
    if is_aside(part) or not bare or is_aside(bare) or is_place_or_weekday(bare):
        return ()
    names = [source_name(name) for name in _parted_by_and(bare)]
    if None in names:
        return () if is_quoted_person(part) else None
    return tuple(name for name in names if name is not None)


@lru_cache(maxsize=4096)  # a digest cites the same few dozen
def source_name(words: str) -> SourceName | None:
    """These words as the name of a source; None when a source cannot be called so."""
    bare = without_wrapping(words)
    if kind_of(bare) or _is_address(bare) or _is_compound(bare):
        return SourceName(bare, familiar=True)
    if _LOOSE_NUMBER.fullmatch(bare) or _SMALL_INITIALS.fullmatch(bare):
        return SourceName(bare, familiar=bool(_NUMBERED.search(bare)), doubtful=True)
    parts = bare.split()
    if not parts or len(parts) > 7 or len(bare) > 80 or not (_NUMBERED.search(bare) or _all_words(parts)):
        return None
    has_noun = has_source_noun(parts)
    if is_place_or_weekday(bare) or (names_person_or_occasion(parts) and not has_noun):
        return None
    return SourceName(bare, familiar=has_noun) if _looks_like_name(parts, bare) else None


def town_as_source(words: str) -> SourceName | None:
    """A place that stands where a source should: a paper may be called after its town."""
    bare = without_wrapping(words)
    return SourceName(bare, familiar=False, doubtful=True) if is_place_or_weekday(bare) else None


def _is_address(name: str) -> bool:
    """`Polit.ru`, `http://www.grani.ru`."""
    return _URL.fullmatch(name) is not None and name.casefold().split("//")[-1].split("/")[0].endswith(_WEB)


def _is_compound(name: str) -> bool:
    """One word that begins with a known source: `Reuters-Interfax`, `AP/AFP`, `Trud-7`."""
    first, *others = re.split("[-/]", name)
    return " " not in name and bool(others and kind_of(first)) and all(not one[:1].islower() for one in others)


def _parted_by_and(words: str) -> list[str]:
    """`AFP and Reuters` are two; `Russian and Western agencies` and `Business & Finance` are one."""
    if kind_of(words) or (" and " not in words and " & " not in words):
        return [words]
    left, _, right = words.replace(" & ", " and ").partition(" and ")
    if kind_of(left) or (" and " in words and _stands_alone(left, right)):
        return [left, *_parted_by_and(right)]
    return [words]


def _stands_alone(left: str, right: str) -> bool:
    return source_name(left) is not None and right.split()[-1].casefold() not in _COLLECTIVES


def _all_words(parts: list[str]) -> bool:
    return all(_WORD.fullmatch(part.strip(_QUOTES)) for part in parts)


def has_source_noun(parts: list[str]) -> bool:
    """Whether one of the nouns that only sources have stands first or last: `Radio Varda`, `Varda Courier`."""
    first, last = parts[0].strip(_QUOTES).casefold(), parts[-1].strip(_QUOTES).casefold()
    if len(parts) == 1 and last.endswith(_AGENCY_ENDINGS) and last not in _AGENCY_ENDINGS:
        return True
    return first in _FIRST_NOUNS or last.rpartition("-")[2] in _LAST_NOUNS or last.endswith(_WEB)


def _looks_like_name(parts: list[str], bare: str) -> bool:
    if len(bare) < 2 or parts[-1].casefold() in _SMALL_WORDS:
        return False
    if not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return parts[-1].casefold() in _COLLECTIVES or parts[-1].casefold().endswith(_WEB)
    described = parts[-1].casefold() in _COLLECTIVES | _LAST_NOUNS
    return all(_fits_inside(part) or (described and part in _ADJECTIVES) for part in parts[1:])


def _fits_inside(part: str) -> bool:
    word = part.strip(_QUOTES)
    if not word or not word[0].islower():
        return True
    if len(word) > 3 and word[-1] in "aiou" and word not in _ENGLISH:
        return True  # hardly an English word ends so
    return word in _SMALL_WORDS or word in _LAST_NOUNS or word in _COLLECTIVES or word.endswith(_FOREIGN_ENDINGS)
