"""A WordPress export cut into its items as a stream: memory holds one item at a time, and a bad one spoils no other.

`<item>` and `</item>` count only where they are markup, not in CDATA or comments. Declarations of entities, which no
export has, refuse the file before anything is read.
"""

import io
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.importing.decoding import Encoding
from articles.importing.problems import ProblemCode
from articles.importing.refusal import Refused

LONGEST_ITEM = 5_000_000
_CHUNK = 1 << 20
_TOKEN = re.compile(r"<item[\s>]|</item\s*>|<!\[CDATA\[|\]\]>|<!--|-->|<!(?:DOCTYPE|ENTITY)\b")
_LONGEST_TOKEN = 16
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}


@dataclass(frozen=True, slots=True)
class Item:
    """The source of one item, or of the head before all items (`is_head`); `line` is where it starts."""

    line: int
    source: str
    is_head: bool = False
    too_long: bool = False
    is_cut: bool = False


def items_of(file: BinaryIO, encoding: Encoding) -> Iterator[Item]:
    """The head, then the items in order. Raises Refused where the file declares entities."""
    reader = io.TextIOWrapper(file, encoding.codec, newline=None)
    try:
        yield from _Cutter().items(reader)
    finally:
        reader.detach()


class _Cutter:
    """Follows the tokens through the chunks of a file."""

    def __init__(self) -> None:
        self._until = ""  # what ends the CDATA section or comment under way
        self._line = 1
        self._item_line = 1
        self._source: list[str] = []
        self._length = 0
        self._place = "head"  # head, item, or between

    def items(self, reader: io.TextIOWrapper) -> Iterator[Item]:
        text = ""
        while chunk := reader.read(_CHUNK):
            text += chunk
            position = 0
            while (match := _TOKEN.search(text, position)) is not None and match.end() <= len(text):
                position = yield from self._token(text, position, match)
            rest = max(position, len(text) - _LONGEST_TOKEN)
            self._take(text[position:rest])
            text = text[rest:]
        self._take(text)
        if self._place != "between":
            yield self._cut(is_cut=self._place == "item")

    def _token(self, text: str, position: int, match: re.Match[str]) -> Generator[Item, None, int]:
        """Takes the text up to the token, and the token; returns where the search goes on."""
        token = match[0]
        if self._until:
            self._until = "" if token == self._until else self._until
        elif token in _ENDS:
            self._until = _ENDS[token]
        elif token.startswith("<!"):
            raise Refused(
                ProblemCode.FORBIDDEN_XML,
                self._line_at(text, position, match),
                what="a document type" if token.endswith("DOCTYPE") else "entities",
            )
        elif token.startswith("<item"):
            self._take(text[position : match.start()])
            if self._place != "between":
                yield self._cut(is_cut=self._place == "item")
            self._place, self._item_line = "item", self._line
            self._take(token)
            return match.end()
        elif token.startswith("</item") and self._place == "item":
            self._take(text[position : match.end()])
            yield self._cut()
            return match.end()
        self._take(text[position : match.end()])
        return match.end()

    def _line_at(self, text: str, position: int, match: re.Match[str]) -> int:
        return self._line + text.count("\n", position, match.start())

    def _take(self, words: str) -> None:
        self._line += words.count("\n")
        self._length += len(words)
        if self._place != "between" and self._length <= LONGEST_ITEM:
            self._source.append(words)

    def _cut(self, is_cut: bool = False) -> Item:
        too_long = self._length > LONGEST_ITEM
        source = "" if too_long else "".join(self._source)
        item = Item(self._item_line, source, self._place == "head", too_long, is_cut)
        self._source, self._length, self._place = [], 0, "between"
        return item
