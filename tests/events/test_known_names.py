"""A reader finds what a digest printed under another spelling, whether or not the archive has a row for the name."""

import pytest

from articles.verbs import check_rules
from events.gazetteer import rows, spellings
from tests.make import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("printed", "asked"),
    [("Kiev", "Kyiv"), ("Kyiv", "Kiev"), ("the European Union", "EU"), ("Boris Eltsin", "Boris Yeltsin")],
)
def test_either_spelling_finds_the_other(client, printed, asked):
    make_article(published=True, title="A visit ends", text=f"The envoys left {printed} alone.")
    check_rules()

    found = client.get("/api/v1/articles/", {"q": asked}).json()["results"]

    assert [article["title"] for article in found] == ["A visit ends"]


def test_every_entry_with_variants_has_its_names():
    named = {names[0] for _, names in spellings()}

    assert named >= {row["name"] for row in rows("places") if row["variants"]}
    assert all(len(names) > 1 for _, names in spellings())
