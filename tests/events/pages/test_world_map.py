"""Points by place; every count equals the list that it leads to."""

import re
from html import unescape

import pytest

from events.pages.world_map import NARROWEST, fitted, placed
from events.world.projection import HEIGHT, WIDTH
from tests.make import make_article, make_event, make_place, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def land():
    """A country with a city; two events in the city, one in the country, one that only a report puts in the city."""
    country = make_place(slug="land", name="Land", kind="country", latitude="50", longitude="30")
    city = make_place(slug="varda", name="Varda", parent=country, latitude="49.5", longitude="32.25")
    site = make_place(slug="bridge", name="Bridge", kind="site", parent=city)
    for place in (city, city, country, site, None):
        make_report(event=make_event(place=place, type_id="AGREE" if place == site else "CONSULT"), confirmed=True)
    elsewhere = make_event(place=make_place(slug="murava", name="Murava", latitude="10", longitude="179.9"))
    make_report(event=elsewhere, article=make_article(published=True), claimed_place=city, confirmed=True)
    make_report(event=make_event(place=city), article=make_article())
    return country


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def rows(html):
    """Each row of the table: events just here, events of all in it, and where these are."""
    row = r'<a href="[^"]*">([^<]*)</a></th><td>[^<]*</td><td class="count">(\d+)</td>'
    found = re.findall(row + r'<td class="count"><a href="([^"]*)">(\d+)</a>', html)
    return {name: (int(here), int(within), unescape(href)) for name, here, href, within in found}


def total(html):
    return int(re.search(r'<b class="figures">(\d+)</b>', html)[1])


def test_places_count_their_own_events_and_those_of_all_in_them(client, land):
    found = rows(read(client, "/map/"))

    assert {name: counts[:2] for name, counts in found.items()} == {
        "Varda": (2, 4),
        "Land": (1, 5),
        "Bridge": (1, 1),
        "Murava": (1, 1),
    }


@pytest.mark.parametrize("query", ["", "?type=CONSULT", "?type=AGREE", "?place=varda"])
def test_every_count_leads_to_as_many_events(client, land, query):
    found = rows(read(client, f"/map/{query}"))

    assert found
    if "place" not in query:  # a place takes the place of the one that was asked for
        assert {name: total(read(client, href)) for name, (_, _, href) in found.items()} == {
            name: within for name, (_, within, _) in found.items()
        }


def test_points_stand_for_places_with_coordinates_and_rings_for_areas(client, land):
    html = read(client, "/map/")

    assert re.findall(r"<title>([^<]*)</title><circle( class=\"area\")?", html) == [
        ("Varda: 2", ""),
        ("Land: 1", ' class="area"'),
        ("Murava: 1", ""),
    ]
    assert '<span class="figures">1</span> event at places without coordinates' in html
    assert 'Of <span class="figures">1</span> no place is known' in html
    assert "Natural Earth" in html


def test_what_is_chosen_is_said_and_can_be_taken_away(client, land):
    html = read(client, "/map/?type=AGREE")

    assert "Kind: Agree" in html
    assert 'href="/events/?type=AGREE"' in html


@pytest.mark.parametrize("query", ["colour=red", "by=month", "place=nowhere", "cursor=x"])
def test_what_it_does_not_know_is_refused_by_name(client, land, query):
    assert query.partition("=")[0] in read(client, f"/map/?{query}", status=400)


def test_an_empty_archive_has_a_map_that_says_so(client):
    assert "No event with a known place" in read(client, "/map/")


def test_without_points_the_whole_world_is_shown():
    assert fitted([]) == (0.0, 0.0, WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("least", "most", "starts"), [(0, 0, 0), (1000, 1000, 1000 - NARROWEST / 2), (2000, 2000, 2000 - NARROWEST)]
)
def test_what_is_shown_has_its_points_in_the_middle_and_ends_with_the_map(least, most, starts):
    assert placed(least, most, NARROWEST, WIDTH) == starts
