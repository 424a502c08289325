"""What a process keeps stays within its room, whoever asks at once."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from monitor.serving.kept import LARGEST_SHARE, OVERHEAD, Answer, KeptAnswers, compressed


def answer(text="", size=0):
    return Answer(headers=(("Content-Type", "text/html"),), body=text.encode() + b"x" * size, gzipped=b"")


def test_what_was_put_in_comes_out():
    kept = KeptAnswers(100_000)

    kept.put("a", answer("first"))
    kept.put("a", answer("second"))

    assert kept.get("a") == answer("second")
    assert kept.get("b") is None
    assert kept.size == answer("second").size


def test_the_least_recently_asked_for_goes_first():
    kept = KeptAnswers(10 * (OVERHEAD + 200))
    for name in "abcdefghij":
        kept.put(name, answer(size=200))
    kept.get("a")

    kept.put("k", answer(size=200))

    assert kept.get("b") is None
    assert kept.get("a") and kept.get("k")


def test_one_answer_pushes_out_no_more_than_its_share():
    kept = KeptAnswers(80_000)
    kept.put("small", answer())

    kept.put("large", answer(size=80_000 // LARGEST_SHARE))

    assert kept.get("large") is None
    assert kept.get("small")


def test_without_room_nothing_is_kept():
    kept = KeptAnswers(0)

    kept.put("a", answer())

    assert kept.get("a") is None
    assert not kept.has_room_for(0)


def test_eight_threads_at_once_stay_within_the_room_and_read_whole_answers():
    kept = KeptAnswers(60_000)

    def work(thread):
        for n in range(2_000):
            name = str((thread * 7 + n * 13) % 97)
            kept.put(name, answer(name, size=n % 5_000))
            found = kept.get(str(n % 97))
            assert found is None or found.body.rstrip(b"x") == str(n % 97).encode()
            assert kept.size <= kept.limit

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(8)))

    assert kept.size == sum(kept.get(str(n)).size for n in range(97) if kept.get(str(n)))


@pytest.mark.parametrize("body", [b"", b"short", Random(1).randbytes(1_000)])
def test_what_does_not_get_smaller_stays_as_it_is(body):
    assert compressed(body) == b""


def test_compressing_gives_the_same_bytes_each_time():
    body = b"one sentence after the other. " * 100

    assert compressed(body) == compressed(body)
    assert gzip.decompress(compressed(body)) == body
