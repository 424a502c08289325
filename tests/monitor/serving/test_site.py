"""The site as readers get it from what is kept: the same bytes as made anew, after every change."""

import gzip

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles import public_revision
from events import editing
from events.editing.names import change_actor
from events.models import EventType, Evidence
from tests.hidden import make_archive
from tests.make import make_citation, make_evidence
from tests.test_leaks import said
from tests.test_query_counts import ADDRESSES, World

SECURITY = [
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
]


@pytest.fixture
def keeping(settings):
    settings.RESPONSE_CACHE = True
    settings.SINGLE_EDITOR = True


@pytest.mark.django_db
def test_every_public_answer_is_given_again_by_one_statement_byte_for_byte_in_every_way(settings):
    world, maker, client = World(), Client(), Client()
    world.grow(1)
    addresses = [world.address(form) for role, form in ADDRESSES if not role]
    fresh = {address: said(maker.get(address, HTTP_ACCEPT="*/*")) for address in addresses}
    settings.RESPONSE_CACHE = True

    for address, answer in fresh.items():
        first = said(client.get(address, HTTP_ACCEPT="*/*"))
        with CaptureQueriesContext(connection) as asked:
            again = said(client.get(address, HTTP_ACCEPT="*/*"))

        assert first == again == answer, address
        assert [query["sql"] for query in asked] == [public_revision.NUMBER], address
        assert_given_in_every_way(client, address, dict(answer[1]), answer[2])


def assert_given_in_every_way(client, address, headers, body):
    unchanged = client.get(address, HTTP_ACCEPT="*/*", HTTP_IF_NONE_MATCH=headers["ETag"])
    small = client.get(address, HTTP_ACCEPT="*/*", HTTP_ACCEPT_ENCODING="gzip")
    head = client.head(address, HTTP_ACCEPT="*/*")

    assert (unchanged.status_code, unchanged.content, unchanged.headers["ETag"]) == (304, b"", headers["ETag"])
    assert (gzip.decompress(small.content) if small.has_header("Content-Encoding") else small.content) == body
    del head.headers["X-Request-ID"]
    assert (head.content, dict(head.items())) == (b"", headers)
    for answer in (headers, unchanged.headers, small.headers, head.headers):
        assert answer["Cache-Control"] == "no-cache", address
        assert "accept-encoding" in answer["Vary"].lower() and "cookie" not in answer["Vary"].lower()
        assert "Set-Cookie" not in answer
        assert set(SECURITY) <= set(answer), address


@pytest.mark.django_db
@pytest.mark.parametrize("headers", [{}, {"HTTP_IF_NONE_MATCH": "*"}])
def test_what_is_kept_answers_for_no_foreign_host_and_no_faulty_question(keeping, headers):
    client = Client()
    client.get("/publications/")

    assert client.get("/publications/", HTTP_HOST="foreign.example").status_code == 400
    for query in ("q=%00", "q=%ff", "colour=red", "q=" + "x" * 9_000):
        assert [client.get("/publications/", QUERY_STRING=query, **headers).status_code for _ in range(2)] == [400, 400]


@pytest.mark.django_db
def test_what_is_kept_is_led_to_tls_and_says_so(keeping, settings):
    client = Client()
    client.get("/publications/", secure=True)
    settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS = True, 60
    client = Client()
    client.get("/publications/", secure=True)

    assert client.get("/publications/").status_code == 301
    assert client.get("/publications/", secure=True).headers["Strict-Transport-Security"].startswith("max-age=60")


@pytest.mark.django_db
def test_other_sites_may_read_what_is_kept_of_the_api(keeping):
    client = Client()
    tag = client.get("/api/v1/modes/").headers["ETag"]

    kept = client.get("/api/v1/modes/", HTTP_ORIGIN="https://elsewhere.example")
    unchanged = client.get("/api/v1/modes/", HTTP_ORIGIN="https://elsewhere.example", HTTP_IF_NONE_MATCH=tag)

    assert [answer.headers["Access-Control-Allow-Origin"] for answer in (kept, unchanged)] == ["*", "*"]
    assert "Access-Control-Allow-Origin" not in client.get("/api/v1/modes/").headers


def first(archive, kind):
    return archive.shown[kind][0]


def change(archive, kind, **values):
    """By plain SQL, as a program at the database's prompt would."""
    row = first(archive, kind)
    type(row).objects.filter(pk=row.pk).update(**values)


def page(kind):
    return lambda archive: first(archive, kind).get_absolute_url()


def api(resource):
    return lambda archive: f"/api/v1/{resource}/"


CHANGES = {  # what is done, and an address that shows it
    "a publication is described": (lambda a: change(a, "publication", description="All of it."), page("publication")),
    "quotes are withheld": (lambda a: change(a, "publication", quote_policy="none"), api("citations")),
    "an issue is dated": (
        lambda a: first(a, "issue").set_date("1999-06-02", basis="printed", by=a.editor),
        api("issues"),
    ),
    "an article gets its title": (lambda a: change(a, "article", title="Envoys part"), lambda a: "/"),
    "a text is corrected": (
        lambda a: first(a, "article").correct_text(
            first(a, "article").text + " Nobody signed.", by=a.editor, reason="A line.", public_reason="missing"
        ),
        page("article"),
    ),
    "a source is renamed": (lambda a: change(a, "source", name="Kyodo News"), page("source")),
    "a source is cited": (
        lambda a: make_citation(first(a, "article"), "AP, May 29", (first(a, "source"), "1999-05-29")),
        api("citations"),
    ),
    "an actor is renamed": (
        lambda a: change_actor(first(a, "actor"), by=a.editor, name="Ana Belo", reason="So spelt."),
        page("actor"),
    ),
    "a place is found": (lambda a: change(a, "place", latitude=41.5, longitude=44.5), api("places")),
    "an event is labelled": (lambda a: change(a, "event", label="Envoys meet again"), page("event")),
    "a report is made a plan": (lambda a: change(a, "report", status="planned"), api("reports")),
    "evidence goes": (
        lambda a: Evidence.objects.filter(report=first(a, "report")).exclude(kind="sentence").delete(),
        api("reports"),
    ),
    "a code is defined": (
        lambda a: EventType.objects.filter(pk="CONSULT").update(definition="To meet."),
        api("event-types"),
    ),
    "a report is returned": (
        lambda a: editing.give_back(first(a, "report"), by=a.editor, reason="Who met?"),
        page("event"),
    ),
    "an article is withdrawn": (
        lambda a: editing.withdraw(first(a, "article"), by=a.editor, reason="Printed twice."),
        page("article"),
    ),
    "an article is published": (lambda a: editing.publish(first(a, "article"), by=a.editor), api("articles")),
}


@pytest.mark.django_db(transaction=True)
def test_after_every_change_what_is_kept_is_what_would_be_made_anew(settings, keeping):
    archive, keeper, makes_anew = make_archive(), Client(), Client()
    make_evidence(first(archive, "report"), "met", kind="trigger")
    settings.RESPONSE_CACHE = False
    makes_anew.get("/")
    settings.RESPONSE_CACHE = True

    for name, (act, address_in) in CHANGES.items():
        address = address_in(archive)
        before = said(keeper.get(address))
        act(archive)

        after = said(keeper.get(address))

        assert after == said(makes_anew.get(address)), name
        assert after[2] != before[2], name
