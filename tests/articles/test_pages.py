"""The public pages of what was printed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleStatus, CrossReference
from tests.make import (
    make_article,
    make_citation,
    make_issue,
    make_publication,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db

THREE_SENTENCES = "The delegation arrived on Monday. It stayed for two days (Kyodo, May 28). It left in the night."


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def article():
    publication = make_publication(slug="digest", title="The Digest", first_year=1995, licence="Free to quote")
    issue = make_issue(publication=publication, volume=5, number=107, date="1999-06-03")
    return make_article(issue=issue, published=True, title="A visit ends", section="North", text=THREE_SENTENCES)


def test_first_page_of_an_empty_archive_makes_its_promise(client):
    html = read(client, "/")

    assert "leads to the sentence that reports it" in html


def test_first_page_leads_to_the_newest_issue_and_its_headlines(client, article):
    html = read(client, "/")

    assert 'href="/publications/digest/5/107/"' in html
    assert "A visit ends" in html


def test_print_is_reached_step_by_step(client, article):
    steps = [
        ("/publications/", "/publications/digest/"),
        ("/publications/digest/", "/publications/digest/5/"),
        ("/publications/digest/5/", "/publications/digest/5/107/"),
        ("/publications/digest/5/107/", "/publications/digest/5/107/1/"),
    ]

    for address, next_address in steps:
        assert f'href="{next_address}"' in read(client, address)
    assert "It left in the night." in read(client, "/publications/digest/5/107/1/")


def test_article_page_says_where_and_when_it_was_printed(client, article):
    html = read(client, article.get_absolute_url())

    assert '<time datetime="1999-06-03">3 June 1999</time>' in html
    assert "The date is printed in the issue." in html
    assert "Item 1 of 1" in html
    assert "“A visit ends,” The Digest, vol. 5, no. 107 (3 June 1999), item 1. Text version 1." in html


def test_every_sentence_has_its_anchor(client, article):
    html = read(client, article.get_absolute_url())

    assert '<span class="s" id="s3">It left in the night.</span>' in html


def test_a_title_made_of_first_words_is_called_so(client):
    article = make_article(published=True, text=THREE_SENTENCES)

    assert "these are the first words of the text" in read(client, article.get_absolute_url())


def test_an_issue_without_a_date_says_so_on_every_page(client):
    article = make_article(issue=make_issue(date=""), published=True)

    for address in (article.get_absolute_url(), article.issue.get_absolute_url()):
        html = read(client, address)
        assert "Date not known" in html
        assert "The issue prints no date, and none is known." in html


def test_articles_lead_to_their_neighbours(client, article):
    second = make_article(issue=article.issue, published=True, title="A second item")
    make_article(issue=article.issue, title="A draft between")
    fourth = make_article(issue=article.issue, published=True, title="A last item")

    html = read(client, second.get_absolute_url())

    assert f'href="{article.get_absolute_url()}"' in html
    assert f'href="{fourth.get_absolute_url()}"' in html
    assert "Item 2 of 3" in html
    assert "A draft between" not in html


def test_issues_lead_to_their_neighbours_across_volumes(client, article):
    later = make_issue(publication=article.issue.publication, volume=6, number=1, date="2000-01-03")
    make_article(issue=later, published=True)

    assert 'href="/publications/digest/6/1/"' in read(client, article.issue.get_absolute_url())
    assert 'href="/publications/digest/5/107/"' in read(client, later.get_absolute_url())


def test_sources_are_named_with_the_sentence_that_cites_them(client, article):
    make_citation(article, "(Kyodo, May 28)", (make_source(name="Kyodo", slug="kyodo"), "1999-05-28"))

    html = read(client, article.get_absolute_url())

    assert '<a href="/sources/kyodo/">Kyodo</a>' in html
    assert "28 May 1999" in html
    assert '<a href="#s2">sentence 2</a>' in html


def test_source_page_leads_to_the_citing_sentence(client, article):
    make_citation(article, "(Kyodo, May 28)", (make_source(name="Kyodo", slug="kyodo"), "1999-05-28"))

    html = read(client, "/sources/kyodo/")

    assert 'href="/publications/digest/5/107/1/#s2"' in html
    assert "(Kyodo, May 28)" in html
    assert 'href="/sources/kyodo/"' in read(client, "/sources/")


def test_source_page_keeps_words_that_the_publication_keeps(client, article):
    publication = article.issue.publication
    publication.quote_policy = "none"
    publication.save()
    make_citation(article, "(Kyodo, May 28)", (make_source(name="Kyodo", slug="kyodo"), "1999-05-28"))

    assert "(Kyodo, May 28)" not in read(client, "/sources/kyodo/")
    assert "It stayed for two days" not in read(client, article.issue.get_absolute_url())
    assert "(Kyodo, May 28)" in read(client, article.get_absolute_url())


def test_a_source_cited_often_has_pages(client, article):
    kyodo = make_source(name="Kyodo", slug="kyodo")
    for year in (1997, 1998, 1999):
        issue = make_issue(publication=article.issue.publication, volume=year - 1994, number=1, date=f"{year}-05-03")
        make_citation(make_article(issue=issue, published=True), "Kyodo, May 28-29", (kyodo, ""))

    first = read(client, "/sources/kyodo/?page_size=2")
    older = re.search(r'rel="next" href="([^"]*)"', first)[1].replace("&amp;", "&")
    second = read(client, f"/sources/kyodo/{older}")

    assert [number in first for number in ("/5/1/", "/4/1/", "/3/1/")] == [True, True, False]
    assert [number in second for number in ("/5/1/", "/4/1/", "/3/1/")] == [False, False, True]
    assert 'rel="prev"' in second


@pytest.mark.parametrize("address", ["/?q=1", "/publications/?page=2", "/sources/kyodo/?cursor=nonsense"])
def test_an_unknown_or_broken_parameter_is_refused(client, article, address):
    make_citation(article, "(Kyodo, May 28)", (make_source(name="Kyodo", slug="kyodo"), ""))

    assert "The address says something this page does not know" in read(client, address, status=400)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_can_only_be_read(client, article, method):
    assert getattr(client, method)(article.get_absolute_url()).status_code == 405


def test_a_merged_source_leads_to_the_one_that_was_kept(client, article):
    kept = make_source(name="Itar-Tass", slug="itar-tass")
    make_citation(article, "(Kyodo, May 28)", (kept, "1999-05-28"))
    make_source(slug="tass", merged_into=kept)

    response = client.get("/sources/tass/")

    assert (response.status_code, response.url) == (301, "/sources/itar-tass/")


def test_citations_of_a_merged_source_count_for_the_kept_one(client, article):
    kept = make_source(name="Itar-Tass", slug="itar-tass")
    make_citation(article, "The delegation", (kept, ""))
    make_citation(article, "(Kyodo, May 28)", (make_source(name="Tass", slug="tass", merged_into=kept), ""))

    assert "#s2" in read(client, "/sources/itar-tass/")
    assert 'href="/sources/tass/"' not in read(client, article.get_absolute_url())


def cross_reference(article, words, **target):
    reference = CrossReference(article=article, **target)
    start = article.text.index(words)
    reference.place_on(article.text, start, start + len(words), version=1)
    reference.save()


def test_printed_cross_references_are_links_and_lead_back(client, article):
    earlier = make_article(issue=make_issue(publication=article.issue.publication, number=90), published=True)
    cross_reference(article, "for two days", target_article=earlier)

    assert f'<a href="{earlier.get_absolute_url()}">for two days</a>' in read(client, article.get_absolute_url())
    assert f'href="{article.get_absolute_url()}"' in read(client, earlier.get_absolute_url())


def test_a_cross_reference_to_a_hidden_article_is_plain_words(client, article):
    draft = make_article(title="Secret draft")
    cross_reference(article, "for two days", target_article=draft)
    cross_reference(article, "in the night", target_issue=draft.issue)

    html = read(client, article.get_absolute_url())

    assert draft.get_absolute_url() not in html
    assert draft.issue.get_absolute_url() not in html


def test_an_id_finds_the_permanent_address(client, article):
    response = client.get(f"/articles/{article.pk}/")

    assert (response.status_code, response.url) == (301, "/publications/digest/5/107/1/")


HIDDEN = [
    "/publications/hidden/",
    "/publications/hidden/5/",
    "/publications/hidden/5/9/",
    "/publications/hidden/5/9/1/",
    "/publications/hidden/5/9/1/index.json",
    "/sources/hidden/",
]


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW])
@pytest.mark.parametrize("address", HIDDEN)
def test_hidden_is_answered_as_what_never_was(client, address, status):
    issue = make_issue(publication=make_publication(slug="hidden", title="Hidden"), volume=5, number=9)
    article = make_article(issue=issue, status=status, position=1)
    make_citation(article, "Kyodo, May 28-29", (make_source(slug="hidden", name="Hidden"), ""))

    hidden, never = client.get(address), client.get(address.replace("hidden", "never"))

    assert hidden.status_code == never.status_code == 404
    assert hidden.content == never.content
    assert "Hidden" not in read(client, "/publications/") + read(client, "/sources/") + read(client, "/")


@pytest.mark.parametrize(
    "address", ["/publications/digest/05/107/", "/publications/digest/5/107/0/", "/publications/digest/5/99999999999/"]
)
def test_a_number_is_written_one_way_only(client, article, address):
    assert "Nothing is published at this address" in read(client, address, status=404)


def test_pages_are_alike_for_everyone_and_set_no_cookie(client, admin_client, article):
    for address in ("/", "/publications/", article.get_absolute_url(), article.issue.get_absolute_url(), "/sources/"):
        anonymous, known = client.get(address), admin_client.get(address)
        assert anonymous.content == known.content
        assert not anonymous.cookies
        assert "Cookie" not in anonymous.headers.get("Vary", "")


def statements(client, address):
    with CaptureQueriesContext(connection) as captured:
        read(client, address)
    return len(captured)


def fill(issue, *sources):
    """One more published article that cites, refers and reports."""
    article = make_article(issue=issue, published=True)
    for words, source in zip(["Kyodo, May 28-29", "AP, May 29"], sources, strict=False):
        make_citation(article, words, (source, "1999-05-28"))
    make_report(article=article, confirmed=True)
    cross_reference(article, "second round", target_issue=issue)
    return article


@pytest.mark.parametrize(
    "name", ["home", "publications", "publication", "volume", "issue", "article", "source", "sources"]
)
def test_twice_the_rows_cost_the_same_statements(client, name):
    issue, source = make_issue(volume=5), make_source()
    first = fill(issue, source)
    address = {
        "home": "/",
        "publications": "/publications/",
        "publication": issue.publication.get_absolute_url(),
        "volume": f"{issue.publication.get_absolute_url()}5/",
        "issue": issue.get_absolute_url(),
        "article": first.get_absolute_url(),
        "source": source.get_absolute_url(),
        "sources": "/sources/",
    }[name]
    fill(make_issue(publication=issue.publication, volume=5), source)
    before = statements(client, address)

    fill(issue, source, make_source())
    fill(make_issue(publication=issue.publication, volume=6), source, make_source())
    make_citation(first, "AP, May 29", (make_source(), ""), (make_source(), ""))
    make_report(article=first, confirmed=True)
    cross_reference(first, "Varda", target_article=fill(make_issue(), source))

    assert statements(client, address) == before > 0


def test_working_title_stays_on_its_page_where_no_words_leave(client):
    publication = make_publication(title="Digest", slug="kept", quote_policy="none")
    issue = make_issue(publication=publication, volume=5, number=107)
    working = {"title": "Envoys of the two river states met", "title_is_derived": True, "published": True}
    article, after = (make_article(issue=issue, **working) for _ in range(2))
    make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (make_source(slug="kyodo"), ""))

    elsewhere = [read(client, page) for page in ("/", issue.get_absolute_url(), "/sources/kyodo/")]

    assert all("Digest, volume 5, issue 107, article 1" in html for html in elsewhere)
    assert not any(working["title"] in html for html in elsewhere)
    assert working["title"] in read(client, article.get_absolute_url())
    assert "Digest, volume 5, issue 107, article 1" in read(client, after.get_absolute_url())
