"""What holds for every parser, whatever it is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.detect import PARSERS
from articles.importing.problems import ProblemCode
from articles.importing.records import ArticleRecord, Problem
from articles.text import normalise

PIECES = st.sampled_from(
    [
        *("Vol. 5, No. 107", "Monitor", "Publication: ", "Volume: V ", "Issue: 107", "-108", "June 2, 1999"),
        *("A LINE IN CAPITALS", "some prose.", "By Jane Doe", "* * *", "\n", "\n\n", "\r", "\u2028"),
        *("\x00", "é", "e\u0301", "\U0001f600", "(", ")", "{", "}", "[", "\\ud800"),
        *('{"volume": 5, "issue": 7, "text": "x"}', '"text": '),
    ]
)
WORDS = st.lists(PIECES, max_size=30).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "cp1252"])


@pytest.mark.parametrize("parser", PARSERS.values(), ids=list(PARSERS))
@given(words=WORDS, encoding=ENCODINGS, cut=st.integers(0, 40))
def test_any_file_ends_in_records_and_problems(parser, words, encoding, cut):
    data = words.encode(encoding, "replace")

    for item in parser.parse(data[: len(data) - cut], "a"):
        assert isinstance(item, ArticleRecord | Problem)
        if isinstance(item, ArticleRecord):
            assert item.text and normalise(item.text) == item.text
            assert item.volume and item.issue and item.line >= 1


@pytest.mark.parametrize("parser", PARSERS.values(), ids=list(PARSERS))
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_records_and_problems(parser, data):
    assert all(isinstance(item, ArticleRecord | Problem) for item in parser.parse(data, "a"))


def test_every_problem_says_what_to_do():
    for code in ProblemCode:
        assert code.value == code.name.lower()
        assert code.sentence.endswith((".", "}", "{why}"))
