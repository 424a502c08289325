import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search.compiled import compiled
from articles.search.query import QueryRefused

pytestmark = pytest.mark.django_db


def websearch(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT websearch_to_tsquery('monitor_en', %s)::text", [text])
        return cursor.fetchone()[0]


@pytest.mark.parametrize(
    "text",
    [
        "bridge",
        "bridge talks",
        "bridges -talking",
        '"two river states"',
        "bridge or talks treaty",
        'treaty "of the bridge" -"old talks"',
        "Itar-Tass",
        "the bridge of sighs",
        "Café talks",
    ],
)
def test_queries_mean_what_the_database_calls_websearch(text):
    assert compiled(text).tsquery == websearch(text)


@pytest.mark.parametrize(
    ("text", "same"), [("U.S.", "US"), ("U.S.S.R.", "USSR"), ("and/or-bridge", "and or-bridge"), ("N.A.T.O.", "nato")]
)
def test_words_are_folded_as_in_the_rows(text, same):
    assert compiled(text).tsquery == compiled(same).tsquery


@pytest.mark.parametrize("text", ["the", "of the", '"the of"'])
def test_words_of_every_text_alone_are_refused(text):
    with pytest.raises(QueryRefused, match="stand in every text"):
        compiled(text)


@pytest.mark.parametrize("text", ["the -bridge", "-bridge", "bridge OR the -talks"])
def test_exclusions_alone_are_refused(text):
    with pytest.raises(QueryRefused, match="must have"):
        compiled(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("ab thé-\"'|&!():*<>\\.%{}OR\u00df\u4e2d\U0001d510"), max_size=60))
def test_any_text_is_compiled_or_refused(text):
    try:
        tsquery = compiled(text).tsquery
    except QueryRefused:
        return

    assert tsquery
