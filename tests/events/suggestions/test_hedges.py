import pytest

from events.suggestions.hedges import find_hedges
from events.suggestions.reading import Reading


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("He reportedly left.", ["reportedly"]),
        ("He is said to have left.", ["is said to"]),
        ("According to unconfirmed reports, he left.", ["According to unconfirmed reports"]),
        ("He said that he left.", []),
        ("He left (Reportedly, June 3; AP, June 4).", []),
    ],
)
def test_hedges_take_back_certainty(text, hedges):
    assert [found.quote for found in find_hedges(Reading(text))] == hedges
