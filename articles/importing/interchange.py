"""The interchange form of an article: the keys of a line, what each may hold, and both ways between line and record."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from articles.dates import DateRefused, Edtf
from articles.importing.problems import ProblemCode
from articles.importing.records import (
    BIGGEST_NUMBER,
    FIELDS,
    LONGEST_BYLINE,
    LONGEST_PUBLICATION,
    LONGEST_SECTION,
    LONGEST_TITLE,
    LONGEST_URL,
    ArticleRecord,
)
from articles.importing.refusal import Refused
from articles.text import TextRefused, normalise

DATE_BASES = ("printed", "derived", "unknown")
STATUSES = ("draft", "in_review", "published", "withdrawn")


def record_from(values: Mapping[str, Any], path: str, line: int) -> ArticleRecord:
    """The record that an interchange object gives. Raises Refused."""
    for key in values:
        if key not in FIELDS:
            raise Refused(ProblemCode.UNKNOWN_KEY, key=repr(key[:60]), keys=", ".join(FIELDS))
    read = {key: _READERS[key](key, value) for key, value in values.items() if value is not None}
    for key, code in (
        ("volume", ProblemCode.NO_VOLUME),
        ("issue", ProblemCode.NO_ISSUE),
        ("text", ProblemCode.NO_TEXT),
    ):
        if not read.get(key):
            raise Refused(code)
    given = frozenset(read)
    _settle_basis(read)
    read["urls"] = tuple(dict.fromkeys([*([read["url"]] if read.get("url") else []), *read.get("urls", ())]))
    return ArticleRecord(path=path, line=line, given=given, **read)


def line_from(record: Mapping[str, Any]) -> str:
    """The record's fields as one line of JSON, keys in their fixed order, without a line break."""
    ordered = {name: record[name] for name in FIELDS if name in record}
    return json.dumps(ordered, ensure_ascii=False, separators=(",", ":"))


def without_by(byline: str) -> str:
    """`By Jane Doe` is stored as `Jane Doe`."""
    return byline[3:].lstrip(" :") if byline[:3].casefold() == "by " or byline[:3].casefold() == "by:" else byline


def _number(key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong_type(key, value, "a whole number")
    if not 1 <= value <= BIGGEST_NUMBER:
        raise Refused(ProblemCode.WRONG_VALUE, key=key, why=f"it must be between 1 and {BIGGEST_NUMBER}.")
    return value


def _line_of(longest: int) -> Callable[[str, object], str]:
    def read(key: str, value: object) -> str:
        words = _string(key, value).strip()
        if "\n" in words:
            raise Refused(ProblemCode.WRONG_VALUE, key=key, why="it must stand on one line.")
        if len(words) > longest:
            raise Refused(ProblemCode.WRONG_VALUE, key=key, why=f"it has more than {longest} characters.")
        return words

    return read


def _byline(key: str, value: object) -> str:
    return without_by(_line_of(LONGEST_BYLINE)(key, value))


def _date(key: str, value: object) -> str:
    words = _string(key, value)
    try:
        return str(Edtf.parse(words)) if words else ""
    except DateRefused as refused:
        raise Refused(ProblemCode.WRONG_VALUE, key=key, why=str(refused)) from refused


def _one_of(allowed: tuple[str, ...]) -> Callable[[str, object], str]:
    def read(key: str, value: object) -> str:
        words = _string(key, value)
        if words not in allowed:
            raise Refused(ProblemCode.WRONG_VALUE, key=key, why=f"it must be one of {', '.join(allowed)}.")
        return words

    return read


def _url(key: str, value: object) -> str:
    words = _line_of(LONGEST_URL)(key, value)
    if words and not words.startswith(("http://", "https://")):
        raise Refused(ProblemCode.WRONG_VALUE, key=key, why="an address starts with http:// or https://.")
    return words


def _urls(key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _wrong_type(key, value, "a list of addresses")
    return tuple(filter(None, (_url(key, one) for one in value)))


def _string(key: str, value: object) -> str:
    if not isinstance(value, str):
        raise _wrong_type(key, value, "a string")
    try:
        return normalise(value)
    except TextRefused as refused:
        raise Refused(ProblemCode.BAD_TEXT, why=f"{key}: {refused}") from refused


def _wrong_type(key: str, value: object, wanted: str) -> Refused:
    return Refused(ProblemCode.WRONG_TYPE, key=key, found=json.dumps(value, ensure_ascii=True)[:60], wanted=wanted)


def _settle_basis(read: dict[str, Any]) -> None:
    """A date without a basis was printed; a basis other than unknown needs a date, and unknown allows none."""
    date, basis = read.get("date", ""), read.get("date_basis")
    if basis is not None and (basis == "unknown") == bool(date):
        raise Refused(ProblemCode.WRONG_VALUE, key="date_basis", why=f"{basis} does not fit the date “{date}”.")
    read["date_basis"] = basis or ("printed" if date else "unknown")


_READERS: dict[str, Callable[[str, object], Any]] = {
    "publication": _line_of(LONGEST_PUBLICATION),
    "volume": _number,
    "issue": _number,
    "date": _date,
    "date_basis": _one_of(DATE_BASES),
    "position": _number,
    "title": _line_of(LONGEST_TITLE),
    "title_printed": _line_of(LONGEST_TITLE),
    "byline": _byline,
    "section": _line_of(LONGEST_SECTION),
    "text": _string,
    "url": _url,
    "urls": _urls,
    "status": _one_of(STATUSES),
}
