"""A cursor: the sort keys of the row at which a page ends, as one opaque word.

It is bound to resource, ordering and filters by a checksum, so that a cursor of another list is refused instead of
answering with the wrong rows. It holds no secret: who builds one by hand gets rows that the list shows anyway.
"""

import binascii
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

Key = int | str | date
CHECKSUM = 9  # bytes: twelve characters
MAX_LENGTH = 2000
MAX_INTEGER = 2**63 - 1
STALE = "This is no cursor of this list. Take it from “next” or “previous”, and keep the filters and the ordering."


class CursorRefused(ValueError):
    """What was sent is not a cursor that this list gave out."""

    def __init__(self) -> None:
        super().__init__(STALE)


@dataclass(frozen=True)
class Cursor:
    """Go on after the row with these sort keys; `backwards`: the rows before it."""

    keys: tuple[Key, ...]
    backwards: bool = False


def binding(resource: str, ordering: str, filters: Mapping[str, Iterable[str]]) -> str:
    """What a cursor belongs to. The order in which filters and their values were written does not matter."""
    named = sorted((name, sorted(set(values))) for name, values in filters.items())
    return json.dumps([resource, ordering, named])


def encode(cursor: Cursor, bound_to: str) -> str:
    """The cursor as it stands in an address."""
    keys = [key.isoformat() if isinstance(key, date) else key for key in cursor.keys]
    payload = json.dumps([int(cursor.backwards), *keys], separators=(",", ":")).encode()
    return urlsafe_b64encode(_checksum(payload, bound_to) + payload).rstrip(b"=").decode()


def decode(text: str, bound_to: str, kinds: Sequence[type]) -> Cursor:
    """The cursor that `encode` wrote; `kinds` are the types of the ordering's keys. Raises CursorRefused."""
    checksum, payload = _opened(text)
    if checksum != _checksum(payload, bound_to):
        raise CursorRefused
    try:
        backwards, *values = json.loads(payload)
        if backwards not in (0, 1):
            raise CursorRefused
        keys = tuple(_key(value, kind) for value, kind in zip(values, kinds, strict=True))
    except (ValueError, TypeError, RecursionError) as problem:
        raise CursorRefused from problem
    return Cursor(keys, bool(backwards))


def _opened(text: str) -> tuple[bytes, bytes]:
    try:
        whole = text.encode("ascii")
        data = urlsafe_b64decode(whole + b"=" * (-len(whole) % 4))
    except (UnicodeEncodeError, binascii.Error) as problem:
        raise CursorRefused from problem
    if urlsafe_b64encode(data).rstrip(b"=") != whole:  # the decoder skips what is not base64
        raise CursorRefused
    return data[:CHECKSUM], data[CHECKSUM:]


def _checksum(payload: bytes, bound_to: str) -> bytes:
    return blake2b(bound_to.encode("utf-8", "backslashreplace") + b"\0" + payload, digest_size=CHECKSUM).digest()


def _key(value: object, kind: type) -> Key:
    if kind is date and isinstance(value, str):
        return date.fromisoformat(value)
    if kind is int and type(value) is int and 0 <= value <= MAX_INTEGER:
        return value
    if kind is str and isinstance(value, str) and "\0" not in value:
        value.encode()  # half of a surrogate pair is no key
        return value
    raise CursorRefused
