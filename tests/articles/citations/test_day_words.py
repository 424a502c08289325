import pytest

from articles.citations.day_words import find_days, read_days


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("May 28", (5, 28), (5, 28)),
        ("May 28-29", (5, 28), (5, 29)),
        ("May 28–29", (5, 28), (5, 29)),
        ("May 28 - 29", (5, 28), (5, 29)),
        ("May 28-June 2", (5, 28), (6, 2)),
        ("Dec. 31-Jan. 2", (12, 31), (1, 2)),
        ("Sept. 3", (9, 3), (9, 3)),
        ("September 3rd", (9, 3), (9, 3)),
        ("2 June", (6, 2), (6, 2)),
        ("28-30 May", (5, 28), (5, 30)),
        ("28 May-2 June", (5, 28), (6, 2)),
        ("June\n2", (6, 2), (6, 2)),
    ],
)
def test_days_without_a_year(words, first, last):
    days = read_days(words)

    assert (days.first, days.last, days.first_year, days.last_year) == (first, last, None, None)


@pytest.mark.parametrize(
    ("words", "first_year", "last_year"),
    [
        ("June 2, 1999", None, 1999),
        ("June 2 1999", None, 1999),
        ("2 June 1999", None, 1999),
        ("May 28-29, 1999", None, 1999),
        ("Dec. 31, 1998-Jan. 2, 1999", 1998, 1999),
        ("31 December 1998-2 January 1999", 1998, 1999),
        ("Dec. 31, 1998-Jan. 2", 1998, None),
    ],
)
def test_printed_years_are_kept(words, first_year, last_year):
    days = read_days(words)

    assert (days.first_year, days.last_year) == (first_year, last_year)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(X, June 1, 3)", ["June 1", "June 3"]),
        ("(X, June 20 & 24)", ["June 20", "June 24"]),
        ("(X, June 1, 3 and 5)", ["June 1", "June 3", "June 5"]),
        ("(X, June 1, 3, 1999)", ["June 1, 1999", "June 3, 1999"]),
        ("(X, June 1, 3-4; Y, June 5)", ["June 1", "June 3-4", "June 5"]),
        ("on June 2, 19 people met", ["June 2"]),
        ("(X, 1 and 2 June)", ["1 June", "2 June"]),
        ("(X, 1, 3 & 5 June)", ["1 June", "3 June", "5 June"]),
        ("in 1995, 2 June came", ["2 June"]),
        ("on June 2, 1999, 3 people met", ["June 2, 1999"]),
    ],
)
def test_listed_days_are_found_one_by_one(text, words):
    assert [days.words for days in find_days(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "May",
        "June 1999",
        "may 28",
        "Mayer 28",
        "June 32",
        "June 0",
        "June 2.5",
        "June 20,000",
        "June 2:30",
        "6/2",
        "128 Ma",
        "(1999)",
    ],
)
def test_what_names_no_day_is_left_alone(text):
    assert find_days(text) == []


def test_a_day_stands_where_it_says():
    text = "Talks (Kyodo, May 28-29; AP, 2 June)."

    assert [text[days.start : days.end] for days in find_days(text)] == ["May 28-29", "2 June"]
