"""Texts in a digest's manner, and corrections of them in which every word knows whether it was touched."""

import re
from random import Random


class Word:
    """A word with its blanks; the same object in two lists is the same word, untouched."""

    def __init__(self, text):
        self.text = text


def words_of(text):
    return [Word(found[0]) for found in re.finditer(r"\S+\s*", text)]


def starts_of(words):
    starts, place = [], 0
    for word in words:
        starts.append(place)
        place += len(word.text)
    return starts


def corrected(text, dice, edits):
    words = words_of(text)
    for _ in range(edits):
        words = edited(words, dice)
    return "".join(word.text for word in words)


def edited(words, dice):
    """The words after one thing that editors do; what they write is made of words the text has elsewhere."""
    place = dice.randrange(len(words))
    end = min(len(words), place + dice.choice([1, 1, 1, 2, 3, 5, 8]))
    changes = {
        "replace": lambda: words[:place] + borrowed(words, dice, end - place) + words[end:],
        "delete": lambda: words[:place] + words[end:],
        "insert": lambda: words[:place] + borrowed(words, dice, end - place) + words[place:],
        "misprint": lambda: [*words[:place], misprinted(words[place], dice), *words[place + 1 :]],
        "comma": lambda: [*words[:place], Word(with_comma(words[place].text)), *words[place + 1 :]],
        "delete a sentence": lambda: without_sentence(words, dice),
        "repeat a sentence": lambda: with_sentence_twice(words, dice),
        "repeat a phrase": lambda: repeated(words, slice(place, end), dice.randrange(len(words))),
        "join or part paragraphs": lambda: [*words[:place], reblanked(words[place], dice), *words[place + 1 :]],
    }
    return changes[dice.choice(list(changes))]() or words


def without_sentence(words, dice):
    stops = stops_of(words)
    first = dice.randrange(len(stops) - 1)
    return words[: stops[first]] + words[stops[first + 1] :]


def with_sentence_twice(words, dice):
    stops = stops_of(words)
    first = dice.randrange(len(stops) - 1)
    return repeated(words, slice(stops[first], stops[first + 1]), dice.choice(stops))


def stops_of(words):
    """The places where a sentence begins, and the end."""
    inner = (index for index, word in enumerate(words[:-1], 1) if word.text.rstrip().endswith("."))
    return [0, *inner, len(words)]


def borrowed(words, dice, count):
    return [Word(dice.choice(words).text.rstrip() + " ") for _ in range(dice.choice([1, count, count + 2]))]


def misprinted(word, dice):
    place = dice.randrange(len(word.text.rstrip()))
    return Word(word.text[:place] + dice.choice("aeinrst") + word.text[place + dice.randint(0, 1) :])


def with_comma(text):
    word = text.rstrip()
    return word + "," + text[len(word) :]


def reblanked(word, dice):
    return Word(word.text.rstrip() + dice.choice([" ", "\n", "\n\n"]))


def repeated(words, passage, place):
    return [*words[:place], *(Word(word.text) for word in words[passage]), *words[place:]]


def written_text(code_points=3_100, dice=None):
    """A digest's text in sentences that share most of their words, as those of a digest do."""
    dice = dice or Random(7)
    subjects = ["Moscow", "Tokyo", "The Foreign Ministry", "President Yeltsin", "Gen. Lebed", "The delegation", "Baku"]
    verbs = ["said that", "denied that", "proposed that", "insisted that", "hoped that", "made it known that"]
    themes = ["the talks on the border", "the treaty of 1997", "the visit", "a summit in Cologne", "the U.S. plan"]
    ends = ["would be put off until June 3", "had failed", "remained a priority", "served both sides", "was not enough"]
    sources = ["", "", "", " (Kyodo, May 28-29; AP, May 29)", " (Itar-Tass, May 30)", ", as it were", " at the time"]
    text = ""
    while len(text) < code_points:
        parts = [dice.choice(options) for options in (subjects, verbs, themes, ends)]
        text += " ".join(parts) + dice.choice(sources) + "." + dice.choice([" ", " ", " ", " ", "\n\n"])
    return text[:code_points].rstrip()
