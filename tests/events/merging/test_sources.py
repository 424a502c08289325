"""Two news sources become one: what they are cited for, and how many stand behind an event."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import CitedReport, NewsSource
from articles.verbs import Refused
from events.merging import merge, undo
from events.models import Attribution, Event
from tests.events.merging.picture import difference, picture
from tests.make import make_article, make_citation, make_report, make_source, make_user

pytestmark = pytest.mark.django_db
WHY = "Tass became Itar-Tass."
WORDS = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def pair():
    return make_source(name="Itar-Tass", aliases=["ITAR/TASS"]), make_source(name="Tass", aliases=["TASS agency"])


def test_cited_reports_and_names_go_over_and_come_back(pair, editor):
    kept, merged = pair
    citation = make_citation(make_article(), WORDS, (merged, "1999-05-28"))
    before = picture()

    record = merge(kept, merged, by=editor, reason=WHY)

    kept.refresh_from_db()
    assert citation.reports.get().news_source == kept
    assert kept.aliases == ["ITAR/TASS", "Tass", "TASS agency"]

    undo(record, by=editor)

    assert difference(before, picture()) == {}


def test_equal_cited_reports_become_one_and_attributions_rest_on_it(pair, editor):
    kept, merged = pair
    report = make_report(confirmed=True)
    citation = make_citation(
        report.article, WORDS, (kept, "1999-05-28"), (merged, "1999-05-28"), (merged, "1999-05-29")
    )
    for cited in citation.reports.all():
        Attribution.objects.create(report=report, cited_report=cited)
    only_merged = make_report(article=report.article)
    Attribution.objects.create(report=only_merged, cited_report=citation.reports.filter(news_source=merged)[0])
    Event.objects.all().derive_again()
    before = picture()
    assert Event.objects.get(pk=report.event_id).min_sources == 1 + 1

    record = merge(kept, merged, by=editor, reason=WHY)

    assert sorted(CitedReport.objects.values_list("news_source", "date")) == [
        (kept.pk, "1999-05-28"),
        (kept.pk, "1999-05-29"),
    ]
    assert report.attributions.count() == 2
    assert only_merged.attributions.get().cited_report.news_source == kept
    assert Event.objects.get(pk=report.event_id).min_sources == 1

    undo(record, by=editor)

    assert difference(before, picture()) == {}


def test_names_that_another_merged_source_has_stay_at_undo(pair, editor):
    kept, merged = pair
    other = make_source(name="Tass agency")
    first = merge(kept, merged, by=editor, reason=WHY)
    merge(kept, other, by=editor, reason=WHY)

    undo(first, by=editor)

    assert NewsSource.objects.get(pk=kept.pk).aliases == ["ITAR/TASS", "TASS agency"]


def test_sources_are_merged_by_editors(pair):
    with pytest.raises(PermissionDenied):
        merge(*pair, by=make_user("reviewer"), reason=WHY)


def test_source_nobody_has_looked_at_goes_with_any_kind_but_an_agency_not_with_a_paper(editor):
    agency, paper, unseen = make_source(kind="agency"), make_source(kind="newspaper"), make_source(kind="")

    with pytest.raises(Refused):
        merge(agency, paper, by=editor, reason=WHY)
    merge(agency, unseen, by=editor, reason=WHY)

    assert NewsSource.objects.get(pk=unseen.pk).merged_into == agency


def test_every_table_that_names_sources_goes_along():
    tables = {(rel.related_model.__name__, rel.field.name) for rel in NewsSource._meta.related_objects}

    assert {name for name in tables if not name[0].endswith("History")} == {
        ("CitedReport", "news_source"),
        ("NewsSource", "merged_into"),
    }
