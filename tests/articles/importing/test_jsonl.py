import io
import json

import pytest

from articles.importing.json_lines import LONGEST_LINE
from articles.importing.parsers import jsonl
from tests.articles.importing.samples import check, name_of, samples

SOUND = {"volume": 5, "issue": 7, "text": "Text."}


@pytest.mark.parametrize("path", samples("jsonl"), ids=name_of)
def test_a_sample_is_read_as_it_stands_beside_it(path):
    check(path, jsonl)


def line(**over):
    return json.dumps({**SOUND, **over}).encode() + b"\n"


def test_a_line_of_any_length_does_not_stop_the_rest():
    data = line() + b'"' + b"x" * (2 * LONGEST_LINE) + b'"\n' + line(issue=8)

    first, long, last = jsonl.parse(io.BytesIO(data), "a.jsonl")

    assert (first.issue, long.code.value, long.line, last.issue) == (7, "line_too_long", 2, 8)


def test_utf16_is_read_and_cp1252_is_noted():
    utf16 = list(jsonl.parse('{"volume": 5, "issue": 7, "text": "café"}\n'.encode("utf-16"), "a"))
    note, cp1252 = jsonl.parse('{"volume": 5, "issue": 7, "text": "café"}\n'.encode("cp1252"), "a")

    assert (utf16[0].text, note.code.value, cp1252.text) == ("café", "cp1252", "café")


def test_null_is_not_given_and_empty_is():
    (record,) = jsonl.parse(line(byline=None, section=""), "a")

    assert record.given == {"volume", "issue", "text", "section"}


def test_a_date_without_a_basis_was_printed():
    (record,) = jsonl.parse(line(date="1999-06-02"), "a")

    assert (record.date_basis, "date_basis" in record.given) == ("printed", False)


def test_the_url_stands_first_among_the_urls():
    (record,) = jsonl.parse(line(url="https://a.example/", urls=["https://b.example/", "https://a.example/"]), "a")

    assert record.urls == ("https://a.example/", "https://b.example/")


def test_a_refused_record_is_kept_with_its_problem():
    (problem,) = jsonl.parse(line(volume="5"), "a")

    assert problem.record == {**SOUND, "volume": "5"}
