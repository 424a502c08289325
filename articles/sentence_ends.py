# ruff: noqa: RUF001 (quotation marks and dashes as printed)
"""Where the sentences of one paragraph begin and end.

A sentence can end only at a blank, after a word that carries a stop. Three questions decide: is the stop part of the
word (an abbreviation, an initial, a list number), does what follows look like a beginning, and does a bracket hold
the words together. In doubt two sentences stay one: a span too long is seen at once, half a sentence is no evidence.
Each word is looked at once with at most three words after it, so the time is linear.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

STOPS = ".!?…‥‽⁇⁈⁉。！？｡؟۔"
OPENERS = "\"'“”„‟‘’‚«‹([{<¿¡"
CLOSERS = "\"'”’“»›)]}>"
LEADERS = "–—―-•*·"  # a dash or a bullet before a sentence
LONGEST_ASIDE = 600  # code points; a bracket that stays open longer is a misprint


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _listed(
    """mr mrs ms mme mlle messrs dr drs prof profs gen gens col cols lt maj capt cmdr cdr adm sgt cpl brig pvt rev fr
    msgr hon sen sens rep reps gov govs pres amb supt insp"""
)
LINKS = _listed("vs viz cf e.g i.e")
ABBREVIATIONS = _listed(
    """st ste mt ft jr sr bros co cos corp inc ltd plc etc al dept univ assn ave blvd rd sec dep asst min est
    approx incl esp yu ye ya zh kh ch sh ts shch dzh"""
)
NUMBERED = _listed("no nos nr p pp vol vols art arts ch fig figs para paras par sect c ca op")
MONTHS = _listed("jan feb mar apr jun jul aug sep sept oct nov dec")
WEEKDAYS = _listed("mon tue tues wed thu thur thurs fri sat sun")
SHORT_DAYS = MONTHS | WEEKDAYS
LONG_MONTHS = _listed("january february march april may june july august september october november december")
LONG_WEEKDAYS = _listed("monday tuesday wednesday thursday friday saturday sunday")
HALVES_OF_DAY = _listed("a.m p.m")
# Words that begin a sentence and no name: after "U.S." only these show that the sentence is over.
BEGINNINGS = _listed(
    """The A An This That These Those He She It They We You I His Her Its Their Our My There Here In On At By For From
    With After Before During Since Until While When Where As If Although Though However Moreover Meanwhile Nevertheless
    Instead But And Or Nor Yet So Both Some Many Most All Not Now Then Thus What Who Why How Also According Earlier
    Later Yesterday Today Tomorrow Despite Because Such Each Another Only Once Even Still Neither Either Nobody
    Nothing No Following Among Between Without Against Like Unlike Indeed Perhaps Asked Speaking Whether Whatever"""
)

WORD = re.compile(r"\S+")
BRACKET = re.compile(r"[()]")
FOOTNOTE = re.compile(r"\[\d{1,3}\]")
LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[^\W\d_]|[IVXivx]{1,5})[.)]")
DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
NAME_WITH_ARTICLE = re.compile(r"(?:a[lnrst]|ash|e[ln]|[dl])[-'’](?=[^\W\d_])")
ROMAN = re.compile(r"[IVXLC]{1,8}[,;:)]*")
A_MONTH = r"(?:Jan|Feb|March|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
DATED_ASIDE = re.compile(rf"\b{A_MONTH}\.?\s+\d|\d\s+{A_MONTH}\b")
CITATION = re.compile(rf"[^\W\d_][^,;()]*,\s+{A_MONTH}\b[^()]*\d")
NAMES_ASIDE = re.compile(r"[A-Z][\w.&’'-]*(?:(?:[,;]?\s+(?:and|of|the)\b|[,;])?\s+[A-Z][\w.&’'-]*)*")


class Stop(Enum):
    """What the end of a word says of the sentence."""

    NONE = "no stop, or one that belongs to the word"
    WEAK = "over only if the next word begins sentences and no name"
    FIRM = "over if the next word can begin a sentence"


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def sentence_bounds(paragraph: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence: no blank at an end, nothing but blanks between."""
    words = [_Word(word.start(), word.end(), word[0]) for word in WORD.finditer(paragraph)]
    asides = _Asides(paragraph)
    first, stop = 0, Stop.NONE
    for place, word in enumerate(words):
        if word.text[-1].isalnum():
            stop = Stop.NONE
            continue
        following = [later.text for later in words[place + 1 : place + 4]]
        stop = _stop_of(word.text, following, stop, place == first)
        stop = asides.weigh(stop, words[first].start, word, words[place + 1 : place + 2])
        if following and _over(stop, following):
            yield words[first].start, word.end
            first, stop = place + 1, Stop.NONE
    if words:
        yield words[first].start, words[-1].end


def _over(stop: Stop, following: list[str]) -> bool:
    if stop is Stop.FIRM:
        return _begins(following)
    return stop is Stop.WEAK and _begins_for_sure(following[0])


def _stop_of(word: str, following: list[str], before: Stop, first: bool) -> Stop:
    """The stop a word carries; a closing quotation mark that stands alone has that of the word before it."""
    core = _without_closers(word)
    if not core:
        return before
    bare = core.rstrip(STOPS)
    if bare == core or (first and LIST_NUMBER.fullmatch(word)) or _is_mark_in_brackets(word):
        return Stop.NONE
    return _stop_of_abbreviation(bare, following) if core[len(bare) :] == "." else Stop.FIRM


def _without_closers(word: str) -> str:
    core = word.rstrip(CLOSERS)
    # "treaty.[1]" ends its sentence, the "[1]" is cut with what closes the word.
    note = core.rfind("[")
    if note > 0 and (found := FOOTNOTE.match(word, note)) and found.end() == len(word):
        core = core[:note].rstrip(CLOSERS)
    return core


def _is_mark_in_brackets(word: str) -> bool:
    """Such as "(!)", "(?)", "[...]": a remark on the words, not an end."""
    return word[0] in "([" and not word.strip(OPENERS + CLOSERS + STOPS)


def _stop_of_abbreviation(bare: str, following: list[str]) -> Stop:
    word = re.split(r"[-–—/]", bare.lstrip(OPENERS))[-1]
    following_word = following[0].lstrip(OPENERS) if following else ""
    key = word.casefold()
    if key in LINKS or (key in TITLES and word[:1].isupper()):
        return Stop.NONE
    if key in HALVES_OF_DAY:
        return Stop.NONE if _names_a_time(following) else Stop.FIRM
    if key in NUMBERED and (following_word[:1].isdigit() or _is_roman(key, following_word)):
        return Stop.NONE
    if key in SHORT_DAYS and word[:1].isupper():
        return Stop.NONE if following_word[:1].isdigit() or _is_month(following_word) else Stop.FIRM
    return Stop.WEAK if key in ABBREVIATIONS or _is_initial(word) or DOTTED.fullmatch(word) else Stop.FIRM


def _is_roman(key: str, word: str) -> bool:
    return key not in {"no", "p", "c"} and bool(ROMAN.fullmatch(word))


def _is_initial(word: str) -> bool:
    return len(unicodedata.normalize("NFC", word)) == 1 and word.isalpha()


def _names_a_time(following: list[str]) -> bool:
    """Whether "Tuesday", "May 28", "GMT", "Moscow time" follows a time of day."""
    if not following:
        return False
    word = following[0].strip(OPENERS + CLOSERS + STOPS + ",;")
    zone = len(word) > 1 and word.isupper() and word.isalpha()
    weekday = word.casefold() in LONG_WEEKDAYS or word.casefold() in WEEKDAYS
    return zone or weekday or _is_month(word) or (len(following) > 1 and following[1].startswith("time"))


def _is_month(word: str) -> bool:
    key = word.strip(".,;").casefold()
    return key in MONTHS or key in LONG_MONTHS


def _begins(following: list[str]) -> bool:
    """Whether the first of these words can begin a sentence; a dash or a bullet leaves it to the word after it."""
    for word in following:
        if not word.strip(CLOSERS + STOPS):
            return False
        if bare := word.lstrip(OPENERS + LEADERS + STOPS + CLOSERS):
            return _is_beginning(bare)
    return False


def _is_beginning(word: str) -> bool:
    if article := NAME_WITH_ARTICLE.match(word):
        return word[article.end()].isupper() or word[0].isupper()
    letter = word[0]
    if letter.isalpha():
        return not letter.islower()
    return letter.isdigit() or unicodedata.category(letter) in {"Sc", "So"}


def _begins_for_sure(word: str) -> bool:
    return word.lstrip(OPENERS + LEADERS).rstrip(CLOSERS + ",:;") in BEGINNINGS


class _Asides:
    """The round brackets of a paragraph, asked from left to right: a bracket in mid-sentence holds it together."""

    def __init__(self, paragraph: str) -> None:
        self.paragraph = paragraph
        self.closings = _pairs(paragraph)
        self.openings = sorted(self.closings, reverse=True)
        self.held = (-1, -1)  # the bracket in mid-sentence that closes last
        self.cited = -1  # where a citation closes that stands after the stop of its sentence

    def weigh(self, stop: Stop, start: int, word: _Word, following: list[_Word]) -> Stop:
        """The stop of a word of the sentence from `start`, as the brackets around and after it leave it."""
        self._enter(start, word)
        if word.end <= self.held[1]:
            return Stop.NONE
        if word.start <= self.cited < word.end and not self._rest(word, self.cited).strip(CLOSERS + STOPS):
            stop = Stop.FIRM
        elif word.start <= self.held[1] and stop is Stop.FIRM and self._ends_inside(word):
            stop = Stop.WEAK
        return Stop.NONE if stop is Stop.FIRM and following and self._takes_citation(following[0].start) else stop

    def _enter(self, start: int, word: _Word) -> None:
        while self.openings and self.openings[-1] < word.end:
            opening = self.openings.pop()
            closing = self.closings[opening]
            in_mid_sentence = self.paragraph[start : min(opening, start + 8)].strip(OPENERS + LEADERS)
            if in_mid_sentence and self.held[1] < closing <= opening + LONGEST_ASIDE:
                self.held = (opening, closing)

    def _ends_inside(self, word: _Word) -> bool:
        """Whether the stop stands before the closing bracket, as in "(sic!)", and the bracket is no citation."""
        opening, closing = self.held
        outside = self._rest(word, closing).strip(CLOSERS)
        return not outside and not _is_citation(self.paragraph[opening + 1 : closing])

    def _rest(self, word: _Word, bracket: int) -> str:
        return self.paragraph[bracket + 1 : word.end]

    def _takes_citation(self, opening: int) -> bool:
        closing = self.closings.get(opening, -1)
        if not opening < closing <= opening + LONGEST_ASIDE or not _is_citation(self.paragraph[opening + 1 : closing]):
            return False
        self.cited = closing
        return True


def _pairs(paragraph: str) -> dict[int, int]:
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    for bracket in BRACKET.finditer(paragraph):
        if bracket[0] == "(":
            open_brackets.append(bracket.start())
        elif open_brackets:
            pairs[open_brackets.pop()] = bracket.start()
    return pairs


def _is_citation(aside: str) -> bool:
    """Whether the words in brackets name a source, as "Kyodo, May 28-29" does and "He was ill." does not."""
    if aside.endswith(tuple(STOPS)):
        return bool(CITATION.fullmatch(aside.rstrip(STOPS)))
    return bool(aside[:4].casefold() == "see " or DATED_ASIDE.search(aside) or NAMES_ASIDE.fullmatch(aside))
