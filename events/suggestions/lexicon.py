"""Names that the recognisers know, as plain data: built from the gazetteer, with an archive's own rows laid over it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from events.suggestions.reading import WORD

SHORTEST_SURNAME = 3  # "II" is none


class Term(NamedTuple):
    """An office somebody held; the ends are EDTF, empty where unknown or open."""

    office: str
    of: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody or something with a name. `government` is the state for which a capital or palace may stand."""

    name: str
    kind: str  # person, organisation, state, place, adjective, people
    slug: str = ""
    place_slug: str = ""
    state: str = ""
    government: str = ""
    terms: tuple[Term, ...] = ()


class Match(NamedTuple):
    """An entry and how many words its name took."""

    entry: Entry
    length: int


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Names by their first word. Later entries of an equal name win over earlier ones of the same kind.

    Each is equal to itself alone, so that what was read with it can be kept.
    """

    names: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]] = field(default_factory=dict)
    surnames: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    first_names: frozenset[str] = frozenset()
    offices: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        entries: Iterable[tuple[str, Entry]],
        first_names: Iterable[str] = (),
        offices: Mapping[str, str] | None = None,
    ) -> "Lexicon":
        """From pairs of name and entry."""
        names: dict[str, dict[tuple[str, ...], Entry]] = {}
        surnames: dict[str, dict[str, Entry]] = {}
        for name, entry in entries:
            words = words_of(name)
            if not words:
                continue
            names.setdefault(words[0], {})[words] = entry
            if entry.kind == "person" and len(words) > 1 and len(words[-1]) > SHORTEST_SURNAME - 1:
                surnames.setdefault(words[-1], {})[entry.name] = entry
        return cls(
            {first: _longest_first(found) for first, found in names.items()},
            {name: tuple(found.values()) for name, found in surnames.items()},
            frozenset(first_names),
            dict(offices or {}),
        )

    def with_entries(self, entries: Iterable[tuple[str, Entry]]) -> "Lexicon":
        """The same with further names laid over it; what is known of an equal name stays unless it is given anew."""
        laid = Lexicon.of((name, self._enriched(name, entry)) for name, entry in entries)
        names = dict(self.names)
        for first, found in laid.names.items():
            names[first] = _longest_first({**dict(names.get(first, ())), **dict(found)})
        surnames = dict(self.surnames)
        for surname, persons in laid.surnames.items():
            told = {person.name: person for person in (*surnames.get(surname, ()), *persons)}
            surnames[surname] = tuple(told.values())
        return Lexicon(names, surnames, self.first_names, self.offices)

    def pairs(self) -> Iterable[tuple[str, Entry]]:
        """Each name with its entry, words parted by blanks."""
        for found in self.names.values():
            for words, entry in found:
                yield " ".join(words), entry

    def _enriched(self, name: str, entry: Entry) -> Entry:
        known = self.exactly(name) or self.exactly(entry.name)
        if known is None:
            return entry
        kind = known.kind if {known.kind, entry.kind} == {"state", "place"} else entry.kind
        return replace(
            entry,
            kind=kind,
            slug=entry.slug or known.slug,
            place_slug=entry.place_slug or known.place_slug,
            state=entry.state or known.state,
            government=entry.government or known.government,
            terms=entry.terms or known.terms,
        )

    def exactly(self, name: str) -> Entry | None:
        """The entry of this name."""
        words = words_of(name)
        found = self.names.get(words[0], ()) if words else ()
        return next((entry for listed, entry in found if listed == words), None)

    def match(self, words: list[str], place: int) -> Match | None:
        """The longest name that these words begin with at a place."""
        for listed, entry in self.names.get(words[place], ()):
            length = len(listed)
            if length == 1 or tuple(words[place : place + length]) == listed:
                return Match(entry, length)
        return None

    @cached_property
    def states(self) -> frozenset[str]:
        """The names of states, regions and bodies that a metonym can stand for."""
        return frozenset(entry.name for _, entry in self.pairs() if entry.kind == "state")


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as the recognisers cut a text."""
    return tuple(match[0].replace("’", "'") for match in WORD.finditer(name))


def _longest_first(found: dict[tuple[str, ...], Entry]) -> tuple[tuple[tuple[str, ...], Entry], ...]:
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
