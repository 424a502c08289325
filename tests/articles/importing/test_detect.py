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
        (b"<!DOCTYPE html>\n<html>", "html"),
        (b"<P>Monitor, Vol. 5, No. 1", "html"),
        (b'<?xml version="1.0"?>\n<html xmlns="x">', "html"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "wxr"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>', "wxr"),
        (b"volume,issue,text\n5,107,A line.", "csv"),
        ("Volume;Issue;Text".encode("utf-16"), "csv"),
        (b"body\tvolume\tissue", "csv"),
        (b"The volume, the issue and the text", "text"),
    ],
)
def test_a_format_is_told_by_its_content(head, name):
    assert name == parser_for(head).FORMAT


def test_binary_files_are_of_no_format():
    assert parser_for(b"\x89PNG\x00\x00") is None
