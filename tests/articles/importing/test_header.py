import pytest

from articles.importing.header import combine, read_header_line

VOLUME_5_ISSUE_107 = [
    "Publication: Monitor Volume: 5 Issue: 107",
    "publication:\tMONITOR   Volume:  V  Issue: 0107",
    "Publication: Monitor | Volume: 5 | Issue: 107",
    "Publication: Monitor, Volume: 5, No.: 107",
    "Publication: Monitor, Vol. 5, No. 107",
    "Monitor, Vol. 5, No. 107",
    "MONITOR, VOL. 5, NO. 107",
    "Monitor, Vol. 5, No. 107.",
    "Monitor Vol. 5 No. 107",
    "Monitor vol 5 no 107",
    "Monitor, Volume V, Issue 107",
    "Monitor - Volume 5, Number 107",
    "Monitor – Vol. v – No. 107",
    "Monitor: volume 5; issue 107",
    "Monitor, No. 107, Vol. 5",
    "Monitor, Volume 5, Issue No. 107",
    "“Monitor”, Vol. 5, #107",
]


@pytest.mark.parametrize("line", VOLUME_5_ISSUE_107)
def test_a_header_names_publication_volume_and_issue(line):
    header = combine([read_header_line(line)])

    assert (header.publication.casefold(), header.volume, header.issue) == ("monitor", 5, 107)
    assert (header.why_not, header.contradiction, header.date) == ("", None, None)


@pytest.mark.parametrize(
    ("line", "publication", "volume", "issue", "date"),
    [
        ("Vol. 5, No. 107", "", 5, 107, ""),
        ("VOLUME XIV, ISSUE XL", "", 14, 40, ""),
        ("16 December 2003, Volume 4, Number 36", "", 4, 36, "2003-12-16"),
        ("Publication: Monitor Volume: 5 Issue: 107 June 2, 1999", "Monitor", 5, 107, "1999-06-02"),
        (
            "Publication: Monitor Volume: 5 Issue: 107 June 2, 1999 08:00 AM Age: 10 yrs",
            "Monitor",
            5,
            107,
            "1999-06-02",
        ),
        ("Publication: Monitor Volume: 5 Issue: 107 Date: 2 June 1999", "Monitor", 5, 107, "1999-06-02"),
        ("Volume V Number 1 (18 January, 2000)", "", 5, 1, "2000-01-18"),
        ("Monitor, June 2, 1999, Vol. 5, No. 107", "Monitor", 5, 107, "1999-06-02"),
        ("Monitor, Vol. 5, No. 107, Wednesday, June 2, 1999", "Monitor", 5, 107, "1999-06-02"),
        ("Monitor, Vol. 5, No. 107 - 2 June 1999", "Monitor", 5, 107, "1999-06-02"),
        ("Monitor, Vol. 5, No. 107 - 1999-06-02", "Monitor", 5, 107, "1999-06-02"),
        ("Monitor, Vol. 5, No. 107, 1999-06-02T23:30:00-08:00", "Monitor", 5, 107, "1999-06-02"),
        ("Monitor, Vol. 5, No. 107, June 2-3, 1999", "Monitor", 5, 107, "1999-06-02/1999-06-03"),
        ("Monitor, Vol. 5, No. 107, June 1999", "Monitor", 5, 107, "1999-06"),
        ("Monitor, Vol. 5 (1999), No. 107", "Monitor", 5, 107, "1999"),
        ("Monitor, Vol. 5, No. 107, 06/22/1999", "Monitor", 5, 107, "1999-06-22"),
        ("Fortnight in Review, Volume 5, Issue 12", "Fortnight in Review", 5, 12, ""),
    ],
)
def test_a_date_may_stand_in_a_header(line, publication, volume, issue, date):
    header = combine([read_header_line(line)])

    assert (header.publication, header.volume, header.issue) == (publication, volume, issue)
    assert (header.date.edtf if header.date else "") == date
    assert header.why_not == ""


@pytest.mark.parametrize(
    ("line", "why_not"),
    [
        ("Monitor, Vol. 5, No. 107-108", "double"),
        ("Monitor, Vol. 5, No. 107/108", "double"),
        ("Monitor, Vol. 5, No. 107 & 108", "double"),
        ("Monitor, Vol. 5, No. 107 and 108", "double"),
        ("Monitor, Vol. 5-6, No. 107", "double"),
        ("Monitor, Vol. 5, No. 107A", "lettered"),
        ("Monitor, Vol. 5, No. 107 bis", "lettered"),
        ("Monitor, Vol. 5, No. ?", "doubtful"),
        ("Monitor, Vol. 5, No. 107?", "doubtful"),
        ("Monitor, Vol. 5, No. [107]", "doubtful"),
        ("Monitor, Vol. 0, No. 107", "not between"),
        ("Monitor, Vol. 5, No. 0", "not between"),
        ("Monitor, Vol. 5, No. 999999999", "not between"),
        ("Monitor, Vol. IIII, No. 107", "roman"),
        ("Monitor, Vol. VX, No. 107", "roman"),
        ("Publication: Monitor Volume: Issue: 107", "empty"),
        ("Publication: Monitor Issue: 107", "volume is missing"),
        ("Monitor, No. 107", "volume is missing"),
        ("Monitor, Volume 5", "issue number is missing"),
    ],
)
def test_a_doubtful_header_is_refused(line, why_not):
    header = combine([read_header_line(line)])

    assert why_not in header.why_not


@pytest.mark.parametrize(
    "line",
    [
        "Vol. 5, No. 107 was late this week.",
        "Monitor, Vol. 5, No. 107, which many have read",
        "In Vol. 5, No. 107 we said otherwise.",
        "See the Monitor, Vol. 5, No. 107.",
        "The journal printed in Vol. 5, No. 107 a map",
        "Publication of the list was delayed.",
        "Volume: the loudest so far",
        "Issue: the economy is at a crossroads.",
        "No. 10 Downing Street was closed",
        "There is no 5 in it.",
        "",
        "Volume 5, Number 107 " + "x" * 400,
    ],
)
def test_a_line_that_only_begins_like_a_header_is_prose(line):
    assert read_header_line(line) is None


def test_labelled_parts_on_lines_of_their_own_are_one_header():
    header = combine(map(read_header_line, ["Publication: Monitor", "Volume: 5", "Issue: 107", "Date: June 2, 1999"]))

    assert (header.publication, header.volume, header.issue, header.date.edtf) == ("Monitor", 5, 107, "1999-06-02")


@pytest.mark.parametrize(
    ("lines", "fact"),
    [
        (["Monitor, Vol. 5, No. 107", "Monitor, Vol. 5, No. 108"], "the issue number"),
        (["Monitor, Vol. 5, No. 107", "Volume: 6"], "the volume"),
        (["Monitor, Vol. 5, No. 107", "Publication: Prism"], "the publication"),
    ],
)
def test_a_fact_stated_twice_with_different_values_is_a_contradiction(lines, fact):
    assert combine(map(read_header_line, lines)).contradiction[0] == fact


def test_a_fact_stated_twice_alike_is_none():
    header = combine(
        map(read_header_line, ["The Monitor, Vol. V, No. 107", "Publication: Monitor Volume: 5 Issue: 107"])
    )

    assert header.contradiction is None


@pytest.mark.parametrize(
    ("words", "why_not"),
    [
        ("June 31, 1999", "no calendar"),
        ("Monday, June 2, 1999", "Wednesday"),
        ("06/02/1999", "told apart"),
        ("June 2", "no year"),
        ("June 3-2, 1999", "ends before"),
    ],
)
def test_a_date_that_gives_no_day_is_noted(words, why_not):
    header = combine([read_header_line(f"Monitor, Vol. 5, No. 107, {words}")])

    assert (header.date.edtf, header.why_not) == ("", "")
    assert why_not in header.date.why_not
