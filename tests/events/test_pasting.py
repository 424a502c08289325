import pytest

from events.pasting import longest_beginning, places_of

TEXT = "It’s said–twice–that “the bridge” holds. The bridge\nholds the bridge."


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("The bridge", [(41, 51)]),
        ("the bridge", [(22, 32), (58, 68)]),
        ("  It’s said ", [(0, 9)]),
        ("It's said-twice-that", [(0, 20)]),
        ('"the bridge"', [(21, 33)]),
        ("The bridge\r\nholds", [(41, 57)]),
        ("The bridge holds", [(41, 57)]),
        ("no bridge", []),
        ("", []),
        ("   ", []),
    ],
)
def test_words_are_found_as_people_paste_them(words, places):
    assert places_of(words, TEXT) == places


def test_longest_beginning_shows_where_the_words_part():
    assert (
        longest_beginning("It’s said–twice–that “the bridge” falls down", TEXT) == "It’s said–twice–that “the bridge”"
    )
    assert longest_beginning("holds no water at all", TEXT) == ""
