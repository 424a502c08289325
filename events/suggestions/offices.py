"""The office that stands before a person's name: `Japanese Foreign Minister Masahiko Komura`."""

from articles.citations.word_list import word_list
from events.suggestions.lexicon import Lexicon
from events.suggestions.name_words import MODIFIERS, NO_NAMES
from events.suggestions.reading import Word

LONGEST = 9  # words
_INSIDE = frozenset(("of", "for", "and", "in", "to"))
_OFFICE_WORDS_OF_NO_NAME = word_list(
    "president presidents prime minister ministers governor mayor chairman general colonel speaker foreign "
    "defense interior finance deputy vice former acting first parliament orthodox opposition army government "
    "special"
)


def office_before(words: list[Word], person: int, lexicon: Lexicon, floor: int = 0) -> tuple[int, int] | None:
    """First and one after last word of the office, the state's adjective included, not reaching back over `floor`."""
    first, head = person, False
    while first > floor and person - first < LONGEST and _belongs(words, first - 1, first, person, lexicon):
        first -= 1
        head = head or words[first].low in lexicon.offices
    while first < person and words[first].low in _INSIDE:
        first += 1
    return (first, person) if head and first < person else None


def _belongs(words: list[Word], place: int, after: int, person: int, lexicon: Lexicon) -> bool:
    word, follower = words[place], words[after]
    if word.sentence != words[person].sentence or word.hidden:
        return False
    if word.low in lexicon.offices or word.low in MODIFIERS:
        return True
    if word.low in _INSIDE:
        return (
            after < person and place > 0 and (words[place - 1].text[0].isupper() or _is_head(words[place - 1], lexicon))
        )
    if word.text[0].isupper():
        return word.low in _OFFICE_WORDS_OF_NO_NAME or word.low not in NO_NAMES
    return _is_head(follower, lexicon) and follower.text[0].islower() and word.low in _OFFICE_WORDS_OF_NO_NAME


def _is_head(word: Word, lexicon: Lexicon) -> bool:
    return word.low in lexicon.offices
