"""Interchange lines: one JSON object a line, each an article. Strict: a line that is not exactly right is a problem.

`null` means "not given". A key that nobody knows or a value of another type refuses its line; the rest goes on.
"""

from collections.abc import Iterator
from typing import Any, BinaryIO

from articles.importing.interchange import record_from
from articles.importing.json_lines import objects
from articles.importing.records import ArticleRecord, Problem
from articles.importing.refusal import Refused

FORMAT = "jsonl"


def looks_like(head: str) -> bool:
    """An object first thing."""
    return head.lstrip("\ufeff \t\r\n").startswith("{")


def parse(data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]:
    """The records of the file line by line, and what stands in the way of any."""
    for read in objects(data, path):
        yield read if isinstance(read, Problem) else _record(*read, path)


def _record(line: int, values: dict[str, Any], path: str) -> ArticleRecord | Problem:
    try:
        return record_from(values, path, line)
    except Refused as refused:
        return Problem(path, line, refused.code, str(refused), values)
