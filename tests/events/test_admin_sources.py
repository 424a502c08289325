"""The desk: whom the article cites is ticked where he stands for a report."""

import pytest

from events.models import Report
from tests.events.test_admin_report import ADD, CITATION, SENTENCE, desk, document, errors, typed, words
from tests.make import make_article, make_citation, make_event, make_report, make_source

pytestmark = pytest.mark.django_db


def cited_twice(article):
    """Two cited reports of one citation, in order."""
    dated = ((make_source(name="Kyodo"), "1999-05-28"), (make_source(name="AP"), "1999-05-29"))
    return list(make_citation(article, CITATION, *dated).reports.order_by("pk"))


def test_page_offers_everybody_whom_this_article_cites_and_nobody_else():
    article, other = make_article(), make_article()
    cited_twice(article)
    make_citation(other, CITATION, (make_source(name="Tanjug"), "1999-05-28"))

    page = desk().get(f"{ADD}?article={article.pk}").content.decode()

    assert "Kyodo, 1999-05-28" in page and "AP, 1999-05-29" in page and "in sentence 3" in page
    assert "Tanjug" not in page


def test_ticked_sources_stand_for_the_report_and_the_others_do_not():
    article = make_article()
    kyodo, ap = cited_twice(article)
    rows = [
        {"cited_report": kyodo.pk, "scope": "explicit"},
        {"cited_report": ap.pk, "scope": "paragraph", "says": "on"},
    ]

    response = desk().post(ADD, document(article, make_event(), words(SENTENCE), sources=rows))

    assert response.status_code == 302, errors(response)
    assert Report.objects.get().attributions.get().cited_report == ap


def test_tick_that_is_taken_away_takes_the_source_away_and_scope_can_change():
    client = desk()
    report = make_report(by=client.user)
    kyodo, ap = cited_twice(report.article)
    for cited in (kyodo, ap):
        report.attributions.create(cited_report=cited, scope="paragraph")
    address = f"/admin/events/report/{report.pk}/change/"
    values = typed(client, address)
    del values["attributions-0-says"]

    response = client.post(address, {**values, "attributions-1-scope": "inherited"})

    assert response.status_code == 302, errors(response)
    assert [(one.cited_report, one.scope) for one in report.attributions.all()] == [(ap, "inherited")]


def test_ticks_are_kept_where_the_save_is_refused():
    article = make_article()
    kyodo, _ = cited_twice(article)
    rows = [{"cited_report": kyodo.pk, "scope": "explicit", "says": "on"}]

    page = desk().post(ADD, document(article, make_event(), words("Not there"), sources=rows)).content.decode()

    assert 'name="attributions-0-says" id="id_attributions-0-says" checked' in page
    assert '<option value="explicit" selected>' in page


def test_source_that_another_article_cites_is_refused():
    article, other = make_article(), make_article()
    foreign = make_citation(other, CITATION, (make_source(), "1999-05-28")).reports.get()
    rows = [{"cited_report": foreign.pk, "scope": "explicit", "says": "on"}]

    response = desk().post(ADD, document(article, make_event(), words(SENTENCE), sources=rows))

    assert "valid choice" in errors(response)
    assert not Report.objects.exists()


@pytest.mark.django_db(transaction=True)  # what happened meanwhile is told by its time
def test_source_that_a_colleague_ticked_meanwhile_stays():
    client = desk()
    report = make_report(by=client.user)
    kyodo, ap = cited_twice(report.article)
    address = f"/admin/events/report/{report.pk}/change/"
    mine = {**typed(client, address), "attributions-0-says": "on"}
    client.post(address, {**typed(client, address), "attributions-1-says": "on"})

    stale = client.post(address, mine)
    client.post(address, {**mine, "overwrite": [Report.objects.get().revision]})

    assert "while you had it open" in errors(stale)
    assert {one.cited_report for one in report.attributions.all()} == {kyodo, ap}
