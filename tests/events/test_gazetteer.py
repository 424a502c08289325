from collections import Counter

import pytest

from articles.citations.known_sources import kind_of
from articles.citations.word_list import word_list
from articles.dates import Edtf
from events.gazetteer import gazetteer, rows

FORMER_UNION = word_list(
    "Armenia Azerbaijan Belarus Estonia Georgia Kazakhstan Kyrgyzstan Latvia Lithuania Moldova Russia Tajikistan "
    "Turkmenistan Ukraine Uzbekistan"
)


@pytest.mark.parametrize("name", ["states", "places", "organisations", "persons", "sources", "offices"])
def test_no_name_is_listed_twice(name):
    key = "office" if name == "offices" else "name"
    counted = Counter(row[key] for row in rows(name))

    assert [listed for listed, count in counted.items() if count > 1] == []


def test_every_state_of_the_former_union_has_a_capital_with_a_place():
    states = {row["name"]: row for row in rows("states")}
    places = {row["name"] for row in rows("places")}

    assert all(states[name]["capital"] in places for name in FORMER_UNION)


def test_breakaway_entities_name_who_claims_them():
    breakaway = {row["name"]: row["claimed_by"] for row in rows("states") if row["kind"] == "breakaway"}

    assert {"Abkhazia", "South Ossetia", "Transdniester", "Karabakh", "Chechnya"} <= set(breakaway)
    assert all(claimed in {row["name"] for row in rows("states")} for claimed in breakaway.values())


def test_places_lie_on_the_globe_and_ids_are_numbers_given_once():
    located = [row for row in rows("places") if row["latitude"]]
    ids = [row["geonames"] for row in rows("places") if row["geonames"]]

    assert len(located) > 500
    assert all(-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180 for row in located)
    assert all(number.isdigit() for number in ids) and len(set(ids)) == len(ids)


def test_terms_of_office_are_dates_in_order():
    for row in rows("terms"):
        start, end = Edtf.parse(row["start"]), Edtf.parse(row["end"]) if row["end"] else None
        assert end is None or (start.lower and end.upper and start.lower <= end.upper), row


def test_old_and_new_spellings_name_the_same():
    lexicon = gazetteer()

    assert lexicon.exactly("Kiev") == lexicon.exactly("Kyiv")
    assert lexicon.exactly("Kirgizia") == lexicon.exactly("Kyrgyzstan")
    assert lexicon.exactly("Nobody of this name") is None


def test_the_sources_are_those_that_citations_know_and_their_countries_are_listed():
    places = {row["name"] for row in rows("states")}

    for row in rows("sources"):
        assert kind_of(row["name"]) == row["kind"]
        assert row["country"] in places
