"""Issues by the day they were printed."""

import re

import pytest

from tests.make import make_article, make_event, make_issue, make_publication, make_report

pytestmark = pytest.mark.django_db


def make_printed(date, articles=1, **over):
    issue = make_issue(date=date, **over)
    for _ in range(articles):
        make_article(issue=issue, published=True)
    return issue


def read(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_a_day_leads_to_its_issue(client):
    issue = make_printed("1999-06-03")

    html = read(client, "/calendar/1999/")

    assert f'<a href="{issue.get_absolute_url()}" class="w1"' in html
    assert f'aria-label="3 June: {issue.publication.title} no. {issue.number}, 1 article">3</a>' in html


def test_a_day_with_several_issues_leads_to_all_their_articles(client):
    for _ in range(2):
        make_printed("1999-06-03", publication=make_publication())

    html = read(client, "/calendar/1999/")

    assert 'href="/articles/?after=1999-06-03&amp;before=1999-06-03"' in html
    assert '<b class="figures">2</b>' in read(client, "/articles/?after=1999-06-03&before=1999-06-03")


def test_every_day_of_the_year_stands_in_its_week(client):
    make_printed("2000-02-29")

    html = read(client, "/calendar/2000/")

    days = re.findall(r"<(?:a|span)[^>]*>(\d+)</(?:a|span)>", html[html.index("months") :])
    assert len(days) == 366
    february = re.search(r">February</caption>.*?</table>", html, re.DOTALL)[0]
    assert re.findall(r"<tr>(<td></td>)*<td><span", february)[0] == "<td></td>"  # 1 February 2000 was a Tuesday


def test_issues_whose_day_is_not_known_stand_below(client):
    issue = make_printed("1999", number=7)

    html = read(client, "/calendar/1999/")

    assert "Day not known" in html
    assert f'<a href="{issue.get_absolute_url()}">' in html


def test_years_lead_to_their_neighbours_over_gaps(client):
    for year in (1995, 1999, 2003):
        make_printed(f"{year}-06-03")

    html = read(client, "/calendar/1999/")

    assert 'href="/calendar/1995/"' in html
    assert 'href="/calendar/2003/"' in html


def test_a_year_without_public_issues_is_not_found(client):
    make_issue(date="1998-06-03")
    make_article(issue=make_issue(date="1997-06-03"))

    for year in (1997, 1998, 1999, 9999, 10_000, 999_999_999):
        read(client, f"/calendar/{year}/", status=404)


def test_a_day_of_the_year_shows_what_was_printed_and_what_happened(client):
    article = make_article(issue=make_issue(date="1999-05-28"), published=True, title="A visit ends")
    make_article(issue=make_issue(date="2001-05-29"), published=True, title="Another day")
    make_report(article=article, event=make_event(label="Envoys meet", date="1998-05-28"), confirmed=True)
    make_report(article=article, event=make_event(label="A long feast", date="1998-05-27/1998-05-29"), confirmed=True)
    make_report(article=article, event=make_event(label="Unseen", date="1998-05-28"))

    html = read(client, "/on-this-day/05-28/")

    assert "A visit ends" in html and "Envoys meet" in html
    assert not any(words in html for words in ("Another day", "A long feast", "Unseen"))


@pytest.mark.parametrize(
    ("day", "before", "after"), [("03-01", "02-29", "03-02"), ("12-31", "12-30", "01-01"), ("02-29", "02-28", "03-01")]
)
def test_days_lead_to_their_neighbours(client, day, before, after):
    html = read(client, f"/on-this-day/{day}/")

    assert f'rel="prev" href="/on-this-day/{before}/"' in html
    assert f'rel="next" href="/on-this-day/{after}/"' in html


@pytest.mark.parametrize("day", ["02-30", "13-01", "00-10", "5-28", "05-28-1"])
def test_what_is_no_day_is_not_found(client, day):
    read(client, f"/on-this-day/{day}/", status=404)
