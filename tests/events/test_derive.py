from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from events import derive
from events.derive import Derived, derived
from events.models import Attribution, Event
from tests.make import (
    make_article,
    make_citation,
    make_event,
    make_issue,
    make_place,
    make_publication,
    make_report,
    make_source,
)


def said(status="occurred", day=date(1999, 6, 3), **over):
    values = {
        "background": False,
        "printed": (day, 5, 107, 1, 1, "monitor"),
        "date": "",
        "place": frozenset(),
        "place_id": None,
        "type": "CONSULT",
        "sources": frozenset(),
        **over,
    }
    return derive.Testimony(status=status, **values)


def at(*ids):
    return {"place_id": ids[0], "place": frozenset(ids)}


MOSCOW, RUSSIA, COLOGNE = (1, 2), (2,), (3, 4)
EARLIER, LATER = date(1999, 6, 1), date(1999, 6, 22)


def test_no_public_report_shows_nothing():
    assert derived([]) == Derived("", False, 0)


@pytest.mark.parametrize(
    ("testimonies", "status"),
    [
        ([said("planned", EARLIER), said("occurred", LATER)], "occurred"),
        ([said("occurred", LATER), said("planned", EARLIER)], "occurred"),
        ([said("planned", date.min), said("cancelled", EARLIER)], "cancelled"),
        ([said("planned", EARLIER), said("occurred", LATER, background=True)], "planned"),
        ([said("planned", EARLIER, background=True), said("occurred", LATER, background=True)], "occurred"),
        (
            [
                said("planned", printed=(EARLIER, 5, 107, 2, 2, "monitor")),
                said("denied", printed=(EARLIER, 5, 107, 1, 3, "monitor")),
            ],
            "planned",
        ),
        (
            [
                said("planned", printed=(EARLIER, 5, 107, 1, 1, "monitor")),
                said("occurred", printed=(EARLIER, 5, 107, 1, 1, "weekly")),
                said("denied", printed=(EARLIER, 5, 107, 1, 1, "digest")),
            ],
            "occurred",
        ),
    ],
)
def test_newest_report_gives_the_status(testimonies, status):
    assert derived(testimonies).status == status


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (said("planned"), said("occurred"), False),
        (said("planned"), said("cancelled"), False),
        (said("planned"), said("denied"), False),
        (said("occurred"), said("denied"), True),
        (said("denied"), said("ongoing"), True),
        (said("alleged"), said("denied"), True),
        (said("denied"), said("denied"), False),
        (said(date="1999-05-28"), said(date="1999-05-29"), True),
        (said(date="1999-05-28/1999-05-30"), said(date="1999-05-29"), False),
        (said("planned", date="1999-07-20"), said("occurred", date="1999-08-03"), False),
        (said("planned", date="1999-07-20"), said("proposed", date="1999-08-03"), True),
        (said(date="XXXX-05-28"), said(date="1999-05-29"), False),
        (said(date=""), said(date="1999-05-29"), False),
        (said(date="[..1999-05-28]"), said(date="1999-05-29"), True),
        (said(**at(*MOSCOW)), said(**at(*COLOGNE)), True),
        (said(**at(*MOSCOW)), said(**at(*RUSSIA)), False),
        (said(**at(*MOSCOW)), said(), False),
        (said(type="CONSULT"), said(type="AGREE"), True),
    ],
)
def test_conflict_is_what_cannot_both_be_right(one, other, conflict):
    assert derived([one, other]).has_conflict is conflict
    assert derived([other, one]).has_conflict is conflict


def test_sources_count_once():
    one, other = said(sources=frozenset({1, 2})), said(sources=frozenset({2, 3}))

    assert derived([one, other]).min_sources == 3


@pytest.mark.django_db
def test_drafts_and_unreviewed_reports_do_not_count():
    event = make_event()
    make_report(event=event, status="planned", confirmed=True)
    make_report(event=event, status="denied")
    make_report(event=event, status="cancelled", article=make_article(), confirmed=True)

    Event.objects.filter(pk=event.pk).derive_again()

    event.refresh_from_db()
    assert (event.status, event.has_conflict) == ("planned", False)


@pytest.mark.django_db
def test_claims_and_the_events_own_values_are_compared():
    city, country = make_place(), make_place(kind="country")
    event = make_event(date="1999-05-28", place=city)
    make_report(event=event, confirmed=True)
    make_report(event=event, confirmed=True, claimed_place=country)

    event.refresh_from_db()
    assert event.has_conflict

    city.parent = country
    city.save()
    Event.objects.filter(pk=event.pk).derive_again()

    event.refresh_from_db()
    assert not event.has_conflict


@pytest.mark.django_db
def test_merged_sources_are_one():
    kyodo, spelt_otherwise = make_source(name="Kyodo"), make_source(name="Kyodo News")
    spelt_otherwise.merged_into = kyodo
    spelt_otherwise.save()
    report = make_report(confirmed=True)
    words = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
    citation = make_citation(report.article, words, (kyodo, "1999-05-28"), (spelt_otherwise, "1999-05-28"))
    for cited in citation.reports.all():
        Attribution.objects.create(report=report, cited_report=cited)

    Event.objects.filter(pk=report.event_id).derive_again()

    report.event.refresh_from_db()
    assert report.event.min_sources == 1


@pytest.mark.django_db
def test_undated_issue_is_older_than_any_dated_one():
    event = make_event()
    undated = make_article(issue=make_issue(date=""), published=True)
    make_report(event=event, article=undated, status="planned", confirmed=True)
    make_report(event=event, status="occurred", confirmed=True)

    event.refresh_from_db()
    assert event.status == "occurred"


@pytest.mark.django_db
def test_refresh_costs_the_same_for_twice_the_events():
    one = [make_report(confirmed=True).event_id]
    more = [make_report(confirmed=True).event_id for _ in range(4)]

    counts = [queries_of(one), queries_of(more)]

    assert counts[0] == counts[1]


def queries_of(events):
    Article.objects.filter(reports__event__in=events).update(status="withdrawn")
    with CaptureQueriesContext(connection) as captured:
        Event.objects.filter(pk__in=events).derive_again()
    return len(captured)


@pytest.mark.django_db
def test_of_two_digests_of_one_day_and_number_always_the_same_is_the_newest():
    event = make_event()
    for slug, status in (("weekly", "planned"), ("abroad", "occurred")):
        issue = make_issue(publication=make_publication(slug=slug), number=7)
        make_report(event=event, article=make_article(issue=issue, published=True), status=status, confirmed=True)

    event.refresh_from_db()
    assert event.status == "planned"
