"""The public lists: the filter language of the API on pages, what is chosen said in words, facets with counts."""

import re
from html import unescape

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

CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
LISTS = ["articles", "events", "actors", "places"]


@pytest.fixture
def archive():
    """Two articles of June 1999; a meeting in Varda that both report, and a pledge that one of them does."""
    issue = make_issue(publication=make_publication(slug="digest", title="The Digest"), volume=5, number=107)
    first, second = (make_article(issue=issue, published=True, title=title) for title in ("The bridge", "The river"))
    varda = make_place(slug="varda", name="Varda")
    meeting = make_event(label="Envoys meet", type_id="CONSULT", date="1999-05-28", place=varda)
    pledge = make_event(label="A bridge is promised", type_id="AGREE", date="1999-06")
    make_participation(meeting, make_actor(slug="ada-varga", name="Ada Varga"), "actor")
    make_report(article=first, event=meeting, confirmed=True)
    report = make_report(article=second, event=meeting, confirmed=True)
    make_report(article=second, event=pledge, confirmed=True)
    make_report(article=first, event=make_event(label="Hidden and unsaid"))
    cited = make_citation(second, CITES, (make_source(slug="kyodo", name="Kyodo"), "1999-05-28"))
    report.attributions.create(cited_report=cited.reports.get())
    return {"first": first, "second": second, "meeting": meeting, "pledge": pledge}


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def total(html):
    return int(re.search(r'<b class="figures">(\d+)</b>', html)[1])


def facet(html, name):
    """The options of a facet: their words, number of rows, and where each leads."""
    part = re.search(rf'aria-labelledby="by-{name}">.*?</section>', html, re.DOTALL)[0]
    option = r'<a href="([^"]*)"[^>]*><span>([^<]*).*?</span> <span class="figures">(\d+)</span>'
    return {words: (int(count), unescape(href)) for href, words, count in re.findall(option, part)}


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_archive_has_empty_lists_that_say_so(client, name):
    html = read(client, f"/{name}/")

    assert total(html) == 0
    assert "is public yet" in html


@pytest.mark.parametrize("name", LISTS)
def test_a_page_counts_what_the_api_counts(client, archive, name):
    assert total(read(client, f"/{name}/")) == client.get(f"/api/v1/{name}/?total=1").json()["total"] > 0


@pytest.mark.parametrize(
    "query",
    ["type=CONSULT", "actor=ada-varga", "place=varda", "source=kyodo", "after=1999-06", "type=CONSULT&type=AGREE"],
)
def test_a_query_string_means_on_the_page_what_it_means_in_the_api(client, archive, query):
    html = read(client, f"/events/?{query}")

    found = client.get(f"/api/v1/events/?{query}").json()["results"]
    assert re.findall(r'<a href="/events/(E\d+)/">', html) == [event["public_id"] for event in found]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("query", ["colour=red", "ordering=colour", "cursor=x", "page_size=0", "kind=&type="])
def test_what_a_list_cannot_answer_it_refuses_by_name(client, name, query):
    html = read(client, f"/{name}/?{query}", status=400)

    assert query.partition("=")[0] in html


def test_what_is_chosen_is_said_in_words_and_can_be_taken_away(client, archive):
    html = read(client, "/events/?actor=ada-varga&after=1999-05&type=CONSULT")

    chips = dict(re.findall(r'<a href="([^"]*)">([^<]*) <span aria-hidden="true">×', html))
    assert {words: unescape(href) for href, words in chips.items()} == {
        "Taking part: Ada Varga": "?after=1999-05&type=CONSULT",
        "From: May 1999": "?actor=ada-varga&type=CONSULT",
        "Kind: Consult": "?actor=ada-varga&after=1999-05",
    }


def test_facets_count_public_rows_as_if_they_were_not_chosen(client, archive):
    html = read(client, "/events/?type=AGREE")

    assert facet(html, "type") == {"Agree": (1, "?"), "Consult": (1, "?type=AGREE&type=CONSULT")}
    assert facet(html, "status") == {"Occurred": (1, "?type=AGREE&status=occurred")}


@pytest.mark.parametrize("name", ["type", "status", "actor", "source"])
def test_a_facet_leads_to_as_many_rows_as_it_says(client, archive, name):
    options = facet(read(client, "/events/"), name)

    assert options
    for count, href in options.values():
        assert total(read(client, f"/events/{href}")) == count


def test_a_merged_source_counts_for_the_one_that_was_kept(client, archive):
    kept = make_source(slug="kyodo-news", name="Kyodo News")
    source = archive["second"].citations.get().reports.get().news_source
    source.merged_into = kept
    source.save()

    assert list(facet(read(client, "/events/"), "source")) == ["Kyodo News"]


def test_events_stand_under_the_month_by_which_they_are_sorted(client, archive):
    archive["pledge"].date = "1999-05-30/1999-06-02"
    archive["pledge"].save()

    newest, oldest = read(client, "/events/"), read(client, "/events/?ordering=date")

    assert re.findall(r'<h2 class="label" id="month-\d">([^<]*)', newest) == ["June 1999", "May 1999"]
    assert re.findall(r'<h2 class="label" id="month-\d">([^<]*)', oldest) == ["May 1999"]


def test_a_row_says_where_who_and_how_often(client, archive):
    html = read(client, "/events/?type=CONSULT")

    assert " · Varda · Ada Varga · 2 reports" in html


def test_nothing_as_chosen_shows_the_ways_back(client, archive):
    html = read(client, "/events/?type=AGREE&actor=ada-varga")

    assert total(html) == 0
    assert '<a href="?type=AGREE">without Taking part: Ada Varga</a>' in html


def test_a_long_list_goes_on_and_back(client, archive):
    first = read(client, "/events/?page_size=1")
    following = re.search(r'rel="next" href="([^"]*)"', first)[1]

    second = read(client, f"/events/{unescape(following)}")

    assert re.findall(r'<a href="/events/(E\d+)/">', first + second) == [
        archive["pledge"].public_id,
        archive["meeting"].public_id,
    ]
    assert 'rel="prev"' in second


def test_letters_lead_to_where_names_begin(client, archive):
    make_participation(archive["meeting"], make_actor(slug="zoltan", name="Zoltán Ágh"), "actor")
    html = read(client, "/actors/")
    letters = dict(re.findall(r'<li><a href="(\?cursor=[^"]*)">([A-Z])</a></li>', html))

    at_z = read(client, f"/actors/{unescape({word: href for href, word in letters.items()}['Z'])}")

    assert sorted(letters.values()) == ["A", "Z"]
    assert re.findall(r'<a href="/actors/([^"]+)/">', at_z) == ["zoltan"]


def test_the_same_list_is_offered_as_data(client, archive):
    html = read(client, "/events/?type=AGREE&page_size=1&ordering=date")

    assert 'href="/api/v1/events/?type=AGREE"' in html


def test_a_date_can_be_asked_for_from_one_side_and_keeps_what_was_chosen(client, archive):
    html = read(client, "/events/?type=CONSULT&after=1999-05")

    until = re.search(r'<form method="get" aria-label="Until: type and show">.*?</form>', html, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', until))
    assert fields == {"type": "CONSULT", "after": "1999-05", "before": ""}
