# ruff: noqa: RUF001 (quotation marks and dashes as printed)
"""The text of an article: one normal form, and the paragraphs, sentences and words found in it.

Every offset of the system is a half-open range of Unicode code points of a normalised text, so every way in (import,
admin form, API) passes through `normalise` and nothing else may change a text afterwards.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from articles.sentence_ends import sentence_bounds

MAX_CODE_POINTS = 200_000
MAX_COMBINING_MARKS = 100  # in one go: sorting them takes quadratic time, and no writing needs a tenth of it

BYTE_ORDER_MARK = "\ufeff"
BLANKS = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))  # category Zs
NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))

LINE_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")
OTHER_BREAKS = "\r\u0085\u2028\u2029"
EMPTY_LINES = re.compile(r"\n{3,}")
PARAGRAPH_BREAK = re.compile(r"\n\n+")
FORBIDDEN = re.compile(rf"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff{NONCHARACTERS}]")
FAR_FROM_ASCII = re.compile(rf"[^\x00-\x7f]{{{MAX_COMBINING_MARKS + 1},}}")
# What unaccent() of PostgreSQL folds and Unicode does not decompose.
LETTERS_WITHOUT_ACCENT = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ŋ": "n", "ı": "i"}
)


class TextRefused(ValueError):
    """A text that cannot be stored as it is: `code` says what is wrong, `line` (from 1) and `code_point` where."""

    def __init__(self, message: str, code: str, line: int | None = None, code_point: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.line = line
        self.code_point = code_point


class Stretch(NamedTuple):
    """A half-open range of code points."""

    start: int
    end: int


def normalise(raw: str, limit: int | None = MAX_CODE_POINTS) -> str:
    """The one form in which a text is stored; idempotent. Raises TextRefused.

    `limit=None` is for a file that holds several articles and is cut afterwards.
    """
    text = _with_plain_breaks(raw.removeprefix(BYTE_ORDER_MARK)).replace("\t", " ")
    _refuse_endless_accents(text)
    text = unicodedata.normalize("NFC", text)
    _refuse_forbidden(text)
    text = "\n".join(line.rstrip(BLANKS) for line in text.split("\n"))
    text = (EMPTY_LINES.sub("\n\n", text) if "\n\n\n" in text else text).strip("\n")
    _refuse_second_mark(text)
    _refuse_length(text, limit)
    return text


def paragraphs(text: str) -> list[Stretch]:
    """The blocks of a normalised text that are parted by an empty line, without that line."""
    found = []
    start = 0
    for gap in PARAGRAPH_BREAK.finditer(text):
        found.append(Stretch(start, gap.start()))
        start = gap.end()
    found.append(Stretch(start, len(text)))
    return [block for block in found if block.start < block.end]


def sentences(text: str) -> list[Stretch]:
    """The sentences in order: none crosses a paragraph or has a blank at an end; together they hold every word."""
    return list(_sentences(text))


def first_words(text: str, limit: int = 80) -> str:
    """A working title: the first sentence, or as many whole words of it as fit, then an ellipsis."""
    first = next(_sentences(text), Stretch(0, 0))
    words = text[first.start : first.end].split()
    title = " ".join(words)
    return title if len(title) <= limit else _cut_at_word(title, limit)


def occurrences(text: str, quote: str) -> list[int]:
    """Where the quote begins, each time it stands in the text, overlapping ones included."""
    if not quote:
        return []
    shift = len(quote) - _longest_border(quote)
    return _stepwise(text, quote, shift) if 2 * shift >= len(quote) else _one_by_one(text, quote)


def sort_key(name: str) -> str:
    """The name without accents and capitals, for a database that sorts by code point."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", " ".join(bare.casefold().translate(LETTERS_WITHOUT_ACCENT).split()))


def sha256(text: str) -> str:
    """The hash of the text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _with_plain_breaks(text: str) -> str:
    """Patterns cost ten times as much as a look whether there is anything for them."""
    return LINE_BREAK.sub("\n", text) if any(mark in text for mark in OTHER_BREAKS) else text


def _refuse_endless_accents(text: str) -> None:
    if len(text) - len(text.encode("ascii", "ignore")) <= MAX_COMBINING_MARKS:
        return
    for run in FAR_FROM_ASCII.finditer(text):
        marks = 0
        for position in range(run.start(), run.end()):
            marks = marks + 1 if unicodedata.combining(text[position]) else 0
            if marks > MAX_COMBINING_MARKS:
                message = f"more than {MAX_COMBINING_MARKS} accents stand on one letter; delete those that mean nothing"
                raise _refused(text, position, "too_many_accents", message)


def _refuse_forbidden(text: str) -> None:
    if text.replace("\n", "").isprintable():
        return  # as nearly all are, and told in a tenth of the time
    if found := FORBIDDEN.search(text):
        code = _kind_of_forbidden(found[0])
        advice = f"a {code.replace('_', ' ')} cannot be stored; delete it or put in the character that was meant"
        raise _refused(text, found.start(), code, advice)


def _kind_of_forbidden(character: str) -> str:
    kinds = {"Cc": "control_character", "Cs": "lone_surrogate"}
    return kinds.get(unicodedata.category(character), "noncharacter")


def _refuse_second_mark(text: str) -> None:
    # Dropping one mark and leaving the next at the start would make a second pass change the text again.
    if text.startswith(BYTE_ORDER_MARK):
        message = "a second byte order mark stands before the text; delete it (it is invisible in most editors)"
        raise _refused(text, 0, "second_byte_order_mark", message)


def _refuse_length(text: str, limit: int | None) -> None:
    if limit is not None and len(text) > limit:
        message = f"The text has {len(text):,} characters and {limit:,} are allowed: split it into several articles."
        raise TextRefused(message, "too_long")


def _refused(text: str, position: int, code: str, advice: str) -> TextRefused:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    code_point = f"U+{ord(text[position]):04X}"
    return TextRefused(f"Line {line}, character {column}, {code_point}: {advice}.", code, line, code_point)


def _sentences(text: str) -> Iterator[Stretch]:
    for block in paragraphs(text):
        for start, end in sentence_bounds(text[block.start : block.end]):
            yield Stretch(block.start + start, block.start + end)


def _cut_at_word(title: str, limit: int) -> str:
    """At most `limit` code points, the ellipsis included."""
    room = title[:limit]
    kept, blank, _ = room.rpartition(" ")
    return (kept if blank else room[:-1]).rstrip(" ,;:–—-(“‘„«") + "…"


def _longest_border(quote: str) -> int:
    return _borders(quote)[-1]


def _borders(quote: str) -> list[int]:
    """For each beginning of the quote the longest shorter beginning that also ends it (Knuth, Morris, Pratt)."""
    borders = [0] * len(quote)
    length = 0
    for place in range(1, len(quote)):
        while length and quote[place] != quote[length]:
            length = borders[length - 1]
        length += quote[place] == quote[length]
        borders[place] = length
    return borders


def _stepwise(text: str, quote: str, shift: int) -> list[int]:
    found = []
    place = text.find(quote)
    while place >= 0:
        found.append(place)
        place = text.find(quote, place + shift)
    return found


def _one_by_one(text: str, quote: str) -> list[int]:
    """The slower way for a quote that repeats itself, where stepping would take quadratic time."""
    borders, found, length = _borders(quote), [], 0
    for place, letter in enumerate(text):
        while length and (length == len(quote) or letter != quote[length]):
            length = borders[length - 1]
        length += letter == quote[length]
        if length == len(quote):
            found.append(place - length + 1)
    return found
