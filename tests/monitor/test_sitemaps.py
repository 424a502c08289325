"""The map for crawlers: every public page and no other."""

import re
from xml.etree import ElementTree

import pytest

from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_issue,
    make_participation,
    make_place,
    make_publication,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


def addresses(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/xml"
    return [
        found.text.removeprefix("http://testserver")
        for found in ElementTree.fromstring(answer.content).iter(f"{NAMESPACE}loc")
    ]


def all_addresses(client):
    return [page for part in addresses(client, "/sitemap.xml") for page in addresses(client, part)]


def make_archive():
    issue = make_issue(publication=make_publication(slug="digest"), volume=5, number=107)
    article = make_article(issue=issue, published=True)
    make_article(issue=make_issue(number=108), title="Unseen")
    make_citation(article, CITES, (make_source(slug="kyodo"), "1999-05-28"))
    event = make_event(place=make_place(slug="varda"))
    make_participation(event, make_actor(slug="bel"), "actor")
    make_actor(slug="unseen")
    make_report(article=article, event=event, confirmed=True)
    return event


def test_every_public_page_is_on_the_map_and_answers(client):
    event = make_archive()

    found = all_addresses(client)

    lists = [
        "/",
        "/publications/",
        "/articles/",
        "/events/",
        "/actors/",
        "/places/",
        "/sources/",
        "/codebook/",
        "/about/",
        "/timeline/",
        "/map/",
    ]
    printed = ["/publications/digest/", "/publications/digest/5/107/", "/publications/digest/5/107/1/"]
    record = [f"/events/{event.public_id}/", "/actors/bel/", "/places/varda/", "/sources/kyodo/"]
    assert sorted(found) == sorted(lists + printed + record)
    assert {client.get(address).status_code for address in found} == {200}


def test_an_empty_archive_has_a_map(client):
    assert len(all_addresses(client)) == 11


def test_the_map_tells_no_times(client):
    make_archive()

    assert all(b"lastmod" not in client.get(part).content for part in addresses(client, "/sitemap.xml"))


@pytest.mark.parametrize("path", ["/sitemap-nothing.xml", "/sitemap-events.xml?p=99", "/sitemap-events.xml?p=x"])
def test_what_is_not_on_the_map_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_crawlers_are_told_where_the_map_is_and_what_to_leave_alone(client):
    answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert re.search(r"^Sitemap: http://testserver/sitemap.xml$", answer.content.decode(), re.MULTILINE)
    assert "Disallow: /admin/" in answer.content.decode()
