"""A cache that processes share: what one has made the others give; where it fails, each goes on alone."""

import logging

import pytest
from django.core.cache.backends.filebased import FileBasedCache

from monitor.serving import shared
from monitor.serving.kept import Answer, KeptAnswers

ANSWER = Answer(headers=(("Content-Type", "text/html"), ("ETag", 'W/"a"')), body=b"body", gzipped=b"")


class Failing:
    """A cache whose server is away."""

    def __init__(self, error):
        self.error = error
        self.asked = 0

    def get(self, *values):
        self.asked += 1
        raise self.error

    set = get


def process(cache):
    return shared.SharedAnswers(KeptAnswers(100_000), cache)


@pytest.fixture
def folder(tmp_path):
    return FileBasedCache(tmp_path / "shared", {"OPTIONS": {"MAX_ENTRIES": 100}})


def test_what_one_process_has_made_another_gives(folder):
    one, other = process(folder), process(folder)

    one.put('W/"a"', ANSWER)

    assert other.get('W/"a"') == ANSWER
    assert other.get('W/"b"') is None


def test_what_a_process_has_it_asks_nobody_for(folder):
    one = process(folder)
    one.put("a", ANSWER)
    folder.clear()

    assert one.get("a") == ANSWER
    assert process(folder).get("a") is None


@pytest.mark.parametrize("error", [ConnectionError(), TimeoutError(), PermissionError()])
def test_a_process_goes_on_alone_while_the_cache_fails(caplog, monkeypatch, error):
    failing, clock = Failing(error), [1_000.0]
    monkeypatch.setattr(shared.time, "monotonic", lambda: clock[0])
    one = process(failing)

    with caplog.at_level(logging.WARNING, logger=shared.log.name):
        found = one.get("a")
        one.put("a", ANSWER)
        one.get("b")

    assert (found, one.get("a"), failing.asked) == (None, ANSWER, 1)
    assert [type(error).__name__ in record.message for record in caplog.records] == [True]
    clock[0] += shared.SECONDS_OF_REST
    one.get("b")
    assert failing.asked == 2


def test_a_mistake_of_ours_is_no_failure_of_the_cache():
    with pytest.raises(TypeError):
        process(Failing(TypeError())).get("a")
