import os
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from articles.text import (
    MAX_CODE_POINTS,
    Stretch,
    TextRefused,
    first_words,
    normalise,
    occurrences,
    paragraphs,
    sentences,
    sha256,
    sort_key,
)

PIECES = [
    *("Moscow", "Tokyo said", "U.S.", "Gen. Lebed", "the treaty", "No. 107", "3.5", "Itar-Tass", "e", "a"),
    *(".", "!", "?", "…", ". . .", "(", ")", "(Kyodo, May 28-29; AP, May 29)", "“", "”", '"', "’", "–", ",", "[1]"),
    *(" ", " ", " ", "\u00a0", "\u2003", "\u3000", "\t", "\n", "\n\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"),
    *("\ufeff", "\u00ad", "\u200b", "\u200d", "\u0301", "\u0323", "\u0308", "e\u0301", "\u1e69", "\ufb01", "\u212b"),
    *("\U0001f600", "\U0001f1ef\U0001f1f5", "\U00020000", "\U0001d11e", "한", "\u1112\u1161\u11ab", "日本。", "Ї", "ё"),
]
RAW_TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=60).map("".join)

SEED = os.environ.get("MONITOR_SEED", "")
SEED_SHA256 = "7189d5592f8d3ca8c847a1d6b8078ebc38348d271638475b3b72b18a2ea27f97"
SEED_BLOCKS = [(0, 41), (43, 449), (451, 1167), (1169, 2049), (2051, 2794), (2796, 3121)]
SEED_SENTENCES = [
    *[(0, 41), (43, 264), (265, 449), (451, 661), (662, 790), (791, 971), (972, 1167), (1169, 1353), (1354, 1570)],
    *[(1571, 1727), (1728, 1774), (1775, 1909), (1910, 2049), (2051, 2219), (2220, 2401), (2402, 2570), (2571, 2794)],
    *[(2796, 2977), (2978, 3121)],
]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ""),
        ("\ufeffOne", "One"),
        ("One\r\nTwo\rThree\u0085Four\u2028Five\u2029Six", "One\nTwo\nThree\nFour\nFive\nSix"),
        ("One\tTwo", "One Two"),
        ("\t\tindented", "  indented"),
        ("Cafe\u0301", "Café"),
        ("\u212bngstrom", "Ångstrom"),
        ("One  \nTwo\u00a0\u2003\n", "One\nTwo"),
        ("One\n\n\n\nTwo", "One\n\nTwo"),
        ("One\n \u00a0\n\t\nTwo", "One\n\nTwo"),
        ("\n\n  One", "  One"),
        ("One\n\n", "One"),
        ("One\nTwo", "One\nTwo"),
        ("soft\u00adhyphen no\u00a0break", "soft\u00adhyphen no\u00a0break"),
        ("in\ufeffside", "in\ufeffside"),
        ("\U0001f600 astral", "\U0001f600 astral"),
        ("\ue000 private use", "\ue000 private use"),
        (" \n\u3000\n ", ""),
    ],
)
def test_a_text_gets_its_normal_form(raw, expected):
    assert normalise(raw) == expected


@pytest.mark.parametrize(
    ("raw", "code", "line", "code_point"),
    [
        ("a\x00", "control_character", 1, "U+0000"),
        ("a\r\nb\n\x0c", "control_character", 3, "U+000C"),
        ("\x7f", "control_character", 1, "U+007F"),
        ("\r\r\x9f", "control_character", 3, "U+009F"),
        ("a\n\n\n\nb\ud800", "lone_surrogate", 5, "U+D800"),
        ("\udfff", "lone_surrogate", 1, "U+DFFF"),
        ("a\n\ufdd0", "noncharacter", 2, "U+FDD0"),
        ("\uffff", "noncharacter", 1, "U+FFFF"),
        ("\U0010fffe", "noncharacter", 1, "U+10FFFE"),
        ("\ufeff\ufeffa", "second_byte_order_mark", 1, "U+FEFF"),
        ("\n\ufeffa", "second_byte_order_mark", 1, "U+FEFF"),
        ("one\ne" + "\u0301\u0323" * 51, "too_many_accents", 2, "U+0301"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_place(raw, code, line, code_point):
    with pytest.raises(TextRefused) as refused:
        normalise(raw)

    assert (refused.value.code, refused.value.line, refused.value.code_point) == (code, line, code_point)
    assert f"Line {line}, character " in str(refused.value)
    assert code_point in str(refused.value)
    assert "delete" in str(refused.value)


def test_the_longest_text_is_accepted_and_one_character_more_refused():
    longest = "x" * MAX_CODE_POINTS

    assert normalise(longest + "\n\n") == longest
    with pytest.raises(TextRefused, match=r"200,001 characters and 200,000 are allowed") as refused:
        normalise(longest + "x")
    assert (refused.value.code, refused.value.line, refused.value.code_point) == ("too_long", None, None)


def test_a_file_of_several_articles_may_be_longer():
    assert len(normalise("x" * (MAX_CODE_POINTS + 1), limit=None)) == MAX_CODE_POINTS + 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One", ["One"]),
        ("One\nstill one", ["One\nstill one"]),
        ("One\n\nTwo\n\n  Three", ["One", "Two", "  Three"]),
    ],
)
def test_paragraphs_are_parted_by_an_empty_line(text, expected):
    assert [text[block.start : block.end] for block in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 80, ""),
        ("Talks begin. They go on.", 80, "Talks begin."),
        ("Talks\nbegin in  Tbilisi\n\nMore", 80, "Talks begin in Tbilisi"),
        ("The talks, which began on Monday, go on.", 12, "The talks…"),
        ("The talks go on.", 16, "The talks go on."),
        ("The talks go on.", 15, "The talks go…"),
        ("The talks go on.", 12, "The talks…"),
        ("Incomprehensibilities abound.", 10, "Incompreh…"),
        ("  Leading blanks stay out.", 80, "Leading blanks stay out."),
        ("U.S. President Clinton spoke. Then he left.", 80, "U.S. President Clinton spoke."),
    ],
)
def test_a_working_title_is_the_first_words(text, limit, expected):
    title = first_words(text, limit)

    assert title == expected
    assert len(title) <= limit


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("", "a", []),
        ("abc", "", []),
        ("Moscow and Moscow", "Moscow", [0, 11]),
        ("moscow", "Moscow", []),
        ("aaaa", "aa", [0, 1, 2]),
        ("aba aba aba", "aba aba", [0, 4]),
        ("abaabaab", "abaab", [0, 3]),
        ("\U0001f600x\U0001f600", "\U0001f600", [0, 2]),
    ],
)
def test_every_place_of_a_quote_is_found(text, quote, expected):
    assert occurrences(text, quote) == expected


@settings(max_examples=300, deadline=None, database=None)
@given(text=st.text("ab ", max_size=60), quote=st.text("ab ", min_size=1, max_size=8))
def test_occurrences_are_those_found_by_trying_every_place(text, quote):
    expected = [place for place in range(len(text)) if text.startswith(quote, place)]

    assert occurrences(text, quote) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zola", "zola"),
        ("Émile  Zola ", "emile zola"),
        ("Łódź", "lodz"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Ærø", "aero"),
        ("Киев", "киев"),
        ("Ångström", "angstrom"),
        ("ﬁnal", "final"),
    ],
)
def test_a_sort_key_has_no_accents_and_no_capitals(name, expected):
    assert sort_key(name) == expected


@settings(max_examples=300, deadline=None, database=None)
@given(name=st.text(st.characters(exclude_categories=("Cs",)), max_size=20))
def test_a_sort_key_is_its_own_sort_key(name):
    assert sort_key(sort_key(name)) == sort_key(name)


def test_the_hash_is_that_of_the_text_in_utf_8():
    assert sha256("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"


@settings(max_examples=1000, deadline=None, database=None)
@given(raw=RAW_TEXTS)
def test_any_text_keeps_the_rules(raw):
    check_rules(raw)


@pytest.mark.drill
@settings(max_examples=10_000, deadline=None, database=None)
@given(raw=RAW_TEXTS)
def test_ten_thousand_texts_keep_the_rules(raw):
    check_rules(raw)


@pytest.mark.parametrize(
    "hostile",
    [
        *["a. " * 66_000, "(" * 199_999, "(a " * 66_000, ("(a. " * 300 + ")" * 300 + " ") * 130, "." * 199_999],
        *[" " * 199_998 + "x", "x" * 199_999, '"' * 199_999, "a . " * 49_000, "U.S. " * 39_000, "x.[1] " * 33_000],
        *["left. (Kyodo, May 3) " * 9_500, "A. (" + "A, " * 66_000 + ")", "- " * 99_000, "e\u0301" * 99_000],
        *["\n" * 199_999, ("\u0301\u0323" * 45 + " ") * 2_100],
    ],
    ids=lambda text: repr(text[:12]),
)
def test_the_longest_hostile_text_takes_no_time(hostile):
    begun = time.process_time()

    text = normalise(hostile)
    sentences(text)
    first_words(text)

    assert time.process_time() - begun < 5  # quadratic time would be minutes


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a" * 200_000, "a" * 100_000),
        ("ab" * 100_000, "ab" * 40_000 + "a"),
        ("a" * 200_000, "a" * 99_999 + "b" + "a" * 100_000),
    ],
    ids=["one letter", "two letters", "broken"],
)
def test_a_hostile_quote_takes_no_time(text, quote):
    begun = time.process_time()

    occurrences(text, quote)

    assert time.process_time() - begun < 5  # quadratic time would be minutes


@pytest.mark.skipif(not SEED, reason="MONITOR_SEED names no file")
def test_the_seed_is_cut_as_it_was_by_hand():
    raw = Path(SEED).read_text(encoding="utf-8")

    text = normalise(raw)

    assert sha256(text) == SEED_SHA256
    assert paragraphs(text) == SEED_BLOCKS
    assert sentences(text) == SEED_SENTENCES


def check_rules(raw):
    text = normalised(raw)
    check_normal_form(text)
    check_paragraphs(text)
    check_sentences(text)
    check_title(text)


def normalised(raw):
    try:
        return normalise(raw)
    except TextRefused as refused:
        assert refused.code_point is None or refused.code_point in str(refused)
        assume(False)


def check_normal_form(text):
    assert normalise(text) == text
    assert unicodedata.is_normalized("NFC", text)
    assert "\n\n\n" not in text
    assert all(unicodedata.category(line[-1]) != "Zs" for line in text.split("\n") if line)
    assert not text.startswith(("\n", "\ufeff"))
    assert not text.endswith("\n")
    assert not {unicodedata.category(letter) for letter in text if letter != "\n"} & {"Cc", "Cs", "Zl", "Zp"}


def check_paragraphs(text):
    blocks = paragraphs(text)

    assert "\n\n".join(text[block.start : block.end] for block in blocks) == text


def check_sentences(text):
    found = sentences(text)
    blocks = paragraphs(text)
    gaps = [first.end for first in [Stretch(0, 0), *found]], [*(second.start for second in found), len(text)]

    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in found)
    assert all(not text[end:start].strip() for end, start in zip(*gaps, strict=True))
    assert all(any(b.start <= s.start < s.end <= b.end for b in blocks) for s in found)


def check_title(text):
    title = first_words(text, 30)

    assert len(title) <= 30
    assert bool(title) == bool(text.strip())
    assert " ".join(text.split()).startswith(title.removesuffix("…"))
