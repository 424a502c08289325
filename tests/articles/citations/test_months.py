import pytest

from articles.citations import edtf_of_words
from articles.citations.months import find_months


@pytest.mark.parametrize(
    ("words", "issued", "date"),
    [
        ("June 1998", "", "1998-06"),
        ("June", "1999-06-03", "1999-06"),
        ("December", "1999-01-04", "1998-12"),
        ("January", "1998-12-28", "1999-01"),
        ("May-June", "1999-06-03", "1999-05/1999-06"),
        ("Nov./Dec. 1998", "", "1998-11/1998-12"),
        ("December-January 1999", "", "1998-12/1999-01"),
        ("June", "", ""),
        ("December", "1999", ""),
        ("May", "1999", "1999-05"),
        ("some month", "1999-06-03", ""),
    ],
)
def test_months_have_the_year_that_is_printed_or_nearest(words, issued, date):
    assert edtf_of_words(words, issued) == date


def test_only_months_at_the_end_of_a_part_are_found():
    text = "(Ekspert, May; Itogi, May 3; June days; Profil, July 1998)"

    assert [one.words for one in find_months(text, 0, len(text))] == ["May", "July 1998"]
