import pytest

from articles.importing.detect import parser_for


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'{"volume": 5}', "jsonl"),
        (b'\xef\xbb\xbf\n {"volume": 5}', "jsonl"),
        ('{"volume": 5}'.encode("utf-16"), "jsonl"),
        (b"Monitor, Vol. 5, No. 1", "text"),
        ("Monitor".encode("utf-16"), "text"),
        (b"caf\xe9", "text"),
        (b"", "text"),
    ],
)
def test_a_format_is_told_by_its_content(head, name):
    assert name == parser_for(head).FORMAT


def test_binary_files_are_of_no_format():
    assert parser_for(b"\x89PNG\x00\x00") is None
