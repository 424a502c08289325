import io
import json

import pytest

from monitor.parsing import DEEPEST, MOST_FAULTS, BodyRefused, JsonParser


def parse(body, **context):
    return JsonParser().parse(io.BytesIO(body), parser_context=context)


def refusal(body, **context):
    with pytest.raises(BodyRefused) as refused:
        parse(body, **context)
    assert refused.value.detail
    return refused.value.errors


@pytest.mark.parametrize("value", [{}, [], None, "é 😀", {"a": [1, 2.5, True, {"b": "x\ny"}]}])
def test_json_is_read(value):
    assert parse(json.dumps(value).encode()) == value
    assert parse(json.dumps(value, ensure_ascii=False).encode(), encoding="utf-8") == value


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[1,]", b"NaN", b"\xff", b'"\\ud800"', b'"\xed\xa0\x80"', b"[" * 100_000, b"[" * 1000 + b"]" * 1000],
)
def test_what_is_no_json_is_refused(body):
    refusal(body)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "no-such", "bz2_codec"])
def test_another_encoding_is_refused(encoding):
    assert refusal(b"{}", encoding=encoding) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        (b'"\\u0000"', ""),
        (b'{"a": ["x", "y\\u0000"]}', "/a/1"),
        (b'{"a/b~": {"\\u0000c": 1}}', "/a~1b~0/\N{REPLACEMENT CHARACTER}c"),
    ],
)
def test_nul_is_pointed_at(body, place):
    assert [error["pointer"] for error in refusal(body)] == [place]


def test_nesting_has_a_limit():
    assert parse(b"[" * DEEPEST + b"]" * DEEPEST)

    (error,) = refusal(b'{"a": ' * (DEEPEST + 1) + b"1" + b"}" * (DEEPEST + 1))
    assert error["pointer"] == "/a" * DEEPEST


def test_an_answer_names_a_bounded_number_of_faults_in_a_bounded_length():
    body = json.dumps({"k" * 100_000: ["\0"] * 10_000}).encode()

    errors = refusal(body)

    assert len(errors) == MOST_FAULTS
    assert max(len(error["pointer"]) for error in errors) < 200
