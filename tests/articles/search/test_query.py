import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.search.query import MAX_TERMS, QueryRefused, Term, read_query

A, B, C = Term("bridge"), Term("talks"), Term("treaty")


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("bridge", [[A]]),
        ("  bridge   talks ", [[A, B]]),
        ("bridge OR talks", [[A], [B]]),
        ("bridge or talks treaty", [[A], [B, C]]),
        ("bridge -talks", [[A, Term("talks", negated=True)]]),
        ('"two river states"', [[Term("two river states", quoted=True)]]),
        ('"two river', [[Term("two river", quoted=True)]]),
        ('bridge -"two river"', [[A, Term("two river", negated=True, quoted=True)]]),
        ('"bridge"talks', [[Term("bridge", quoted=True), B]]),
        ("U.S.-Russian talks", [[Term("U.S.-Russian"), B]]),
        ("bridge - talks", [[A, B]]),
        ("OR bridge OR", [[A]]),
        ("bridge ?! «»", [[A]]),
    ],
)
def test_words_phrases_alternatives_and_exclusions(text, alternatives):
    assert [list(terms) for terms in read_query(text).alternatives] == alternatives


def test_dates_are_taken_out_of_the_words():
    query = read_query("bridge AFTER:1999-05 before:2001 talks")

    assert (query.after, query.before) == ("1999-05", "2001")
    assert list(query.terms) == [A, B]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "at least one word"),
        ("?!", "at least one word"),
        ("after:1999", "at least one word"),
        ("-bridge", "“-bridge” alone would find nearly everything"),
        ("talks OR -bridge", "“-bridge” alone"),
        ("bridge after:1999 after:2000", "“after:” is given twice"),
        (" ".join(["word"] * (MAX_TERMS + 1)), f"at most {MAX_TERMS}"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_with_advice(text, says):
    with pytest.raises(QueryRefused, match=says):
        read_query(text)


@given(st.text(alphabet="ab -\"'|&!():*<>.OR\u00e9", max_size=60))
def test_any_text_is_read_or_refused(text):
    try:
        query = read_query(text)
    except QueryRefused:
        return

    assert 0 < len(list(query.terms)) <= MAX_TERMS
    assert all(any(not term.negated for term in terms) for terms in query.alternatives)
