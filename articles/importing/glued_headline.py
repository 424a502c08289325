"""The next article's headline, glued to the end of a body: digests of the 1990s are full of them.

Nothing is stripped on suspicion: only what another article of the same issue has for its headline, compared without
case, final stop and the shape of quotes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from articles.importing.opening import is_title

_LONGEST = 600
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"})
_LINE_END = re.compile(r"\n")
_AFTER_SENTENCE = re.compile(r"(?<=[.!?…)”\"'])\s+")


def headline_key(title: str) -> str:
    """What is compared of a headline."""
    return " ".join(title.translate(_QUOTES).casefold().split()).rstrip(".").rstrip()


class Headlines:
    """The headlines of an issue; one word alone confirms nothing."""

    def __init__(self, headlines: Iterable[str]) -> None:
        self._keys: Counter[str] = Counter()
        self._last_words: set[str] = set()
        self.add(headlines)

    def add(self, headlines: Iterable[str]) -> None:
        keys = [key for key in map(headline_key, headlines) if " " in key]
        self._keys.update(keys)
        self._last_words.update(map(_last_word, keys))

    def may_end(self, text: str) -> bool:
        """Whether the text ends with the last word of a headline, as nearly none does."""
        return _last_word(headline_key(text[-_LONGEST:])) in self._last_words

    def but(self, own: str) -> Callable[[str], bool]:
        """Whether a headline is that of another article than the one with this headline."""
        own_key = headline_key(own)
        return lambda words: self._keys[key] > (key == own_key) if (key := headline_key(words)) in self._keys else False


def without_glued_headline(text: str, is_headline: Callable[[str], bool]) -> tuple[str, str]:
    """The text without another article's headline at its end, and that headline; empty where there is none."""
    for start in _starts(text, max(0, len(text) - _LONGEST)):
        body = text[:start].rstrip()
        if body and is_headline(text[start:]):
            return body, text[start:]
    return text, ""


def announced_headline(end: str) -> str:
    """What stands like a headline behind the last sentence of a text: another article's, glued on; empty for none."""
    found = (end[start:].strip() for start in _starts(end, 0) if end[:start].strip())
    return next((words for words in found if is_title(words) and len(words.split()) > 1), "")


def _last_word(key: str) -> str:
    return key.rpartition(" ")[2]


def _starts(text: str, tail_start: int) -> list[int]:
    """Where a headline may begin near the end: at a line, or behind the end of a sentence."""
    lines = [match.end() for match in _LINE_END.finditer(text, tail_start)]
    sentences = [match.end() for match in _AFTER_SENTENCE.finditer(text, tail_start)]
    return sorted({*lines, *sentences})
