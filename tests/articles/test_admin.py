"""The desk for the printed record: corrections looked at first, dates set with what they touch, history to read."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Publication
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_mention,
    make_place,
    make_publication,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

FIRST = "Envoys of the two river states met in Varda on May 28. "


@pytest.fixture
def desk():
    client = Client()
    client.user = make_user("administrator")
    client.force_login(client.user)
    return client


def publication_values(publication, **over):
    values = {name: getattr(publication, name) for name in ("title", "slug", "language", "quote_policy")}
    return {**values, "aliases": "", "seen_revision": publication.revision, **over}


def test_two_tabs_on_one_row_lose_nothing(desk):
    publication = make_publication(title="Monitor")
    address = f"/admin/articles/publication/{publication.pk}/change/"
    first, second = publication_values(publication, publisher="First"), publication_values(publication, title="Second")

    desk.post(address, first)
    refused = desk.post(address, second)

    publication.refresh_from_db()
    page = refused.content.decode()
    assert (publication.publisher, publication.title) == ("First", "Monitor")
    assert "while you had it open" in page and desk.user.username in page
    assert "<td>Monitor</td><td>Monitor</td><td>Second</td>" in page
    assert "publisher “First”" in page  # what only the other one changed is kept
    assert 'value="Second"' in page
    assert f'name="overwrite" value="{publication.revision}"' in page.replace('id="id_overwrite_0" ', "")


def test_save_over_the_other_version_needs_a_choice_and_takes_only_what_was_changed(desk):
    publication = make_publication(title="Monitor")
    address = f"/admin/articles/publication/{publication.pk}/change/"
    mine = publication_values(publication, title="Mine")
    Publication.objects.filter(pk=publication.pk).update(first_year=1995)

    desk.post(address, {**mine, "overwrite": [publication.revision + 1], "first_year": "1995"})

    publication.refresh_from_db()
    assert (publication.title, publication.first_year) == ("Mine", 1995)


def test_rule_of_the_database_is_a_message_on_the_form(desk):
    article = make_article(published=True)
    publication = article.issue.publication
    address = f"/admin/articles/publication/{publication.pk}/change/"

    response = desk.post(address, publication_values(publication, slug="renamed", publisher="typed"))

    assert response.status_code == 200
    assert "public addresses" in response.content.decode()
    assert 'value="typed"' in response.content.decode()
    publication.refresh_from_db()
    assert publication.slug != "renamed"


def test_correction_is_looked_at_before_it_is_made(desk):
    report = make_report(confirmed=True)
    article = report.article
    address = f"/admin/articles/article/{article.pk}/correct/"
    values = {
        "text": TEXT.replace(FIRST, "").replace("\n", "\r\n"),
        "reason": "Not in the print.",
        "public_reason": "surplus",
        "revision": article.revision,
    }

    look = desk.post(address, {**values, "look": "1"})
    article.refresh_from_db()
    untouched = article.text
    saved = desk.post(address, {**values, "save": "1"})

    article.refresh_from_db()
    report.refresh_from_db()
    page = look.content.decode()
    assert untouched == TEXT
    assert "goes back to the reviewers" in page and "<del>" in page
    assert saved.status_code == 302
    assert (article.text, article.text_version, report.review_state) == (TEXT.replace(FIRST, ""), 2, "proposed")


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"text": TEXT}, "nothing to correct"),
        ({"text": "Bad \x07 text."}, "control"),
        ({"revision": 99}, "revision"),
        ({"reason": ""}, "required"),
    ],
)
def test_correction_that_cannot_be_keeps_what_was_typed(desk, over, says):
    article = make_article()
    values = {"text": TEXT + " More.", "reason": "print", "public_reason": "misread", "revision": article.revision}

    response = desk.post(f"/admin/articles/article/{article.pk}/correct/", {**values, **over, "save": "1"})

    assert response.status_code == 409
    assert says in response.content.decode().lower()
    assert Article.objects.get().text == TEXT


def test_text_and_status_are_not_the_forms_to_write(desk):
    article = make_article()
    address = f"/admin/articles/article/{article.pk}/change/"

    desk.post(
        address,
        {"title": "New title", "text": "Other.", "status": "published", "seen_revision": article.revision},
    )

    article.refresh_from_db()
    assert (article.title, article.text, article.status) == ("New title", TEXT, "draft")


def test_date_is_set_after_a_look_at_what_it_touches(desk):
    article = make_article()
    issue = article.issue
    words = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
    make_citation(article, words).reports.create(
        news_source=make_source(), date="XXXX-05-28/XXXX-05-29", date_words="May 28-29"
    )
    address = f"/admin/articles/issue/{issue.pk}/date/"
    values = {"date": "1998-06-03", "basis": "printed"}

    look = desk.post(address, values)
    issue.refresh_from_db()
    before = issue.date
    desk.post(address, {**values, "seen": "on"})

    issue.refresh_from_db()
    assert "read again or mark 1 dates" in look.content.decode()
    assert (before, issue.date) == ("1999-06-03", "1998-06-03")


def test_history_tells_who_what_and_why(desk):
    publication = make_publication(title="Monitor")
    address = f"/admin/articles/publication/{publication.pk}/"
    desk.post(f"{address}change/", publication_values(publication, title="The Monitor", reason="As printed."))

    page = desk.get(f"{address}history/").content.decode()

    assert desk.user.username in page and "As printed." in page
    assert "<td>Monitor</td><td>The Monitor</td>" in page


def rows():
    """One more of everything that lists show."""
    article = make_article()
    actor, place, source = make_actor(), make_place(parent=make_place(kind="country")), make_source()
    words = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
    make_citation(article, words, (source, "1999-05-28"))
    make_mention(article, "Varda", place)
    article.urls.create(url=f"https://digest.example/{article.pk}")
    make_report(article=article, event=make_event(place=place, participants=[(actor, "actor")]))


LISTS = [
    "articles/publication",
    "articles/issue",
    "articles/article",
    "articles/textversion",
    "articles/newssource",
    "articles/citation",
    "articles/citedreport",
    "articles/crossreference",
    "articles/sourceurl",
    "events/actor",
    "events/place",
    "events/event",
    "events/report",
    "events/mention",
    "events/articletoannotate",
    "events/eventtype",
    "events/mode",
    "events/context",
]


@pytest.mark.parametrize("path", LISTS)
def test_list_costs_the_same_for_twice_the_rows(desk, path):
    counts = []
    for more in (3, 3):
        for _ in range(more):
            rows()
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(f"/admin/{path}/").status_code == 200
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_index_says_what_waits_with_the_same_queries_for_twice_the_rows(desk):
    counts = []
    for _ in range(2):
        rows()
        with CaptureQueriesContext(connection) as captured:
            page = desk.get("/admin/").content.decode()
        counts.append(len(captured))

    assert "<strong>2</strong> reports to review" in page
    assert "<strong>2</strong> <span><kbd>1</kbd> waiting" in page
    assert counts[0] == counts[1] <= 22


@pytest.mark.parametrize("path", LISTS)
def test_search_of_every_list_answers(desk, path):
    rows()

    assert desk.get(f"/admin/{path}/", {"q": "E000001 %_\\ ' Va"}).status_code == 200


@pytest.mark.parametrize(
    ("model", "field", "source"), [("actor", "actor", "participation"), ("place", "place", "event")]
)
def test_look_up_finds_any_spelling_and_is_closed_to_readers(desk, model, field, source):
    make = {"actor": make_actor, "place": make_place}[model]
    row = make(name="Kyiv")
    row.names.create(name="Kíev")
    query = {"term": "kiev", "app_label": "events", "model_name": source, "field_name": field}

    found = desk.get("/admin/autocomplete/", query).json()
    reader = Client()
    reader.force_login(make_user())

    assert [result["text"] for result in found["results"]] == ["Kyiv"]
    assert reader.get("/admin/autocomplete/", query).status_code in (302, 403)
