"""Facets: what each value would leave, as the lists then count it."""

import json
from urllib.parse import urlencode

import pytest

from monitor.api import RESOURCES
from tests import make
from tests.golden import CITES, make_world
from tests.hidden import WORD, make_archive

pytestmark = pytest.mark.django_db
COUNTED = [(name, facet) for name, view in RESOURCES.items() for facet in view.filterset_class.facets]


def facets(client, name, query=""):
    response = client.get(f"/api/v1/{name}/facets/?{query}")
    assert response.status_code == 200, response.content
    return json.loads(response.content)


def total(client, name, query):
    return json.loads(client.get(f"/api/v1/{name}/?total=1&{query}").content)["total"]


@pytest.fixture
def world():
    make_world()
    article = make.make_article(published=True, section="Rivers")
    make.make_citation(article, CITES, (make.make_source(merged_into=make.make_source(slug="kept")), ""))
    both = make.make_actor()
    event = make.make_event(type_id="AGREE", participants=[(both, "actor"), (both, "recipient")])
    make.make_report(article=article, event=event, confirmed=True, status="planned", claimed_type_id="AID")
    make.make_mention(article, "Varda", both)


@pytest.mark.parametrize(("name", "facet"), COUNTED)
def test_a_value_leaves_as_many_rows_as_its_facet_says(client, world, name, facet):
    counted = facets(client, name, f"facet={facet}")["facets"]

    assert list(counted) == [facet]
    for value in counted[facet]:
        assert total(client, name, urlencode({facet: value["value"]})) == value["count"] > 0
        assert value["label"]


def test_every_facet_has_values_here(client, world):
    empty = [(name, facet) for name, facet in COUNTED if not facets(client, name)["facets"][facet]]

    assert set(empty) <= {("places", "country")}


@pytest.mark.parametrize("name", RESOURCES)
def test_all_facets_come_with_the_number_of_rows(client, world, name):
    answer = facets(client, name)

    assert answer["total"] == total(client, name, "")
    assert list(answer["facets"]) == list(RESOURCES[name].filterset_class.facets)


def test_a_facet_is_counted_as_if_it_were_not_chosen_and_the_others_are(client, world):
    answer = facets(client, "events", "type=AGREE&status=planned")

    assert answer["total"] == 1
    assert {value["value"]: value["count"] for value in answer["facets"]["type"]} == {"AGREE": 1}
    assert {value["value"]: value["count"] for value in facets(client, "events", "type=AGREE")["facets"]["type"]} == {
        "AGREE": 1,
        "CONSULT": 1,
    }


def test_who_takes_part_is_counted_in_the_part_that_is_asked_for(client, world):
    hosts = facets(client, "events", "role=host&facet=actor")["facets"]["actor"]

    assert [value["value"] for value in hosts] == ["northland"]


@pytest.mark.parametrize(
    "query", ["facet=colour", "facet=place", "colour=red", "page_size=1", "type=WALK", "format=csv"]
)
def test_what_cannot_be_counted_is_refused_by_name(client, query):
    response = client.get(f"/api/v1/events/facets/?{query}")

    assert response.status_code == 400
    assert [error["parameter"] for error in json.loads(response.content)["errors"]] == [query.partition("=")[0]]


def test_facets_count_and_name_nothing_hidden(client, settings):
    settings.SINGLE_EDITOR = True
    make_archive()

    for name in RESOURCES:
        assert WORD not in json.dumps(facets(client, name))
