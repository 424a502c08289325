"""A file as numbered lines, decoded, each bounded in length: the shape in which the line-based parsers read."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from articles.importing.decoding import Encoding
from articles.text import LINE_BREAK


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its break. Its text is missing where it is too long or not decodable.

    `is_heading`: the markup of a page says that the line is a headline.
    """

    number: int
    text: str
    too_long: bool = False
    undecodable: bool = False
    is_heading: bool = False


def as_file(data: bytes | BinaryIO) -> BinaryIO:
    """The data as a seekable file at its start."""
    if isinstance(data, bytes):
        return io.BytesIO(data)
    data.seek(0)
    return data


def text_lines(file: BinaryIO, encoding: Encoding, longest: int) -> Iterator[Line]:
    """The lines of a decodable file, parted wherever the normaliser sees a line break."""
    reader = io.TextIOWrapper(file, encoding.codec, newline=None)
    try:
        number = 0
        while line := reader.readline(longest):
            too_long = len(line) == longest and not line.endswith("\n")
            if too_long:
                _skip_rest(reader, longest)
            for part in LINE_BREAK.split(line.removesuffix("\n")):
                number += 1
                yield Line(number, "" if too_long else part, too_long)
    finally:
        reader.detach()


def byte_lines(file: BinaryIO, encoding: Encoding, longest: int) -> Iterator[Line]:
    """The lines of a file parted at LF only, each decoded by itself, so that one bad line spoils no other."""
    if encoding.codec == "utf-16":
        yield from text_lines(file, encoding, longest)
        return
    number = 0
    while line := file.readline(longest):
        number += 1
        too_long = len(line) == longest and not line.endswith(b"\n")
        if too_long:
            _skip_rest(file, longest)
        yield _decoded(number, b"" if too_long else line, encoding.codec, too_long)


def _decoded(number: int, line: bytes, codec: str, too_long: bool) -> Line:
    try:
        return Line(number, line.decode(codec if number == 1 else codec.removesuffix("-sig")), too_long)
    except UnicodeDecodeError:
        return Line(number, "", undecodable=True)


def _skip_rest(reader: io.TextIOWrapper | BinaryIO, longest: int) -> None:
    while (rest := reader.readline(longest)) and rest[-1:] not in ("\n", b"\n"):
        pass
