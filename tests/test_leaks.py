"""Nothing leaks: what is hidden is nowhere, and looks as what never was (promise 4)."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.cache.backends.filebased import FileBasedCache
from django.db import connection
from django.test import Client

from articles.models import Article, PublicChange, SearchVariant, SearchWord
from articles.search.variants import same_names
from articles.verbs import check_rules
from events import editing
from monitor.serving import public_answers
from tests.articles.search.found import found
from tests.hidden import WORD, make_archive
from tests.make import make_article
from tests.programs import program_of

pytestmark = pytest.mark.django_db

LISTS = [
    "publications",
    "issues",
    "articles",
    "sources",
    "citations",
    "cross-references",
    "events",
    "reports",
    "mentions",
    "actors",
    "places",
]
TWINS = ["json", "txt", "bib", "ris", "csl.json"]


@pytest.fixture
def archive(settings):
    settings.SINGLE_EDITOR = True
    archive = make_archive()
    connection.check_constraints()  # what is public is noted as when the transaction ends
    return archive


def pages_of(kind, row):
    """The public addresses that a row of this kind has or would have."""
    if kind == "citation":
        return []
    if kind in ("report", "mention"):
        return []
    if kind == "article":
        own = row.get_absolute_url()
        return [own, *(f"{own}index.{name}" for name in TWINS), f"/articles/{row.pk}/"]
    if kind in ("event", "actor", "place"):
        return [row.get_absolute_url(), f"{row.get_absolute_url()}index.json"]
    return [row.get_absolute_url()]


def keys_of(kind, row):
    return {"event": lambda: row.public_id, "publication": lambda: row.slug, "source": lambda: row.slug,
            "actor": lambda: row.slug, "place": lambda: row.slug}.get(kind, lambda: row.pk)()  # fmt: skip


def api_of(kind, row):
    plural = {"citation": "citations", "cross_reference": "cross-references"}.get(kind, f"{kind}s")
    return f"/api/v1/{plural}/{keys_of(kind, row)}/"


NEVER = {
    "publication": ["/publications/never-was/"],
    "issue": ["/publications/monitor/5/999/"],
    "article": [
        "/publications/monitor/5/107/999/",
        *(f"/publications/monitor/5/107/999/index.{name}" for name in TWINS),
        "/articles/999999/",
    ],
    "source": ["/sources/never-was/"],
    "event": ["/events/E999999/", "/events/E999999/index.json"],
    "actor": ["/actors/never-was/", "/actors/never-was/index.json"],
    "place": ["/places/never-was/", "/places/never-was/index.json"],
}


def said(response):
    """Status, headers and body: everything that an answer can tell, but for the id that each request has of its own."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = [(name, value) for name, value in response.headers.items() if name != "X-Request-ID"]
    return response.status_code, sorted(headers), body


def without(address, answer):
    """The answer without the address that was asked for, which it may repeat."""
    status, headers, body = answer
    for part in (address, address.strip("/").split("/")[-1]):
        body = body.replace(part.encode(), b"*") if len(part) > 3 else body
    return status, [(k, v) for k, v in headers if k != "Content-Length"], body


START = (
    "/",
    "/api/v1/",
    "/publications/",
    "/sources/",
    "/timeline/",
    "/timeline/?by=month",
    "/map/",
    "/search/?q=envoys",
)


def walk(client, start=START):
    """Every address that can be reached by links from the start, with its answer."""
    waiting, answers = list(start), {}
    while waiting:
        address = waiting.pop()
        if address in answers:
            continue
        answers[address] = said(client.get(address, HTTP_ACCEPT="*/*"))
        waiting += [link for link in links_in(address, answers[address]) if link not in answers]
    return answers


def links_in(address, answer):
    """Where the answer leads on this site; of lists that can be narrowed without end, one step each way."""
    _, headers, body = answer
    kind = dict(headers).get("Content-Type", "")
    found = []
    if "location" in {k.lower() for k, _ in headers}:
        found.append(dict(headers)["Location"])
    if "html" in kind:
        reader = Links()
        reader.feed(body.decode())
        found += reader.found
    if "json" in kind:
        found += re.findall(r'http://testserver/[^"\s]*', body.decode())
    own = (urlsplit(urljoin(f"http://testserver{address}", link)) for link in found)
    return [
        link.path + (f"?{link.query}" if link.query else "")
        for link in own
        if link.netloc == "testserver" and not link.path.startswith("/static/") and link.query.count("=") < 2
    ]


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src", "action") and value]


def assert_silent(answers):
    for address, (_, headers, body) in answers.items():
        if WORD in address:
            continue
        assert WORD.encode() not in body, address
        assert WORD not in str(headers), address


def test_no_page_or_answer_that_links_lead_to_tells_a_hidden_word(client, archive):
    answers = walk(client)

    assert len(answers) > 25
    assert {address: status for address, (status, _, _) in answers.items() if status not in (200, 301)} == {}
    assert_silent(answers)


def test_hidden_rows_answer_as_rows_that_never_were(client, archive):
    tried = 0
    for kind, rows in archive.hidden.items():
        for row in rows:
            for address, never in zip(pages_of(kind, row), NEVER.get(kind, []), strict=True):
                assert without(address, said(client.get(address))) == without(never, said(client.get(never))), address
                tried += 1

    assert tried > 30


def test_hidden_rows_of_the_api_answer_as_rows_that_never_were(client, archive):
    for kind, rows in archive.hidden.items():
        for row in rows:
            address = api_of(kind, row)
            never = re.sub(r"[^/]+/$", "E999999/" if kind == "event" else "999999/", address)
            hidden, unknown = said(client.get(address)), said(client.get(never))
            assert hidden[0] == 404, address
            assert without(address, hidden) == without(never, unknown), address


@pytest.mark.parametrize("resource", LISTS)
def test_lists_hold_and_count_public_rows_only(client, archive, resource):
    kind = {"cross-references": "cross_reference"}.get(resource, resource.removesuffix("s"))
    answer = client.get(f"/api/v1/{resource}/?total=1&page_size=1000")
    results = answer.json()["results"]

    assert answer.json()["total"] == len(results)
    assert WORD not in answer.content.decode()
    hidden = {keys_of(kind, row) for row in archive.hidden.get(kind, [])}
    keys = {row.get("public_id") or row.get("slug") or row.get("id") for row in results}
    assert not hidden & keys
    assert {keys_of(kind, row) for row in archive.shown.get(kind, [])} <= keys


@pytest.mark.parametrize(
    ("resource", "parameter", "kind"),
    [
        ("events", "actor", "actor"),
        ("events", "place", "place"),
        ("events", "source", "source"),
        ("events", "article", "article"),
        ("articles", "actor", "actor"),
        ("articles", "place", "place"),
        ("articles", "source", "source"),
        ("articles", "publication", "publication"),
        ("reports", "event", "event"),
        ("reports", "article", "article"),
        ("mentions", "actor", "actor"),
        ("citations", "source", "source"),
    ],
)
def test_filter_by_a_hidden_row_is_refused_as_by_one_that_never_was(client, archive, resource, parameter, kind):
    for row in archive.hidden[kind]:
        value = str(keys_of(kind, row))
        never = {"event": "E999999", "article": "999999"}.get(kind, "never-was")

        hidden = client.get(f"/api/v1/{resource}/", {parameter: value})
        unknown = client.get(f"/api/v1/{resource}/", {parameter: never})

        assert hidden.status_code == unknown.status_code == 400
        assert hidden.content.replace(value.encode(), b"*") == unknown.content.replace(never.encode(), b"*")


WORDS = [
    *(f"{WORD}{name}" for name in ("draft", "inreview", "withdrawn", "drafttitle", "withdrawntitle", "elsewhere")),
    *(f"{WORD}{name}" for name in ("notes", "oldtext", "reason", "reportnote", "orphan", "variant", "mergedplace")),
]


@pytest.mark.parametrize("resource", ["articles", "events"])
def test_words_of_hidden_rows_find_what_words_find_that_never_were(client, archive, resource):
    check_rules()

    def answer(word):
        response = client.get(f"/api/v1/{resource}/", {"q": word, "total": 1})
        return response.status_code, len(response.headers), response.content

    unknown = answer("neverwas")

    assert {word: answer(word) for word in WORDS} == dict.fromkeys(WORDS, unknown)
    assert b'"total":0' in unknown[2]
    assert client.get(f"/api/v1/{resource}/", {"q": "envoys", "total": 1}).json()["total"] == 1


def test_the_search_page_neither_counts_nor_suggests_what_is_hidden(archive):
    for word in [*WORDS, *(f"{word[:-1]}x" for word in WORDS)]:
        page = found(word)
        assert (page.total, page.hits, page.suggestion, page.names) == (0, [], "", {}), word
        assert not any(page.facets.values()), word

    assert found("envoys").total == 1
    assert WORD not in str(found("envoys").facets)


def test_names_of_hidden_rows_stand_for_nothing(archive):
    check_rules()
    hidden = [str(row) for kind in ("actor", "place", "source") for row in archive.hidden[kind]]

    assert SearchVariant.objects.filter(spelling__in=hidden).count() >= len(set(hidden))
    assert same_names([*(name.lower() for name in hidden), f"{WORD}variant"]) == {}
    assert WORD not in str(same_names(["ana bel", "varda", "kyodo"]))


def test_words_that_were_public_are_found_and_suggested_no_longer(archive):
    make_article(published=True, text="A publicanimal spoke.")
    before = found("publicanimal").total, found("publicanimol").suggestion

    editing.withdraw(Article.objects.get(text__contains="publicanimal"), by=archive.editor, reason="Printed twice.")

    assert before == (1, "publicanimal")
    assert (found("publicanimal").total, found("publicanimol").suggestion) == (0, "")
    assert SearchWord.objects.filter(word="publicanimal").exists()  # the word is kept, and kept from everybody


@pytest.mark.parametrize("parameter", ["section", "type", "status", "role"])
def test_filter_values_reveal_nothing_of_hidden_rows(client, archive, parameter):
    resource = "articles" if parameter == "section" else "events"

    answer = client.get(f"/api/v1/{resource}/", {parameter: f"{WORD}section"})

    assert answer.status_code == 400


OF_THE_ARTICLE = re.compile("/((events|actors|places)/[^?]+|(sources/kyodo|publications/monitor)/[^?]*)")


def test_withdrawn_is_gone_at_once(client, archive):
    article = archive.shown["article"][0]
    before = walk(client)
    words = {b"Envoys meet", b"Ana Bel", b"Envoys of the two river states"}

    editing.withdraw(article, by=archive.editor, reason="Printed twice.")
    connection.check_constraints()

    after = walk(Client())
    gone = {address: said(client.get(address)) for address in before if OF_THE_ARTICLE.fullmatch(address)}
    assert_silent(after | gone)
    assert not any(word in body for _, _, body in (after | gone).values() for word in words)
    assert all(any(word in body for _, _, body in before.values()) for word in words)
    assert {address: status for address, (status, _, _) in gone.items() if status != 410} == {}
    assert len({body for _, headers, body in gone.values() if "html" in str(headers)}) == 1


def test_changes_tell_nothing_of_what_is_hidden(archive):
    told = {(change.kind, change.key) for change in PublicChange.objects.all()}
    hidden = {(resource_of(kind), str(keys_of(kind, row))) for kind, rows in archive.hidden.items() for row in rows}
    shown = {(resource_of(kind), str(keys_of(kind, row))) for kind, rows in archive.shown.items() for row in rows}

    assert told & hidden == set()
    assert shown <= told
    assert WORD not in str(list(PublicChange.objects.values_list("key", "path")))


def resource_of(kind):
    return {"cross_reference": "cross-references"}.get(kind, f"{kind}s")


@pytest.mark.django_db(transaction=True)
def test_withdrawn_is_gone_at_once_from_every_cache(settings, monkeypatch, tmp_path, archive):
    article, words = archive.shown["article"][0], (b"Envoys meet", b"Ana Bel", b"Envoys of the two river states")
    settings.RESPONSE_CACHE = True
    alone, one, other = Client(), Client(), Client()
    alone.get("/")  # from here on it has a cache of its own
    monkeypatch.setattr(public_answers, "cache", FileBasedCache(tmp_path, {}))
    settings.SHARED_CACHE = True
    plain = {address: body for address, (_, _, body) in walk(one).items() if "?" not in address}
    told = {address for address, body in plain.items() if any(word in body for word in words)}
    before = {
        client: {address: said(client.get(address, HTTP_ACCEPT="*/*")) for address in told}
        for client in (alone, one, other)
    }

    editing.withdraw(article, by=archive.editor, reason="Printed twice.")

    for client, answers in before.items():
        for address, (_, headers, _) in answers.items():
            answer = client.get(address, HTTP_ACCEPT="*/*", HTTP_IF_NONE_MATCH=dict(headers)["ETag"])
            assert answer.status_code != 304 and not any(word in answer.content for word in words), address
    assert len(told) > 10 and any(tmp_path.iterdir())
    assert before[alone] == before[one] == before[other]


def test_staff_see_what_is_hidden_and_their_answers_are_kept_by_nobody(archive):
    answer = program_of(archive.editor).get("/api/v1/events/?page_size=1000")

    assert WORD in json.dumps(answer.json())
    assert "no-store" in answer.headers["Cache-Control"]


def test_staff_with_a_session_get_every_public_address_as_everybody(archive):
    client = Client()
    client.force_login(archive.editor)

    assert_silent(walk(client))
