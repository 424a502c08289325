"""The rule by which undated issues get their dates."""

from datetime import date

import pytest

from articles.working_days import KnownIssue, derive

FRIDAY, MONDAY, TUESDAY, WEDNESDAY = date(1999, 6, 4), date(1999, 6, 7), date(1999, 6, 8), date(1999, 6, 9)


def derived(*issues, **more):
    return [(one.number, one.edtf) for one in derive(issues, **more)]


def why(*issues, **more):
    (one,) = derive(issues, **more)
    assert one.is_conflict
    return one.basis


@pytest.mark.parametrize(
    ("issues", "found"),
    [
        # as many working days as numbers: each has its day, over the weekend too
        ([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3, TUESDAY)], [(2, "1999-06-07")]),
        (
            [KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3), KnownIssue(4, WEDNESDAY)],
            [(2, "1999-06-07"), (3, "1999-06-08")],
        ),
        # more working days than numbers: between its neighbours, as far from each as there are numbers
        ([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3, WEDNESDAY)], [(2, "[1999-06-07..1999-06-08]")]),
        # one neighbour alone tells nothing without the year
        ([KnownIssue(1, FRIDAY), KnownIssue(2)], []),
        ([KnownIssue(1, FRIDAY), KnownIssue(2, year=1999)], [(2, "[1999-06-07..1999-12-31]")]),
        ([KnownIssue(1, year=1999), KnownIssue(2, MONDAY)], [(1, "[1999-01-01..1999-06-04]")]),
        # nothing dated, nothing derived
        ([KnownIssue(1), KnownIssue(2)], []),
        ([], []),
    ],
)
def test_numbers_and_working_days_date_an_issue(issues, found):
    assert derived(*issues) == found


def test_the_basis_is_told_in_words():
    (one,) = derive([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3, TUESDAY)])

    assert one.basis == "one issue each working day between no. 1 of 1999-06-04 and no. 3 of 1999-06-08"


def test_days_that_cross_references_name_fill_a_gap():
    gap = [KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3), KnownIssue(4, date(1999, 6, 14))]

    assert derived(*gap, referred=[WEDNESDAY, MONDAY, FRIDAY]) == [(2, "1999-06-07"), (3, "1999-06-09")]
    assert derived(*gap, referred=[WEDNESDAY])[0] == (2, "[1999-06-07..1999-06-10]")


def test_a_number_and_a_day_named_together_date_an_issue():
    assert derived(KnownIssue(2), stated={2: {MONDAY}}) == [(2, "1999-06-07")]


@pytest.mark.parametrize(
    ("issues", "more", "told"),
    [
        ([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(9, WEDNESDAY)], {}, "8 issues apart"),
        ([KnownIssue(1, WEDNESDAY), KnownIssue(2), KnownIssue(3, FRIDAY)], {}, "0 working days"),
        ([KnownIssue(1, FRIDAY), KnownIssue(2, year=1998), KnownIssue(3, TUESDAY)], {}, "no day for it in 1998"),
        ([KnownIssue(2)], {"stated": {2: {MONDAY, TUESDAY}}}, "1999-06-07 and 1999-06-08"),
        ([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3, TUESDAY)], {"stated": {2: {TUESDAY}}}, "exclude"),
        ([KnownIssue(1, FRIDAY), KnownIssue(2), KnownIssue(3, TUESDAY)], {"referred": [date(1999, 6, 5)]}, "06-05"),
    ],
)
def test_evidence_that_contradicts_itself_gives_no_date(issues, more, told):
    assert told in why(*issues, **more)
