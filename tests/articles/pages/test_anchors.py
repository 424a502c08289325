import pytest

from articles.pages.anchors import sentence_number
from articles.text import Stretch


@pytest.mark.parametrize(
    ("place", "number"), [(0, 1), (17, 1), (18, 0), (19, 2), (52, 2), (53, 0)], ids=lambda value: str(value)
)
def test_a_place_knows_its_sentence(place, number):
    assert sentence_number(place, [Stretch(0, 18), Stretch(19, 53)]) == number
