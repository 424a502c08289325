"""Events by month and year beside what was printed then; every count equals the list that it leads to."""

import re
from html import unescape

import pytest

from events.models import Event
from tests.make import make_article, make_event, make_issue, make_publication, make_report

pytestmark = pytest.mark.django_db


def happened(date, article, **over):
    event = make_event(date=date, **over)
    make_report(event=event, article=article, confirmed=True)
    return event


@pytest.fixture
def digest():
    """Two articles in January 1999 and one in April; nothing is kept of February and March."""
    publication = make_publication(slug="digest")
    january = make_issue(publication=publication, date="1999-01-15")
    articles = [make_article(issue=january, published=True) for _ in range(2)]
    april = make_article(issue=make_issue(publication=publication, date="1999-04-02"), published=True)
    for date in ("1999-01-10", "1999-01", "1999-02-03", "1999-01-30/1999-02-02", "1998-12", "1999", "[..1999-01]", ""):
        happened(date, articles[0])
    happened("1999-04-01", april, type_id="AGREE")
    happened("2001-05", april)
    make_report(event=make_event(date="1999-01-11"), article=articles[0])
    return publication


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def rows(html):
    """Each row of the table: its name, then number of events, of articles, and rate."""
    body = re.search(r"<tbody>(.*?)</tbody>", html, re.DOTALL)[1]
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", body)]
    return {re.sub("<.*?>", "", name): tuple(re.sub("<.*?>", "", cell) for cell in others) for name, *others in cells}


def total(html):
    return int(re.search(r'<b class="figures">(\d+)</b>', html)[1])


def test_months_count_events_that_lie_in_them_for_a_hundred_articles(client, digest):
    found = rows(read(client, "/timeline/"))

    assert found["January 1999"] == ("2", "2", "100")
    assert found["April 1999"] == ("1", "1", "100")
    assert found["Earlier"][0] == found["Later"][0] == "1"


def test_a_month_of_which_nothing_is_kept_is_a_gap(client, digest):
    html = read(client, "/timeline/")

    assert rows(html)["February 1999"] == ("1", "0", "nothing kept")
    assert rows(html)["March 1999"] == ("0", "0", "nothing kept")
    assert html.count('class="gap"') == 2


def test_years_hold_what_no_month_does(client, digest):
    html = read(client, "/timeline/?by=year")

    assert rows(html)["1999"] == ("6", "3", "200")
    assert 'Of <span class="figures">2</span> more events the date is not known so closely' in html


@pytest.mark.parametrize("query", ["", "?by=year", "?by=month", "?type=CONSULT", "?publication=digest&type=AGREE"])
def test_every_count_leads_to_as_many_events(client, digest, query):
    html = read(client, f"/timeline/{query}")

    links = re.findall(r'<td class="count"><a href="([^"]*)">([\d,]+)</a>', html)
    assert links
    for href, number in links:
        assert total(read(client, unescape(href))) == int(number), href


def test_bars_lead_where_the_table_leads(client, digest):
    html = read(client, "/timeline/")

    bars = re.findall(r'<a href="([^"]*)" tabindex="-1">', html)
    assert bars and set(bars) <= set(re.findall(r'<td class="count"><a href="([^"]*)">', html))


def test_a_year_opens_into_its_months(client, digest):
    href = re.search(r'<th scope="row"><a href="([^"]*)">1999</a>', read(client, "/timeline/?by=year&type=CONSULT"))[1]

    html = read(client, unescape(href))

    assert list(rows(html))[1:-1] == ["April 1999", "March 1999", "February 1999", "January 1999"]
    assert "Kind: Consult" in html


def test_dates_choose_what_is_drawn(client, digest):
    assert list(rows(read(client, "/timeline/?by=month&after=1999-02&before=1999-03"))) == [
        *("Later", "March 1999", "February 1999", "Earlier")
    ]


def test_dates_outside_of_everything_leave_nothing_to_draw(client, digest):
    assert "nothing to lay out" in read(client, "/timeline/?after=2010")


def test_articles_are_counted_of_the_publications_asked_for(client, digest):
    make_article(issue=make_issue(date="1999-01-20"), published=True)

    assert rows(read(client, "/timeline/?publication=digest"))["January 1999"] == ("2", "2", "100")
    assert rows(read(client, "/timeline/"))["January 1999"] == ("2", "3", "67")


@pytest.mark.parametrize("query", ["by=week", "by=month&by=year", "colour=red", "after=soon", "type=NONE", "cursor=x"])
def test_what_it_does_not_know_is_refused_by_name(client, digest, query):
    assert query.partition("=")[0] in read(client, f"/timeline/?{query}", status=400)


def test_an_empty_archive_has_a_timeline_that_says_so(client):
    assert "nothing to lay out" in read(client, "/timeline/")


def test_events_that_show_a_status_are_the_public_ones(digest):
    assert set(Event.objects.shown()) == set(Event.objects.public())
    assert Event.objects.shown().count() < Event.objects.count()
