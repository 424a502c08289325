import pytest

from articles.citations import edtf_of_words


@pytest.mark.parametrize(
    ("words", "issued", "date"),
    [
        # no issue date: no year
        ("May 28", "", "XXXX-05-28"),
        ("May 28-29", "", "XXXX-05-28/XXXX-05-29"),
        ("Dec. 31-Jan. 2", "", "XXXX-12-31/XXXX-01-02"),
        ("Feb. 29", "", "XXXX-02-29"),
        # a full issue date: the nearest year
        ("May 28-29", "1999-06-03", "1999-05-28/1999-05-29"),
        ("May 28-June 2", "1999-06-03", "1999-05-28/1999-06-02"),
        ("June 3-3", "1999-06-03", "1999-06-03"),
        ("December 30", "1999-01-04", "1998-12-30"),
        ("January 3", "1999-01-04", "1999-01-03"),
        ("January 2", "1998-12-30", "1999-01-02"),
        ("Dec. 31-Jan. 2", "1999-01-04", "1998-12-31/1999-01-02"),
        ("Dec. 31-Jan. 2", "1998-12-31", "1998-12-31/1999-01-02"),
        ("Nov. 30-Dec. 1", "1999-12-02", "1999-11-30/1999-12-01"),
        ("February 29", "2000-03-02", "2000-02-29"),
        # far ahead of the issue it cannot have been cited
        ("November 3", "1999-06-03", "XXXX-11-03"),
        # an issue known by its month, or by its year
        ("May 28", "1999-06", "1999-05-28"),
        ("December 30", "1999-01", "1998-12-30"),
        ("May 28-29", "1999", "1999-05-28/1999-05-29"),
        ("February 1", "1999", "1999-02-01"),
        ("November 30", "1999", "1999-11-30"),
        ("December 1", "1999", "XXXX-12-01"),
        ("January 31", "1999", "XXXX-01-31"),
        ("Dec. 31-Jan. 2", "1999", "XXXX-12-31/XXXX-01-02"),
        ("Nov. 30-Dec. 1", "1999", "XXXX-11-30/XXXX-12-01"),
        ("Jan. 31-Feb. 1", "1999", "XXXX-01-31/XXXX-02-01"),
        # an issue date that is no evidence
        ("May 28", "1999~", "XXXX-05-28"),
        ("May 28", "1999-06-03?", "XXXX-05-28"),
        ("May 28", "XXXX-06-03", "XXXX-05-28"),
        ("May 28", "[..1999-06-03]", "XXXX-05-28"),
        # a printed year wins
        ("June 2, 1999", "", "1999-06-02"),
        ("June 2, 1997", "1999-06-03", "1997-06-02"),
        ("December 31-January 2, 1999", "", "1998-12-31/1999-01-02"),
        ("Dec. 31, 1998-Jan. 2", "", "1998-12-31/1999-01-02"),
        ("May 28-29, 1999", "", "1999-05-28/1999-05-29"),
        # no date at all
        ("June 31", "1999-06-03", ""),
        ("February 29", "1999-03-02", "XXXX-02-29"),
        ("February 29, 1999", "", ""),
        ("May 30-28", "1999-06-03", ""),
        ("June 2-May 28", "1999-06-03", ""),
        ("last week", "1999-06-03", ""),
        ("", "1999-06-03", ""),
    ],
)
def test_the_year_is_printed_or_implied_by_the_issue(words, issued, date):
    assert edtf_of_words(words, issued) == date


@pytest.mark.parametrize(
    "month", ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
)
def test_a_day_of_a_printed_issue_is_never_far_from_it(month):
    years = {edtf_of_words(f"{month} 15", f"1999-{number:02d}-15")[:4] for number in range(1, 13)}

    assert years <= {"1998", "1999", "2000", "XXXX"}
