"""A WordPress export: its posts with dates, categories and links. Other items are counted and left out.

A post's text, title, categories and custom fields together are read as a page: a masthead may stand in any of them.
Where it has no date of its own, the day on which the post says that it appeared is the printed one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, BinaryIO

from articles.importing.article_lines import articles_in
from articles.importing.decoding import examine_file
from articles.importing.header import HeaderLine, read_header_line
from articles.importing.lines import Line, as_file
from articles.importing.opening import Opening
from articles.importing.page_lines import PageLine, read_page
from articles.importing.problems import ProblemCode
from articles.importing.records import LONGEST_SECTION, LONGEST_URL, ArticleRecord, Problem
from articles.importing.refusal import Refused
from articles.importing.wxr_items import Item, items_of
from articles.importing.wxr_post import Post, envelope, read_post
from articles.text import TextRefused, normalise

FORMAT = "wxr"

_TAKEN = ("publish", "private", "draft", "pending", "future")
_SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist)\b[^\]\n]{0,500}\]")
_FACTS = ("publication", "volume", "issue", "number")
_NO_SECTIONS = ("uncategorized", "uncategorised")
_XML = re.compile(r"\s*<(?:\?xml\b|rss\b|!DOCTYPE\s+(?!html)\w)")


def looks_like(head: str) -> bool:
    """XML that is no page: anything else of that kind is refused by name."""
    return _XML.match(head.lstrip("\ufeff")) is not None and re.search(r"<html\b", head[:4096], re.IGNORECASE) is None


def parse(data: bytes | BinaryIO, path: str) -> Iterator[ArticleRecord | Problem]:
    """The articles of the posts in order, and what stands in the way of any."""
    left_out: dict[str, LeftOut] = {}
    for read in posts(data, path):
        if isinstance(read, Problem):
            yield read
        elif read.kind == "post" and read.status in _TAKEN:
            yield from _articles(read, path)
        else:
            kind = read.kind if read.kind != "post" else f"{read.kind} ({read.status})"
            left_out.setdefault(kind, LeftOut(read.line)).count += 1
    for kind, items in sorted(left_out.items()):
        message = ProblemCode.LEFT_OUT.says(count=items.count, kind=kind[:60])
        yield Problem(path, items.line, ProblemCode.LEFT_OUT, message)


def posts(data: bytes | BinaryIO, path: str) -> Iterator[Post | Problem]:
    """All items of the export, of whatever kind, one at a time."""
    file = as_file(data)
    encoding = examine_file(file)
    if encoding.why_not:
        yield _problem(path, 1, ProblemCode.UNKNOWN_ENCODING, why=encoding.why_not)
        return
    if encoding.is_cp1252:
        yield _problem(path, 1, ProblemCode.CP1252)
    try:
        items = items_of(file, encoding)
        opening = envelope(next(items, Item(1, "", is_head=True)))
        yield from (_read(item, opening, path) for item in items)
    except Refused as refused:
        yield Problem(path, refused.line or 1, refused.code, str(refused))


@dataclass(slots=True)
class LeftOut:
    """Items of one kind that are no articles: where the first stands, and how many there are."""

    line: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Told:
    """What a post tells beside its text: parts of a masthead, and the sections it was filed under."""

    header: list[HeaderLine] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)


def _read(item: Item, opening: str, path: str) -> Post | Problem:
    try:
        return read_post(item, opening)
    except Refused as refused:
        return Problem(path, refused.line, refused.code, str(refused))


def _articles(post: Post, path: str) -> Iterator[ArticleRecord | Problem]:
    source = _SHORTCODE.sub("", post.fields.get("content:encoded", ""))
    text = read_page(source.splitlines(), keeps_breaks=True).lines
    told = _told(post)
    title = " ".join(post.fields.get("title", "").split())
    lines = [Line(post.line, title, is_heading=True), *map(_line_from(post.text_line), text)]
    is_first = True
    for read in articles_in(iter(lines), path, _opening(post, told, title, text)):
        if isinstance(read, Problem):
            yield read
        else:
            yield _with_facts(read, post, told, is_first)
            is_first = False


def _opening(post: Post, told: _Told, title: str, text: list[PageLine]) -> Opening:
    has_header = any(read_header_line(words) is not None for words in (title, *(line.text for line in text)))
    return Opening(post.line, beside=told.header) if has_header else Opening(post.line, header_lines=told.header)


def _told(post: Post) -> _Told:
    told = _Told()
    for key, value in post.custom:
        if key.casefold() in _FACTS:
            part = read_header_line(f"{key}: {value}")
            told.header.extend([part] if part else [])
    for domain, name in post.categories:
        part = read_header_line(name)
        if part is not None:
            told.header.append(part)
        elif domain == "category" and name and name.casefold() not in _NO_SECTIONS:
            told.sections.append(name)
    return told


def _with_facts(record: ArticleRecord, post: Post, told: _Told, is_first: bool) -> ArticleRecord:
    """The record with the post's day, section and address; the latter leads to its first article."""
    facts: dict[str, Any] = {}
    day = "" if record.date else _day(post)
    facts |= {"date": day, "date_basis": "printed"} if day else {}
    section = _section(told.sections, record.publication)
    facts |= {"section": section} if section else {}
    url = post.fields.get("link", "").strip()
    if is_first and url.startswith(("http://", "https://")) and len(url) <= LONGEST_URL and not url.split()[1:]:
        facts |= {"url": url, "urls": (url,)}
    return replace(record, given=record.given | facts.keys() - {"urls"}, **facts)


def _day(post: Post) -> str:
    """The day of the post as printed; no time zone moves it."""
    words = post.fields.get("wp:post_date", "").strip()[:10]
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return ""


def _section(names: list[str], publication: str) -> str:
    """The categories but for the one that only names the publication."""
    kept = [name for name in dict.fromkeys(names) if name.casefold() != publication.casefold()]
    words = "; ".join(kept)
    try:
        return normalise(words).strip() if len(words) <= LONGEST_SECTION else ""
    except TextRefused:
        return ""


def _line_from(first: int) -> Callable[[PageLine], Line]:
    return lambda line: Line(first + line.number - 1, line.text, is_heading=line.is_heading)


def _problem(path: str, line: int, code: ProblemCode, **facts: object) -> Problem:
    return Problem(path, line, code, code.says(**facts))
