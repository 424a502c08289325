"""The table of `triggers.txt` as plain values: which words carry an act, and of which types it may be."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from events.suggestions.verb_forms import forms_of

FAR = frozenset(("off", "out", "up", "back", "for", "on", "down", "over", "away", "together", "aside"))


@dataclass(frozen=True, slots=True)
class TypeGuess:
    """A type of the codebook, with its mode where one fits."""

    type: str
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table for one lemma."""

    lemma: str
    particles: tuple[str, ...]
    beside: frozenset[str]
    types: tuple[TypeGuess, ...]
    flags: frozenset[str]

    def fits(self, after: list[str], clause: Collection[str]) -> bool:
        """Whether the words behind the verb and those of its clause are what the line asks for; `^` is a capital."""
        for number, particle in enumerate(self.particles):
            if particle not in after[: 5 if particle in FAR else number + 2 if number else 1]:
                return False
        return not self.beside or not self.beside.isdisjoint(clause)


@dataclass(frozen=True)
class Triggers:
    """Verb forms and nouns, each with its lines in the order of the file."""

    verbs: Mapping[str, tuple[tuple[Row, frozenset[str]], ...]]
    nouns: Mapping[str, tuple[Row, ...]]


@cache
def triggers() -> Triggers:
    """The table of this release."""
    verbs: dict[str, list[tuple[Row, frozenset[str]]]] = {}
    nouns: dict[str, list[Row]] = {}
    for row in _rows((Path(__file__).parent / "triggers.txt").read_text(encoding="utf-8")):
        if "noun" in row.flags:
            nouns.setdefault(row.lemma, []).append(row)
            continue
        for form, kinds in forms_of(row.lemma).items():
            verbs.setdefault(form, []).append((row, kinds))
    by_particles = {form: tuple(sorted(rows, key=lambda one: -len(one[0].particles))) for form, rows in verbs.items()}
    return Triggers(by_particles, {noun: tuple(rows) for noun, rows in nouns.items()})


def _rows(text: str) -> Iterator[Row]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    lists = dict(_list(line) for line in lines if line.startswith("@"))
    for line in lines:
        if not line.startswith("@"):
            yield from _of_line(line, lists)


def _list(line: str) -> tuple[str, list[str]]:
    name, _, words = line.partition(" = ")
    return name, words.split()


def _of_line(line: str, lists: Mapping[str, list[str]]) -> Iterator[Row]:
    lemmas, beside, types, flags = (part.split() for part in line.split("|"))
    words = {word for one in beside for word in lists.get(one, [one]) if one != "-"}
    if "-" in beside:
        words = set()
    guesses = tuple(TypeGuess(*guess.split(".")) for guess in types)
    for lemma in lemmas:
        verb, *particles = lemma.split("_")
        yield Row(verb, tuple(particles), frozenset(words), guesses, frozenset(flags))
