"""The desk for sources, what citations say of them, and where cross references lead."""

import pytest
from django.test import Client

from articles.models import CitedReport, CrossReference, NewsSource
from tests.make import make_article, make_citation, make_issue, make_source, make_user

pytestmark = pytest.mark.django_db

WORDS = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def desk():
    client = Client()
    client.user = make_user("editor")
    client.force_login(client.user)
    return client


def cited(**over):
    citation = make_citation(make_article(), WORDS)
    values = {"date": "XXXX-05-28/XXXX-05-29", "date_words": "May 28-29", "date_to_check": True}
    return citation.reports.create(news_source=make_source(), **{**values, **over})


def reference(**over):
    article = make_article()
    row = CrossReference(article=article, **over)
    row.place_on(article.text, 0, 6, version=1)
    row.save()
    return row


def test_renamed_source_keeps_its_address_and_is_found_by_the_new_name(desk):
    source = make_source(name="Kyodo", slug="kyodo")
    values = {"name": "Ítar-Tass", "slug": "other", "aliases": "Tass,TASS", "seen_revision": source.revision}

    response = desk.post(f"/admin/articles/newssource/{source.pk}/change/", values)

    source = NewsSource.objects.get()
    assert response.status_code == 302
    assert (source.name, source.slug, source.sort_key, source.aliases) == (
        "Ítar-Tass",
        "kyodo",
        "itar-tass",
        ["Tass", "TASS"],
    )
    assert desk.get("/admin/articles/newssource/", {"q": "ÍTAR"}).context["cl"].result_count == 1
    assert source.history.filter(pgh_label="update").count() == 1


def test_second_source_of_one_spelling_is_a_message_on_the_form(desk):
    make_source(name="Kyodo")

    response = desk.post("/admin/articles/newssource/add/", {"name": "KYODO", "slug": "kyodo-2", "aliases": ""})

    assert response.status_code == 200
    assert 'value="KYODO"' in response.content.decode()
    assert NewsSource.objects.count() == 1


def test_typed_date_is_a_persons_and_checked(desk):
    report = cited()
    values = {
        "news_source": report.news_source_id,
        "seen_revision": report.revision,
        "date": "1999-05-28",
        "date_to_check": "on",
    }

    response = desk.post(f"/admin/articles/citedreport/{report.pk}/change/", values)

    report = CitedReport.objects.get()
    assert response.status_code == 302
    assert (report.date, report.date_origin, report.date_to_check) == ("1999-05-28", "person", False)
    assert report.date_upper.isoformat() == "1999-05-28"


def test_ticking_off_a_date_leaves_it_the_rules(desk):
    report = cited()
    values = {"news_source": report.news_source_id, "seen_revision": report.revision, "date": report.date}

    desk.post(f"/admin/articles/citedreport/{report.pk}/change/", values)

    report = CitedReport.objects.get()
    assert (report.date_origin, report.date_to_check) == ("rule", False)


def test_date_that_is_none_is_refused_with_what_was_typed(desk):
    report = cited()
    values = {"news_source": report.news_source_id, "seen_revision": report.revision, "date": "1999-13"}

    response = desk.post(f"/admin/articles/citedreport/{report.pk}/change/", values)

    assert response.status_code == 200
    assert 'value="1999-13"' in response.content.decode()
    assert CitedReport.objects.get().date == "XXXX-05-28/XXXX-05-29"


def test_citation_shows_and_leads_to_what_it_cites(desk):
    report = cited()

    page = desk.get(f"/admin/articles/citation/{report.citation_id}/change/").content.decode()

    assert f'href="/admin/articles/citedreport/{report.pk}/change/"' in page
    assert str(report.news_source) in page


def test_target_is_named_and_leaves_the_list_of_those_not_found(desk):
    row, issue = reference(), make_issue()
    waiting = desk.get("/admin/articles/crossreference/", {"target": "none"}).context["cl"].result_count

    response = desk.post(
        f"/admin/articles/crossreference/{row.pk}/change/", {"target_issue": issue.pk, "seen_revision": row.revision}
    )

    row.refresh_from_db()
    after = desk.get("/admin/articles/crossreference/", {"target": "none"}).context["cl"].result_count
    assert response.status_code == 302
    assert (row.target_issue, waiting, after) == (issue, 1, 0)


def test_two_targets_are_refused_on_the_form(desk):
    row, article = reference(), make_article()
    values = {"target_issue": article.issue_id, "target_article": article.pk, "seen_revision": row.revision}

    response = desk.post(f"/admin/articles/crossreference/{row.pk}/change/", values)

    row.refresh_from_db()
    assert "leave the other empty" in response.content.decode()
    assert row.target_issue is None and row.target_article is None


def test_stale_date_is_refused_with_both_versions_and_saved_after_a_yes(desk):
    report = cited()
    address = f"/admin/articles/citedreport/{report.pk}/change/"
    values = {"news_source": report.news_source_id, "date": "1999-05-28", "seen_revision": report.revision}
    form = desk.get(address).content.decode()
    CitedReport.objects.filter(pk=report.pk).update(date="1999-05-29")

    refused = desk.post(address, values)
    stored = CitedReport.objects.get().date
    saved = desk.post(address, {**values, "overwrite": [report.revision + 1]})

    page = refused.content.decode()
    assert f'name="seen_revision" value="{values["seen_revision"]}"' in form
    assert "while you had it open" in page and 'value="1999-05-28"' in page
    assert "<td>XXXX-05-28/XXXX-05-29</td><td>1999-05-29</td><td>1999-05-28</td>" in page
    assert (stored, saved.status_code, CitedReport.objects.get().date) == ("1999-05-29", 302, "1999-05-28")


def test_stale_target_is_refused(desk):
    row, mine, theirs = reference(), make_issue(), make_issue()
    address = f"/admin/articles/crossreference/{row.pk}/change/"
    values = {"target_issue": mine.pk, "seen_revision": row.revision}
    desk.post(address, {**values, "target_issue": theirs.pk})

    response = desk.post(address, values)

    row.refresh_from_db()
    assert "while you had it open" in response.content.decode() and str(theirs) in response.content.decode()
    assert row.target_issue == theirs
