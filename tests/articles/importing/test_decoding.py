import io

import pytest

from articles.importing.decoding import CHUNK, Undecodable, decode, examine_file


@pytest.mark.parametrize(
    ("data", "text", "codec"),
    [
        (b"tea", "tea", "utf-8-sig"),
        ("café".encode(), "café", "utf-8-sig"),
        (b"\xef\xbb\xbf" + "café".encode(), "café", "utf-8-sig"),
        ("café".encode("utf-16"), "café", "utf-16"),
        (b"\xfe\xff" + "café".encode("utf-16-be"), "café", "utf-16"),
        ("café “x” –".encode("cp1252"), "café “x” –", "cp1252"),
        (b"a\r\n\tb \xe9", "a\r\n\tb é", "cp1252"),
        (b"", "", "utf-8-sig"),
    ],
)
def test_text_is_read_in_the_encoding_it_has(data, text, codec):
    assert decode(data) == (text, decode(data)[1])
    assert decode(data)[1].codec == codec


@pytest.mark.parametrize(
    "data",
    [
        "café, caf".encode() + b"\xc3",
        "café ".encode() + b"\xff",
        b"caf\xe9 \x81",
        b"caf\xe9 \x00",
        b"caf\xe9 \x1b",
        "café".encode("utf-16")[:-1],
    ],
)
def test_doubtful_bytes_are_refused(data):
    with pytest.raises(Undecodable):
        decode(data)


def test_a_sequence_on_the_border_of_two_chunks_is_seen():
    data = b"x" * (CHUNK - 1) + "é".encode() + b" \xe9"

    assert examine_file(io.BytesIO(data)).why_not
