"""Which parser reads a file: the table of formats, each recognised by content."""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from articles.importing.parsers import csv, html, jsonl, text, wxr
from articles.importing.records import ArticleRecord, Problem

HEAD = 65_536


class Parser(Protocol):
    """What each module in `parsers` offers."""

    FORMAT: str

    def looks_like(self, head: str) -> bool: ...

    def parse(self, data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]: ...


# In the order in which they are asked: the more particular a format, the earlier.
PARSERS: dict[str, Parser] = {parser.FORMAT: parser for parser in (jsonl, wxr, html, csv, text)}


def parser_for(head: bytes) -> Parser | None:
    """The parser of a file that starts with these bytes; None when no format fits."""
    words = _decoded(head[:HEAD])
    return next((parser for parser in PARSERS.values() if parser.looks_like(words)), None)


def _decoded(head: bytes) -> str:
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return head.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
