"""The text of an article cut at the borders of its evidence."""

import re
from html import unescape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from articles.text import paragraphs, sentences
from events.marked_html import Target, paragraphs_html
from events.marking import Link, Mark, cut, laid_out, lined, tracks

TEXT = "The minister left. He will be back, he said, in June."
TARGETS = {number: Target(f"E{number:06}", f"Happening “{number}” & more") for number in range(1, 30)}


def words(text, segments):
    return [text[segment.start : segment.end] for segment in segments]


def drawn(text, marks, links=()):
    layout = laid_out(text, marks, paragraphs=paragraphs(text), sentences=sentences(text), links=links)
    return paragraphs_html(text, layout, marks, TARGETS)


def read(html):
    """What a reader copies: no tags, no numbers."""
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="ref.*?</a>', "", html)))


@st.composite
def marked_texts(draw):
    text = draw(st.text(st.sampled_from("aé \U0001f5de.\n<&\"'"), min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = draw(st.lists(places.filter(lambda pair: pair[0] != pair[1]), max_size=12))
    return text, [
        Mark(min(pair), max(pair), id=place, number=draw(st.integers(1, 5)), is_sentence=draw(st.booleans()))
        for place, pair in enumerate(pairs, start=1)
    ]


def test_no_marks_leave_the_text_whole():
    assert words(TEXT, cut(TEXT, [])) == [TEXT]


def test_empty_text_has_no_segments():
    assert cut("", []) == []


def test_overlapping_marks_are_cut_at_each_border():
    first, second = Mark(0, 17, id=1, number=1), Mark(4, 34, id=2, number=2)

    segments = cut(TEXT, [first, second])

    assert words(TEXT, segments) == ["The ", "minister left", ". He will be back", ", he said, in June."]
    assert [segment.marks for segment in segments] == [(first,), (first, second), (second,), ()]


def test_stacked_marks_begin_and_end_together():
    marks = (Mark(0, 18, id=1, number=1), Mark(0, 18, id=2, number=2))

    (segment, _rest) = cut(TEXT, marks)

    assert segment.begins == segment.ends == marks


@given(marked_texts())
def test_segments_join_to_the_text_and_each_mark_covers_whole_segments(marked):
    text, marks = marked

    segments = cut(text, marks)

    assert "".join(words(text, segments)) == text
    assert all(before.end == after.start for before, after in pairwise(segments))
    for mark in marks:
        assert "".join(words(text, [s for s in segments if mark in s.marks])) == text[mark.start : mark.end]
        assert len([s for s in segments if mark in s.begins]) == 1
        assert len([s for s in segments if mark in s.ends]) == 1


@given(marked_texts())
def test_what_is_copied_from_the_page_is_the_printed_text(marked):
    text, marks = marked

    html = drawn(text, marks)

    assert [read(paragraph) for paragraph in html] == [text[p.start : p.end] for p in paragraphs(text)]


@given(marked_texts())
def test_two_lines_on_one_track_overlap_only_where_three_marks_meet(marked):
    _text, marks = marked

    chosen = tracks(marks)

    assert set(chosen) == {mark.id for mark in marks}
    for mark in marks:
        rivals = [m for m in marks if m.start < mark.end and mark.start < m.end]
        if len(rivals) == 2:
            assert len({chosen[m.id] for m in rivals}) == 2


def test_a_track_is_chosen_a_span_not_a_segment():
    marks = [Mark(0, 10, id=1, number=1), Mark(5, 20, id=2, number=2), Mark(12, 30, id=3, number=3)]

    assert tracks(marks) == {1: 0, 2: 1, 3: 0}


def test_words_inside_a_sentence_of_their_event_draw_no_line_of_their_own():
    sentence = Mark(0, 18, id=1, number=1)
    inside = Mark(4, 12, id=2, number=1, is_sentence=False)
    outside = Mark(19, 21, id=3, number=1, is_sentence=False)
    of_another = Mark(4, 12, id=4, number=2, is_sentence=False)

    assert lined([sentence, inside, outside, of_another]) == [sentence, outside, of_another]


def test_every_sentence_and_span_has_its_anchor_once():
    marks = [Mark(0, 18, id=7, number=1), Mark(0, 12, id=8, number=2), Mark(4, 12, id=9, number=1, is_sentence=False)]

    (html,) = drawn(TEXT, marks)

    assert sorted(re.findall(r'id="(\w+)"', html)) == ["e7", "e8", "e9", "s1", "s2"]


def test_a_number_stands_where_the_words_of_its_event_end_and_names_it():
    (html,) = drawn(TEXT, [Mark(0, 18, id=7, number=3)])

    assert '<a class="ref k3" href="#E000003" aria-label="Event 3: Happening “3” &amp; more">3</a></span> ' in html


def test_spans_of_one_event_that_end_together_bear_one_number():
    (html,) = drawn(TEXT, [Mark(0, 18, id=7, number=1), Mark(4, 18, id=8, number=1)])

    assert html.count('class="ref') == 1


def test_a_line_runs_on_under_the_blank_between_two_segments_of_one_span():
    marks = [Mark(0, 18, id=1, number=1), Mark(4, 12, id=2, number=1, is_sentence=False)]

    (html,) = drawn(TEXT, marks)

    assert '<span class="ev a d k1" id="e2">minister</span><span class="ev a k1"> left.</span>' in html


def test_a_blank_after_a_number_stands_outside_the_next_segment():
    marks = [Mark(0, 12, id=1, number=1), Mark(4, 18, id=2, number=2)]

    (html,) = drawn(TEXT, marks)

    assert '>1</a> <span class="ev b k2">left.</span>' in html


def test_printed_words_that_lead_elsewhere_are_one_link_also_under_a_mark():
    marks = [Mark(0, 18, id=1, number=1)]

    (html,) = drawn(TEXT, marks, [Link(4, 12, "/a/?b=1&c=2"), Link(6, 30, "/inside/")])

    assert '<a class="ev a k1" href="/a/?b=1&amp;c=2">minister</a>' in html
    assert "/inside/" not in html


def test_printed_angle_brackets_stay_words():
    (html,) = drawn("He wrote <script>alert(1)</script>.", [Mark(9, 17, id=1, number=1)])

    assert "<script" not in html
    assert "&lt;script&gt;" in html
