import time
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.word_alignment import Run, align, joined

WORDS = st.lists(st.sampled_from("abcdef"), max_size=24)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("a b", "", []),
        ("", "a b", []),
        ("a b c", "a b c", [Run(0, 0, 3)]),
        ("a b c", "x y", []),
        ("a b c d", "a c d", [Run(0, 0, 1), Run(2, 1, 2)]),
        ("a b c", "a x b c", [Run(0, 0, 1), Run(1, 2, 2)]),
        ("a b c", "a x c", [Run(0, 0, 1), Run(2, 2, 1)]),
        ("x the a the y", "the z", [Run(1, 0, 1)]),
        ("a a a", "a a", [Run(0, 0, 2)]),
    ],
)
def test_the_words_that_stay_are_found(old, new, expected):
    assert align(split(old), split(new)) == expected


def test_words_that_stand_once_decide_where_repeated_ones_belong():
    old = split("in the end the first of the four left and the second of the four spoke")
    new = split("the second of the four spoke and in the end the first of the four left")

    passages = [" ".join(old[run.old : run.old + run.length]) for run in align(old, new)]

    assert "in the end the first of the four left" in passages


def test_rows_of_repeated_words_are_landmarks_where_no_word_stands_once():
    dice = Random(5)
    old = [dice.choice("abcdefghij") for _ in range(3000)]
    new = list(old)
    for place in range(50, 3000, 60):
        new[place : place + 1] = ["x", "y"]

    kept = align(old, new)

    assert sum(run.length for run in kept) == len(old) - 50


@settings(max_examples=400, deadline=None, database=None)
@given(old=WORDS, new=WORDS)
def test_runs_are_equal_words_in_order_and_never_touch(old, new):
    runs = align(old, new)

    assert all(old[run.old : run.old + run.length] == new[run.new : run.new + run.length] for run in runs)
    assert all(run.length > 0 for run in runs)
    for run, following in pairwise(runs):
        old_gap = following.old - run.old - run.length
        new_gap = following.new - run.new - run.length
        assert min(old_gap, new_gap) >= 0 < max(old_gap, new_gap)


@settings(max_examples=200, deadline=None, database=None)
@given(words=WORDS, place=st.integers(0, 24), gone=st.integers(0, 5), come=st.lists(st.sampled_from("xyz"), max_size=5))
def test_one_change_keeps_every_other_word(words, place, gone, come):
    changed = words[:place] + come + words[place + gone :]

    kept = sum(run.length for run in align(words, changed))

    assert kept == len(words[:place]) + len(words[place + gone :])


def test_without_landmarks_as_many_words_stay_as_can():
    old, new = split("a a b b a a b b"), split("b b a a b b a a")

    assert sum(run.length for run in align(old, new)) == 6


def test_runs_that_touch_on_both_sides_become_one():
    assert joined([Run(0, 0, 2), Run(2, 2, 1), Run(3, 4, 1)]) == [Run(0, 0, 3), Run(3, 4, 1)]


@pytest.mark.parametrize("kind", ["one word", "two words", "two words twice", "backwards", "shuffled", "pairs"])
def test_hostile_words_take_bounded_time(kind):
    dice, count = Random(1), 20_000
    numbers = [str(number) for number in range(count)]
    old, new = {
        "one word": (["a"] * count, ["a"] * 9000 + ["b"] + ["a"] * 9000),
        "two words": (["a", "b"] * 10_000, [dice.choice("ab") for _ in range(count)]),
        "two words twice": ([dice.choice("ab") for _ in range(count)], [dice.choice("ab") for _ in range(count)]),
        "backwards": (numbers, numbers[::-1]),
        "shuffled": (numbers, dice.sample(numbers, count)),
        "pairs": ([str(number // 2) for number in range(count)], [str(number // 2) for number in range(count, 0, -1)]),
    }[kind]
    begun = time.process_time()

    align(old, new)

    assert time.process_time() - begun < 1.5


def split(words):
    return words.split()
