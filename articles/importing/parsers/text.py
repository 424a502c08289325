"""Plain text: one or several articles a file, each starting with a header or a title line in capitals."""

from collections.abc import Iterator
from typing import BinaryIO

from articles.importing.article_lines import articles_in
from articles.importing.decoding import examine_file
from articles.importing.lines import as_file, text_lines
from articles.importing.printed_article import LONGEST_RAW_TEXT
from articles.importing.problems import ProblemCode
from articles.importing.records import ArticleRecord, Problem

FORMAT = "text"


def looks_like(head: str) -> bool:
    """Anything that is not binary: the last format in the table."""
    return "\x00" not in head


def parse(data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]:
    """The articles of the file in order, and what stands in the way of any."""
    file = as_file(data)
    encoding = examine_file(file)
    if encoding.why_not:
        yield _problem(path, ProblemCode.UNKNOWN_ENCODING, why=encoding.why_not)
        return
    if encoding.is_cp1252:
        yield _problem(path, ProblemCode.CP1252)
    yield from articles_in(text_lines(file, encoding, LONGEST_RAW_TEXT), path)


def _problem(path: str, code: ProblemCode, **facts: object) -> Problem:
    return Problem(path, 1, code, code.says(**facts))
