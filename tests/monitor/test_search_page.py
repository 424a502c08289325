"""The search page: what was found, in which words, by what it can be narrowed, and what to try where nothing is."""

import re
from html import unescape

import pytest
from django.db import connection

from events.models import PlaceName
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

CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
FACETS = ["year", "publication", "section", "event_type", "actor", "source"]


@pytest.fixture
def archive():
    """Three articles that speak of a ferry, in two digests and years; the first reports a meeting."""
    old, new = make_publication(slug="old", title="Old Digest"), make_publication(slug="new", title="New Digest")
    text = "Envoys met in Varda on May 28 over the ferry " + CITES + ". They <b>agreed</b>."
    first = make_article(
        issue=make_issue(publication=old, number=1, date="1998-05-30"),
        published=True,
        title="The ferry sails",
        section="Rivers",
        text=text,
    )
    report = make_report(article=first, event=make_event(label="Envoys meet"), confirmed=True)
    make_participation(report.event, make_actor(slug="ada", name="Ada Varga"))
    cited = make_citation(first, CITES, (make_source(slug="kyodo", name="Kyodo"), "1998-05-28"))
    report.attributions.create(cited_report=cited.reports.get())
    for number in (1, 2):
        issue = make_issue(publication=new, number=number, date=f"1999-06-0{number}")
        make_article(issue=issue, published=True, title=f"Harbour {number}", text="No ferry sails. The pier is shut.")
    make_article(title="The hidden ferry", text="A ferry that nobody may see.")
    connection.check_constraints()  # search rows are written as when the transaction ends
    return first


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def found(html):
    return [re.sub("<.*?>", "", title) for title in re.findall(r"<h2 class=\"headline lesser\">(.*?)</h2>", html)]


def total(html):
    return int(re.search(r'<b class="figures">(\d+)</b>', html)[1])


def options(html, name):
    part = re.search(rf'aria-labelledby="by-{name}">.*?</section>', html, re.DOTALL)
    option = r'<a href="([^"]*)"[^>]*><span>([^<]*).*?</span> <span class="figures">(\d+)</span>'
    return {words: (int(n), unescape(href)) for href, words, n in re.findall(option, part[0])} if part else {}


def test_hits_stand_newest_first_with_their_words_marked(client, archive):
    html = read(client, "/search/?q=ferry")

    assert found(html) == ["Harbour 2", "Harbour 1", "The ferry sails"]
    assert total(html) == 3
    assert "No <mark>ferry</mark> sails." in html
    assert "The <mark>ferry</mark> sails</a>" in html
    assert "1 event</a>" in html


def test_the_words_of_an_article_stay_words(client, archive):
    html = read(client, "/search/?q=agreed")

    assert "&lt;b&gt;<mark>agreed</mark>&lt;/b&gt;" in html
    assert "<b>agreed" not in html


def test_most_relevant_first_says_how_far_it_ranks(client, archive):
    html = read(client, "/search/?q=ferry&ordering=relevance")

    assert found(html)[0] == "The ferry sails"
    assert "All of them are ranked" in html
    assert "ranked" not in read(client, "/search/?q=ferry")


@pytest.mark.parametrize("name", FACETS)
@pytest.mark.parametrize("address", ["/search/?q=ferry", "/articles/?q=ferry", "/articles/"])
def test_a_facet_leads_to_as_many_articles_as_it_says(client, archive, address, name):
    path = address.partition("?")[0]

    given = options(read(client, address), name)

    assert given
    for count, href in given.values():
        assert total(read(client, f"{path}{href}")) == count, href


def test_a_chosen_facet_is_counted_as_if_it_were_not_and_can_be_taken_away(client, archive):
    html = read(client, "/search/?q=ferry&publication=new")

    assert options(html, "publication") == {
        "New Digest": (2, "?q=ferry"),
        "Old Digest": (1, "?q=ferry&publication=new&publication=old"),
    }
    assert options(html, "section") == {}
    assert "Publication: New Digest" in html


def test_a_year_takes_the_place_of_other_dates_and_can_be_taken_away(client, archive):
    html = read(client, "/articles/?after=1999&before=1999&ordering=date")

    assert options(html, "year") == {
        "1999": (2, "?ordering=date"),
        "1998": (1, "?ordering=date&after=1998&before=1998"),
    }


@pytest.mark.parametrize("query", ["q=ferry after:1999", "q=ferry&after=1999", "q=ferry -envoys", 'q="pier is shut"'])
def test_dates_exclusions_and_phrases_narrow(client, archive, query):
    assert found(read(client, f"/search/?{query}")) == ["Harbour 2", "Harbour 1"]


def test_a_mistyped_word_is_put_right(client, archive):
    html = read(client, "/search/?q=ferrry&publication=new")

    assert found(html) == []
    assert '<a href="?q=ferry&amp;publication=new">ferry</a>?' in html
    assert "Look without Publication: New Digest" in html
    assert 'href="/timeline/"' in html


def test_names_that_mean_the_same_are_said(client, archive):
    article = make_article(published=True, title="Kyiv", text="Talks were held in Kyiv.")
    place = make_place(name="Kyiv")
    PlaceName.objects.create(place=place, name="Kiev")
    make_report(event=make_event(place=place), article=article, confirmed=True)
    connection.check_constraints()

    html = read(client, "/search/?q=Kiev")

    assert found(html) == ["Kyiv"]
    assert "“Kiev” is also written" in html and "Kyiv" in html


def test_long_lists_of_hits_have_pages(client, archive):
    first = read(client, "/search/?q=ferry&page_size=2")
    further = unescape(re.search(r'<a rel="next" href="([^"]*)">', first)[1])

    second = read(client, f"/search/{further}")

    assert found(first) + found(second) == ["Harbour 2", "Harbour 1", "The ferry sails"]
    assert 'href="?q=ferry&amp;page_size=2">Back to the first' in second


def test_without_words_it_tells_how_to_ask(client):
    html = read(client, "/search/")

    assert "How to ask" in html and 'name="q"' in html
    assert client.get("/search/?q=").url == "/search/"


@pytest.mark.parametrize("query", ["q=the", "q=-ferry", "q=ferry+after:soon"])
def test_words_that_cannot_be_searched_for_are_told_beside_the_field(client, archive, query):
    html = read(client, f"/search/?{query}", status=400)

    assert 'role="alert"' in html
    assert 'id="question"' in html


@pytest.mark.parametrize(
    "query", ["q=ferry&colour=red", "publication=new", "q=ferry&publication=hidden", "q=a&cursor=x"]
)
def test_what_it_does_not_know_is_refused_by_name(client, archive, query):
    html = read(client, f"/search/?{query}", status=400)

    assert any(f"<dt>{name}</dt>" in html or 'role="alert"' in html for name in ("colour", "publication", "cursor"))


def test_the_field_keeps_what_was_asked_and_what_was_chosen(client, archive):
    html = read(client, "/search/?q=%22no ferry%22&publication=new&ordering=relevance")

    assert 'value="&quot;no ferry&quot;"' in html
    assert '<input type="hidden" name="publication" value="new">' in html
    assert '<input type="hidden" name="ordering" value="relevance">' in html


@pytest.mark.parametrize("address", ["/", "/publications/", "/about/", "/timeline/", "/nowhere/", "/search/"])
def test_every_page_has_a_field_that_asks_all_articles(client, address):
    html = client.get(address).content.decode()

    form = re.search(r'<form class="search[^>]*action="/search/"[^>]*>.*?</form>', html, re.DOTALL)[0]
    name = re.search(r'<label class="hidden-label" for="([^"]*)"', form)[1]
    assert f'id="{name}" name="q"' in form
    assert "method" not in form  # GET


def test_policies_keep_words_in(client):
    silent = make_issue(publication=make_publication(quote_policy="none"))
    make_article(issue=silent, published=True, title="Silent ferry", text="A ferry crossed the strait by night.")
    connection.check_constraints()

    html = read(client, "/search/?q=ferry")

    assert found(html) == ["Silent ferry"]
    assert "strait" not in html
