"""Each form of citation, judged by a program that reads it."""

import json
from dataclasses import replace

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, MonthIntMiddleware
from citeproc.source.json import CiteProcJSON

from articles.bibliography import Reference, author_date, bibtex, csl_json, meta_tags, notes_style, ris

ADDRESS = "https://monitor.example/publications/digest/5/107/3/"
VISIT = Reference(
    slug="digest",
    volume=5,
    number=107,
    position=3,
    title="A visit ends.",
    digest="The Digest",
    date="1999-06-03",
    author="Ada Varga",
    section="North",
    publisher="River Press",
    language="en",
    licence="CC BY 4.0",
    text_version=2,
    address=ADDRESS,
)
HOSTILE = "50% of {all} R&D costs $3_000 #1 ~ \\ ^ “quoted”: Łódź"


def read_bibtex(reference):
    read = bibtexparser.parse_string(
        bibtex(reference), append_middleware=[MonthIntMiddleware(), LatexDecodingMiddleware()]
    )
    assert read.failed_blocks == []
    return read.entries[0].key, {name: field.value for name, field in read.entries[0].fields_dict.items()}


def read_ris(reference):
    return rispy.loads(ris(reference))[0]


def read_csl(reference):
    return CiteProcJSON(json.loads(csl_json(reference)))[reference.key]


def test_bibtex_says_what_was_printed_and_which_text_was_read():
    key, fields = read_bibtex(VISIT)

    assert key == "digest-5-107-3"
    assert fields == {
        "author": "Ada Varga",
        "title": "A visit ends",
        "journal": "The Digest",
        "volume": "5",
        "number": "107",
        "year": "1999",
        "month": 6,
        "day": "3",
        "publisher": "River Press",
        "note": "Item 3. Text version 2",
        "language": "en",
        "url": ADDRESS,
    }


def test_ris_says_the_same():
    read = read_ris(VISIT)

    assert (read["type_of_reference"], read["id"], read["url"] if "url" in read else read["urls"][0]) == (
        "NEWS",
        "digest-5-107-3",
        ADDRESS,
    )
    assert (read["title"], read["secondary_title"], read["authors"]) == ("A visit ends", "The Digest", ["Ada Varga"])
    assert (read["volume"], read["number"], read["year"], read["date"]) == (
        "5",
        "107",
        "1999",
        "1999/06/03/3 June 1999",
    )


def test_csl_says_the_same():
    read = read_csl(VISIT)

    assert "".join(read["title"]) == "A visit ends"
    assert ["".join(read[name]) for name in ("container_title", "volume", "issue")] == ["The Digest", "5", "107"]
    assert (read["issued"].year, read["issued"].month, read["issued"].day) == (1999, 6, 3)
    assert json.loads(csl_json(VISIT))[0]["URL"] == ADDRESS


@pytest.mark.parametrize("part", ["title", "author", "digest", "publisher"])
def test_no_sign_of_tex_breaks_a_file_and_every_word_comes_back(part):
    named = {"title": "title", "author": "author", "digest": "journal", "publisher": "publisher"}

    fields = read_bibtex(replace(VISIT, **{part: HOSTILE}))[1]

    assert fields[named[part]].replace("\u02c6", "^") == HOSTILE  # the referee reads TeX's circumflex as another one


def test_a_line_break_in_a_headline_starts_no_new_field():
    broken = replace(VISIT, title="A visit\nER  - \nTY  - BOOK")

    assert len(rispy.loads(ris(broken))) == 1
    assert len(bibtexparser.parse_string(bibtex(broken)).entries) == 1


@pytest.mark.parametrize(
    ("date", "dates"),
    [
        ("1999", ((1999,),)),
        ("1999-06", ((1999, 6),)),
        ("1999-06-03~", ((1999, 6, 3),)),
        ("1999-05-28/1999-05-30", ((1999, 5, 28), (1999, 5, 30))),
        ("1999-22", ((1999,),)),
        ("1999-33/1999-34", ((1999,),)),
        ("[1999-05-01..1999-05-09]", ((1999,),)),
        ("[1998-12-30..1999-01-02]", ()),
        ("[..1999-05-09]", ()),
        ("1999-05/..", ((1999, 5),)),
        ("XXXX-05-28", ()),
        ("", ()),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date, dates):
    assert replace(VISIT, date=date).dates == dates


@pytest.mark.parametrize("date", ["", "XXXX-05-28", "[1998-12-30..1999-01-02]"])
def test_no_form_makes_up_a_year(date):
    undated = replace(VISIT, date=date)

    assert "year" not in read_bibtex(undated)[1]
    assert "year" not in read_ris(undated)
    assert "date-parts" not in csl_json(undated)
    assert "citation_publication_date" not in dict(meta_tags(undated))
    assert "(n.d.)" in author_date(undated)


@pytest.mark.parametrize("date", ["1999-06-03", "1999-06", "1999"])
def test_tags_of_the_page_equal_the_bibtex(date):
    dated = replace(VISIT, date=date)
    tags, fields = dict(meta_tags(dated)), read_bibtex(dated)[1]

    day = "/".join(f"{int(fields[part]):02}" for part in ("year", "month", "day") if part in fields)
    assert tags == {
        "citation_title": fields["title"],
        "citation_author": fields["author"],
        "citation_journal_title": fields["journal"],
        "citation_volume": fields["volume"],
        "citation_issue": fields["number"],
        "citation_publication_date": day,
        "citation_publisher": fields["publisher"],
        "citation_language": fields["language"],
        "citation_public_url": fields["url"],
    }


def test_plain_forms_name_text_and_address():
    assert notes_style(VISIT) == (
        f"Ada Varga, “A visit ends,” The Digest, vol. 5, no. 107 (3 June 1999), item 3. Text version 2. {ADDRESS}"
    )
    assert author_date(VISIT) == (
        f"Ada Varga (1999). A visit ends. The Digest, 5(107), item 3 (text version 2). {ADDRESS}"
    )


def test_a_title_without_author_comes_first():
    anonymous = replace(VISIT, author="", title="Wait and see...")

    assert author_date(anonymous).startswith("Wait and see... (1999). The Digest, 5(107)")
    assert "author" not in read_bibtex(anonymous)[1]
