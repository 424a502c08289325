from datetime import date

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.dates import DateRefused, Edtf, Form, Point, bounds, year_of

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
QUALIFIERS = st.sampled_from(["", "", "", "~", "?"])
POINTS = st.one_of(
    st.builds(lambda day, sign: Point(day.year, day.month, day.day, sign), DAYS, QUALIFIERS),
    st.builds(Point, st.integers(1, 9999), st.integers(1, 12), st.none(), QUALIFIERS),
    st.builds(Point, st.integers(1990, 2010), st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36]), st.none(), QUALIFIERS),
    st.builds(Point, st.integers(1, 9999), st.none(), st.none(), QUALIFIERS),
)
UNKNOWN_YEAR = st.builds(lambda day, sign: Point(None, day.month, day.day, sign), st.dates(), QUALIFIERS)


def ranges_of(points):
    """Every form with these points as its ends, the earlier one first."""
    ordered = st.tuples(points, points).map(lambda pair: sorted(pair, key=lambda point: str(point.lower)))
    return st.one_of(
        points.map(Edtf.at),
        ordered.map(lambda pair: Edtf.interval(*pair)),
        ordered.map(lambda pair: Edtf.moment_within(*pair)),
        points.map(lambda point: Edtf.interval(point, None)),
        points.map(lambda point: Edtf.moment_within(point, None)),
        points.map(lambda point: Edtf.moment_within(None, point)),
    )


DATES = st.one_of(ranges_of(POINTS), ranges_of(UNKNOWN_YEAR))
# What the referee can read: seasons and quarters alone and unqualified, no sign in a set, its two ends of one kind.
REFEREED = st.one_of(
    st.builds(Point, st.integers(1990, 2010), st.sampled_from([21, 22, 23, 33, 34, 35, 36])).map(Edtf.at),
    *(ranges_of(kind) for kind in (DAYS.map(Point.on), st.builds(Point, st.integers(1, 9999), st.integers(1, 12)))),
    ranges_of(st.builds(Point, st.integers(1, 9999))),
    POINTS.filter(lambda point: point.part is None or point.part <= 12).map(Edtf.at),
)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "words"),
    [
        ("1999", "1999-01-01", "1999-12-31", "1999"),
        ("1999-05", "1999-05-01", "1999-05-31", "May 1999"),
        ("1999-02", "1999-02-01", "1999-02-28", "February 1999"),
        ("1999-12", "1999-12-01", "1999-12-31", "December 1999"),
        ("1999-05-28", "1999-05-28", "1999-05-28", "28 May 1999"),
        ("2000-02-29", "2000-02-29", "2000-02-29", "29 February 2000"),
        ("0001", "0001-01-01", "0001-12-31", "1"),
        ("9999-12-31", "9999-12-31", "9999-12-31", "31 December 9999"),
        ("1999~", "1999-01-01", "1999-12-31", "about 1999"),
        ("1999?", "1999-01-01", "1999-12-31", "1999, uncertain"),
        ("1999-05-28?", "1999-05-28", "1999-05-28", "28 May 1999, uncertain"),
        ("1999-21", "1999-03-01", "1999-05-31", "spring 1999"),
        ("1999-22", "1999-06-01", "1999-08-31", "summer 1999"),
        ("1999-23", "1999-09-01", "1999-11-30", "autumn 1999"),
        ("1999-24", "1999-12-01", "2000-02-29", "winter 1999\u20132000"),
        ("1998-24", "1998-12-01", "1999-02-28", "winter 1998\u20131999"),
        ("9999-24", "9999-12-01", "9999-12-31", "winter 9999\u201310000"),
        ("1997-33", "1997-01-01", "1997-03-31", "first quarter of 1997"),
        ("1997-36", "1997-10-01", "1997-12-31", "fourth quarter of 1997"),
        ("1997-34~", "1997-04-01", "1997-06-30", "about second quarter of 1997"),
        ("1999-05-28/1999-05-30", "1999-05-28", "1999-05-30", "28 to 30 May 1999"),
        ("1999-05-28/1999-05-28", "1999-05-28", "1999-05-28", "28 May 1999"),
        ("1999-05-12/1999-08-09", "1999-05-12", "1999-08-09", "12 May to 9 August 1999"),
        ("1998-07-30/2000-04-05", "1998-07-30", "2000-04-05", "30 July 1998 to 5 April 2000"),
        ("1999-03/1999-06", "1999-03-01", "1999-06-30", "March to June 1999"),
        ("1997/1999", "1997-01-01", "1999-12-31", "1997 to 1999"),
        ("1999-21/1999-23", "1999-03-01", "1999-11-30", "spring to autumn 1999"),
        ("1999-23/1999-24", "1999-09-01", "2000-02-29", "autumn 1999 to winter 1999\u20132000"),
        ("1997-35/1997-36", "1997-07-01", "1997-12-31", "third to fourth quarter of 1997"),
        ("1999/1999-06", "1999-01-01", "1999-06-30", "1999 to June 1999"),
        ("1999-03~/1999-06-03", "1999-03-01", "1999-06-03", "about March 1999 to 3 June 1999"),
        ("1999-03/1999-06-03", "1999-03-01", "1999-06-03", "March 1999 to 3 June 1999"),
        ("1999-03~/1999-06~", "1999-03-01", "1999-06-30", "about March 1999 to about June 1999"),
        ("1999-05-28?/1999-05-30", "1999-05-28", "1999-05-30", "28 May 1999 (uncertain) to 30 May 1999"),
        ("1999-06-03/..", "1999-06-03", None, "from 3 June 1999"),
        ("1999-06?/..", "1999-06-01", None, "from June 1999 (uncertain)"),
        ("[1999-06-18..1999-06-20]", "1999-06-18", "1999-06-20", "between 18 and 20 June 1999"),
        ("[1999-06-18..1999-06-18]", "1999-06-18", "1999-06-18", "18 June 1999"),
        ("[1997-10..1997-12]", "1997-10-01", "1997-12-31", "between October and December 1997"),
        ("[1999-06-03..1999-12-31]", "1999-06-03", "1999-12-31", "between 3 June and 31 December 1999"),
        ("[..1999-12-31]", None, "1999-12-31", "by 31 December 1999"),
        ("[..2000]", None, "2000-12-31", "by 2000"),
        ("[..1999~]", None, "1999-12-31", "by about 1999"),
        ("[1999-06-03..]", "1999-06-03", None, "3 June 1999 or later"),
        ("XXXX-05-28", None, None, "28 May, year not known"),
        ("XXXX-02-29", None, None, "29 February, year not known"),
        ("XXXX-05-28/XXXX-05-29", None, None, "28 to 29 May, year not known"),
        ("XXXX-12-30/XXXX-01-02", None, None, "30 December to 2 January, year not known"),
        ("[XXXX-05-28..XXXX-06-02]", None, None, "between 28 May and 2 June, year not known"),
        ("[..XXXX-05-28]", None, None, "by 28 May, year not known"),
        ("XXXX-05-28/..", None, None, "from 28 May, year not known"),
    ],
)
def test_a_date_has_bounds_and_words(text, lower, upper, words):
    value = Edtf.parse(text)

    assert str(value) == text
    assert bounds(text) == (value.lower, value.upper)
    assert [bound and bound.isoformat() for bound in bounds(text)] == [lower, upper]
    assert value.in_words() == words
    assert value.year_known is not text.strip("[.").startswith("XXXX")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing is written"),
        (" 1999", "it is not a year, season, quarter, month or day"),
        ("1999\n", "it is not a year"),
        ("１９９９", "it is not a year"),  # noqa: RUF001
        ("19990", "it is not a year"),
        ("1999-5", "it is not a year"),
        ("-1999", "it is not a year"),
        ("May 1999", "it is not a year"),
        ("1999-05-28T10:00", "it is not a year"),
        ("19XX", "it is not a year"),
        ("xxxx-05-28", "it is not a year"),
        ("1999~-05", "it is not a year"),
        ("1999~?", "it is not a year"),
        ("1999..2000", "it is not a year"),
        ("[1999-05..1999-06", "it is not a year"),
        ("..", "it is not a year"),
        ("0000", "between 0001 and 9999"),
        ("1999-00", "00 is neither a month nor a season"),
        ("1999-13", "13 is neither a month nor a season"),
        ("1999-20", "20 is neither"),
        ("1999-25", "25 is neither"),
        ("1999-32", "32 is neither"),
        ("1999-37", "37 is neither"),
        ("1999-02-29", "February 1999 has no day 29"),
        ("1900-02-29", "February 1900 has no day 29"),
        ("1999-02-30", "February 1999 has no day 30"),
        ("1999-04-31", "April 1999 has no day 31"),
        ("1999-05-00", "May 1999 has no day 0"),
        ("XXXX-02-30", "February has no day 30"),
        ("1999-21-03", "a day needs a month"),
        ("XXXX", "month and day must be given"),
        ("XXXX-05", "month and day must be given"),
        ("1999%", "write ~ for approximate or ? for uncertain"),
        ("1999/2000%", "write ~ for approximate or ? for uncertain"),
        ("../1999", "write [..1999]"),
        ("/1999", "an end is missing"),
        ("1999/", "an end is missing"),
        ("../..", "an interval needs its first day"),
        ("1999/2000/2001", "“2000/2001” is not a year"),
        ("1999/../..", "“../..” is not a year"),
        ("[1999]", "stand two ends with .. between them"),
        ("[1999,2000]", "stand two ends with .. between them"),
        ("[..]", "both ends are missing"),
        ("[1998..1999..2000]", "“1999..2000” is not a year"),
        ("1999-05-28/1999-05-27", "1999-05-27 lies before 1999-05-28"),
        ("1999-06/1999-05", "1999-05 lies before 1999-06"),
        ("[2000..1999]", "1999 lies before 2000"),
        ("XXXX-05-28/1999-05-29", "either both ends have a year or none"),
        ("[1999-05-28..XXXX-05-29]", "either both ends have a year or none"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason_and_the_forms(text, why):
    with pytest.raises(DateRefused) as refused:
        Edtf.parse(text)

    assert why in str(refused.value)
    assert "Allowed forms: 1999, 1999-05," in str(refused.value)


def test_an_endless_text_is_refused_with_a_short_message():
    with pytest.raises(DateRefused) as refused:
        Edtf.parse("[" * 100_000 + "\ud800\n" + "9" * 100_000)

    assert len(str(refused.value)) < 700


@pytest.mark.parametrize(
    ("one", "other", "overlapping", "within"),
    [
        ("1999-05-28", "1999-05-28", True, True),
        ("1999-05-28", "1999-05", True, True),
        ("1999-05", "1999-05-28", True, False),
        ("1999-05-28/1999-06-02", "1999-05", True, False),
        ("1999-05-31", "1999-06-01", False, False),
        ("1999-24", "2000", True, False),
        ("[..1999-06-03]", "1999-05-28/..", True, False),
        ("[..1999-06-03]", "1999-06-04/..", False, False),
        ("[..1999-06-03]", "[..1999-06-03]", True, True),
        ("[..1999-06-03]", "[..1999-06-02]", True, False),
        ("1999-06-03/..", "[1999-06-03..]", True, True),
        ("1999-06-03/..", "1999", True, False),
        ("1999-06-03/..", "1999-01-01/..", True, True),
        ("1999-06-03", "1999-06-03/..", True, True),
        ("1999-06-02", "1999-06-03/..", False, False),
        ("XXXX-05-28", "XXXX-05-28", False, False),
        ("XXXX-05-28", "1999", False, False),
        ("1999", "[..XXXX-05-28]", False, False),
        ("1999-05-28~", "1999-05-29", False, False),
    ],
)
def test_two_dates_are_compared_by_their_bounds(one, other, overlapping, within):
    first, second = Edtf.parse(one), Edtf.parse(other)

    assert first.overlaps(second) is second.overlaps(first) is overlapping
    assert first.inside(second) is within


def test_dates_are_made_from_days_and_points():
    first, last, unknown = date(1999, 5, 28), date(1999, 5, 30), Point(None, 5, 28)

    assert str(Edtf.day(first)) == "1999-05-28"
    assert str(Edtf.at(Point(1999, 5, qualifier="~"))) == "1999-05~"
    assert str(Edtf.interval(first, last)) == "1999-05-28/1999-05-30"
    assert str(Edtf.interval(unknown, Point(None, 5, 29))) == "XXXX-05-28/XXXX-05-29"
    assert str(Edtf.interval(first, None)) == "1999-05-28/.."
    assert str(Edtf.moment_within(None, last)) == "[..1999-05-30]"
    assert str(Edtf.moment_within(Point(1997, 10), Point(1997, 12))) == "[1997-10..1997-12]"


@pytest.mark.parametrize(
    "make",
    [
        lambda: Edtf.interval(date(1999, 5, 30), date(1999, 5, 28)),
        lambda: Edtf.moment_within(None, None),
        lambda: Edtf(Form.INTERVAL, None, Point(1999)),
        lambda: Edtf(Form.POINT, Point(1999), None),
        lambda: Point(1999, 5, 32),
        lambda: Point(1999, None, 5),
        lambda: Point(10_000),
        lambda: Point(1999, 5, qualifier="%"),
    ],
)
def test_an_impossible_value_cannot_be_made(make):
    with pytest.raises(DateRefused):
        make()


def test_dates_are_equal_by_value_and_have_no_order():
    first, second = Edtf.parse("1999-05-28"), Edtf.day(date(1999, 5, 28))

    assert first == second
    assert len({first, second, Edtf.parse("1999-05")}) == 2
    with pytest.raises(TypeError):
        assert first < second


def test_an_empty_date_has_no_bounds():
    assert bounds("") == (None, None)


@pytest.mark.parametrize(
    ("volume", "first_year", "expected"),
    [(5, 1995, "1999"), (1, 1995, "1995"), (5, None, ""), (0, 1995, ""), (9000, 1995, ""), (1, 987, "0987")],
)
def test_the_year_of_a_volume_comes_from_the_first_year_alone(volume, first_year, expected):
    assert year_of(volume, first_year) == expected


@settings(max_examples=500, deadline=None, database=None)
@given(value=DATES)
def test_every_date_reads_back_as_it_was_written(value):
    again = Edtf.parse(str(value))

    assert again == value
    assert str(again) == str(value)
    assert again.in_words() == value.in_words() != ""


@settings(max_examples=500, deadline=None, database=None)
@given(text=st.text("0129X-/.[]~?% ", max_size=24))
def test_whatever_is_accepted_is_canonical(text):
    try:
        value = Edtf.parse(text)
    except DateRefused:
        return

    assert str(value) == text
    assert value.lower is None or value.upper is None or value.lower <= value.upper


@settings(max_examples=500, deadline=None, database=None)
@given(one=DATES, other=DATES)
def test_a_date_inside_another_overlaps_it(one, other):
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.inside(other) or one.overlaps(other)
    assert one.inside(one) == one.overlaps(one) == one.year_known


@settings(max_examples=120, deadline=None, database=None)
@given(value=REFEREED)
def test_the_referee_finds_the_same_bounds(value):
    """The edtf library is right on all it can read but winters, which it ends on 31 December.

    Its strict bounds are meant: the fuzzy ones widen by a guess. It is no judge of what to refuse, since it accepts
    29 February 1900, the year 0000 and intervals that run backwards, nor of unknown years, which it takes to last
    from the year 0 to 9999.
    """
    judged = edtf.parse_edtf(str(value))

    assert as_iso(judged.lower_strict()) == (value.lower and value.lower.isoformat())
    assert as_iso(judged.upper_strict()) == (value.upper and value.upper.isoformat())


@pytest.mark.parametrize("wrong", ["1900-02-29", "0000", "1999-05-28/1998-05-28"])
def test_where_the_referee_is_too_kind_we_refuse(wrong):
    edtf.parse_edtf(wrong)

    with pytest.raises(DateRefused):
        Edtf.parse(wrong)


def as_iso(bound):
    """The referee's bounds: a struct_time, or an infinity for an open end."""
    return None if isinstance(bound, float) else f"{bound.tm_year:04}-{bound.tm_mon:02}-{bound.tm_mday:02}"
