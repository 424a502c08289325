"""Articles in a run of lines, each starting with a header or a title: what text, pages and posts have in common.

- Text before the first header is the title, in any case; after a header only a line in capitals is, or a heading.
- In running text a header starts an article as the first line of a block, or where a sentence has ended and nothing
  but an opening follows; a line in capitals only as the first line of a block. Such an item is one of the same issue.
- Dates and bylines that stand alone between header and text belong to the opening. Rules between articles are no text.
"""

from collections import deque
from collections.abc import Iterator
from itertools import islice

from articles.importing.header import Header, combine, read_header_line
from articles.importing.header_date import read_dates
from articles.importing.lines import Line
from articles.importing.opening import Opening, byline_author, is_title
from articles.importing.printed_article import PrintedArticle
from articles.importing.records import ArticleRecord, Problem

_HEADER_HEIGHT = 8
_SENTENCE_ENDS = (".", "!", "?", ")", "”", '"', "…")


def articles_in(lines: Iterator[Line], path: str, opening: Opening | None = None) -> Iterator[ArticleRecord | Problem]:
    """The articles of the lines in order, and what stands in the way of any; `opening` is what is known beforehand."""
    article = PrintedArticle(path, opening or Opening())
    for line, before, after in _with_neighbours(lines):
        opening = _next_opening(article, line, before, after)
        if opening is not None:
            yield from article.finish()
            article = PrintedArticle(path, opening)
        article.take(line)
    yield from article.finish(at_end=True)


def _with_neighbours(lines: Iterator[Line]) -> Iterator[tuple[Line, str, list[str]]]:
    """Each line with the text of the one before and of those that follow, as far as a header may reach."""
    before = ""
    window = deque(islice(lines, _HEADER_HEIGHT))
    while window:
        line = window.popleft()
        window.extend(islice(lines, 1))
        yield line, before, [following.text for following in window]
        before = line.text.strip()


def _next_opening(article: PrintedArticle, line: Line, before: str, after: list[str]) -> Opening | None:
    """The opening that this line starts while an article's text is under way; None when the text goes on."""
    if not article.has_text or not line.text.strip():
        return None
    header = _header_at(line.text, after)
    if header is not None and (not before or _parts_a_block(header, before, after)):
        return Opening(line.number, article.opening.header(), dates=article.give_back_dates())
    if not before and _is_headline(line, after):
        return Opening(line.number, article.opening.header())
    return None


def _is_headline(line: Line, after: list[str]) -> bool:
    """A line in capitals; or what the markup calls a heading, where a header follows it."""
    if is_title(line.text):
        return not _goes_on(after)
    following = next((text for text in after if text.strip()), "")
    return line.is_heading and read_header_line(following) is not None


def _header_at(line: str, after: list[str]) -> Header | None:
    """The header that starts here, with volume and issue on this or the next lines; None for prose."""
    if read_header_line(line) is None:
        return None
    found = []
    for index, text in enumerate([line, *after]):
        part = read_header_line(text)
        if part is None:
            if _goes_on([line, *after][index:]):
                return None
            break
        found.append(part)
    header = combine(found)
    named_in_part = found[0].labelled and header.publication and (header.names_volume or header.names_issue)
    return header if header.is_whole or named_in_part else None


def _parts_a_block(header: Header, before: str, after: list[str]) -> bool:
    """In the middle of a block: only a header with a name, after a sentence's end and before an opening or a blank."""
    following = after[0].strip() if after else ""
    opens = not following or is_title(following) or read_dates(following) is not None
    opens = opens or read_header_line(following) is not None
    return bool(header.publication) and before.endswith(_SENTENCE_ENDS) and opens


def _goes_on(after: list[str]) -> bool:
    return bool(after) and after[0].strip()[:1].islower() and not byline_author(after[0])
