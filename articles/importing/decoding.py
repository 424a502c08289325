"""Bytes → text, without guessing: UTF-8 with or without BOM, UTF-16 with BOM, else cp1252 where that is safe.

A file that is not UTF-8 is read as cp1252 only if it decodes without control characters and holds no valid multi-byte
sequence of UTF-8: one such sequence shows that the file is UTF-8 and was cut or damaged.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 1 << 20
_MULTI_BYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_NOT_IN_CP1252 = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]")
_OVERLAP = 3


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of one file are read: a codec, and why a whole file or single lines of it cannot be."""

    codec: str
    why_not: str = ""

    @property
    def is_cp1252(self) -> bool:
        return self.codec == "cp1252"


class Undecodable(ValueError):
    """Bytes that no allowed encoding reads; the message says why."""


def decode(data: bytes) -> tuple[str, Encoding]:
    """The text of a whole file. Raises Undecodable."""
    encoding = examine(lambda: iter((data,)))
    if encoding.why_not:
        raise Undecodable(encoding.why_not)
    return data.decode(encoding.codec), encoding


def examine_file(file: BinaryIO) -> Encoding:
    """The encoding of a seekable file, read once in chunks; leaves it at its start."""
    encoding = examine(lambda: _chunks(file))
    file.seek(0)
    return encoding


def examine(chunks: Callable[[], Iterator[bytes]]) -> Encoding:
    """The encoding that all chunks together have; each call of `chunks` starts again."""
    head = next((chunk for chunk in chunks() if chunk), b"")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", _why_not(chunks(), "utf-16"))
    why_not_utf8 = _why_not(chunks(), "utf-8")
    if not why_not_utf8:
        return Encoding("utf-8-sig")
    why_not_cp1252 = _why_not_cp1252(chunks())
    return Encoding("utf-8-sig", f"{why_not_utf8}; {why_not_cp1252}") if why_not_cp1252 else Encoding("cp1252")


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _why_not(chunks: Iterator[bytes], codec: str) -> str:
    decoder = codecs.getincrementaldecoder(codec)()
    done = 0
    try:
        for chunk in chunks:
            decoder.decode(chunk)
            done += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError as error:
        near = done + (error.start if isinstance(error, UnicodeDecodeError) else 0)
        return f"invalid {codec.upper()} near byte {near}"
    return ""


def _why_not_cp1252(chunks: Iterator[bytes]) -> str:
    tail = b""
    for chunk in chunks:
        if (control := _NOT_IN_CP1252.search(chunk)) is not None:
            return f"byte 0x{control[0].hex().upper()} is no character of cp1252"
        if _MULTI_BYTE.search(tail + chunk) is not None:
            return "other bytes are valid UTF-8, so the file was cut or damaged"
        tail = chunk[-_OVERLAP:]
    return ""
