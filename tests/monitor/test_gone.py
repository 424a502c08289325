"""Once public and not public now is 410, renamed is 301, never public is 404 with the bytes of what never was."""

import pytest
from django.db import connection

from articles.models import NewsSource
from events import editing
from events.models import Actor, Place
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_issue,
    make_mention,
    make_place,
    make_publication,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(settings):
    settings.SINGLE_EDITOR = True
    return make_user("administrator")


@pytest.fixture
def article(admin):
    """A published article with something of every kind on it."""
    article = make_article(issue=make_issue(publication=make_publication(slug="digest"), volume=5, number=107))
    citation = make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)")
    citation.reports.create(news_source=make_source(slug="kyodo"))
    place = make_place(slug="varda")
    event = make_event(place=place, participants=[(make_actor(slug="ana"), "actor")])
    make_report(event=event, article=article, confirmed=True, by=admin)
    make_mention(article, "Varda", place)
    editing.publish(article, by=admin)
    connection.check_constraints()
    return article


def pages_of(article):
    event = article.reports.get().event
    own = article.get_absolute_url()
    return [
        *("/publications/digest/", "/publications/digest/5/", "/publications/digest/5/107/"),
        *(own, f"{own}index.json", f"/articles/{article.pk}/"),
        *("/sources/kyodo/", "/actors/ana/", "/actors/ana/index.json", "/places/varda/", "/places/varda/index.json"),
        *(event.get_absolute_url(), f"{event.get_absolute_url()}index.json"),
    ]


def addresses_in_api(article):
    report = article.reports.get()
    rows = {
        "publications": "digest",
        "issues": article.issue_id,
        "articles": article.pk,
        "sources": "kyodo",
        "citations": article.citations.get().pk,
        "events": report.event.public_id,
        "reports": report.pk,
        "actors": "ana",
        "places": "varda",
        "mentions": article.mentions.get().pk,
    }
    return [f"/api/v1/{kind}/{key}/" for kind, key in rows.items()]


def test_what_was_public_is_gone_once_withdrawn(client, article, admin):
    addresses = [*pages_of(article), *addresses_in_api(article)]
    before = {address: client.get(address).status_code for address in addresses}

    editing.withdraw(article, by=admin, reason="Printed twice.")
    connection.check_constraints()

    assert set(before.values()) <= {200, 301}
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 410)


def test_gone_says_nothing_but_that_it_was_withdrawn(client, article, admin):
    one, other = article.get_absolute_url(), article.reports.get().event.get_absolute_url()
    editing.withdraw(article, by=admin, reason="Printed twice.")
    connection.check_constraints()

    pages = [client.get(address).content.decode().replace(address, "") for address in (one, other)]
    problem = client.get(f"/api/v1/articles/{article.pk}/").json()

    assert pages[0] == pages[1]
    assert "has been withdrawn" in pages[0]
    assert (problem["status"], problem["title"], problem["errors"]) == (410, "Gone", [])
    assert article.title not in str(problem)


def test_what_never_was_public_is_not_found_as_what_never_was(client, article):
    draft = make_article(issue=article.issue)
    actor = make_actor()
    connection.check_constraints()

    for hidden, never in [
        (draft.get_absolute_url(), "/publications/digest/5/107/999/"),
        (f"/articles/{draft.pk}/", "/articles/999999/"),
        (actor.get_absolute_url(), "/actors/never-was/"),
        (f"/api/v1/articles/{draft.pk}/", "/api/v1/articles/999999/"),
        (f"/api/v1/actors/{actor.slug}/", "/api/v1/actors/never-was/"),
    ]:
        answers = [client.get(address) for address in (hidden, never)]
        bodies = [a.content.replace(address.encode(), b"") for a, address in zip(answers, (hidden, never), strict=True)]
        assert [a.status_code for a in answers] == [404, 404], hidden
        assert bodies[0] == bodies[1]


@pytest.mark.parametrize(
    ("model", "slug", "stem", "twin"),
    [
        (Actor, "ana", "actors", "index.json"),
        (Place, "varda", "places", "index.json"),
        (NewsSource, "kyodo", "sources", ""),
    ],
)
def test_a_renamed_row_is_led_to(client, article, model, slug, stem, twin):
    model.objects.filter(slug=slug).update(slug="renamed")
    connection.check_constraints()

    page = client.get(f"/{stem}/{slug}/{twin}")
    data = client.get(f"/api/v1/{stem}/{slug}/")

    assert (page.status_code, page.headers["Location"]) == (301, f"/{stem}/renamed/{twin}")
    assert data.status_code == 301
    assert data.headers["Location"].endswith(f"/api/v1/{stem}/renamed/")
    assert client.get(page.headers["Location"]).status_code == 200


def test_a_renamed_row_that_was_withdrawn_is_gone_under_both_names(client, article, admin):
    Actor.objects.filter(slug="ana").update(slug="renamed")
    connection.check_constraints()

    editing.withdraw(article, by=admin, reason="Printed twice.")
    connection.check_constraints()

    assert [client.get(f"/actors/{slug}/").status_code for slug in ("ana", "renamed")] == [410, 410]


def test_a_twin_that_a_public_page_does_not_have_is_not_found(client, article):
    assert client.get("/actors/ana/index.xyz").status_code == 404


def test_a_published_article_stands_where_it_stood_after_it_was_withdrawn(client, article, admin):
    editing.withdraw(article, by=admin, reason="Printed twice.")
    connection.check_constraints()

    editing.publish(article, by=admin)
    connection.check_constraints()

    assert client.get(article.get_absolute_url()).status_code == 200
