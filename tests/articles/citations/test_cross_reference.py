import pytest

from articles.citations import find_cross_references

ISSUED = "1999-06-30"


def referred(text, issued=ISSUED):
    return [
        (found.quote, found.publication, found.volume, found.number, found.dates)
        for found in find_cross_references(text, issued)
    ]


@pytest.mark.parametrize(
    ("quote", "volume", "number", "dates"),
    [
        ("(see the Monitor, June 3)", None, None, ("1999-06-03",)),
        ("(See Monitor, June 20 & 24)", None, None, ("1999-06-20", "1999-06-24")),
        ("(see Monitor, May 28, 30)", None, None, ("1999-05-28", "1999-05-30")),
        ("(see the Monitor, May 28-29; June 2)", None, None, ("1999-05-28/1999-05-29", "1999-06-02")),
        ("(see also The Monitor of June 3, 1998)", None, None, ("1998-06-03",)),
        ("(see the Monitor, vol. 5, no. 107)", 5, 107, ()),
        ("(see the Monitor, Vol. V, No. 107)", 5, 107, ()),
        ("(see the Monitor, vol. 5, no. 107, June 3)", 5, 107, ("1999-06-03",)),
        ("(see the Monitor, no. 107)", None, 107, ()),
        ("(Monitor, June 3)", None, None, ("1999-06-03",)),
        ("(See the Monitor, June 3.)", None, None, ("1999-06-03",)),
    ],
)
def test_a_reference_in_parentheses_of_its_own_includes_them(quote, volume, number, dates):
    assert referred(f"It was so {quote}.") == [(quote, "Monitor", volume, number, dates)]


@pytest.mark.parametrize(
    ("text", "quote", "dates"),
    [
        ("So it was (Interfax, June 2; see the Monitor, June 3).", "see the Monitor, June 3", ("1999-06-03",)),
        (
            "So it was (see the Monitor, June 3, 7; AP, June 9).",
            "see the Monitor, June 3, 7",
            ("1999-06-03", "1999-06-07"),
        ),
        ("So it was (for more see the Monitor, June 3).", "see the Monitor, June 3", ("1999-06-03",)),
        ("For more, see the Monitor, June 20 & 24.", "see the Monitor, June 20 & 24", ("1999-06-20", "1999-06-24")),
    ],
)
def test_any_other_reference_runs_from_see_to_its_last_date(text, quote, dates):
    assert referred(text) == [(quote, "Monitor", None, None, dates)]


def test_another_publication_is_named_in_parentheses():
    assert referred("So it was (see the Kursiv Digest, June 3).") == [
        ("(see the Kursiv Digest, June 3)", "Kursiv Digest", None, None, ("1999-06-03",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "So it was (see below).",
        "So it was (see Table 3).",
        "He will see President Havel on June 3.",
        "He hopes to see Havel, June 3 at the latest.",
        "So it was (see Interfax, June 3).",
        "The Monitor, June 3, was late.",
        "So it was (see the Monitor, vol. 5).",
    ],
)
def test_other_words_refer_to_nothing(text):
    assert referred(text) == []


def test_the_year_is_unknown_without_an_issue_date():
    assert referred("So it was (see the Monitor, June 3).", "")[0][4] == ("XXXX-06-03",)


def test_an_impossible_day_gives_no_date():
    assert referred("So it was (see the Monitor, June 31).")[0][4] == ()


@pytest.mark.parametrize("quote", ["(see the Monitor, June 3)", "see the Monitor, June 3", "see Kursiv Digest, June 3"])
def test_a_quote_alone_is_read_again(quote):
    assert [found[0] for found in referred(quote)] == [quote]
