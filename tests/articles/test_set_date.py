"""Dates that hang on an issue's date go along with it, or are marked for an editor."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.dates import DateRefused
from articles.models import CrossReference, DateOrigin, StaleRevision
from articles.verbs import Refused
from tests.make import make_article, make_citation, make_event, make_issue, make_report, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture
def issue():
    return make_issue(date="")


def cited(issue, **over):
    citation = make_citation(make_article(issue=issue), "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)")
    values = {"date": "XXXX-05-28/XXXX-05-29", "date_words": "May 28-29", **over}
    return citation.reports.create(news_source=make_source(), **values)


def test_cited_dates_read_by_rule_are_read_again(issue, editor):
    report = cited(issue)

    touched = issue.set_date("1999-06-03", basis="printed", by=editor)

    report.refresh_from_db()
    issue.refresh_from_db()
    assert (touched, issue.date, issue.date_basis) == (1, "1999-06-03", "printed")
    assert (report.date, report.date_to_check) == ("1999-05-28/1999-05-29", False)
    assert report.date_lower.isoformat() == "1999-05-28"


def test_dates_typed_by_a_person_are_marked_and_stay(issue, editor):
    report = cited(issue, date="1998-05-28", date_origin=DateOrigin.PERSON)

    issue.set_date("1999-06-03", basis="printed", by=editor)

    report.refresh_from_db()
    assert (report.date, report.date_to_check) == ("1998-05-28", True)


def test_rule_that_reads_nothing_leaves_the_date_and_marks_it(issue, editor):
    report = cited(issue, date_words="the other day")

    issue.set_date("1999-06-03", basis="printed", by=editor)

    report.refresh_from_db()
    assert report.date_to_check


def test_other_issues_are_left_alone(issue, editor):
    elsewhere = cited(make_issue(date=""))

    assert issue.set_date("1999-06-03", basis="printed", by=editor) == 0

    elsewhere.refresh_from_db()
    assert elsewhere.date == "XXXX-05-28/XXXX-05-29"


def test_cross_references_are_read_again(issue, editor):
    article = make_article(issue=issue, text="More was said before (See the Monitor, June 1 & 2).")
    for day in ("01", "02"):
        reference = CrossReference(article=article, date=f"XXXX-06-{day}")
        reference.place_on(article.text, article.text.index("("), len(article.text) - 1, version=1)
        reference.save()

    touched = issue.set_date("1999-06-03", basis="printed", by=editor)

    assert touched == 2
    assert list(CrossReference.objects.order_by("pk").values_list("date", flat=True)) == ["1999-06-01", "1999-06-02"]


def test_event_dates_and_claims_are_read_again_and_events_show_the_newest_report(issue, editor):
    article = make_article(issue=issue, published=True)
    event = make_event(date="XXXX-05-28", date_words="May 28", date_origin="rule", date_read_in=article)
    report = make_report(event=event, article=article, status="occurred", confirmed=True)
    make_report(event=event, status="planned", confirmed=True)
    event.refresh_from_db()
    shown_before = event.status

    issue.set_date("1999-06-09", basis="derived", by=editor)

    event.refresh_from_db()
    report.refresh_from_db()
    assert (event.date, event.date_lower.isoformat()) == ("1999-05-28", "1999-05-28")
    assert (shown_before, event.status) == ("planned", "occurred")


def test_preview_counts_the_same_and_writes_nothing(issue, editor):
    report = cited(issue)

    assert issue.set_date("1999-06-03", basis="printed", by=editor, write=False) == 1

    report.refresh_from_db()
    issue.refresh_from_db()
    assert (report.date, issue.date) == ("XXXX-05-28/XXXX-05-29", "")


@pytest.mark.parametrize(
    ("date", "basis", "over", "refusal"),
    [
        ("1999-13", "printed", {}, DateRefused),
        ("1999-06-03", "unknown", {}, Refused),
        ("", "printed", {}, Refused),
        ("1999-06-03", "printed", {"revision": 9}, StaleRevision),
    ],
)
def test_date_that_cannot_be_is_refused(issue, editor, date, basis, over, refusal):
    with pytest.raises(refusal):
        issue.set_date(date, basis=basis, by=editor, **over)

    issue.refresh_from_db()
    assert issue.date == ""


def test_only_editors_date_issues(issue):
    with pytest.raises(PermissionDenied):
        issue.set_date("1999-06-03", basis="printed", by=make_user("reviewer"))
