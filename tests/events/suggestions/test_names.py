import pytest

from events.gazetteer import gazetteer
from events.suggestions.actors import find_actors
from events.suggestions.lexicon import Entry
from events.suggestions.names import find_names
from events.suggestions.places import find_places
from events.suggestions.reading import Reading


def named(text, issued="1999-06-03", lexicon=None):
    names = find_names(Reading(text, issued), lexicon or gazetteer())
    return [(text[name.start : name.end], name.sense) for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Boris Yeltsin met Keizo Obuchi.", [("Boris Yeltsin", "person"), ("Keizo Obuchi", "person")]),
        (
            "Yeltsin met Aslan Besolov. Besolov left.",
            [("Yeltsin", "person"), ("Aslan Besolov", "person"), ("Besolov", "person")],
        ),
        ("Governor Zubrin said no.", [("Zubrin", "person")]),
        ("George W. Bush came.", [("George W. Bush", "person")]),
        ("Russian officials and Russian legislation", [("Russian officials", "state")]),
        ("The Georgian side and Georgia agreed.", [("Georgian side", "state"), ("Georgia", "state")]),
        ("The Lithuanian parliament voted.", [("Lithuanian parliament", "organisation")]),
        (
            "NATO and the International Monetary Fund agreed.",
            [("NATO", "organisation"), ("International Monetary Fund", "organisation")],
        ),
        ("The Highland Peace Council met.", [("Highland Peace Council", "organisation")]),
        ("Shusha lies near Stepanakert.", [("Shusha", "place"), ("Stepanakert", "place")]),
        ("It rained (Moscow Times, May 3).", []),
        ("Moscow Mayor Yuri Luzhkov spoke.", [("Yuri Luzhkov", "person")]),
        ("The U.S. president came to the U.S. for talks.", [("U.S.", "place")]),
        ("On Monday Several Things happened.", []),
    ],
)
def test_names_are_found_with_what_they_stand_for(text, names):
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("Moscow has proposed talks.", "metonym"),
        ("He was in Moscow.", "place"),
        ("He flew to Moscow.", "place"),
        ("They appealed to Moscow for help.", "metonym"),
        ("They came from Moscow.", "place"),
        ("They asked for support from Moscow.", "metonym"),
        ("He left for Moscow.", "place"),
        ("It was bad news for Moscow.", "metonym"),
        ("Fires burned in the outskirts of Moscow.", "place"),
        ("The patience of Moscow was over.", "metonym"),
        ("They noted Moscow's displeasure.", "metonym"),
        ("They walked Moscow's streets.", "place"),
        ("They accused Moscow of blackmail.", "metonym"),
        ("He visited Moscow.", "place"),
        ("Moscow was the scene of talks.", "place"),
        ("Moscow, on the other hand, seems in no hurry.", "metonym"),
        ("The Kremlin denied this.", "metonym"),
    ],
)
def test_a_capital_is_a_place_or_a_government(text, sense):
    ((_, found),) = named(text)

    assert found == sense


def test_capitals_in_a_list_are_read_alike():
    assert [sense for _, sense in named("Tashkent, Astana and Dushanbe closed their borders.")] == ["metonym"] * 3
    assert [sense for _, sense in named("They met in Cologne, Germany.")] == ["place"] * 2


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Japanese Foreign Minister Masahiko Komura came.", "Japanese Foreign Minister"),
        ("the newly named Russian Prime Minister Sergei Stepashin", "Russian Prime Minister"),
        ("Fuel and Energy Minister Viktor Kalyuzhny came.", "Fuel and Energy Minister"),
        ("U.S. Deputy Secretary of State Strobe Talbott left.", "U.S. Deputy Secretary of State"),
        ("NATO Secretary General Javier Solana spoke.", "NATO Secretary General"),
        ("Boris Yeltsin spoke.", ""),
    ],
)
def test_the_office_stands_before_the_name(text, office):
    reading = Reading(text)

    (actor,) = [one for one in find_actors(reading, find_names(reading, gazetteer())) if one.value["kind"] == "person"]

    assert actor.value["office"] == office


def test_an_office_ends_where_the_name_before_it_does():
    text = "Russian President Boris Yeltsin and Japanese Prime Minister Keizo Obuchi would meet."
    reading = Reading(text)

    actors = list(find_actors(reading, find_names(reading, gazetteer())))

    assert [one.value["office"] for one in actors] == ["Russian President", "Japanese Prime Minister"]


def test_a_metonym_is_the_government_and_no_place():
    reading = Reading("Tokyo has made a proposal in Tokyo.")
    names = find_names(reading, gazetteer())

    (actor,), (place,) = find_actors(reading, names), find_places(reading, names)

    assert actor.value == {"name": "Japan", "slug": "", "kind": "state", "reading": "metonym", "office": ""}
    assert (place.value, place.start) == ({"name": "Tokyo", "slug": ""}, 29)


def test_a_surname_that_several_had_is_whose_office_it_was():
    reading = Reading("Ivanov flew to Minsk.", "2002-05-02")
    lexicon = gazetteer().with_entries([])

    (ivanov, _) = find_names(reading, lexicon)

    assert ivanov.entry.name in ("Igor Ivanov", "Sergei Ivanov")


def test_rows_lie_over_the_gazetteer():
    rows = [
        ("Kiev", Entry("Kyiv", "place", slug="kyiv-city", place_slug="kyiv-city")),
        ("Ardzinba", Entry("V. Ardzinba", "person", slug="va")),
    ]
    text = "Kiev accused Ardzinba in Kiev."
    reading = Reading(text)
    names = find_names(reading, gazetteer().with_entries(rows))

    assert [name.sense for name in names] == ["metonym", "person", "place"]
    assert [name.actor for name in names[:2]] == ["Ukraine", "V. Ardzinba"]
    assert [one.value["slug"] for one in find_places(reading, names)] == ["kyiv-city"]
