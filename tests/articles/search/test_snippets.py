import re

import pytest

from articles.search.snippets import CLOSING, LONGEST, OPENING, around_best, best_sentence, marks_in, whole


def marked(words, *found):
    """The words as the database gives them: folded, what was found between marks."""
    folded = re.sub(r"\b([A-Za-z])\.(?=[A-Za-z](?:\.|\b))", r"\1", words)
    for one in found:
        folded = re.sub(rf"\b({one})\b", f"{OPENING}\\1{CLOSING}", folded)
    return folded


@pytest.mark.parametrize(
    ("text", "found", "quotes"),
    [
        ("Envoys met in Varda.", ["Varda", "met"], ["met", "Varda"]),
        ("The U.S. envoy met.", ["US", "met"], ["U.S.", "met"]),
        (
            "A U.S.-Russian treaty of the U.S.S.R. with U.N. men",
            ["Russian", "USSR", "UN"],
            ["Russian", "U.S.S.R.", "U.N."],
        ),
        ("nothing here", [], []),
    ],
)
def test_marks_stand_on_the_printed_words(text, found, quotes):
    assert [text[start:end] for start, end in marks_in(text, marked(text, *found))] == quotes


def test_a_marked_text_of_another_length_gives_no_mark():
    assert marks_in("Envoys met.", f"{OPENING}Envoys{CLOSING} met now.") == []


def test_what_was_printed_is_escaped_and_only_what_was_found_is_marked():
    text = 'Envoys <b>met</b> & "talked" <script>'

    html = whole(text, marked(text, "met")).__html__()

    assert html == "Envoys &lt;b&gt;<mark>met</mark>&lt;/b&gt; &amp; &quot;talked&quot; &lt;script&gt;"


def test_the_stretch_with_most_different_words_is_shown():
    text = "The bridge is old. " + "Nothing else. " * 40 + "The bridge treaty was signed in Varda. " + "More. " * 60

    snippet = around_best(text, marked(text, "bridge", "treaty"))

    assert "bridge treaty was signed" in str(snippet)
    assert str(snippet).startswith("… ") and str(snippet).endswith(" …")
    assert len(str(snippet)) <= LONGEST + 4
    assert "<mark>treaty</mark>" in snippet.__html__()


def test_without_a_find_the_beginning_is_shown():
    text = "Envoys met. " * 60

    assert str(around_best(text, text)).startswith("Envoys met. Envoys")


def test_one_sentence_is_all_where_no_more_may_leave():
    text = "The bridge is old. The bridge treaty was signed. More follows."

    snippet = best_sentence(text, marked(text, "bridge", "treaty"))

    assert str(snippet) == "The bridge treaty was signed."


def test_a_long_sentence_is_shortened():
    text = "The treaty, " + "word after word, " * 60 + "ends."

    assert len(str(best_sentence(text, marked(text, "treaty")))) <= LONGEST + 4


@pytest.mark.parametrize("length", [1, LONGEST - 1, LONGEST, LONGEST + 1, 5_000])
def test_text_without_blanks_is_cut_somewhere(length):
    assert 0 < len(str(around_best("x" * length, "x" * length))) <= LONGEST + 4
