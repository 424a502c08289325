"""A publication's run: what is missing, and a month a cell that leads to as many articles as it says."""

import re
from html import unescape

import pytest

from articles.pages.run import missing, ranges_said, weight_of
from tests.make import make_article, make_issue, make_publication


@pytest.mark.parametrize(
    ("numbers", "said"),
    [({1, 2, 3}, ""), ({2}, "1"), ({4, 5, 9}, "1–3, 6–8"), ({1, 3, 5}, "2, 4"), (set(range(2, 60, 2)), None)],
)
def test_numbers_that_are_not_kept_are_told_in_stretches(numbers, said):
    found = ranges_said(missing(numbers))

    assert found == (said if said is not None else f"{', '.join(map(str, range(1, 24, 2)))} and 17 more")


@pytest.mark.parametrize(("articles", "weight"), [(0, 0), (1, 1), (5, 2), (15, 3), (39, 3), (40, 4), (900, 4)])
def test_months_grow_heavier_with_their_articles(articles, weight):
    assert weight_of(articles) == weight


@pytest.fixture
def digest():
    publication = make_publication(slug="digest")
    for number, date in ((2, "1998-11-03"), (3, "1998-11-20"), (4, "1999-02-01"), (7, "1999"), (9, "")):
        make_article(issue=make_issue(publication=publication, number=number, date=date), published=True)
    make_article(issue=make_issue(publication=publication, number=1, date="1998-10-01"))
    return publication


@pytest.mark.django_db
def test_the_page_shows_what_is_kept_and_what_is_not(client, digest):
    html = client.get("/publications/digest/").content.decode()

    assert "<td>1, 5–6, 8</td>" in html
    assert re.findall(r'hidden-label">([^<]*)</span></td>', html) == [
        "December 1998: nothing kept",
        "January 1999: nothing kept",
    ]
    assert 'Of <span class="figures">2</span> more articles the month is not known' in html


@pytest.mark.django_db
def test_a_month_leads_to_as_many_articles_as_it_says(client, digest):
    html = client.get("/publications/digest/").content.decode()

    cells = re.findall(r'<td><a href="([^"]*)" class="w\d"[^>]*>(\d+)</a>', html)
    assert [number for _, number in cells] == ["2", "1"]
    for href, number in cells:
        listed = client.get(unescape(href)).content.decode()
        assert re.search(r'<b class="figures">(\d+)</b>', listed)[1] == number
