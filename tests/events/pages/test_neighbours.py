"""What leads from one page to others: partners, other tellings, places inside, what a source is cited for."""

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
    make_user,
)

pytestmark = pytest.mark.django_db

CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def archive():
    """A meeting of two, told by two articles, and a pledge of one of them; what a third does nobody has reviewed."""
    publication = make_publication(title="The Digest", quote_policy="none")
    first, second = (
        make_article(issue=make_issue(publication=publication, number=number), published=True, title=title)
        for number, title in ((1, "The bridge"), (2, "The river"))
    )
    ada, bo, cy = (make_actor(slug=slug, name=name) for slug, name in (("ada", "Ada"), ("bo", "Bo"), ("cy", "Cy")))
    land = make_place(slug="land", name="Land", kind="country")
    varda = make_place(slug="varda", name="Varda", parent=land, latitude="49.5", longitude="32.25")
    make_place(slug="unseen", name="Unseen", parent=land)
    meeting = make_event(label="They meet", date="1999-05-28", place=varda, participants=[(ada, "actor"), (bo, "host")])
    pledge = make_event(label="A pledge", type_id="AGREE", participants=[(ada, "actor"), (bo, "recipient")])
    make_participation(make_report(event=make_event(), article=first).event, ada)
    make_participation(make_event(), cy)
    report = make_report(event=meeting, article=first, confirmed=True)
    make_report(event=meeting, article=second, confirmed=True)
    make_report(event=pledge, article=second, confirmed=True)
    cited = make_citation(first, CITES, (make_source(slug="kyodo", name="Kyodo"), "1999-05-28"))
    report.attributions.create(cited_report=cited.reports.get())
    return {"first": first, "second": second, "meeting": meeting}


def read(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def counted(html):
    return re.findall(r"<span>([^<]*)</span> <span class=\"figures\">(\d+)</span>", html)


def test_partners_are_counted_by_public_events_that_both_take_part_in(client, archive):
    assert counted(read(client, "/actors/ada/")) == [("Bo", "2")]
    assert counted(read(client, "/actors/bo/")) == [("Ada", "2")]


def test_events_of_an_actor_stand_along_a_line_under_their_years(client, archive):
    html = read(client, "/actors/ada/")

    assert '<b class="figures">1999</b>' in html
    assert html.count('class="words point"') == 2
    assert 'href="/events/?actor=ada"' in html and 'href="/timeline/?actor=ada"' in html


def test_an_article_names_others_that_tell_of_its_events(client, archive):
    html = read(client, archive["first"].get_absolute_url())

    section = re.search(r'aria-labelledby="elsewhere">.*?</section>', html, re.DOTALL)[0]
    assert archive["second"].get_absolute_url() in section
    assert "The river" in section and "event 1" in section
    assert archive["first"].get_absolute_url() not in section


def test_an_article_whose_events_nobody_else_tells_has_no_such_part(client):
    article = make_report(confirmed=True).article

    assert "Also reported in" not in read(client, article.get_absolute_url())


def test_corrections_are_told_with_version_day_and_public_reason_alone(client, archive):
    article, editor = archive["first"], make_user("administrator")
    article.correct_text(article.text + " More.", by=editor, reason="Letter of a reader", public_reason="missing")

    html = read(client, article.get_absolute_url())

    day = article.versions.get(number=2).made_at
    assert f"Version 2, {day.day} {day:%B %Y}: Words missing from the print" in html
    assert "Letter of a reader" not in html


def test_a_place_shows_where_it_lies_and_what_lies_in_it(client, archive):
    city, country = read(client, "/places/varda/"), read(client, "/places/land/")

    assert 'role="img" aria-label="Varda on the map: 49.5 degrees north, 32.3 degrees east"' in city
    assert "<circle" in city and "<circle" not in country
    assert '<a href="/places/varda/">Varda</a>' in country
    assert "Unseen" not in country


def test_a_source_tells_for_what_kinds_of_event_it_is_cited(client, archive):
    html = read(client, "/sources/kyodo/")

    (href,) = re.findall(r'<a href="(/events/\?source=kyodo[^"]*type[^"]*)"', html)
    assert counted(html) == [("Consult", "1")]
    assert "They meet" in read(client, unescape(href))


def test_places_of_events_are_a_facet_with_all_that_lies_in_them(client, archive):
    part = re.search(r'aria-labelledby="by-place">.*?</section>', read(client, "/events/"), re.DOTALL)[0]

    assert counted(part) == [("Land", "1"), ("Varda", "1")]


def test_this_day_keeps_working_titles_in_as_the_policy_says(client):
    issue = make_issue(publication=make_publication(quote_policy="none"), date="1999-06-03")
    make_article(issue=issue, published=True, text="Words that stay in. And more.")

    html = read(client, "/on-this-day/06-03/")

    assert "Words that stay" not in html
    assert "article 1" in html
