"""Saved pages of a site, of whatever generation: a masthead in a paragraph, in a table, or in the `<title>`.

A page becomes lines, and lines are read as plain text is. What is navigation, script or hidden is left out; of the
markup itself nothing is kept.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from articles.importing.article_lines import articles_in
from articles.importing.decoding import Undecodable, decode
from articles.importing.header import read_header_line
from articles.importing.header_date import read_dates
from articles.importing.lines import Line, as_file
from articles.importing.opening import Opening, byline_author
from articles.importing.page_cells import with_facts_joined
from articles.importing.page_furniture import is_copyright
from articles.importing.page_lines import Page, PageLine, read_page
from articles.importing.page_title import PageTitle, read_title
from articles.importing.problems import ProblemCode
from articles.importing.records import ArticleRecord, Problem
from articles.text import LINE_BREAK

FORMAT = "html"
LONGEST_PAGE = 10_000_000

_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|center|font"
    r"|article|main|section|span|b|i|pre|br|hr|ul|ol|link|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LABEL = re.compile(r"(?:publication|volume|issue|number|date|published)\s*:?", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w:.-]{1,40})", re.IGNORECASE)
_READ_AS_CP1252 = ("windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "utf-8", "utf8")


def looks_like(head: str) -> bool:
    """A tag of HTML first thing."""
    return _START.match(head.lstrip("\ufeff")) is not None


def parse(data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]:
    """The articles of the page, and what stands in the way of any."""
    raw = as_file(data).read(LONGEST_PAGE + 1)
    if len(raw) > LONGEST_PAGE:
        yield _problem(path, ProblemCode.FILE_TOO_LONG, limit=LONGEST_PAGE)
        return
    try:
        words, encoding = decode(raw)
    except Undecodable as undecodable:
        yield _problem(path, ProblemCode.UNKNOWN_ENCODING, why=str(undecodable))
        return
    charset = _charset(raw) if encoding.is_cp1252 else ""
    if charset:
        yield _problem(path, ProblemCode.UNKNOWN_ENCODING, why=f"the page says that it is {charset}")
        return
    if encoding.is_cp1252:
        yield _problem(path, ProblemCode.CP1252)
    control = _CONTROL.search(words)
    if control is not None:
        line = words.count("\n", 0, control.start()) + 1
        why = f"Line {line} holds the control character U+{ord(control[0]):04X}; save the page again without it."
        yield Problem(path, line, ProblemCode.BAD_TEXT, ProblemCode.BAD_TEXT.says(why=why))
        return
    yield from _articles(read_page(LINE_BREAK.sub("\n", words).split("\n")), path)


def _articles(page: Page, path: str) -> Iterator[ArticleRecord | Problem]:
    lines = with_facts_joined(_text_of(page.lines))
    title = read_title(page.title, [line.text for line in lines if line.is_heading])
    if not any(line.text for line in lines):
        yield _problem(path, ProblemCode.EMPTY_FILE if title.header is None else ProblemCode.NO_TEXT)
        return
    yield from articles_in(map(_line, lines), path, _opening(title, lines))


def _opening(title: PageTitle, lines: list[PageLine]) -> Opening:
    """What the `<title>` says: it stands beside a masthead in the page, or for one where there is none."""
    if title.header is None:
        return Opening()
    if any(read_header_line(line.text) is not None for line in lines):
        return Opening(beside=[title.header])
    has_heading = any(line.is_heading for line in lines)
    words = [title.before] if title.before and not has_heading else []
    return Opening(1, header_lines=[title.header], title_lines=words, title_length=len("".join(words)))


def _text_of(lines: list[PageLine]) -> list[PageLine]:
    """The lines but for menus, what stands outside the part that is the article, and the copyright at the end."""
    kept = [line for line in lines if not line.is_linked or line.is_heading]
    main = [line for line in kept if line.in_main or not line.text]
    if any(line.text for line in main):
        has_header = any(read_header_line(line.text) for line in main)
        kept = [line for line in kept if line.in_main or not line.text or (not has_header and _is_of_masthead(line))]
    while kept and (not kept[-1].text or is_copyright(kept[-1].text)):
        kept.pop()
    return _without_banner(kept)


def _without_banner(lines: list[PageLine]) -> list[PageLine]:
    """Where headings stand before the masthead, they are the title, and the lines around them are the site's."""
    first = next((index for index, line in enumerate(lines) if read_header_line(line.text) is not None), 0)
    before = lines[:first]
    if any(line.is_heading for line in before):
        before = [line for line in before if line.is_heading or not line.text or _belongs_to_opening(line)]
    return [*before, *lines[first:]]


def _belongs_to_opening(line: PageLine) -> bool:
    return bool(read_dates(line.text)) or bool(byline_author(line.text)) or _LABEL.fullmatch(line.text) is not None


def _is_of_masthead(line: PageLine) -> bool:
    return read_header_line(line.text) is not None or bool(read_dates(line.text))


def _line(line: PageLine) -> Line:
    return Line(line.number, line.text, is_heading=line.is_heading)


def _charset(raw: bytes) -> str:
    """The encoding that the page names, where cp1252 does not stand for it."""
    match = _CHARSET.search(raw[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return "" if name in _READ_AS_CP1252 else name


def _problem(path: str, code: ProblemCode, **facts: object) -> Problem:
    return Problem(path, 1, code, code.says(**facts))
