"""Feeds: what became public last, with the filters of the list, as a feed reader reads it."""

from datetime import UTC, datetime

import feedparser
import pytest

from articles.models import QuotePolicy
from tests.make import (
    make_actor,
    make_article,
    make_event,
    make_issue,
    make_participation,
    make_publication,
    make_report,
)

pytestmark = pytest.mark.django_db

FEEDS = ["articles", "events"]
EARLY, LATE = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC)


@pytest.fixture
def archive():
    issue = make_issue(publication=make_publication(slug="digest"), volume=5, number=107)
    values = {"issue": issue, "published": True, "text": "Envoys met in Varda. They agreed & left <soon>."}
    first = make_article(title="The bridge & the <river>", published_at=LATE, byline="Ada Varga", **values)
    second = make_article(title="The road", published_at=EARLY, **values)
    make_article(issue=issue, title="Unseen")
    met = make_event(label="Envoys meet", type_id="CONSULT", date="1999-05-28")
    make_participation(met, make_actor(slug="bel", name="Ana Bel"), "actor")
    make_report(article=first, event=met, words="Envoys met in Varda.", confirmed=True)
    make_report(article=second, event=met, words="Envoys met in Varda.", confirmed=True)
    agreed = make_event(label="Envoys agree", type_id="AGREE")
    make_report(article=second, event=agreed, words="They agreed & left <soon>.", confirmed=True)
    return {"first": first, "second": second, "met": met, "agreed": agreed}


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = feedparser.parse(answer.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def test_articles_come_as_they_became_public(client, archive):
    feed = read(client, "/feeds/articles/")

    assert [entry.title for entry in feed.entries] == ["The bridge & the <river>", "The road"]
    assert feed.entries[0].link == f"http://testserver{archive['first'].get_absolute_url()}"
    assert feed.entries[0].id == feed.entries[0].link
    assert (feed.entries[0].author, feed.entries[0].summary) == ("Ada Varga", "Envoys met in Varda.")
    assert feed.entries[1].published_parsed[:3] == (2026, 5, 1)


def test_events_come_with_what_the_list_says_of_them(client, archive):
    feed = read(client, "/feeds/events/")

    assert [entry.title for entry in feed.entries] == ["Envoys agree", "Envoys meet"]
    assert feed.entries[1].summary == "Held · 28 May 1999 · Ana Bel · 2 reports"
    assert feed.entries[1].published_parsed[:3] == (2026, 5, 1)
    assert feed.entries[1].updated_parsed[:3] == (2026, 6, 1)


def test_a_feed_takes_the_filters_of_its_list_and_leads_to_it(client, archive):
    feed = read(client, "/feeds/events/?type=AGREE")

    assert [entry.title for entry in feed.entries] == ["Envoys agree"]
    assert feed.feed.link == "http://testserver/events/?type=AGREE"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [
        "http://testserver/feeds/events/?type=AGREE"
    ]


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("query", ["colour=red", "cursor=x", "ordering=date", "after=soon"])
def test_what_a_feed_cannot_answer_it_refuses_by_name(client, name, query):
    answer = client.get(f"/feeds/{name}/?{query}")

    assert answer.status_code == 400
    assert query.partition("=")[0] in answer.content.decode()


@pytest.mark.parametrize("name", FEEDS)
def test_an_empty_feed_is_a_feed_and_the_same_each_time(client, name):
    assert read(client, f"/feeds/{name}/").entries == []
    assert client.get(f"/feeds/{name}/").content == client.get(f"/feeds/{name}/").content


def test_words_that_may_not_leave_their_page_are_in_no_feed(client, archive):
    publication = archive["first"].issue.publication
    publication.quote_policy = QuotePolicy.NONE
    publication.save()

    assert b"in Varda." not in client.get("/feeds/articles/").content


def test_a_correction_moves_the_time_of_its_entry_and_staff_notes_do_not(client, archive):
    before = read(client, "/feeds/articles/").entries[0].updated
    archive["first"].notes = "Look at this again."
    archive["first"].save()

    assert read(client, "/feeds/articles/").entries[0].updated == before


@pytest.mark.parametrize("name", FEEDS)
def test_lists_name_their_feed(client, archive, name):
    html = client.get(f"/{name}/?publication=digest").content.decode()

    assert f'href="/feeds/{name}/?publication=digest">' in html
    assert f'<a href="/feeds/{name}/?publication=digest">Feed</a>' in html
