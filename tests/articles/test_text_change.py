import os
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.text import normalise, sentences
from articles.text_change import HunkKind, Moved, Outcome, hunks, moves
from tests.articles.correcting import corrected, edited, starts_of, words_of, written_text

SEED = os.environ.get("MONITOR_SEED", "")
TEXTS = st.lists(
    st.sampled_from(
        ["the ", "talks ", "Baku ", "Baku. ", "U.S. ", "e\u0301 ", "\U0001f600 ", "a", "\n\n", "no, ", " "]
    ),
    max_size=25,
).map("".join)


@pytest.mark.parametrize(
    ("old", "new", "span", "outcome", "words"),
    [
        ("The talks began.", "The talks began.", "talks", "moved", "talks"),
        ("The talks began.", "At noon the talks began.", "talks", "moved", "talks"),
        ("The long talks began.", "The talks began.", "talks began.", "moved", "talks began."),
        ("The talks began.", "The long talks began.", "The talks began.", "check", "The long talks began."),
        ("The very long talks began.", "The talks began.", "The very long talks", "check", "The talks"),
        ("The talks began.", "The talk began.", "talks", "orphan", None),
        ("The talks began.", "The talks ended.", "talks began", "orphan", None),
        ("The talks began.", "The talks ended.", "The talks began.", "check", "The talks ended."),
        ("The talks began.", "", "talks", "orphan", None),
        ("The talks began.", "Nothing is the same here", "talks", "orphan", None),
        ("In Kosovo, talks", "In Kosovo talks", "Kosovo", "moved", "Kosovo"),
        ("In Kosovo, talks", "In Kosovo talks", "Kosovo, talks", "check", "Kosovo talks"),
        ("Ivanov's visit", "Ivanov\u2019s visit", "Ivanov", "moved", "Ivanov"),
        ("Ivanov came", "Ivanova came", "Ivanov", "orphan", None),
        ("Ivanova came", "Ivanov came", "Ivanova came", "orphan", None),
        ("the U.S. fleet", "the US fleet", "U.S.", "orphan", None),
        ("cafe noir", "cafe\u0323 noir", "cafe", "orphan", None),
        ("It ended.\n\nIt began.", "It ended. It began.", "It ended.", "moved", "It ended."),
        ("It ended.\n\nIt began.", "It ended. It began.", "ended.\n\nIt", "check", "ended. It"),
        ("(Kyodo, May 28)", "(Kyodo, May 28; AP, May 29)", "(Kyodo, May 28", "moved", "(Kyodo, May 28"),
        ("(Kyodo, May 28)", "(Kyodo, May 28; AP, May 29)", "(Kyodo, May 28)", "check", "(Kyodo, May 28; AP, May 29)"),
        ("\U0001f600 Tokyo said", "\U0001f600\U0001f600 Tokyo said", "Tokyo", "moved", "Tokyo"),
    ],
)
def test_a_span_goes_with_its_words(old, new, span, outcome, words):
    start = old.index(span)

    moved = moves(old, new).move(start, start + len(span))

    assert moved.outcome == outcome
    assert (None if moved.start is None else new[moved.start : moved.end]) == words


@pytest.mark.parametrize(
    ("old", "new", "span"),
    [
        ("Ivanov arrived.", "Ivanov left. Ivanov arrived.", "Ivanov arrived."),
        ("It rained. Ivanov left. Ivanov arrived.", "It rained. Ivanov arrived.", "Ivanov arrived."),
        (
            "Talks on aid ended.\n\nTalks on oil began.",
            "Talks on gas failed.\n\nTalks on oil began.",
            "Talks on oil began.",
        ),
        ("He met Ivanov in Baku.", "He met Ivanov in Riga. He met Ivanov in Baku.", "He met Ivanov in Baku."),
    ],
)
def test_a_whole_sentence_put_in_or_taken_out_leaves_its_twin_alone(old, new, span):
    moved = moves(old, new).move(old.index(span), old.index(span) + len(span))

    assert moved == Moved(Outcome.MOVED, new.index(span), new.index(span) + len(span))


def test_a_word_found_everywhere_is_no_proof_that_it_stayed():
    old = "It is cold in Baku today. The delegation flew from the airport in Minsk at noon. In Riga it rained."
    new = "It is cold in Baku today. Nobody knows why both sides met in secret while others wait. In Riga it rained."
    place = old.index("in Minsk")

    assert moves(old, new).move(place, place + 2) == Moved(Outcome.ORPHAN, None, None)


def test_a_passage_put_elsewhere_is_not_followed():
    passage = "The ministers spoke of fish and of borders for two hours."
    rest = (
        "It was cold. The pact of last year is signed. Its annexes wait for the next round, which nobody has named yet."
    )
    old, new = f"{passage} {rest}", f"{rest} {passage}"

    assert moves(old, new).move(0, len(passage)) == Moved(Outcome.ORPHAN, None, None)
    assert moves(old, new).move(len(passage) + 1, len(old)) == Moved(Outcome.MOVED, 0, len(rest))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 17)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="no span of a text of 16 characters"):
        moves("The talks began.", "The talks ended.").move(start, end)


def test_a_difference_is_readable():
    found = hunks("The long talks began.", "The talks ended today.")

    assert [(hunk.kind.value, hunk.text) for hunk in found] == [
        ("equal", "The "),
        ("deleted", "long "),
        ("equal", "talks "),
        ("deleted", "began"),
        ("inserted", "ended today"),
        ("equal", "."),
    ]


def test_equal_texts_differ_in_nothing():
    assert [hunk.kind for hunk in hunks("One.", "One.")] == [HunkKind.EQUAL]
    assert hunks("", "") == []


@settings(max_examples=400, deadline=None, database=None)
@given(old=TEXTS, new=TEXTS)
def test_hunks_hold_both_texts(old, new):
    found = hunks(old, new)

    assert "".join(hunk.text for hunk in found if hunk.kind != HunkKind.INSERTED) == old
    assert "".join(hunk.text for hunk in found if hunk.kind != HunkKind.DELETED) == new
    for hunk in found:
        assert hunk.text in (old[hunk.old_start : hunk.old_end], new[hunk.new_start : hunk.new_end])
        assert hunk.kind != HunkKind.EQUAL or old[hunk.old_start : hunk.old_end] == new[hunk.new_start : hunk.new_end]


@settings(max_examples=400, deadline=None, database=None)
@given(old=TEXTS.filter(bool), new=TEXTS, data=st.data())
def test_no_span_stands_silently_on_other_words(old, new, data):
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))

    moved = moves(old, new).move(start, end)

    if moved.outcome is Outcome.ORPHAN:
        assert (moved.start, moved.end) == (None, None)
    else:
        assert 0 <= moved.start < moved.end <= len(new)
        assert (old[start:end] == new[moved.start : moved.end]) == (moved.outcome is Outcome.MOVED)


@settings(max_examples=200, deadline=None, database=None)
@given(text=TEXTS.filter(bool), data=st.data())
def test_nothing_moves_where_nothing_changed(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert moves(text, text).move(start, end) == Moved(Outcome.MOVED, start, end)


def test_a_hundred_corrections_leave_spans_on_their_own_words():
    drill(written_text(), corrections=100)


@pytest.mark.drill
def test_a_thousand_corrections_leave_spans_on_their_own_words():
    drill(written_text(), corrections=1000)


@pytest.mark.drill
@pytest.mark.skipif(not SEED, reason="MONITOR_SEED names no file")
def test_a_thousand_corrections_of_the_seed_leave_spans_on_their_own_words():
    drill(normalise(Path(SEED).read_text(encoding="utf-8")), corrections=1000)


@pytest.mark.parametrize(("code_points", "seconds"), [(8_000, 0.030), (100_000, 1.0)])
@pytest.mark.parametrize("change", ["a few words", "many words", "everything", "the order"])
def test_a_correction_takes_little_time(change, code_points, seconds):
    dice = Random(2)
    old = written_text(code_points)
    new = {
        "a few words": lambda: corrected(old, dice, edits=5),
        "many words": lambda: corrected(old, dice, edits=min(code_points // 100, 300)),
        "everything": lambda: written_text(code_points, dice=Random(99)),
        "the order": lambda: " ".join(dice.sample(old.split(), len(old.split()))),
    }[change]()

    assert least_time(old, new) < seconds


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 50_000, "a " * 25_000 + "b " + "a " * 24_000),
        ("a b " * 25_000, "b a b " * 16_000),
        ("It was signed. " * 6_600, ("It was signed. " * 90 + "It was not. ") * 70),
        ("x" * 100_000, "x" * 99_999 + "y"),
        ("x" + " " * 100_000 + "y", "x" + " " * 99_000 + "z"),
        ("." * 100_000, "." * 50_000 + "," + "." * 50_000),
        ('." ' * 33_000, '." ' * 12_000 + '" ' + '." ' * 20_000),
    ],
    ids=["one word", "two words", "one sentence", "no blank", "blanks", "stops", "quotation marks"],
)
def test_hostile_texts_take_little_time(old, new):
    assert least_time(old, new) < 1.0


def least_time(old, new):
    times = []
    for _ in range(3):
        begun = time.process_time()
        moves(old, new)
        times.append(time.process_time() - begun)
    return min(times)


def drill(text, corrections):
    """Correct the text at random and see where spans of it went; every word knows whether it was touched."""
    dice, figures = Random(1), Counter()
    words = words_of(text)
    for _ in range(corrections):
        changed = words
        for _ in range(dice.randint(1, 3)):
            changed = edited(changed, dice)
        check_spans(words, changed, dice, figures)
    print(dict(figures))
    untouched = figures["own place"] + figures["other place"] + figures["not moved"]
    assert figures["own place"] >= 0.99 * untouched > 20 * corrections
    assert figures["other place"] <= 0.002 * untouched  # a copy put beside its original, where nothing tells them apart


def check_spans(words, changed, dice, figures):
    old, new = "".join(word.text for word in words), "".join(word.text for word in changed)
    change = moves(old, new)
    starts, places = starts_of(words), dict(zip(map(id, changed), starts_of(changed), strict=True))
    for first, last in [*random_spans(len(words), dice), *sentence_spans(old, starts)]:
        start, end = starts[first], starts[last] + len(words[last].text.rstrip())
        moved = change.move(start, end)
        assert moved.outcome is not Outcome.MOVED or new[moved.start : moved.end] == old[start:end]
        figures[judged(moved, words[first : last + 1], places, new, old[start:end])] += 1


def judged(moved, words, places, new, quote):
    own = places.get(id(words[0]))
    if own is None or any(id(word) not in places for word in words) or not new.startswith(quote, own):
        return f"touched: {moved.outcome}"
    if moved.outcome is not Outcome.MOVED:
        return "not moved"
    return "own place" if moved.start == own else "other place"


def random_spans(count, dice):
    for _ in range(30):
        first = dice.randrange(count)
        yield first, min(count - 1, first + dice.choice([0, 0, 1, 1, 2, 4, 8, 20, 40]))


def sentence_spans(text, starts):
    at = {start: index for index, start in enumerate([*starts, len(text)])}
    for start, end in sentences(text):
        following = min(place for place in at if place >= end)
        yield at[start], at[following] - 1
