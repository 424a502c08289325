"""The first page: how much there is, this day in other years, all of it over time, the ways in."""

import re
from datetime import UTC, datetime
from unittest.mock import patch

import pytest

from tests.make import make_article, make_citation, make_event, make_issue, make_report, make_source

pytestmark = pytest.mark.django_db

TODAY = datetime(2026, 5, 28, 12, tzinfo=UTC)


@pytest.fixture
def archive():
    article = make_article(issue=make_issue(date="1999-06-03"), published=True)
    make_article(issue=make_issue(date="1999-08-03"), published=True)
    make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (make_source(), ""))
    for date in ("1999-05-28", "1998-05-28", "1998-05-28", "1999-05-29"):
        make_report(event=make_event(date=date, label=f"Of {date}"), article=article, confirmed=True)
    make_report(event=make_event(date="1997-05-28", label="Hidden"), article=article)
    make_article(title="Draft")


def read(client):
    with patch("django.utils.timezone.now", return_value=TODAY):
        return client.get("/").content.decode()


def test_what_is_public_is_counted(client, archive):
    counted = re.findall(r"<dt>([^<]*)</dt><dd>(\d+)</dd>", read(client))

    assert counted == [("Issues", "2"), ("Articles", "2"), ("Events", "4"), ("Sources cited", "1")]


def test_this_day_has_one_event_of_each_year(client, archive):
    html = read(client)

    day = re.search(r'<ul class="anniversaries">(.*?)</ul>', html, re.DOTALL)[1]
    assert re.findall(r'<span class="figures">(\d+)</span>.*?>(Of [^<]*)</a>', day) == [
        ("1999", "Of 1999-05-28"),
        ("1998", "Of 1998-05-28"),
    ]
    assert "On this day, 28 May" in html and 'href="/on-this-day/05-28/"' in html


def test_events_stand_over_time_with_the_gaps(client, archive):
    html = read(client)

    assert html.count('class="gap"') == 1
    assert 'href="/timeline/">The figures' in html


@pytest.mark.parametrize("way", ["search", "timeline", "map", "calendar/1999", "codebook", "sources", "actors"])
def test_the_ways_in_are_there(client, archive, way):
    ways = read(client).partition('id="ways"')[2]

    assert f'href="/{way}/"' in ways


def test_an_empty_archive_has_a_first_page(client):
    html = read(client)

    assert html.count("<dd>0</dd>") == 4
    assert "No event of this day is in the record." in html
