import os
from pathlib import Path

import pytest

from articles.importing.parsers import text
from articles.importing.records import ArticleRecord
from articles.text import paragraphs
from tests.articles.importing.samples import check, name_of, samples


@pytest.mark.parametrize("path", samples("text"), ids=name_of)
def test_a_sample_is_read_as_it_stands_beside_it(path):
    check(path, text)


def read(words):
    return list(text.parse(words.encode(), "a.txt"))


def titles(words):
    return [item.title_printed for item in read(words) if isinstance(item, ArticleRecord)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Monitor, Vol. 5, No. 1\n\nText.", [""]),
        ("Quiet days\n\nMonitor, Vol. 5, No. 1\n\nText.", ["Quiet days"]),
        ("Quiet days\non the lake\nMonitor, Vol. 5, No. 1\n\nText.", ["Quiet days on the lake"]),
        ("Monitor, Vol. 5, No. 1\n\nQuiet days\n\nText.", [""]),
        ("Monitor, Vol. 5, No. 1\nQUIET DAYS.\nText.", ["QUIET DAYS."]),
        ("Monitor, Vol. 5, No. 1\n\nQUIET DAYS...\n...AND NIGHTS\n\nText.", ["QUIET DAYS... ...AND NIGHTS"]),
        ("MONITOR\nMonitor, Vol. 5, No. 1\n\nMONITOR\n\nQUIET DAYS\n\nText.", ["QUIET DAYS"]),
        ("Monitor, Vol. 5, No. 1\n\nONE TITLE\n\nText.\n\nTWO TITLES\n\nText.", ["ONE TITLE", "TWO TITLES"]),
        ("Monitor, Vol. 5, No. 1\n\nONE TITLE\n\nText\nTWO TITLES\nand text.", ["ONE TITLE"]),
        ("Monitor, Vol. 5, No. 1\n\nONE TITLE\n\nText.\n\nTHE MINISTER\nof roads spoke.", ["ONE TITLE"]),
        ("Monitor, Vol. 5, No. 1\n\nONE TITLE\n\nText.\n\nNATO.\n\nXVII.\n\n1999\n\nText.", ["ONE TITLE"]),
    ],
)
def test_titles(words, found):
    assert titles(words) == found


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("by Jane Doe and John van Roe", "Jane Doe and John van Roe"),
        ("By: J. R. Doe", "J. R. Doe"),
    ],
)
def test_a_byline_is_kept_without_by(line, author):
    (record,) = read(f"Monitor, Vol. 5, No. 1\n\nA QUIET DAY\n{line}\n\nText.")

    assert (record.byline, record.text) == (author, "Text.")


@pytest.mark.parametrize("line", ["By the lake it was quiet.", "By June all had left", "Bylaws were passed."])
def test_prose_that_begins_with_by_is_text(line):
    (record,) = read(f"Monitor, Vol. 5, No. 1\n\nA QUIET DAY\n\n{line}")

    assert (record.byline, record.text) == ("", line)


def test_an_item_without_header_is_one_of_the_same_issue():
    first, second = read("Monitor, Vol. 5, No. 7, June 2, 1999\n\nONE TITLE\n\nText.\n\nTWO TITLES\n\nMore.")

    assert (second.publication, second.volume, second.issue, second.date) == ("Monitor", 5, 7, "1999-06-02")
    assert (first.line, second.line) == (1, 7)


def test_rules_inside_an_article_are_text_and_rules_between_articles_are_not():
    first, second = read("Monitor, Vol. 5, No. 7\n\nOne.\n\n* * *\n\nTwo.\n\n-----\n\nMonitor, Vol. 5, No. 8\n\nThree.")

    assert (first.text, second.text) == ("One.\n\n* * *\n\nTwo.", "Three.")


def test_nothing_is_given_that_is_not_printed():
    (record,) = read("Vol. 5, No. 7\n\nText.")

    assert record.given == {"volume", "issue", "text"}


@pytest.mark.parametrize(
    "data",
    [
        b"A" * 3_000_000,
        b"(" * 200_000,
        b"\n" * 1_000_000,
        b"Vol. 5, No. 1\n" * 20_000,
        b"THE LONG TITLE\n\n" * 20_000,
        b"By X\n" * 50_000,
    ],
    ids=["one long line", "brackets", "empty lines", "headers", "titles", "bylines"],
)
def test_hostile_files_end_in_problems(data):
    assert all(not isinstance(item, ArticleRecord) for item in text.parse(data, "a.txt"))


def test_a_long_article_is_refused_and_the_next_one_read():
    items = read("Monitor, Vol. 5, No. 7\n\n" + "word " * 50_000 + "\n\nMonitor, Vol. 5, No. 8\n\nShort.")

    assert [type(item).__name__ for item in items] == ["Problem", "ArticleRecord"]


@pytest.mark.skipif(not os.environ.get("MONITOR_SEED"), reason="MONITOR_SEED names no file")
def test_the_seed_is_one_article_of_five_paragraphs():
    (record,) = text.parse(Path(os.environ["MONITOR_SEED"]).read_bytes(), "seed")

    assert (record.publication, record.volume, record.issue) == ("Monitor", 5, 107)
    assert len(paragraphs(record.text)) == 5
    assert record.given == {"publication", "volume", "issue", "text"}
