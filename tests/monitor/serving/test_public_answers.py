"""Public answers given again: the same bytes, told apart by whatever they depend on, and with no cookie near them."""

import gzip
from datetime import date

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from django.utils import timezone

from monitor.serving.public_answers import PublicAnswersMiddleware

BODY = b"Envoys of the two river states met in Varda. " * 50


class Site:
    """A view behind the middleware: counts its runs and remembers the last request it saw."""

    def __init__(self, make=lambda request: HttpResponse(BODY)):
        self.make = make
        self.runs = 0
        self.number = 7
        self.middleware = PublicAnswersMiddleware(self.view, revision=lambda: self.number)

    def view(self, request):
        self.runs += 1
        self.seen = request
        return self.make(request)

    def get(self, address="/events/", method="GET", **headers):
        return self.middleware(RequestFactory().generic(method, address, **headers))


@pytest.fixture(autouse=True)
def _keeping(settings):
    settings.RESPONSE_CACHE = True
    settings.ALLOWED_HOSTS = ["testserver", "other.example"]


def said(response):
    return response.status_code, sorted(response.items()), response.content


def test_an_answer_is_made_once_and_given_again_alike():
    site = Site(lambda request: HttpResponse(BODY, headers={"Content-Language": "en", "Allow": "GET"}))

    first, second = site.get(), site.get()

    assert site.runs == 1
    assert said(first) == said(second)
    assert first.headers["Cache-Control"] == "no-cache"
    assert first.headers["Vary"] == "Accept-Encoding"
    assert first.headers["Content-Length"] == str(len(BODY))


def test_the_next_public_revision_is_another_answer():
    site = Site(lambda request: HttpResponse(f"as of {site.number}"))
    before = site.get()

    site.number += 1
    after = site.get(HTTP_IF_NONE_MATCH=before.headers["ETag"])

    assert (before.content, after.content) == (b"as of 7", b"as of 8")
    assert before.headers["ETag"] != after.headers["ETag"]


def test_who_has_the_answer_is_told_so_without_making_it():
    tag, fresh = Site().get().headers["ETag"], Site()

    unchanged = fresh.get(HTTP_IF_NONE_MATCH=f'"other", {tag}')

    assert fresh.runs == 0
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert dict(unchanged.items()) == {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}


def test_a_star_is_matched_by_any_answer_there_is():
    assert Site().get(HTTP_IF_NONE_MATCH="*").status_code == 304
    assert Site(lambda request: HttpResponse(status=404)).get(HTTP_IF_NONE_MATCH="*").status_code == 404


@pytest.mark.parametrize(
    "other",
    [
        {"address": "/events/?q=a"},
        {"address": "/events"},
        {"HTTP_HOST": "other.example"},
        {"SERVER_PORT": "8080"},
        {"wsgi.url_scheme": "https"},
        {"SCRIPT_NAME": "/below"},
    ],
)
def test_whatever_an_answer_depends_on_tells_it_apart(other):
    site = Site()

    tags = [site.get().headers["ETag"], site.get(**other).headers["ETag"]]

    assert site.runs == 2
    assert tags[0] != tags[1]


def test_the_query_counts_as_it_was_sent():
    site = Site(lambda request: HttpResponse(request.META["QUERY_STRING"]))
    queries = [
        "a=1&b=2",
        "b=2&a=1",
        "a=%31&b=2",
        "a=1&b=2&",
        "q=%ff",
        "q=%EF%BF%BD",
        "q=" + "x" * 5_000,
        "q=" + "x" * 5_001,
    ]

    for _ in range(2):
        assert [site.get(f"/events/?{query}").content.decode() for query in queries] == queries
    assert site.runs == len(queries)


def test_accept_counts_where_the_form_is_negotiated_and_nowhere_else():
    site = Site()

    answers = [site.get("/api/v1/events/", HTTP_ACCEPT=form) for form in ("application/json", "text/csv")]
    pages = [site.get("/events/", HTTP_ACCEPT=form) for form in ("text/html", "*/*")]

    assert answers[0].headers["ETag"] != answers[1].headers["ETag"]
    assert answers[0].headers["Vary"] == "Accept, Accept-Encoding"
    assert pages[0].headers["ETag"] == pages[1].headers["ETag"]
    assert site.runs == 3


@pytest.mark.parametrize(("address", "made"), [("/", 2), ("/on-this-day/05-28/", 2), ("/events/", 1)])
def test_pages_of_the_day_are_made_anew_each_day(monkeypatch, address, made):
    site = Site()

    for day in (date(2026, 11, 24), date(2026, 11, 25)):
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        site.get(address)

    assert site.runs == made


def test_another_version_of_the_code_is_another_answer(monkeypatch):
    site = Site()

    for version in ("old", "new"):
        monkeypatch.setattr("monitor.serving.public_answers.code_version", lambda version=version: version)
        site.get()

    assert site.runs == 2


def test_who_takes_gzip_gets_the_same_answer_smaller():
    site = Site()

    plain, small = site.get(), site.get(HTTP_ACCEPT_ENCODING="br, gzip")

    assert site.runs == 1
    assert gzip.decompress(small.content) == plain.content == BODY
    assert small.headers["Content-Encoding"] == "gzip"
    assert small.headers["Content-Length"] == str(len(small.content))
    assert small.headers["ETag"] == plain.headers["ETag"]
    assert "Content-Encoding" not in plain.headers


@pytest.mark.parametrize("first", ["GET", "HEAD"])
def test_head_has_the_headers_of_get_and_no_body(first):
    site = Site()
    site.get(method=first)

    head, get = site.get(method="HEAD"), site.get()

    assert site.runs == 1
    assert head.content == b""
    assert sorted(head.items()) == sorted(get.items())
    assert get.content == BODY


def with_cookie(request):
    response = HttpResponse(BODY)
    response.set_cookie("seen", "1")
    return response


@pytest.mark.parametrize(
    "make",
    [
        with_cookie,
        lambda request: HttpResponse(BODY, status=404),
        lambda request: HttpResponse(BODY, status=301, headers={"Location": "/"}),
        lambda request: HttpResponse(BODY, headers={"Vary": "Cookie"}),
        lambda request: HttpResponse(BODY, headers={"Vary": "Accept"}),
        lambda request: HttpResponse(BODY, headers={"Vary": "*"}),
        lambda request: HttpResponse(BODY, headers={"Cache-Control": "private, no-store"}),
        lambda request: HttpResponse(BODY, headers={"Cache-Control": "private"}),
        lambda request: HttpResponse(BODY, headers={"Content-Encoding": "br"}),
    ],
)
def test_what_is_not_alike_for_everybody_is_neither_kept_nor_named(make):
    site = Site(make)

    answers = [site.get(), site.get()]

    assert site.runs == 2
    assert ["ETag" in answer.headers for answer in answers] == [False, False]
    assert answers[0].content == BODY


def test_a_view_that_names_its_answer_is_left_alone():
    site = Site(lambda request: HttpResponse(BODY, headers={"ETag": '"own"', "Cache-Control": "max-age=9"}))

    answer = site.get()

    assert (answer.headers["ETag"], answer.headers["Cache-Control"]) == ('"own"', "max-age=9")
    assert "Vary" not in answer.headers


def test_a_stream_is_named_but_not_kept():
    site = Site(lambda request: StreamingHttpResponse([b"a", b"b"]))

    first, second = site.get(), site.get()

    assert site.runs == 2
    assert b"".join(second.streaming_content) == b"ab"
    assert site.get(HTTP_IF_NONE_MATCH=first.headers["ETag"]).status_code == 304


def test_views_of_public_addresses_see_no_cookie():
    site = Site()

    site.get("/events/", HTTP_COOKIE="sessionid=abc")
    public = dict(site.seen.COOKIES), site.seen.META.get("HTTP_COOKIE")
    site.get("/admin/", HTTP_COOKIE="sessionid=abc")

    assert public == ({}, None)
    assert site.seen.COOKIES == {"sessionid": "abc"}


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/events/event/", "/static/monitor/site.css", "/healthz", "/readyz"]
)
def test_what_is_not_public_passes_untouched(address):
    site = Site()

    answers = [site.get(address), site.get(address)]

    assert site.runs == 2
    assert sorted(answers[0].headers) == ["Content-Type"]


@pytest.mark.parametrize("asked", [{"HTTP_AUTHORIZATION": "Bearer x"}, {"method": "POST"}, {"method": "OPTIONS"}])
def test_only_anonymous_reads_are_answered_from_what_is_kept(asked):
    site = Site()
    tag = site.get("/api/v1/events/").headers["ETag"]

    answer = site.get("/api/v1/events/", HTTP_IF_NONE_MATCH=tag, **asked)

    assert site.runs == 2
    assert answer.status_code == 200
    assert "ETag" not in answer.headers


def test_with_keeping_switched_off_answers_are_made_anew_and_still_named(settings):
    kept = Site().get(HTTP_ACCEPT_ENCODING="gzip")
    settings.RESPONSE_CACHE = False
    site = Site()

    answers = [site.get(HTTP_ACCEPT_ENCODING="gzip"), site.get(HTTP_ACCEPT_ENCODING="gzip")]

    assert site.runs == 2
    assert said(answers[0]) == said(answers[1]) == said(kept)
    assert site.get(HTTP_IF_NONE_MATCH=kept.headers["ETag"]).status_code == 304


def test_the_revision_is_read_before_the_view_runs():
    steps = []
    middleware = PublicAnswersMiddleware(
        lambda request: steps.append("view") or HttpResponse(BODY), revision=lambda: steps.append("revision") or 1
    )

    middleware(RequestFactory().get("/events/"))

    assert steps == ["revision", "view"]
