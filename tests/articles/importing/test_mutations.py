"""Sound files, mutated: whatever a parser is given, it ends in records and problems, and soon."""

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest

from articles.importing.detect import PARSERS
from articles.importing.records import ArticleRecord, Problem
from tests.articles.importing.samples import SAMPLES, samples

INPUTS = [pytest.param(400, id="few"), pytest.param(200_000, id="full", marks=pytest.mark.drill)]
PIECES = (
    *(b"<", b">", b"</p>", b"<table><tr><td>", b"<script>", b"<!--", b"]]>", b"<![CDATA[", b"<item>", b"</item>"),
    *(b"&amp;", b"&#0;", b"&nbsp;", b"<!DOCTYPE a [", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\x93", b"\r"),
    *(b'"', b'""', b",", b";", b"\t", b"\n\n", b"{", b"}", b"[" * 50, b"(" * 50, b"\\u0000", b"\\ud800", b"null"),
    *(b"Vol. 5, No. 107", b"Publication: ", b"Volume: ", b"June 31, 1999", b"9" * 30, b"A TITLE IN CAPITALS\n"),
)


def mutated(seeds: list[bytes], inputs: int) -> Iterator[bytes]:
    """Files with one to eight mutations each, the same in every run."""
    chance = random.Random(7)
    for _ in range(inputs):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            MUTATIONS[chance.randrange(len(MUTATIONS))](data, chance)
        yield bytes(data)


def insert(data: bytearray, chance: random.Random) -> None:
    place = chance.randint(0, len(data))
    data[place:place] = chance.choice(PIECES)


def cut(data: bytearray, chance: random.Random) -> None:
    place = chance.randint(0, len(data))
    del data[place : place + chance.randint(1, 40)]


def flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def double(data: bytearray, chance: random.Random) -> None:
    start = chance.randint(0, len(data))
    data[start:start] = data[start : start + chance.randint(1, 300)]


def end(data: bytearray, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


MUTATIONS = (insert, insert, cut, flip, double, end)


def seeds_of(name: str) -> list[bytes]:
    """The format's own samples, and a few of the others."""
    own = [path.read_bytes() for path in samples(name) if SAMPLES in path.parents]
    return own + [samples(other)[0].read_bytes() for other in PARSERS if other != name]


@pytest.mark.parametrize("inputs", INPUTS)
@pytest.mark.parametrize("parser", PARSERS.values(), ids=list(PARSERS))
def test_a_mutated_file_ends_in_records_and_problems_within_a_second(parser: Any, inputs: int):
    slowest = 0.0
    for data in mutated(seeds_of(parser.FORMAT), inputs):
        began = time.process_time()
        found = list(parser.parse(data, "a"))
        slowest = max(slowest, time.process_time() - began)
        assert all(isinstance(item, ArticleRecord | Problem) for item in found), data
        assert all(item.line >= 1 for item in found), data
    print(f"{parser.FORMAT}: {inputs} inputs, slowest {slowest * 1000:.0f} ms")

    assert slowest < 1
