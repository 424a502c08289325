"""The API's resources of what was printed: their shape, and that nothing of them leaks."""

import json
from pathlib import Path

import pytest

from articles.api.views import Citations, CrossReferences, Issues, Publications, Sources
from articles.exports import addresses
from articles.models import ArticleStatus, Citation, CrossReference, SpanState
from tests import make
from tests.golden import CITES, agrees, make_world
from tests.programs import program_of

pytestmark = pytest.mark.django_db

GOLDEN = Path(__file__).parent / "golden"
API = "/api/v1"
RESOURCES = {
    "publications": (Publications, "monitor"),
    "issues": (Issues, 9001),
    "sources": (Sources, "kyodo"),
    "citations": (Citations, 9001),
    "cross-references": (CrossReferences, 9001),
}


def read(client, address, status=200):
    response = client.get(f"{API}/{address}")
    assert response.status_code == status, response.content
    return json.loads(response.content)


def results(client, address):
    return read(client, address)["results"]


@pytest.mark.parametrize("name", RESOURCES)
def test_a_list_answers_as_it_always_did(client, request, name):
    make_world()

    answer = read(client, f"{name}/?total=1")

    assert agrees(GOLDEN, f"{name}-list", answer, write=request.config.getoption("golden"))


@pytest.mark.parametrize(("name", "key"), [(name, key) for name, (_view, key) in RESOURCES.items()])
def test_a_row_answers_as_it_always_did(client, request, name, key):
    make_world()

    answer = read(client, f"{name}/{key}/")

    assert agrees(GOLDEN, name, answer, write=request.config.getoption("golden"))


@pytest.mark.parametrize("name", RESOURCES)
def test_rows_have_the_fields_that_the_serializer_declares(client, name):
    make_world()

    rows = results(client, f"{name}/")

    assert rows
    assert all(list(row) == list(RESOURCES[name][0].serializer_class().fields) for row in rows)


@pytest.mark.parametrize("name", RESOURCES)
def test_drafts_show_nowhere(client, name):
    article = make.make_article()
    make.make_citation(article, CITES, (make.make_source(), ""))
    withdrawn = make.make_article(status=ArticleStatus.WITHDRAWN)
    make.make_citation(withdrawn, CITES, (make.make_source(), ""))

    assert read(client, f"{name}/?total=1") == {"next": None, "previous": None, "results": [], "total": 0}


def test_what_is_hidden_is_not_found_in_the_same_bytes_as_what_never_was(client):
    article = make.make_article()
    citation = make.make_citation(article, CITES, (make.make_source(slug="hidden"), ""))
    pairs = [
        (f"publications/{article.issue.publication.slug}/", "publications/nowhere/"),
        (f"issues/{article.issue.pk}/", "issues/987654/"),
        (f"articles/{article.pk}/", "articles/987654/"),
        ("sources/hidden/", "sources/nowhere/"),
        (f"citations/{citation.pk}/", "citations/987654/"),
    ]

    for hidden, missing in pairs:
        asked = (f"{API}/{address}" for address in (hidden, missing))
        answers = [client.get(address, headers={"x-request-id": "the-same-twice"}) for address in asked]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].content == answers[1].content
        assert dict(answers[0].headers) == dict(answers[1].headers)


@pytest.mark.parametrize("role", ["annotator", "reviewer", "editor"])
def test_colleagues_see_drafts_and_nobody_keeps_the_answer(role):
    article = make.make_article()

    response = program_of(make.make_user(role)).get(f"{API}/articles/{article.pk}/")

    assert json.loads(response.content)["status"] == "draft"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_reader_with_an_account_sees_what_everybody_sees():
    article = make.make_article()
    reader = program_of(make.make_user())

    assert reader.get(f"{API}/articles/{article.pk}/").status_code == 404
    assert results(reader, "articles/") == []


def test_a_session_opens_nothing(client):
    article = make.make_article()
    client.force_login(make.make_user("editor"))

    assert client.get(f"{API}/articles/{article.pk}/").status_code == 404
    assert results(client, "articles/") == []


def test_an_orphan_is_not_public(client):
    article = make.make_article(published=True)
    citation = make.make_citation(article, CITES, (make.make_source(), ""))
    Citation.objects.filter(pk=citation.pk).update(state=SpanState.ORPHAN, start=None, end=None)

    assert results(client, "citations/") == []
    assert results(client, "sources/") == []


def test_a_hidden_target_is_not_named(client):
    make_world()
    draft = make.make_article()
    article = make.make_article(published=True)
    make_reference(article, draft)

    rows = results(client, f"cross-references/?article={article.pk}")

    assert [row["target_article"] for row in rows] == [None]


def make_reference(article, target):
    reference = CrossReference(article=article, target_article=target)
    reference.place_on(article.text, 0, 6, version=1)
    reference.save()


def test_the_address_of_a_merged_source_leads_to_the_one_that_was_kept(client):
    kept = make.make_source(slug="itar-tass")
    make.make_citation(make.make_article(published=True), CITES, (kept, ""))
    make.make_source(slug="tass", merged_into=kept)

    response = client.get(f"{API}/sources/tass/")

    assert response.status_code == 301
    assert response.headers["Location"] == "http://testserver/api/v1/sources/itar-tass/"
    assert [row["slug"] for row in results(client, "sources/")] == ["itar-tass"]


def test_a_source_merged_into_a_hidden_one_is_not_found(client):
    make.make_source(slug="tass", merged_into=make.make_source(slug="itar-tass"))

    assert client.get(f"{API}/sources/tass/").status_code == 404


QUOTED = "Envoys met. They agreed (Kyodo, May 28-29; AP, May 29). They parted."
CITED = "They agreed (Kyodo, May 28-29; AP, May 29). They parted."


@pytest.mark.parametrize(
    ("policy", "text", "quote"),
    [("full", QUOTED, CITED), ("sentence", None, "They agreed (Kyodo, May 28-29; AP, May 29)."), ("none", None, None)],
)
def test_the_quote_policy_rules_what_words_leave(client, policy, text, quote):
    issue = make.make_issue(publication=make.make_publication(quote_policy=policy))
    article = make.make_article(published=True, issue=issue, text=QUOTED)
    citation = make.make_citation(article, CITED, (make.make_source(), ""))

    assert read(client, f"articles/{article.pk}/")["text"] == text
    row = read(client, f"citations/{citation.pk}/")
    assert row["quote"] == quote
    assert (row["start"], row["end"]) == (citation.start, citation.end)


TWO = "Envoys met. They agreed."  # cut as a working title never is: two sentences


@pytest.mark.parametrize(
    ("policy", "title", "is_derived", "leaves"),
    [
        ("full", "Envoys met.", True, "Envoys met."),
        ("sentence", "Envoys met.", True, "Envoys met."),
        ("sentence", TWO, True, "Monitor, volume 5, issue 107, article 1"),
        ("none", "Envoys met.", True, "Monitor, volume 5, issue 107, article 1"),
        ("none", "Envoys met.", False, "Envoys met."),
    ],
)
def test_a_working_title_leaves_as_the_words_that_it_is(client, policy, title, is_derived, leaves):
    publication = make.make_publication(title="Monitor", quote_policy=policy)
    issue = make.make_issue(publication=publication, volume=5, number=107)
    article = make.make_article(published=True, issue=issue, title=title, title_is_derived=is_derived)

    row = read(client, f"articles/{article.pk}/")
    twin = json.loads(client.get(f"{article.get_absolute_url()}index.json").content)

    assert (row["title"], twin["title"]) == (leaves, leaves)


def test_pages_of_a_list_lead_to_each_other(client):
    articles = [make.make_article(published=True) for _ in range(5)]

    first = read(client, "articles/?ordering=id&page_size=2")
    second = json.loads(client.get(first["next"]).content)
    third = json.loads(client.get(second["next"]).content)

    seen = [row["id"] for page in (first, second, third) for row in page["results"]]
    assert seen == [article.pk for article in articles]
    assert third["next"] is None
    assert json.loads(client.get(third["previous"]).content)["results"] == second["results"]


def test_unknown_parameters_are_refused_on_every_address(client):
    article = make.make_article(published=True)

    for address in ("", "articles/", f"articles/{article.pk}/"):
        body = read(client, f"{address}?colour=red", 400)
        assert [error["parameter"] for error in body["errors"]] == ["colour"]


def test_newest_articles_come_first(client):
    old = make.make_article(published=True, issue=make.make_issue(date="1998-01-01"))
    undated = make.make_article(published=True, issue=make.make_issue(date=""))
    new = make.make_article(published=True, issue=make.make_issue(date="1999-06"))

    assert [row["id"] for row in results(client, "articles/")] == [new.pk, old.pk, undated.pk]


def test_head_answers_as_get_without_a_body(client):
    response = client.head(f"{API}/articles/")

    assert response.status_code == 200
    assert response.content == b""


def test_addresses_are_those_of_the_pages():
    article = make.make_article(published=True)
    issue = article.issue

    where = {"publication": issue.publication.slug, "volume": issue.volume, "number": issue.number}
    assert addresses.address("", "article", **where, position=article.position) == article.get_absolute_url()
    assert addresses.address("https://x", "issue", **where) == "https://x" + issue.get_absolute_url()
