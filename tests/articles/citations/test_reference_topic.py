import pytest

from articles.citations.reference_topic import fits, topic_of


@pytest.mark.parametrize(
    ("quote", "topic"),
    [
        ("(on Helsinki, see the Monitor, March 24)", {"helsinki"}),
        ("(on the Duma election, see the Monitor, December 20, 21)", {"duma", "election"}),
        ("(on the raids of last summer, see the Monitor, September 2, 1999)", {"raid", "summer"}),
        ("(for more on the ministers' visit: see Monitor, June 3)", {"minister", "visit"}),
        ("(for background, see the Monitor, June 3)", set()),
        ("(see the Monitor, June 3)", set()),
        ("see the Monitor, June 3", set()),
        ("(Monitor, June 3)", set()),
    ],
)
def test_topic_is_what_stands_before_see(quote, topic):
    assert topic_of(quote) == topic


@pytest.mark.parametrize(
    ("headline", "fitting"),
    [
        ("DUMA ELECTION OVER.", True),
        ("After the Duma’s elections", True),
        ("DUMA ADJOURNS", False),
        ("ELECTIONS IN THE DUMAS OF OLD", True),
        ("", False),
    ],
)
def test_headline_fits_that_has_every_word_of_the_topic(headline, fitting):
    assert fits(frozenset({"duma", "election"}), headline) is fitting


def test_no_topic_fits_nothing():
    assert not fits(frozenset(), "ANY HEADLINE")
