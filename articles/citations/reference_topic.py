"""What a reference says of the article that it means: `(on the Duma election, see the Monitor, December 20)`.

Its topic are the words before "see" that carry meaning. It fits a headline that has them all, in any case; an ending
for the plural, or of the genitive, makes no difference.
"""

import re

from articles.citations.word_list import word_list

_TOPIC = re.compile(r"\(\s*(?P<topic>[a-z][^();.\n]{1,60})[,:]\s+[Ss]ee\s")
_WORD = re.compile(r"[^\W_]+")
_SAY_NOTHING = word_list(
    "a about also an and article as at background by coverage details earlier for from full further in last latest "
    "more of on our previous previously recent report reports see story that the these this those to with year"
)


def topic_of(quote: str) -> frozenset[str]:
    """The words of its topic, as they are compared; none where the reference tells no more than issue and day."""
    found = _TOPIC.match(quote)
    return _words(found["topic"]) - _SAY_NOTHING if found else frozenset()


def fits(topic: frozenset[str], headline: str) -> bool:
    """Whether a headline has every word of the topic."""
    return bool(topic) and topic <= _words(headline)


def _words(text: str) -> frozenset[str]:
    bare = re.sub(r"[’']s\b", "", text)
    return frozenset(_without_plural(word.casefold()) for word in _WORD.findall(bare))


def _without_plural(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
