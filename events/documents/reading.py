"""How a JSON object is read: each key by its reader, every fault found in one go.

A reader takes a value and the JSON Pointer at which it stands, and gives the plain value or raises `DocumentRefused`.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from articles.dates import DateRefused, Edtf

Reader = Callable[[Any, str], Any]
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,100}")
MOST_ITEMS = 1_000
LARGEST = 2**31 - 1


class Fault(NamedTuple):
    """One thing that is wrong with a document: where, and what to do; `actual` are the words that a text has there."""

    pointer: str
    message: str
    actual: str | None = None

    def as_error(self) -> dict[str, str]:
        """As a problem lists it."""
        return {name: value for name, value in self._asdict().items() if value is not None}


class DocumentRefused(ValueError):
    """A document that cannot be read or kept as it stands; `faults` name every place."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = list(faults)
        super().__init__("; ".join(f"{fault.pointer or 'The body'}: {fault.message}" for fault in self.faults))

    @classmethod
    def at(cls, pointer: str, message: str) -> "DocumentRefused":
        return cls([Fault(pointer, message)])


def members(
    value: Any,
    at: str,
    known: Mapping[str, Reader],
    *,
    passed: Collection[str] = (),
    required: Collection[str] = (),
) -> dict[str, Any]:
    """What the object gives, read; keys in `passed` may be sent back and are not looked at."""
    if not isinstance(value, dict):
        raise DocumentRefused.at(at, f"This must be an object with the keys {', '.join(known)}.")
    faults = [Fault(f"{at}/{name}", "This is missing: give it.") for name in required if value.get(name) in (None, "")]
    read: dict[str, Any] = {}
    for name, one in value.items():
        try:
            if name in known:
                read[name] = known[name](one, f"{at}/{name}")
            elif name not in passed:
                raise DocumentRefused.at(
                    f"{at}/{escaped(name)}", f"There is no such key. Known ones: {', '.join(known)}."
                )
        except DocumentRefused as refused:
            faults += refused.faults
    if faults:
        raise DocumentRefused(faults)
    return read


def escaped(name: str) -> str:
    """A key as a JSON Pointer writes it, at readable length."""
    return NOT_TEXT.sub("�", name[:60]).replace("~", "~0").replace("/", "~1")


def text(longest: int) -> Reader:
    """Words of at most so many code points; `null` is none."""

    def read(value: Any, at: str) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            raise DocumentRefused.at(at, "This must be text.")
        if len(value) > longest:
            raise DocumentRefused.at(at, f"This has {len(value)} characters; at most {longest} are kept.")
        if NOT_TEXT.search(value):
            raise DocumentRefused.at(at, "This holds a control character or half of a surrogate pair: take it out.")
        return value

    return read


def one_of(codes: Collection[str], *, or_none: bool = False) -> Reader:
    """One of a closed list of codes; with `or_none` also none of them, as an empty text."""

    def read(value: Any, at: str) -> str:
        if or_none and value in (None, ""):
            return ""
        if not isinstance(value, str) or value not in codes:
            raise DocumentRefused.at(at, f"Choose one of {', '.join(codes)}.")
        return value

    return read


def flag(value: Any, at: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise DocumentRefused.at(at, "This must be true or false.")
    return value


def whole(value: Any, at: str) -> int:
    """A whole number that the database can hold, not negative."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
        raise DocumentRefused.at(at, "This must be a whole number, not negative.")
    return value


def degrees(most: int) -> Reader:
    """Degrees north or east; `null` is none."""

    def read(value: Any, at: str) -> float | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
            raise DocumentRefused.at(at, f"This must be a number from -{most} to {most}.")
        return round(float(value), 5)

    return read


def edtf(value: Any, at: str) -> str:
    """A date of the profile in its canonical form; empty for none."""
    words: str = text(60)(value, at)
    try:
        return str(Edtf.parse(words)) if words else ""
    except DateRefused as refused:
        raise DocumentRefused.at(at, str(refused)) from refused


def slug(value: Any, at: str) -> str:
    """The slug that names a row, also out of the object in which it was read."""
    named = value.get("slug") if isinstance(value, dict) else value
    if not isinstance(named, str) or not SLUG.fullmatch(named):
        raise DocumentRefused.at(at, "Name the row by its slug.")
    return named


def many(reader: Reader, most: int = MOST_ITEMS) -> Reader:
    """A list, each item read."""

    def read(value: Any, at: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise DocumentRefused.at(at, "This must be a list.")
        if len(value) > most:
            raise DocumentRefused.at(at, f"This has {len(value)} items; at most {most} are taken.")
        return _all(reader, value, at)

    return read


def _all(reader: Reader, values: list[Any], at: str) -> tuple[Any, ...]:
    read, faults = [], []
    for number, value in enumerate(values):
        try:
            read.append(reader(value, f"{at}/{number}"))
        except DocumentRefused as refused:
            faults += refused.faults
    if faults:
        raise DocumentRefused(faults)
    return tuple(read)


def or_none(reader: Reader) -> Reader:
    """What the reader reads; `null` (and an empty text) is nothing."""
    return lambda value, at: None if value in (None, "") else reader(value, at)
