"""One filter language: every resource takes what the design says, pages and API read it alike, nothing is ignored."""

import csv
import json
import random
from io import StringIO
from urllib.parse import urlencode

import feedparser
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.parameters import MAX_LENGTH, MAX_VALUES
from monitor.api import KEYS, RESOURCES
from tests import make
from tests.golden import make_world

pytestmark = pytest.mark.django_db

LANGUAGE = {  # what every resource can be narrowed by; `q` and `changed_since` come with search and `changes`
    "publications": "id language publisher quote_policy",
    "issues": "id publication volume number after before match date_basis",
    "articles": "id publication volume number after before match section source event_type actor place has_events",
    "sources": "id kind country",
    "citations": "id article publication volume number source after before match",
    "cross-references": "id article publication volume number target_issue target_article",
    "events": "id type quad mode context status after before match actor role place source min_sources publication "
    "volume number article has_conflict",
    "reports": "id event article publication volume number status hedged background source claimed_type claimed_place",
    "mentions": "id article publication volume number kind actor place reading",
    "actors": "id kind unrecognised wikidata organisation sector",
    "places": "id kind country parent wikidata geonames claimed_by",
    "event-types": "id quad needs_recipient",
    "modes": "id type",
    "contexts": "id",
    "releases": "id",
}
LATER = {"q", "changed_since"}
OF_LISTS = "cursor ordering page_size total format fields omit expand"
PAGES = [f"/{name}/" for name in ("publications", "articles", "sources", "events", "actors", "places")]
LISTS = [*PAGES, *(f"/api/v1/{name}/" for name in RESOURCES)]


def parameters_of(address):
    resource = address.strip("/").split("/")[-1]
    return [*RESOURCES[resource].filterset_class.base_filters, "cursor", "ordering", "page_size", "total"]


def test_every_resource_is_in_the_table():
    assert sorted(LANGUAGE) == sorted(RESOURCES)


@pytest.mark.parametrize("name", LANGUAGE)
def test_a_resource_takes_exactly_these_parameters(name):
    view = RESOURCES[name]

    assert set(view.filterset_class.base_filters) - LATER == set(LANGUAGE[name].split())
    assert {*view.pagination_class.parameters, *view.parameters} == set(OF_LISTS.split())


@pytest.mark.parametrize("address", LISTS)
def test_an_unknown_parameter_is_refused_everywhere(client, address):
    response = client.get(f"{address}?colour=red")

    assert response.status_code == 400
    assert "colour" in response.content.decode()


NO_VALUES = {
    "empty": "",
    "NUL": "a%00b",
    "half of a surrogate pair": "%ED%A0%80",
    "a control character": "%07",
    "over-long": "x" * 2001,
}


@pytest.mark.parametrize("address", LISTS)
def test_what_is_no_value_is_refused_by_name(client, address):
    for name in parameters_of(address):
        for what, value in NO_VALUES.items():
            response = client.get(f"{address}?{name}={value}")

            assert response.status_code == 400, (name, what)
            assert name in response.content.decode()


MALFORMED = [
    "page_size=0",
    "page_size=1001",
    "page_size=-1",
    "page_size=ten",
    "page_size=1&page_size=2",
    "total=maybe",
    "ordering=colour",
    "ordering=id&ordering=-id",
    "cursor=nonsense",
    "cursor=AAAAAAAAAAAAWzAsMV0",
    "id=" + "&id=".join(["1"] * (MAX_VALUES + 1)),
    f"id={'9' * (MAX_LENGTH + 1)}",
    "id=%20",
]


@pytest.mark.parametrize("address", LISTS)
def test_a_malformed_value_is_refused_by_name(client, address):
    for query in MALFORMED:
        response = client.get(f"{address}?{query}")

        assert response.status_code == 400, query
        assert query.partition("=")[0] in response.content.decode()


@pytest.mark.parametrize("name", RESOURCES)
def test_format_fields_and_expand_are_closed_lists(client, name):
    for query in ("format=xml", "fields=colour", "omit=colour", "expand=colour"):
        response = client.get(f"/api/v1/{name}/?{query}")

        assert response.status_code == 400
        assert [error["parameter"] for error in json.loads(response.content)["errors"]] == [query.partition("=")[0]]


@pytest.mark.parametrize("address", LISTS)
def test_a_cursor_belongs_to_its_ordering_and_filters(client, address):
    make_world()
    for _ in range(2):
        make.make_report(article=make.make_article(published=True), confirmed=True)
    cursor = cursor_of(client, address)
    if not cursor:
        return  # a list of one row has no further page

    assert client.get(f"{address}?page_size=1&cursor={cursor}").status_code == 200
    if address not in ("/api/v1/event-types/", "/api/v1/modes/", "/api/v1/contexts/"):
        assert client.get(f"{address}?page_size=1&ordering=-id&cursor={cursor}").status_code == 400
    assert client.get(f"{address}?page_size=1&cursor={cursor}x").status_code == 400


def cursor_of(client, address):
    response = client.get(f"{address}?page_size=1")
    if address.startswith("/api/"):
        return (json.loads(response.content)["next"] or "").partition("cursor=")[2].partition("&")[0]
    return response.context["listing"].page.next


KEY = {"event-types": "code", "modes": "key", "contexts": "code", "events": "public_id", "releases": "version"}
SLUGGED = {"publications", "sources", "actors", "places"}


def key_of(name):
    return KEY.get(name) or ("slug" if name in SLUGGED else "id")


@pytest.mark.parametrize("name", RESOURCES)
def test_several_rows_are_asked_for_by_id(client, name):
    make_world()
    make.make_report(article=make.make_article(published=True), confirmed=True)
    keys = [row[key_of(name)] for row in answer(client, f"/api/v1/{name}/")]

    wanted = keys[:2]
    found = answer(client, f"/api/v1/{name}/?{urlencode([('id', key) for key in wanted])}")

    assert sorted(row[key_of(name)] for row in found) == sorted(wanted)


@pytest.mark.parametrize(
    "query",
    ["/api/v1/articles/?id=9003", "/api/v1/reports/?id=9003", "/api/v1/mentions/?id=9002", "/api/v1/sources/?id=ap"],
)
def test_an_id_that_is_hidden_is_refused_as_one_that_never_was(client, query):
    make_world()
    never = query.replace("9003", "9999").replace("9002", "9998").replace("=ap", "=never-was")

    said = [json.loads(client.get(address).content)["errors"] for address in (query, never)]

    assert [[error["parameter"] for error in errors] for errors in said] == [["id"], ["id"]]
    assert said[0][0]["message"].partition(":")[2] == said[1][0]["message"].partition(":")[2]


def answer(client, address):
    response = client.get(address)
    assert response.status_code == 200, (address, response.content[:500])
    return json.loads(response.content)["results"]


@pytest.mark.parametrize("name", RESOURCES)
def test_each_field_can_be_asked_for_alone_and_left_out(client, name):
    make_world()
    whole = answer(client, f"/api/v1/{name}/?page_size=5")
    fields = list(whole[0])

    for field in fields:
        assert answer(client, f"/api/v1/{name}/?page_size=5&fields={field}") == [{field: row[field]} for row in whole]
    left = answer(client, f"/api/v1/{name}/?page_size=5&omit={fields[0]}")
    assert left == [{field: row[field] for field in fields[1:]} for row in whole]


@pytest.mark.parametrize(("name", "field"), [(name, field) for name, fields in KEYS.items() for field in fields])
def test_a_key_becomes_the_row_that_the_resource_itself_gives(client, name, field):
    make_world()
    target = next(prefix for prefix, view in RESOURCES.items() if view is RESOURCES[name].expands[field])
    plain = answer(client, f"/api/v1/{name}/?page_size=1000")

    with CaptureQueriesContext(connection) as queries:
        expanded = answer(client, f"/api/v1/{name}/?page_size=1000&expand={field}")

    assert len(queries) <= 3  # the public revision, the rows, the objects
    known = {row[key_of(target)]: row for row in answer(client, f"/api/v1/{target}/?page_size=1000")}
    for row, before in zip(expanded, plain, strict=True):
        for now, key in zip(each(row[field]), each(before[field]), strict=True):
            assert now == known[key[key_of(target)] if isinstance(key, dict) else key]


def each(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def test_a_single_row_has_fields_and_objects_too(client):
    make_world()

    row = json.loads(client.get("/api/v1/articles/9001/?fields=id,events&expand=events").content)

    assert [event["label"] for event in row["events"]] == ["Envoys of two states meet in Varda"]
    assert list(row) == ["id", "events"]


VALUES = {
    "publication": ["monitor"],
    "volume": ["5", "6"],
    "number": ["107", "108"],
    "after": ["1999", "1999-05-28", "1998-12"],
    "before": ["1999-06", "2000", "1999-05-29"],
    "match": ["possible", "certain"],
    "section": ["Rivers"],
    "source": ["kyodo"],
    "actor": ["ivan-petrov", "southland", "northland"],
    "place": ["varda", "northland"],
    "has_events": ["1", "0"],
    "event_type": ["CONSULT"],
    "type": ["CONSULT"],
    "quad": ["verbal-cooperation", "material-conflict"],
    "mode": ["CONSULT.visit"],
    "context": ["diplomatic"],
    "status": ["occurred", "planned"],
    "role": ["actor", "mediator", "host"],
    "min_sources": ["0", "1", "2"],
    "article": ["9001", "9002"],
    "has_conflict": ["1", "0"],
    "kind": ["agency", "newspaper"],
    "country": ["JP"],
    "language": ["en"],
    "publisher": ["A House"],
    "quote_policy": ["full", "none"],
    "id": [],
    "ordering": ["id", "-id"],
    "total": ["1"],
}


def ids_on_page(response):
    page = response.context["listing"].page
    return [getattr(row, "public_id", None) or getattr(row, "slug", None) or row.pk for row in page.rows], page.total


def ids_in_api(response, name):
    body = json.loads(response.content)
    return [row[key_of(name)] for row in body["results"]], body.get("total")


def agree(client, seed, combinations):
    chance = random.Random(seed)
    answered = 0
    for _ in range(combinations):
        name = chance.choice(PAGES).strip("/")
        names = [*RESOURCES[name].filterset_class.base_filters, "ordering", "total"]
        chosen = chance.sample([known for known in names if VALUES.get(known)], chance.randint(0, 3))
        query = urlencode([(known, chance.choice(VALUES[known])) for known in chosen])
        page, api = client.get(f"/{name}/?{query}"), client.get(f"/api/v1/{name}/?{query}")
        assert page.status_code == api.status_code, query
        if page.status_code == 200:
            answered += 1
            assert ids_on_page(page) == ids_in_api(api, name), query
            assert_elsewhere_too(client, name, chosen, query, ids_in_api(api, name)[0])
    assert answered > combinations / 2


def assert_elsewhere_too(client, name, chosen, query, ids):
    """Exports and feeds take the same query string, but for what only pages have."""
    for form in ("jsonl", "csv", *(["geojson"] if name == "events" else [])):
        export = client.get(f"/api/v1/{name}/?{query}&format={form}")
        if "total" in chosen:
            assert export.status_code == 400, query
        else:
            assert ids_in_export(export.getvalue().decode(), form, key_of(name)) == ids, (form, query)
    if name in FEEDS:
        feed = client.get(f"/feeds/{name}/?{query}")
        if {"total", "ordering"} & set(chosen):
            assert feed.status_code == 400, query
        else:
            assert sorted(ids_in_feed(client, feed.content, name)) == sorted(ids), query


FEEDS = {"articles": "url", "events": "url"}


def ids_in_export(text, form, key):
    if form == "jsonl":
        return [json.loads(line)[key] for line in text.splitlines()]
    if form == "geojson":
        return [feature["properties"][key] for feature in json.loads(text)["features"]]
    keys = [row[key] for row in csv.DictReader(StringIO(text, newline=""), strict=True)]
    return [int(value) for value in keys] if key == "id" else keys


def ids_in_feed(client, feed, name):
    """Entries name pages; the API says which rows those are."""
    links = [entry.link for entry in feedparser.parse(feed).entries]
    rows = answer(client, f"/api/v1/{name}/?page_size=1000")
    return [row[key_of(name)] for row in rows if row[FEEDS[name]] in links]


def test_a_query_string_gives_the_same_rows_on_page_api_feed_and_export(client):
    make_world()

    agree(client, seed=1, combinations=40)


@pytest.mark.drill
def test_five_hundred_query_strings_give_the_same_rows_on_page_api_feed_and_export(client):
    make_world()

    agree(client, seed=2, combinations=500)
