"""A page of HTML as lines: what a reader would see as a line or a paragraph, with where it stands in the markup.

The markup passes as a stream of tags: no tree is built, nothing of it is kept, nothing in it is executed or fetched.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from articles.citations.word_list import word_list
from articles.importing.page_furniture import is_furniture

_BLOCKS = word_list(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 "
    "h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead title tr ul"
)
_HEADINGS = word_list("h1 h2 h3")
_CELLS = word_list("td th dt dd")
_ROWS = word_list("tr dt")
_MAIN = word_list("main article")
_AS_TYPED = word_list("pre xmp plaintext listing")
_BLANKS = re.compile(r"[ \t\n\r\f\u00a0]+")
_BLANKS_IN_LINE = re.compile(r"[ \t\f\u00a0]+")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page; an empty one parts blocks.

    `cell` is (row, column) in a table or a list of definitions, `is_linked` a line of nothing but links,
    `in_main` one in the part that the page calls its article.
    """

    number: int
    text: str
    is_heading: bool = False
    is_linked: bool = False
    in_main: bool = False
    cell: tuple[int, int] | None = None


@dataclass(slots=True)
class Page:
    """What a page shows: its lines, and its `<title>`."""

    title: str
    lines: list[PageLine]


def read_page(markup: Iterable[str], *, keeps_breaks: bool = False) -> Page:
    """The page of these source lines; `keeps_breaks` where a line break in running text is one, as in a post."""
    gatherer = _Gatherer(keeps_breaks)
    parser = etree.HTMLParser(target=gatherer, huge_tree=True)
    for number, line in enumerate(markup, start=1):
        gatherer.source_line = number
        parser.feed(f"{line}\n")
    parser.feed("<p>")  # so that a page without a tag is one, too
    parser.close()
    return Page(" ".join("".join(gatherer.title).split()), gatherer.lines)


@dataclass(slots=True)
class _Gatherer:
    """Hears the tags and words of a page in order, as lxml tells them."""

    keeps_breaks: bool
    source_line: int = 1
    title: list[str] = field(default_factory=list)
    lines: list[PageLine] = field(default_factory=list)
    _skips: list[bool] = field(default_factory=list)  # of each open element, whether it is no part of the text
    _skipping: int = 0
    _open: Counter[str] = field(default_factory=Counter)
    _words: list[str] = field(default_factory=list)  # of the line under way
    _number: int = 1
    _has_linked: bool = False
    _has_unlinked: bool = False
    _row: int = 0
    _column: int = 0
    _cells: list[tuple[int, int]] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        skips = self._skipping > 0 or is_furniture(tag, attributes)
        self._skips.append(skips)
        self._skipping += skips
        if not skips:
            self._enter(tag)
        self._open[tag] += 1
        if not self._words:
            self._number = self.source_line

    def end(self, tag: str) -> None:
        skips = self._skips.pop() if self._skips else False
        self._skipping -= skips
        if not skips and tag in _BLOCKS:
            self._break_block()
            if tag in _CELLS and self._cells:
                self._cells.pop()
        self._open[tag] -= 1

    def data(self, words: str) -> None:
        if self._skipping:
            return
        if self._open["title"] > 0:
            self.title.append(words)
        elif self.keeps_breaks or self._is_in(_AS_TYPED):
            self._take_as_typed(words)
        else:
            self._take(_BLANKS.sub(" ", words))

    def comment(self, words: str) -> None:
        """Nothing that a reader sees."""

    def close(self) -> None:
        self._break_block()

    def _enter(self, tag: str) -> None:
        if tag == "br":
            self._break_line()
        if tag in _BLOCKS:
            self._break_block()
        if tag in _ROWS:
            self._row, self._column = self._row + 1, 0
        if tag in _CELLS:
            self._cells.append((self._row, self._column))
            self._column += 1

    def _take_as_typed(self, words: str) -> None:
        for index, line in enumerate(_LINE_BREAK.split(words)):
            if index:
                self._break_line()
            self._take(_BLANKS_IN_LINE.sub(" ", line))

    def _take(self, words: str) -> None:
        if not words.strip():
            self._words += [words] if self._words else []
            return
        self._words.append(words)
        is_linked = self._open["a"] > 0
        self._has_linked |= is_linked
        self._has_unlinked |= not is_linked and any(map(str.isalnum, words))

    def _break_line(self) -> None:
        """Ends the line; where nothing is on it, the block."""
        if not self._end_line():
            self._part_blocks()

    def _break_block(self) -> None:
        self._end_line()
        self._part_blocks()

    def _part_blocks(self) -> None:
        if self.lines and self.lines[-1].text:
            self.lines.append(PageLine(self.source_line, ""))

    def _end_line(self) -> bool:
        words = _BLANKS_IN_LINE.sub(" ", "".join(self._words)).strip()
        if words:
            self.lines.append(self._line(words))
        self._words = []
        self._has_linked = self._has_unlinked = False
        self._number = self.source_line
        return bool(words)

    def _line(self, words: str) -> PageLine:
        return PageLine(
            self._number,
            words,
            is_heading=self._is_in(_HEADINGS),
            is_linked=self._has_linked and not self._has_unlinked,
            in_main=self._is_in(_MAIN),
            cell=self._cells[-1] if self._cells else None,
        )

    def _is_in(self, tags: frozenset[str]) -> bool:
        return any(self._open[tag] > 0 for tag in tags)
