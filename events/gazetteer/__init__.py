"""Names of the genre as data: states, places, persons with their offices, organisations, offices, news sources."""

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from events.suggestions.lexicon import Entry, Lexicon, Term

FOLDER = Path(__file__).parent
SEATS = {  # buildings and cities that act for somebody whose capital they are not
    "Kremlin": "Russia",
    "White House": "United States",
    "Capitol": "United States",
    "Elysee": "France",
    "Downing Street": "United Kingdom",
    "Brussels": "European Union",
    "Belgrade": "Yugoslavia",
    "Bonn": "Germany",
}


@cache
def gazetteer() -> Lexicon:
    """The lexicon that needs no row."""
    offices = {words: row["office"] for row in rows("offices") for words in row["words"].split("|")}
    entries = [*_organisations(), *_places(), *_states(), *_persons()]
    return Lexicon.of(entries, (FOLDER / "first_names.txt").read_text(encoding="utf-8").split(), offices)


def spellings() -> Iterator[tuple[str, list[str]]]:
    """Each entry that has several names: its list and these names."""
    for name in ("states", "places", "persons", "organisations"):
        yield from ((name, names) for row in rows(name) if len(names := _all_names(row)) > 1)


@cache
def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the lists."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _states() -> Iterator[tuple[str, Entry]]:
    for row in rows("states"):
        entry = Entry(row["name"], "state", state=row["name"])
        for name in _all_names(row):
            yield name, entry
        for kind, column in (("adjective", "adjectives"), ("people", "peoples")):
            for word in filter(None, row[column].split("|")):
                known = kind == "people" and word in row["adjectives"].split("|")
                if word not in _all_names(row) and not known:
                    yield word, Entry(row["name"], kind, state=row["name"])


def _places() -> Iterator[tuple[str, Entry]]:
    governments = {row["capital"]: row["name"] for row in rows("states") if row["capital"]} | SEATS
    states = {name for row in rows("states") for name in _all_names(row)}
    for row in rows("places"):
        entry = Entry(row["name"], "place", state=row["country"], government=governments.get(row["name"], ""))
        for name in _all_names(row):
            if name not in states:
                yield name, entry


def _organisations() -> Iterator[tuple[str, Entry]]:
    for row in rows("organisations"):
        entry = Entry(row["name"], "organisation", state=row["state"])
        for name in _all_names(row):
            yield name, entry


def _persons() -> Iterator[tuple[str, Entry]]:
    terms: dict[str, list[Term]] = {}
    for row in rows("terms"):
        terms.setdefault(row["person"], []).append(Term(row["office"], row["state"], row["start"], row["end"]))
    listed = {row["name"]: row for row in rows("persons")}
    for name in (*listed, *(name for name in terms if name not in listed)):
        held = tuple(terms.get(name, ()))
        state = listed[name]["state"] if name in listed else held[0].of
        entry = Entry(name, "person", state=state, terms=held)
        for variant in (name, *filter(None, listed.get(name, {}).get("variants", "").split("|"))):
            yield variant, entry


def _all_names(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["variants"].split("|"))]
