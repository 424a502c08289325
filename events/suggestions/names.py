"""The names of a text: persons, organisations, states and places, each with what it stands for and why.

First what the lexicon knows, then names of the shape "first name, surname" and names with an office before them, then
bare surnames of persons whom the same article or the lexicon introduces. Names inside citations are sources and names
inside an office belong to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.citations.known_sources import kind_of
from events.suggestions.lexicon import Entry, Lexicon, Term
from events.suggestions.metonyms import acts
from events.suggestions.name_words import BODIES, BODY_NOUNS, GROUPS, NO_NAMES, PARTICLES
from events.suggestions.offices import office_before
from events.suggestions.reading import Reading, Word

WITH_ARTICLE = frozenset(("netherlands", "ukraine", "vatican", "us", "usa", "uk", "uae"))
UNKNOWN_PLACES_AFTER = frozenset(("in", "near", "outside", "village", "town"))
AROUND = 15  # words on either side that may tell a place from a government
PERSON, ORGANISATION, STATE, METONYM, PLACE = "person", "organisation", "state", "metonym", "place"


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name in the text; `first` and `last` count words, `sense` says what it stands for."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry
    sense: str
    score: float
    reason: str
    office: tuple[int, int] | None = None  # where the office stands, in code points
    government: Entry | None = None  # of a metonym: who acts

    @property
    def actor(self) -> str:
        """The name of who acts, empty for a place."""
        if self.sense == PLACE:
            return ""
        return self.doer.name

    @property
    def doer(self) -> Entry:
        """Who acts: the government behind a metonym, else what is named."""
        return self.government or self.entry


def find_names(reading: Reading, lexicon: Lexicon) -> list[FoundName]:
    """All names in order of the text, none overlapping another."""
    return _Scan(reading, lexicon).found()


@dataclass
class _Scan:
    reading: Reading
    lexicon: Lexicon
    introduced: dict[str, Entry] = field(default_factory=dict)

    def found(self) -> list[FoundName]:
        self.words = self.reading.words
        self.texts = [word.text for word in self.words]
        self.lows = [word.low for word in self.words]
        spans = list(self._spans())
        for _, _, entry, _, _ in spans:
            if entry.kind == "person" and " " in entry.name and len(entry.name.split(" ")[-1]) > 2:
                self.introduced.setdefault(entry.name.split(" ")[-1], entry)
        return self._with_senses(sorted([*spans, *self._surnames(spans)], key=lambda span: span[0]))

    def _spans(self) -> Iterator[tuple[int, int, Entry, float, str]]:
        place, end = 0, len(self.words)
        while place < end:
            word = self.words[place]
            if word.hidden or not word.text[0].isalnum() or word.text.islower():
                place += 1
                continue
            span = self._known(place) or self._shaped(place)
            if span is None:
                place += 1
                continue
            last, entry, score, reason = span
            if entry is not None:
                yield place, last, entry, score, reason
            place = last

    def _known(self, place: int) -> tuple[int, Entry | None, float, str] | None:
        found = self.lexicon.match(self.texts, place)
        if found is None or self.words[place + found.length - 1].sentence != self.words[place].sentence:
            return None
        entry, last = found.entry, place + found.length
        if entry.kind == "adjective":
            return self._of_state(place, last, entry)
        if entry.kind == "people" or (
            entry.kind == STATE and self.texts[place] in ("U.S.", "US") and self._is_office(last)
        ):
            return last, None, 0, ""
        if entry.kind == STATE and self._describes(place, last):
            return last, None, 0, ""
        if entry.kind == "person" or not self._goes_on(place, last):
            return last, entry, 0.95, f"“{' '.join(self.texts[place:last])}” is in the lexicon"
        return None

    def _describes(self, place: int, last: int) -> bool:
        """ "the Kosovo peace talks": the name is a topic there, nobody who acts and no place."""
        if last - place > 1 or self._low(place - 1) not in ("the", "a") or self._low(place) in WITH_ARTICLE:
            return False
        right = self._low(last)
        return right.isalpha() and self.texts[last].islower() and right not in NO_NAMES and not right.endswith("ed")

    def _goes_on(self, place: int, last: int) -> bool:
        """A one-word name that is a first name here: "Vladimir Region" known, "Georgia Smith" not."""
        return last - place == 1 and self.texts[place] in self.lexicon.first_names and self._capital(last)

    def _of_state(self, place: int, last: int, entry: Entry) -> tuple[int, Entry | None, float, str] | None:
        noun = self._low(last)
        state = self.lexicon.exactly(entry.state) or entry
        if noun in BODIES:
            name = f"{entry.name} {noun}"
            return last + 1, Entry(name, ORGANISATION, state=entry.name), 0.7, f"the {noun} of {entry.name}"
        if noun in GROUPS and self.words[last].sentence == self.words[place].sentence:
            return last + 1, state, 0.85, f"“{noun}” of a state count as the state"
        if self._capital(last) and self.lexicon.match(self.texts, last) is None and not self._is_office(last):
            body = self._body(place)
            if body:
                return body
        if self.texts[place] == "U.S." and not self._is_office(last):
            return last, state, 0.5, "the state's name as an adjective"
        return last, None, 0, ""

    def _shaped(self, place: int) -> tuple[int, Entry | None, float, str] | None:
        if not self._capital(place) or self._low(place) in NO_NAMES:
            return None
        last = self._run_end(place)
        names = self.texts[place:last]
        if names[0] in self.lexicon.first_names and last - place >= 2:
            return last, Entry(" ".join(names), PERSON), 0.9, f"“{names[0]}” is a first name"
        if (
            self._is_office(place)
            or any(name in self.lexicon.first_names for name in names[1:-1])
            or kind_of(" ".join(names))
        ):
            return None if self._is_office(place) or not kind_of(" ".join(names)) else (last, None, 0, "")
        body = self._body(place)
        if body:
            return body
        if self._is_office(place - 1) and not self._is_office(place):
            return last, self._person_after_office(names), 0.85, "an office stands before the name"
        if self._low(place - 1) in UNKNOWN_PLACES_AFTER and last - place <= 2 and not self.words[place - 1].hidden:
            return last, Entry(" ".join(names), PLACE), 0.5, f"an unknown name behind “{self.texts[place - 1]}”"
        if last - place in (2, 3) and self._low(last) != ":" and not any(name.lower() in NO_NAMES for name in names):
            return last, Entry(" ".join(names), PERSON), 0.4, "two words in capitals, of no known kind"
        return None

    def _person_after_office(self, names: list[str]) -> Entry:
        return Entry(" ".join(names), PERSON)

    def _run_end(self, place: int) -> int:
        """Where a run of capitalised words ends; a known place, state or body ends it before."""
        last = place + 1
        while self._continues(place, last):
            last += 1
        return last

    def _continues(self, place: int, last: int) -> bool:
        if last >= len(self.words) or self.words[last].sentence != self.words[place].sentence or last - place >= 5:
            return False
        if self.lows[last] in PARTICLES and self._capital(last + 1):
            return last - place <= 2
        if not self._capital(last) or self.lows[last] in NO_NAMES or self.words[last].hidden:
            return False
        known = self.lexicon.match(self.texts, last)
        if known is not None and known.entry.kind in ("adjective", "people"):
            return False
        return known is None or last - place == 1

    def _body(self, place: int) -> tuple[int, Entry | None, float, str] | None:
        last = place
        while (
            last < len(self.words)
            and last - place < 6
            and (self._capital(last) or self._low(last) in ("of", "for", "and"))
        ):
            if self._low(last) in BODY_NOUNS and last > place:
                name = " ".join(self.texts[place : last + 1])
                return last + 1, Entry(name, ORGANISATION), 0.6, f"“{self.texts[last]}” ends the name of a body"
            last += 1
        return None

    def _surnames(
        self, spans: list[tuple[int, int, Entry, float, str]]
    ) -> Iterator[tuple[int, int, Entry, float, str]]:
        taken = {place for first, last, *_ in spans for place in range(first, last)}
        for place, word in enumerate(self.words):
            if place in taken or word.hidden or not word.text[0].isupper() or word.text == "-":
                continue
            if word.text in self.introduced:
                yield place, place + 1, self.introduced[word.text], 0.9, "the article names this person in full"
            elif (known := self._by_surname(word)) is not None:
                yield place, place + 1, known, 0.75, "a surname that the lexicon knows"

    def _by_surname(self, word: Word) -> Entry | None:
        found = self.lexicon.surnames.get(word.text, ())
        if word.low in NO_NAMES or not found:
            return None
        return found[0] if len(found) == 1 else next((one for one in found if self._in_office(one.terms)), found[0])

    def _in_office(self, terms: tuple[Term, ...]) -> bool:
        day = self.reading.issued[:7]
        return bool(day) and any(term.start <= day and (not term.end or day <= term.end) for term in terms)

    def _with_senses(self, spans: list[tuple[int, int, Entry, float, str]]) -> list[FoundName]:
        found: list[FoundName] = []
        before: tuple[int, bool] | None = None
        person = 0  # where the last person's name ends: no office reaches back over it
        for number, (first, last, entry, score, reason) in enumerate(spans):
            follower = spans[number + 1] if number + 1 < len(spans) else None
            if entry.kind != PERSON and self._inside_office(last, follower, person):
                continue
            if entry.kind == PERSON:
                found.append(self._named(first, last, entry, PERSON, score, reason, person))
                before, person = None, last
                continue
            sense, why, doer = self._sense(first, last, entry, before)
            before = (last, doer)
            found.append(self._named(first, last, entry, sense, score, f"{reason}; {why}" if why else reason))
        return found

    def _inside_office(self, last: int, follower: tuple[int, int, Entry, float, str] | None, person: int) -> bool:
        """`Moscow Mayor Yuri Luzhkov`: the city belongs to the office."""
        if follower is None or follower[2].kind != PERSON or follower[0] - last > 5 or follower[0] <= last:
            return False
        office = office_before(self.words, follower[0], self.lexicon, person)
        return office is not None and office[0] < last <= office[1]

    def _sense(self, first: int, last: int, entry: Entry, before: tuple[int, bool] | None) -> tuple[str, str, bool]:
        if entry.kind == ORGANISATION:
            return ORGANISATION, "", True
        if entry.kind == PLACE and not entry.government:
            return PLACE, "", False
        if last - first > 1 and self.lows[last - 1] in GROUPS:
            return STATE, "", True
        start, end = self.reading.word_ranges[self.words[first].sentence]
        start, end = max(start, first - AROUND), min(end, last + AROUND)
        shifted = (before[0] - start, before[1]) if before else None
        doer, why = acts(self.lows[start:end], first - start, last - start, shifted)
        if not doer:
            return PLACE, why, False
        return (METONYM if entry.kind == PLACE else STATE), why, True

    def _named(
        self, first: int, last: int, entry: Entry, sense: str, score: float, reason: str, person: int = 0
    ) -> FoundName:
        office = office_before(self.words, first, self.lexicon, person) if sense == PERSON else None
        span = (self.words[office[0]].start, self.words[office[1] - 1].end) if office else None
        start, end = self.words[first].start, self.words[last - 1].end
        government = None
        if sense == METONYM:
            government = self.lexicon.exactly(entry.government) or Entry(entry.government, STATE)
        return FoundName(first, last, start, end, entry, sense, score, reason, span, government)

    def _capital(self, place: int) -> bool:
        return place < len(self.texts) and self.texts[place][0].isupper()

    def _low(self, place: int) -> str:
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def _is_office(self, place: int) -> bool:
        return self._low(place) in self.lexicon.offices
