import json
from urllib.parse import unquote

import pytest

from monitor.query_string import MAX_BYTES

pytestmark = pytest.mark.django_db


def raw(client, address, query):
    """GET with the query string as the wire has it."""
    return client.get(address, QUERY_STRING=query)


def faults(response):
    assert response.status_code == 400
    return [error["parameter"] for error in json.loads(response.content)["errors"]]


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("type=a%00b", "type"),
        ("ty%00pe=a", "type"),
        ("type=%ff", "type"),
        ("type=%ED%A0%80", "type"),  # half of a surrogate pair
        ("type=AGREE&%C0%AF=1", "\ufffd\ufffd"),
    ],
)
def test_a_query_string_that_is_no_text_is_refused_by_name(client, query, parameter):
    assert faults(raw(client, "/api/v1/events/", query)) == [parameter]


def test_an_overlong_query_string_is_refused(client):
    assert faults(raw(client, "/api/v1/events/", "type=" + "A" * MAX_BYTES)) == [""]


def test_very_many_parameters_are_refused(client):
    assert raw(client, "/api/v1/events/", "&".join(["a=1"] * 1500)).status_code == 400


def test_a_page_is_refused_with_a_page(client):
    response = raw(client, "/", "colour=%00")

    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith("text/html")
    assert "colour" in response.content.decode()


@pytest.mark.parametrize(
    ("address", "form"), [("/api/v1/events/%00/", "application/problem+json"), ("/%00/", "text/html")]
)
def test_nul_in_a_path_is_refused(client, address, form):
    response = client.get(address)

    assert response.status_code == 400
    assert response.headers["Content-Type"].startswith(form)


@pytest.mark.parametrize(("address", "form"), [("/api/v1/events/", "application/problem+json"), ("/", "text/html")])
def test_trace_is_not_answered(client, address, form):
    response = client.trace(address)

    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.headers["Content-Type"].startswith(form)


@pytest.mark.parametrize(
    ("query", "clean"),
    [("utm_source=x", "/"), ("fbclid=x&gclid=y", "/"), ("utm_campaign=x&a=1&a=%C3%A9", "/?a=1&a=%C3%A9")],
)
def test_a_page_loses_tracking_parameters(client, query, clean):
    response = raw(client, "/", query)

    assert response.status_code == 302
    assert response.headers["Location"] == clean


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("//elsewhere.example/", "/%2Felsewhere.example/"),
        ("//elsewhere.example/?a=1&", "/%2Felsewhere.example/?a=1"),
        ("/%3Fa=1/?", "/%3Fa%3D1/"),
        ("/a%0d%0aSet-Cookie:%20x/?", "/a%0D%0ASet-Cookie%3A%20x/"),
    ],
)
def test_losing_tracking_parameters_leads_to_no_other_site(client, address, clean):
    path, _, query = address.partition("?")

    response = client.generic("GET", path, QUERY_STRING=f"{query}utm_source=x", PATH_INFO=unquote(path))

    assert (response.status_code, response.headers["Location"]) == (302, clean)


def test_the_api_refuses_tracking_parameters(client):
    assert faults(raw(client, "/api/v1/events/", "utm_source=x")) == ["utm_source"]
