"""The opening of an article in plain text: title, header, dates and byline, line by line until the text begins."""

import re
from dataclasses import dataclass, field

from articles.citations.roman import roman_number
from articles.citations.word_list import word_list
from articles.importing.header import Header, HeaderLine, combine, read_header_line, same_name
from articles.importing.header_date import HeaderDate, read_dates
from articles.importing.records import LONGEST_TITLE

_RULE = re.compile(r"\s*([-=_*~#•·+—–.])(?:\s*\1){2,}\s*")
_BYLINE = re.compile(r"by:?\s+(?P<author>[^\W\d_][^!?;:]{1,120})", re.IGNORECASE)
_SMALL_WORDS = word_list("and of the in for de la van von der del")
_SMALL_LETTER = re.compile("[a-z]")
_LONGEST_TITLE_LINE = 300


def is_rule(line: str) -> bool:
    """`* * *`, `-----`: a mark between articles that is no text."""
    return _RULE.fullmatch(line) is not None


def is_title(line: str) -> bool:
    """A line in capitals: at least two words or five letters, and no number of a part such as `III.`"""
    if _SMALL_LETTER.search(line) is not None:
        return False
    words = line.split()
    letters = [character for character in line if character.isalpha()]
    if len(line) > _LONGEST_TITLE_LINE or len(letters) < 4 or (len(words) < 2 and len(letters) < 5):
        return False
    return not any(map(str.islower, letters)) and any(map(str.isupper, letters)) and not _is_part_number(line)


def byline_author(line: str) -> str:
    """The author of a line that is nothing but a byline; empty for any other."""
    match = _BYLINE.fullmatch(line.strip())
    words = match["author"].split() if match else []
    if not words or len(words) > 12 or (words[-1].endswith(".") and len(words[-1]) > 4):
        return ""
    named = all(word[0].isupper() or word.casefold() in _SMALL_WORDS or not word[0].isalpha() for word in words)
    return " ".join(words) if named and words[0][0].isupper() else ""


@dataclass(slots=True)
class Opening:
    """What stands before an article's text; `inherited` is the header under which an item without its own stands.

    `beside` are parts of a header that are stated apart from the lines, as in a page's `<title>`.
    """

    line: int = 0
    inherited: Header | None = None
    beside: list[HeaderLine] = field(default_factory=list)
    title_lines: list[str] = field(default_factory=list)
    title_length: int = 0
    header_lines: list[HeaderLine] = field(default_factory=list)
    dates: list[HeaderDate] = field(default_factory=list)
    byline: str = ""

    @property
    def is_before_first_header(self) -> bool:
        return self.inherited is None and not self.header_lines

    @property
    def is_empty(self) -> bool:
        return not (self.title_lines or self.header_lines or self.dates or self.byline)

    def header(self) -> Header:
        """Its own header with the dates beside it, else the inherited one."""
        if self.header_lines or self.inherited is None:
            return combine([*self.header_lines, *self.beside], self.dates)
        return self.inherited

    def title(self) -> str:
        """The title lines as one, but for those that only repeat the name of the publication."""
        name = self.header().publication
        lines = [line for line in self.title_lines if not (name and same_name(line, name))]
        return " ".join(lines)

    def take(self, line: str, number: int, is_heading: bool = False) -> bool:
        """Whether the line belongs to the opening, which then holds it."""
        words = " ".join(line.split())
        if not words or is_rule(words):
            return True
        self.line = self.line or number
        as_a_part = self._take_header(words) or self._take_date(words) or self._take_byline(words)
        return as_a_part or self._take_title(words, is_heading)

    def _take_header(self, words: str) -> bool:
        found = read_header_line(words)
        if found is None:
            return False
        self.header_lines.append(found)
        return True

    def _take_date(self, words: str) -> bool:
        dates = read_dates(words)
        self.dates += dates or []
        return dates is not None

    def _take_byline(self, words: str) -> bool:
        author = byline_author(words)
        if not author or self.byline:
            return False
        self.byline = author
        return True

    def _take_title(self, words: str, is_heading: bool) -> bool:
        if not (self.is_before_first_header or is_heading or is_title(words)):
            return False
        self.title_length += len(words) + 1
        if self.title_length <= 2 * LONGEST_TITLE:
            self.title_lines.append(words)
        return True


def _is_part_number(line: str) -> bool:
    return roman_number(line.strip(" .()")) is not None
