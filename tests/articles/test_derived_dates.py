"""`manage.py derive_dates`: what is written, what stays, what hangs on it."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import CitedReport, CrossReference, Issue
from tests.articles.importing.commands import line, run, write
from tests.make import make_issue, make_publication, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def publication():
    return make_publication(title="Monitor", first_year=1995)


def dated(publication, *dates):
    for number, day in enumerate(dates, start=1):
        basis = "unknown" if not day else "derived" if day == "1999" else "printed"
        make_issue(publication=publication, volume=5, number=number, date=day, date_basis=basis)


def derive_dates(**options):
    out, err = io.StringIO(), io.StringIO()
    call_command("derive_dates", stdout=out, stderr=err, **options)
    return out.getvalue().splitlines(), err.getvalue().splitlines()


def stored():
    return list(Issue.objects.order_by("number").values_list("date", "date_basis"))


def test_issues_between_dated_ones_are_dated(publication):
    dated(publication, "1999-06-04", "1999", "", "1999-06-09")

    lines, conflicts = derive_dates()

    assert stored()[1:3] == [("1999-06-07", "derived"), ("1999-06-08", "derived")]
    assert "Monitor, vol. 5, no. 2: 1999 → 1999-06-07 (one issue each working day" in lines[0]
    assert lines[-1].startswith("issues: 2 dated, 0 in contradiction") and conflicts == []


def test_a_dry_run_tells_and_writes_nothing(publication):
    dated(publication, "1999-06-04", "", "1999-06-08")

    lines, _ = derive_dates(dry_run=True)

    assert "1999-06-07" in lines[0]
    assert stored()[1] == ("", "unknown")


def test_a_second_run_changes_nothing(publication):
    dated(publication, "1999-06-04", "", "1999-06-09")
    derive_dates()

    assert derive_dates()[0] == [
        "issues: 0 dated, 0 in contradiction; dates read again: 0; cross references resolved: 0"
    ]


def test_contradicting_evidence_leaves_the_date_unknown_and_says_so(publication):
    dated(publication, "1999-06-09", "", "1999-06-04")

    lines, conflicts = derive_dates()

    assert stored()[1] == ("", "unknown")
    assert conflicts == [
        "Monitor, vol. 5, no. 2: no date: numbers 1 and 3 are 2 issues apart, their dates 0 working days"
    ]
    assert "1 in contradiction" in lines[-1]


@pytest.mark.parametrize(("date", "basis"), [("1999", "printed"), ("1999-06-01", "derived")])
def test_what_was_printed_or_known_to_the_day_stays(publication, date, basis):
    dated(publication, "1999-06-04", "", "1999-06-08")
    Issue.objects.get(number=2).set_date(date, basis=basis, by=make_user("editor"))

    derive_dates()

    assert stored()[1] == (date, basis)


def test_citations_are_read_again_and_cross_references_find_the_issue(publication, tmp_path):
    dated(publication, "1999-06-04", "", "1999-06-08")
    text = "Rain fell (Kyodo, June 5). More rain is to come (see the Monitor, June 7)."
    run(write(tmp_path, line(issue=2, text=text), line(issue=3, text=text)))

    lines, _ = derive_dates(user=make_user("editor").username)

    assert {report.date for report in CitedReport.objects.all()} == {"1999-06-05"}
    assert CrossReference.objects.get(article__issue__number=3).target_issue.number == 2
    assert lines[-1].endswith("dates read again: 2; cross references resolved: 1")


def test_who_derives_must_be_known():
    with pytest.raises(CommandError):
        derive_dates(user="nobody")
