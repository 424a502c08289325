import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import normalise
from events.gazetteer import gazetteer
from events.suggestions.candidate import KINDS
from events.suggestions.suggest import suggest
from tests.gold import gold_set

SEED = os.environ.get("MONITOR_SEED", "")
PIECES = (
    "Moscow ", "said ", "that ", "Ivanov ", "(AP, June 1) ", "on Monday ", ". ", ", and ",
    "Japanese Foreign Minister ", "the ", "will ", "meet ", "“", "”", "\n\n", "May 28-30 ",
    "in ", "signed ", "treaty ", "by the end of ", "’s ", "U.S. ", "(see the Monitor, May 3) ", "1997 ",
    "reportedly ", ";",
)  # fmt: skip
HOSTILE = (
    "said that ", "Ivanov Petrov ", "A. ", "(", "May ", "in 1999 ", ", and ", "the end of ", "between May 1 and ",
    "1, ", "by the ", "“", "Ministry of ", "Ministry and ", "last ", "1 and ", "put off until ", "x",
    "signed ", "a\n\n", "see the Monitor, ", "(on ", "according to a ", "’s", "-a", "Moscow and ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=60, deadline=None)
def test_every_quote_stands_in_the_text(text):
    for candidate in suggest(text, "1999-06-03", gazetteer()):
        assert text[candidate.start : candidate.end] == candidate.quote
        assert candidate.kind in KINDS and 0 < candidate.score <= 1 and candidate.reason and "/" in candidate.recogniser


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_is_read_without_a_fault(text):
    assert all(text[one.start : one.end] == one.quote for one in suggest(text, "", gazetteer()))


@pytest.mark.parametrize("piece", HOSTILE)
def test_no_text_takes_more_than_a_second_per_ten_kilobytes(piece):
    text = (piece * 10_000)[:10_000]
    start = time.process_time()

    suggest(text, "1999-06-03", gazetteer())

    assert time.process_time() - start < 1


def test_a_hundred_articles_take_less_than_a_second_of_one_core():
    articles = [gold_set.read(name) for name in gold_set.NAMES]
    suggest(articles[0][0], "", gazetteer())
    times = []
    for _ in range(2):
        start = time.process_time()
        for text, _rows in articles[::2]:
            suggest(text, "1999-06-03", gazetteer())
        times.append(time.process_time() - start)

    assert min(times) / len(articles[::2]) < 0.02  # twice the 10 ms promised, for a busy machine


@pytest.mark.skipif(not SEED, reason="MONITOR_SEED names no file")
class TestSeed:
    def candidates(self, issued):
        return suggest(normalise(Path(SEED).read_bytes().decode("utf-8")), issued, gazetteer())

    def test_persons_offices_capitals_and_sources(self):
        found = self.candidates("1999-06-03")
        persons = [one for one in found if one.kind == "actor" and one.value["kind"] == "person"]
        (citation,) = [one for one in found if one.kind == "citation"]

        assert len(persons) == 14
        assert len([one for one in persons if one.value["office"]]) == 5
        assert [report["source"] for report in citation.value] == ["Kyodo", "Itar-Tass", "AP"]
        capitals = [one for one in found if one.quote in ("Moscow", "Tokyo", "Washington")]
        assert len(capitals) == 13
        assert len([one for one in capitals if one.kind == "actor" and one.value["reading"] == "metonym"]) == 11

    def test_times(self):
        times = [one.value for one in self.candidates("1999-06-03") if one.kind == "time"]

        assert len(times) == 14
        assert len([value for value in times if value]) == 13

    def test_no_year_comes_from_nowhere(self):
        values = [json.dumps(one.value) for one in self.candidates("") if one.kind in ("time", "citation")]

        assert all("1999" not in value and "1998" not in value for value in values)
