import csv
import json
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.exports.formats import PART, as_csv, as_geojson, as_json_lines, cell, in_parts, point


def read_csv(parts):
    return list(csv.reader(StringIO(b"".join(parts).decode(), newline=""), strict=True))


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])  # noqa: RUF001
def test_text_that_a_spreadsheet_would_calculate_gets_an_apostrophe(sign):
    assert cell(f"{sign}1+1") == f"'{sign}1+1"
    assert cell(f"a{sign}1") == f"a{sign}1"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (-12.5, -12.5),
        (0, 0),
        (True, "true"),
        (False, "false"),
        (None, None),
        ("", ""),
        (date(1999, 5, 28), "1999-05-28"),
        (["a", "b"], '["a","b"]'),
        ([], "[]"),
        ({"slug": "varda"}, '{"slug":"varda"}'),
        ("'=1", "'=1"),
    ],
)
def test_values_are_written_as_they_are(value, written):
    assert cell(value) == written


def test_csv_is_rfc_4180():
    rows = [{"name": 'He said "no",\nthen left', "number": 1}, {"name": None, "number": -2}]

    whole = b"".join(as_csv(["name", "number"], rows))

    assert whole == b'name,number\r\n"He said ""no"",\nthen left",1\r\n,-2\r\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), max_size=20))
def test_whatever_the_text_csv_gives_it_back_but_for_the_apostrophe(texts):
    read = read_csv(as_csv(["text", "n"], [{"text": text, "n": n} for n, text in enumerate(texts)]))

    assert read == [["text", "n"], *([cell(text), str(n)] for n, text in enumerate(texts))]


def test_json_lines_are_exact():
    rows = [{"text": "=1\n", "day": date(1999, 5, 28), "list": [{"a": None}]}]

    assert b"".join(as_json_lines([], rows)) == b'{"text":"=1\\n","day":"1999-05-28","list":[{"a":null}]}\n'


@pytest.mark.parametrize("number", [0, 1, 3])
def test_geojson_is_one_collection(number):
    rows = [{"public_id": f"E{n}", "label": "x", "_geometry": point(32.25, -49.5)} for n in range(number)]

    read = json.loads(b"".join(as_geojson([], rows)))

    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [32.25, -49.5]}}
    assert read == {
        "type": "FeatureCollection",
        "features": [
            {**feature, "id": f"E{n}", "properties": {"public_id": f"E{n}", "label": "x"}} for n in range(number)
        ],
    }


@pytest.mark.parametrize(("longitude", "latitude"), [(None, 1.0), (1.0, None), (None, None)])
def test_half_a_coordinate_is_none(longitude, latitude):
    assert point(longitude, latitude) is None


def test_the_first_row_comes_alone_and_the_rest_in_parts_worth_sending():
    pieces = [b"a" * 1000] * 100

    first, *others, last = in_parts(pieces)

    assert first == pieces[0]
    assert b"".join([first, *others, last]) == b"".join(pieces)
    assert all(PART <= len(part) < PART + 1000 for part in others)
