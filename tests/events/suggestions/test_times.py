from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import Edtf
from events.suggestions.times import find_times, resolve

ISSUED = "1999-06-03"  # a Thursday


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("May 28-30", "1999-05-28/1999-05-30"),
        ("on June 18", "1999-06-18"),
        ("2 June", "1999-06-02"),
        ("December 31, 2001", "2001-12-31"),
        ("November 20", "XXXX-11-20"),  # last year's and this year's are about equally near
        ("last week", "1999-05-24/1999-05-30"),
        ("this week", "1999-05-31/1999-06-06"),
        ("next week", "1999-06-07/1999-06-13"),
        ("this past weekend", "1999-05-29/1999-05-30"),
        ("Wednesday", "1999-06-02"),
        ("Thursday", "1999-05-27"),
        ("next Monday", "1999-06-07"),
        ("yesterday", "1999-06-02"),
        ("today", "1999-06-03"),
        ("tomorrow", "1999-06-04"),
        ("last night", "1999-06-02"),
        ("two days ago", "1999-06-01"),
        ("late 1997", "[1997-10..1997-12]"),
        ("early 1997", "[1997-01..1997-03]"),
        ("late last year", "[1998-10..1998-12]"),
        ("late May", "1999-05-21/1999-05-31"),
        ("by the end of this year", "[..1999-12-31]"),
        ("before the end of November 1999", "[..1999-11-30]"),
        ("by the year 2000", "[..2000]"),
        ("until 2012", "[..2012]"),
        ("before 2012", "[..2011]"),
        ("before June 12", "[..1999-06-11]"),
        ("since May 12", "1999-05-12/.."),
        ("since December", "1998-12/.."),
        ("between June 7 and June 9", "[1999-06-07..1999-06-09]"),
        ("later this year", "[1999-06-03..1999-12-31]"),
        ("earlier this month", "[1999-06-01..1999-06-03]"),
        ("in recent months", "1999-03~/1999-06-03"),
        ("recently", "[1999-04..1999-05]"),
        ("first quarter of 1998", "1998-33"),
        ("first three months of the year", "1999-01/1999-03"),
        ("summer of 1995", "1995-22"),
        ("last month", "1999-05"),
        ("next year", "2000"),
        ("last December", "1998-12"),
        ("in November 1996", "1996-11"),
        ("a future date", ""),
        ("the table", ""),
        ("", ""),
    ],
)
def test_words_mean_a_date(words, date):
    assert resolve(words, ISSUED) == date


@pytest.mark.parametrize(
    "words", ["yesterday", "last week", "Monday", "June", "this year", "a month ago", "later this year"]
)
@pytest.mark.parametrize("issued", ["", "1999?", "1999/2000"])
def test_relative_words_mean_nothing_without_the_day_of_the_issue(words, issued):
    assert resolve(words, issued) == ""


@pytest.mark.parametrize(
    ("text", "issued", "date"),
    [
        ("The vote is set for Monday.", ISSUED, "1999-06-07"),
        ("He left on Monday.", ISSUED, "1999-05-31"),
        ("On Monday he flew to Kyiv.", ISSUED, "1999-05-31"),
        ("On Monday the Duma will vote.", ISSUED, "1999-06-07"),
        ("Ivanov said on Friday that Russia would stay.", ISSUED, "1999-05-28"),
        ("The review is to be finished by Friday.", ISSUED, "[..1999-06-04]"),
        ("The signing was put off until July 2.", ISSUED, "1999-07-02"),
        ("The talks will resume in August.", ISSUED, "1999-08"),
        ("They had met in November.", ISSUED, ""),
        ("Yeltsin resigned on December 31.", "2000-01-04", "1999-12-31"),
        ("The mission returns on January 13.", "1996-12-30", "1997-01-13"),
        ("They met on Saturday.", "2000-01-04", "2000-01-01"),
        ("The election is due on December 12.", "1999", "XXXX-12-12"),
        ("The election is due on June 12.", "1999", "1999-06-12"),
    ],
)
def test_the_verb_decides_which_way_a_time_looks(text, issued, date):
    assert [found.date for found in find_times(text, issued)] == [date]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("He left Tuesday morning.", ["Tuesday"]),
        ("Fires burned on August 7 and 8 (Interfax).", ["August 7", "8"]),
        ("It met on April 26 and 27 after the vote.", ["April 26", "27"]),
        ("It burned on May 28, 30 and 31.", ["May 28", "30", "31"]),
        ("They passed the 1997 budget for 2000 soldiers.", ["1997"]),
        ("In 1946 or 1932 it rained; 1500 men came.", ["1946", "1932"]),
        ("They may march in May.", ["May"]),
        ("Kazakhstan Today wrote so.", []),
        ("It will last until the end of the year.", ["until the end of the year"]),
        ("It met on June 1 and again the same day.", ["June 1", "same day"]),
    ],
)
def test_a_span_holds_what_belongs_to_the_time(text, spans):
    assert [text[found.start : found.end] for found in find_times(text, ISSUED)] == spans


def test_the_same_day_is_the_day_told_before():
    assert [found.date for found in find_times("On June 1 he came; the next day he left.", ISSUED)] == [
        "1999-06-01",
        "1999-06-02",
    ]


def test_in_a_citation_every_day_lies_behind():
    text = "He spoke (AP, November 12)."

    (cited,) = find_times(text, "1999-06-03", citations=[(9, 26)])

    assert cited.date == "XXXX-11-12"


@given(st.dates(date(1991, 1, 1), date(2010, 12, 31)), st.sampled_from(range(-140, 141)))
def test_no_day_near_the_issue_gets_a_wrong_year(issue, distance):
    day = issue + timedelta(days=distance)
    words = f"{day:%B} {day.day}"

    assert resolve(words, issue.isoformat()) in (day.isoformat(), f"XXXX-{day:%m-%d}")


@given(st.text("MayJune 12,-thebyin199lastweek&.()\n", max_size=80))
def test_whatever_is_found_is_a_date_of_the_profile(text):
    for found in find_times(text, ISSUED):
        assert 0 <= found.start < found.end <= len(text)
        assert not found.date or str(Edtf.parse(found.date)) == found.date
