"""Names of answers, and what readers say about the answers they have."""

import pytest

from monitor.serving.etag import accepts_gzip, etag, names, names_anything


def test_equal_parts_give_equal_names_and_any_other_part_another():
    parts = [("a", 1), ("a", 2), ("a", "1"), ("a", 1, ""), ("a1",), ("a\0", "1"), ("a", "\0001"), ("\udcff", 1)]

    assert etag("a", 1) == etag("a", 1)
    assert len({etag(*each) for each in parts}) == len(parts)


def test_a_name_is_weak_for_compressed_or_not_it_is_one_answer():
    assert etag("a").startswith('W/"')


@pytest.mark.parametrize(
    ("header", "named"),
    [
        ('W/"abc"', True),
        ('"abc"', True),
        ('"x", W/"abc" ,"y"', True),
        ('"x",W/"y"', False),
        ("abc", False),
        ('"ABC"', False),
        ("*", False),
        ("", False),
    ],
)
def test_names_are_compared_weakly(header, named):
    assert names(header, 'W/"abc"') is named


def test_a_star_names_anything():
    assert names_anything(" * ")
    assert not names_anything('"*"')


@pytest.mark.parametrize(
    ("header", "accepted"),
    [
        ("gzip", True),
        ("gzip, deflate, br, zstd", True),
        ("br;q=1.0, GZIP;q=0.8", True),
        ("gzip;q=1", True),
        ("gzip;q=0.001", True),
        ("gzip;q=10", True),
        ("gzip;q=0", False),
        ("gzip; q = 0.000, br", False),
        ("gzip;q=", False),
        ("identity", False),
        ("x-gzip-not", False),
        ("*", False),
        ("", False),
    ],
)
def test_only_who_names_gzip_gets_it(header, accepted):
    assert accepts_gzip(header) is accepted
