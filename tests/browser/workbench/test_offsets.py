"""Offsets in the browser are the server's: code points, and never half of what is seen as one character."""

import random

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PIECES = ["a", "é", "e\u0301", "𝔐", "👩‍👩‍👧‍👦", "🇪🇪", "\u00a0", " ", "’", "ß", "n\u0303o", "Ж", "日", "👍🏽", ".", "x"]
MARKS = """async ({ text, marks }) => {
  const { Offsets } = await import("/static/events/workbench/offsets.js");
  const offsets = new Offsets(text);
  return marks.map(([start, end]) => {
    const units = [offsets.units(start), offsets.units(end)];
    const whole = offsets.whole(...units);
    const words = [offsets.slice(start, end), offsets.slice(whole.start, whole.end)];
    return [words[0], offsets.points(units[0]), offsets.points(units[1]), whole.start, whole.end, words[1]];
  });
}"""


def test_a_thousand_marks_stand_on_the_same_words_in_browser_and_server(bench):
    dice = random.Random(8)
    text = "".join(dice.choice(PIECES) for _ in range(3000))
    marks = [sorted((dice.randint(0, len(text)), dice.randint(0, len(text)))) for _ in range(1000)]
    page = bench()

    told = page.evaluate(MARKS, {"text": text, "marks": marks})

    for (start, end), (words, from_units, to_units, whole_start, whole_end, whole) in zip(marks, told, strict=True):
        assert (words, from_units, to_units) == (text[start:end], start, end)
        assert whole_start <= start and end <= whole_end
        assert whole == text[whole_start:whole_end]
        assert text[whole_end : whole_end + 1] not in ("\u0301", "\u0303", "\u200d")


def test_half_a_character_is_taken_whole(bench):
    page = bench()

    told = page.evaluate(MARKS, {"text": "a👩‍👩‍👧‍👦b e\u0301", "marks": [[1, 2], [3, 4], [10, 11]]})

    assert [one[5] for one in told] == ["👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦", "e\u0301"]
