"""What every page of the desk keeps: refusals said on the form, history by pages, issues that keep their address."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.admin.publication import PublicationAdmin
from articles.admin.source import NewsSourceAdmin
from articles.models import CitedReport, Issue, NewsSource, Publication
from articles.verbs import Refused
from tests.make import make_article, make_citation, make_issue, make_publication, make_source, make_user

pytestmark = pytest.mark.django_db

WORDS = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def desk():
    client = Client()
    client.user = make_user("editor")
    client.force_login(client.user)
    return client


def raises(error):
    def method(*args, **kwargs):
        raise error

    return method


REFUSALS = [Refused("some_rule", "That cannot be: do this instead."), PermissionDenied("That cannot be: ask.")]


@pytest.mark.parametrize("refusal", REFUSALS, ids=["rule", "right"])
@pytest.mark.parametrize("step", ["save_model", "save_related"])
def test_what_a_verb_refuses_is_said_on_the_form_with_what_was_typed(desk, monkeypatch, refusal, step):
    monkeypatch.setattr(PublicationAdmin, step, raises(refusal))
    publication = make_publication()
    values = {"title": "Typed", "slug": publication.slug, "language": "en", "quote_policy": "full", "seen_revision": 1}

    response = desk.post(f"/admin/articles/publication/{publication.pk}/change/", values)

    page = response.content.decode()
    assert response.status_code == 200
    assert "That cannot be" in page and 'value="Typed"' in page
    assert Publication.objects.get().title == publication.title


@pytest.mark.parametrize("refusal", REFUSALS, ids=["rule", "right"])
def test_what_a_verb_refuses_to_delete_is_said_on_the_rows_page(desk, monkeypatch, refusal):
    monkeypatch.setattr(NewsSourceAdmin, "delete_model", raises(refusal))
    monkeypatch.setattr(NewsSourceAdmin, "has_delete_permission", lambda *args, **kwargs: True)
    source = make_source()

    response = desk.post(f"/admin/articles/newssource/{source.pk}/delete/", {"post": "yes"}, follow=True)

    assert response.redirect_chain[-1][0] == f"/admin/articles/newssource/{source.pk}/change/"
    assert "That cannot be" in response.content.decode()
    assert NewsSource.objects.exists()


def test_deleted_row_leaves_who_and_why(desk):
    citation = make_citation(make_article(), WORDS, (make_source(), "1999-05-28"))
    report = citation.reports.get()

    desk.post(f"/admin/articles/citedreport/{report.pk}/delete/", {"post": "yes", "reason": "Not named there."})

    last = CitedReport.history.rel.related_model.objects.order_by("-pgh_id").first()
    assert (last.pgh_label, last.pgh_context["user"]) == ("delete", desk.user.pk)
    assert last.pgh_context["reason"] == "Not named there."


def test_history_is_read_in_pages_the_newest_first(desk):
    publication = make_publication(title="Name 0")
    for n in range(1, 61):
        Publication.objects.filter(pk=publication.pk).update(title=f"Name {n}")
    address = f"/admin/articles/publication/{publication.pk}/history/"

    first, second = (desk.get(address, {"page": n}).content.decode() for n in (1, 2))

    assert "<td>Name 59</td><td>Name 60</td>" in first and "Older" in first and "Newer" not in first
    assert "<td>Name 0</td><td>Name 1</td>" in second and "Newer" in second and "Older" not in second
    assert "a command or the database" in second


def test_history_says_values_in_words_and_leaves_out_what_nobody_reads(desk):
    article = make_article(published=True)

    page = desk.get(f"/admin/articles/article/{article.pk}/history/").content.decode()

    assert article.text_sha256 not in page and "+00:00" not in page
    assert "<td>yes</td>" in page and "<td>Published</td>" in page


def test_history_asks_who_once_however_many_wrote(desk):
    publication = make_publication()
    address = f"/admin/articles/publication/{publication.pk}/"
    values = {"slug": publication.slug, "language": "en", "quote_policy": "full"}
    counts = []
    for n in range(1, 5):
        desk.post(f"{address}change/", {**values, "title": f"Name {n}", "seen_revision": n})
        with CaptureQueriesContext(connection) as captured:
            page = desk.get(f"{address}history/").content.decode()
        counts.append(len(captured))

    assert page.count(f"changed by {desk.user.username}") == 4
    assert len(set(counts)) == 1


def test_issue_that_was_public_keeps_its_address(desk):
    issue = make_article(published=True).issue
    values = {"publication": make_publication().pk, "volume": 9, "number": 9, "seen_revision": issue.revision}

    desk.post(f"/admin/articles/issue/{issue.pk}/change/", values)

    after = Issue.objects.get()
    assert (after.publication, after.volume, after.number) == (issue.publication, issue.volume, issue.number)


def test_issue_of_drafts_can_be_renumbered_but_not_onto_another(desk):
    issue = make_article().issue
    other = make_issue(publication=issue.publication)
    address = f"/admin/articles/issue/{issue.pk}/change/"
    values = {"publication": issue.publication_id, "volume": 9, "number": 9, "seen_revision": issue.revision}

    refused = desk.post(address, {**values, "volume": other.volume, "number": other.number})
    saved = desk.post(address, values)

    issue.refresh_from_db()
    assert (refused.status_code, saved.status_code) == (200, 302)
    assert (issue.volume, issue.number) == (9, 9)


def test_date_page_begins_with_the_stored_date_and_refuses_one_set_meanwhile(desk):
    issue = make_issue(date="1999-06-03")
    address = f"/admin/articles/issue/{issue.pk}/date/"
    page = desk.get(address).content.decode()
    seen = issue.revision
    issue.set_date("1999-06-04", basis="printed", by=desk.user)

    response = desk.post(address, {"date": "1999-06-05", "basis": "printed", "seen": "on", "revision": seen})

    assert 'value="1999-06-03"' in page
    assert response.status_code == 409
    assert "somebody changed it meanwhile" in response.content.decode()
    assert Issue.objects.get().date == "1999-06-04"
