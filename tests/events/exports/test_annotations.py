"""Reports as Web Annotations: judged by what the W3C model demands, and by the text."""

import json

import pytest

from articles.models import Article, Publication, QuotePolicy
from events.exports.web_annotation import CONTEXT, MEDIA_TYPE
from tests import make
from tests.golden import make_world

pytestmark = pytest.mark.django_db
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}


def is_iri(value):
    return isinstance(value, str) and value.startswith("http://testserver/") and " " not in value


def assert_is_annotation(value):
    """Sections 3 and 4 of the Web Annotation Data Model: what an annotation must have."""
    assert is_iri(value["id"])
    assert value["type"] == "Annotation"
    assert value["motivation"] in MOTIVATIONS
    assert value["target"] and isinstance(value["target"], list)
    for body in value["body"]:
        assert body["purpose"] in MOTIVATIONS
        assert is_iri(body["source"]) if body["type"] == "SpecificResource" else isinstance(body["value"], str)
        assert body["type"] in ("SpecificResource", "TextualBody")
    for target in value["target"]:
        assert target["type"] == "SpecificResource"
        assert is_iri(target["id"]) and is_iri(target["source"]["id"])
        assert target["source"]["type"] in ("Dataset", "Image", "Video", "Sound", "Text")
        assert target["selector"]
        for selector in target["selector"]:
            assert_is_selector(selector)


def assert_is_selector(selector):
    """Section 4.2: a position has exactly one start and end, whole numbers; a quote exactly one `exact`."""
    if selector["type"] == "TextPositionSelector":
        assert set(selector) == {"type", "start", "end"}
        assert 0 <= selector["start"] < selector["end"]
    else:
        assert selector["type"] == "TextQuoteSelector"
        assert {"type", "exact"} <= set(selector) <= {"type", "exact", "prefix", "suffix"}
        assert all(isinstance(value, str) and value for value in selector.values())


def asked(client, address):
    response = client.get(address, HTTP_ACCEPT=MEDIA_TYPE)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == MEDIA_TYPE
    return json.loads(response.content)


@pytest.fixture
def world():
    make_world()


def test_a_report_is_an_annotation_of_the_words_that_bear_it_out(client, world):
    said = asked(client, "/api/v1/reports/9001/")

    assert said["@context"] == CONTEXT
    assert_is_annotation(said)
    assert said["body"][0]["source"] == "http://testserver/events/E009001/"
    text = Article.objects.get(pk=9001).text
    for target in said["target"]:
        position, quote = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
        assert around in text
        assert target["source"]["id"] == "http://testserver/publications/monitor/5/107/1/"


def test_an_article_is_a_collection_of_its_reports(client, world):
    said = asked(client, "/api/v1/articles/9001/")

    assert (said["@context"], said["type"], said["total"]) == (CONTEXT, "AnnotationCollection", 1)
    page = said["first"]
    assert page["type"] == "AnnotationPage" and is_iri(page["id"]) and page["partOf"] == said["id"]
    assert [item["id"] for item in page["items"]] == ["http://testserver/api/v1/reports/9001/"]
    for item in page["items"]:
        assert "@context" not in item
        assert_is_annotation(item)


def test_an_article_that_reports_nothing_is_an_empty_collection(client):
    article = make.make_article(published=True)

    said = asked(client, f"/api/v1/articles/{article.pk}/")

    assert (said["total"], "first" in said) == (0, False)


@pytest.mark.parametrize(
    ("policy", "selectors"),
    [
        (QuotePolicy.FULL, {"TextPositionSelector", "TextQuoteSelector"}),
        (QuotePolicy.SENTENCE, {"TextPositionSelector", "TextQuoteSelector"}),
        (QuotePolicy.NONE, {"TextPositionSelector"}),
    ],
)
def test_words_leave_as_far_as_the_quote_policy_lets_them(client, world, policy, selectors):
    Publication.objects.update(quote_policy=policy)

    said = [selector for target in asked(client, "/api/v1/reports/9001/")["target"] for selector in target["selector"]]

    assert {selector["type"] for selector in said} == selectors
    around = {name for selector in said for name in ("prefix", "suffix") if name in selector}
    assert bool(around) == (policy == QuotePolicy.FULL)


def test_a_quote_that_the_policy_shortens_is_a_position_alone(client):
    article = make.make_article(published=True)
    two_sentences = article.text.split("\n")[0]
    report = make.make_report(article=article, words=two_sentences, confirmed=True)
    Publication.objects.update(quote_policy=QuotePolicy.SENTENCE)

    (target,) = asked(client, f"/api/v1/reports/{report.pk}/")["target"]

    assert target["selector"] == [{"type": "TextPositionSelector", "start": 0, "end": len(two_sentences)}]


@pytest.mark.parametrize("accept", ["application/ld+json", f"{MEDIA_TYPE}, application/json;q=0.1"])
def test_the_profile_may_be_left_out_and_other_forms_named_beside(client, world, accept):
    answer = client.get("/api/v1/reports/9001/", HTTP_ACCEPT=accept)

    assert answer.headers["Content-Type"] == MEDIA_TYPE


def test_format_names_it_too_and_it_has_one_shape(client, world):
    assert client.get("/api/v1/reports/9001/?format=jsonld").headers["Content-Type"] == MEDIA_TYPE
    assert client.get("/api/v1/reports/9001/?format=jsonld&fields=id").status_code == 400
    assert client.get("/api/v1/events/E009001/?format=jsonld").status_code == 400
    assert client.get("/api/v1/reports/?format=jsonld").status_code == 400
    assert client.get("/api/v1/events/E009001/", HTTP_ACCEPT=MEDIA_TYPE).status_code == 406


@pytest.mark.parametrize("address", ["/api/v1/reports/9003/", "/api/v1/articles/9003/", "/api/v1/reports/9999/"])
def test_what_is_hidden_is_no_annotation(client, world, address):
    assert client.get(address, HTTP_ACCEPT=MEDIA_TYPE).status_code == 404
