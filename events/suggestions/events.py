"""Events: what a sentence tells, with types, status, date, place, participants and the citation that covers it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from articles.text import paragraphs
from events.suggestions.acts import Act, find_acts
from events.suggestions.candidate import Candidate, named
from events.suggestions.happenings import ENOUGH, Happening, happenings
from events.suggestions.issue_day import IssueDay
from events.suggestions.names import PLACE, FoundName
from events.suggestions.participants import Participant, participants
from events.suggestions.pronouns import stands_for
from events.suggestions.reading import Reading, Word
from events.suggestions.reports_nothing import weight
from events.suggestions.times import FoundTime
from events.suggestions.triggers import Row, TypeGuess, triggers
from events.suggestions.verb_forms import PAST

NAME = named("events", "1")
LONGEST_SENTENCE = 300  # words; what comes after is no prose
_OPENING, _CLOSING = "“«", "”»"
_PLACED_BY = frozenset(("in", "at", "near", "outside", "inside", "around", "across", "off"))
_BETWEEN = frozenset(("the", "central", "northern", "southern", "eastern", "western", "downtown"))
_UNKNOWN = Row("", (), frozenset(), (TypeGuess("X-STATE"), TypeGuess("X-ECON"), TypeGuess("SUPPORT")), frozenset())


def find_events(reading: Reading, names: Sequence[FoundName]) -> Iterator[Candidate]:
    """The events of each sentence, in order of the text."""
    text = _Text(reading, names)
    for number in range(len(reading.sentences)):
        yield from text.events_of(number)


@dataclass
class _Sentence:
    number: int
    words: list[Word]
    names: list[FoundName]
    times: list[FoundTime]
    offset: int  # the number of its first word in the text

    @property
    def low(self) -> list[str]:
        return [word.low for word in self.words]


class _Text:
    def __init__(self, reading: Reading, names: Sequence[FoundName]) -> None:
        self.reading, self.names = reading, names
        self.issue = IssueDay.of(reading.issued)
        self.paragraph_ends = [block.end for block in paragraphs(reading.text)]
        self.in_prose = [time for time in reading.times if not reading.in_aside(time.start)]

    def events_of(self, number: int) -> Iterator[Candidate]:
        sentence = self._sentence(number)
        if len(sentence.words) < 2:
            return
        capital = self._capitals(sentence)
        acts = find_acts(sentence.low, capital, _quoted(sentence.words), triggers())
        added = self._weight(sentence)
        if not any(act.score > 0.4 or act.score + added >= ENOUGH for act in acts):
            acts = [*acts, *_unknown_verb(sentence, capital)]
        told = happenings(sentence.low, acts, self._later_dates(sentence))
        for happening in told:
            score = min(0.97, happening.score + added)
            if score >= ENOUGH:
                yield self._candidate(sentence, happening, score)

    def _sentence(self, number: int) -> _Sentence:
        first, last = self.reading.word_ranges[number]
        words = [word for word in self.reading.words[first:last] if not word.hidden][:LONGEST_SENTENCE]
        bounds = self.reading.sentences[number]
        names = [name for name in self.names if bounds.start <= name.start < bounds.end]
        times = [time for time in self.in_prose if bounds.start <= time.start < bounds.end]
        return _Sentence(number, words, names, times, first)

    def _capitals(self, sentence: _Sentence) -> list[bool]:
        return [word.text[0].isupper() for word in sentence.words]

    def _weight(self, sentence: _Sentence) -> float:
        bounds = self.reading.sentences[sentence.number]
        actors = sum(1 for name in sentence.names if name.sense != PLACE)
        if not actors and stands_for(sentence.low, self._names_before(sentence.number))[1]:
            actors = 1
        cited = any(bounds.start <= start < bounds.end for start, _ in self.reading.asides)
        return weight(sentence.low, self.reading.text[bounds.start : bounds.end], actors, len(sentence.times), cited)

    def _names_before(self, number: int) -> list[FoundName]:
        if number == 0:
            return []
        bounds = self.reading.sentences[number - 1]
        return [name for name in self.names if bounds.start <= name.start < bounds.end]

    def _later_dates(self, sentence: _Sentence) -> list[int]:
        starts = [word.start for word in sentence.words]
        return [bisect_left(starts, time.start) for time in sentence.times]

    def _candidate(self, sentence: _Sentence, happening: Happening, score: float) -> Candidate:
        bounds = self.reading.sentences[sentence.number]
        quote = self.reading.text[bounds.start : bounds.end]
        value = self._value(sentence, happening)
        return Candidate("event", bounds.start, bounds.end, quote, value, round(score, 2), happening.reason, NAME)

    def _value(self, sentence: _Sentence, happening: Happening) -> dict[str, Any]:
        trigger = sentence.words[happening.place]
        place = self._place(sentence, happening)
        return {
            "types": [guess.type for guess in happening.types],
            "status": happening.status,
            "mode": happening.types[0].mode,
            "date": self._date(sentence, happening),
            "place": place,
            "participants": [one.as_row() for one in self._participants(sentence, happening)],
            "trigger": [trigger.start, trigger.end],
            "citation": self._citation(sentence),
        }

    def _participants(self, sentence: _Sentence, happening: Happening) -> list[Participant]:
        trigger = sentence.words[happening.place]
        place = self.reading.words.index(trigger, sentence.offset)
        clause = [name for name in sentence.names if self._in_clause(sentence, happening, name)]
        by = next((place + step for step, word in enumerate(sentence.low[happening.place :]) if word == "by"), None)
        length, named_before = stands_for(sentence.low, self._names_before(sentence.number))
        referred = []
        if length and happening.place < 12:
            start, end = sentence.words[0].start, sentence.words[length - 1].end
            referred = [Participant("actor", name.actor, start, end) for name in named_before]
        return participants(happening, place, clause, by, referred)

    def _in_clause(self, sentence: _Sentence, happening: Happening, name: FoundName) -> bool:
        first, last = happening.clause
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        if name.end <= start:
            return not any(start <= other.start < sentence.words[happening.place].start for other in sentence.names)
        return name.start < end

    def _place(self, sentence: _Sentence, happening: Happening) -> str | None:
        """A place that a preposition puts the happening in, in the clause of its trigger."""
        first, last = happening.clause
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        words = {word.start: number for number, word in enumerate(sentence.words)}
        for name in sentence.names:
            before = words.get(name.start, 0) - 1
            while before > 0 and sentence.words[before].low in _BETWEEN:
                before -= 1
            left = sentence.words[before].low if before >= 0 else ""
            placed = left in _PLACED_BY or (left == "to" and happening.types[0].mode == "visit")
            if name.sense == PLACE and start <= name.start < end and placed:
                return name.entry.name
        return None

    def _date(self, sentence: _Sentence, happening: Happening) -> str | None:
        trigger = sentence.words[happening.place]
        first, last = happening.clause
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        times = [time for time in sentence.times if time.date]
        inside = [time for time in times if start <= time.start < end] or (times if len(times) == 1 else [])
        if inside:
            return min(inside, key=lambda time: (time.form == "year", abs(time.start - trigger.start))).date
        if self.issue.day is None:
            return None
        return f"[{self.issue.day}..]" if happening.status in ("planned", "proposed") else f"[..{self.issue.day}]"

    def _citation(self, sentence: _Sentence) -> list[int] | None:
        """The citation that closes the stretch of the paragraph in which the sentence stands."""
        bounds = self.reading.sentences[sentence.number]
        end = next((end for end in self.paragraph_ends if end >= bounds.end), bounds.end)
        following = next((one for one in self.reading.citations if bounds.start <= one.start < end), None)
        return [following.start, following.end] if following else None


def _quoted(words: Sequence[Word]) -> list[bool]:
    inside, straight, answers = False, False, []
    for word in words:
        if word.text in _OPENING:
            inside = True
        elif word.text in _CLOSING:
            inside = False
        elif word.text == '"':
            straight = not straight
        answers.append(inside or straight)
    return answers


def _unknown_verb(sentence: _Sentence, capital: Sequence[bool]) -> Iterator[Act]:
    """A sentence with an actor and some verb in the past tense tells something, whatever it is."""
    for place, word in enumerate(sentence.low):
        past = word.endswith("ed") and len(word) > 4 and not capital[place]
        if past and place > 0 and sentence.low[place - 1] not in ("the", "a", "an", "its", "his", "their", "of"):
            yield Act(
                place,
                _UNKNOWN,
                "happened",
                0.36,
                f"{PAST} tense of an unknown verb",
                types=_UNKNOWN.types,
                clause=(0, len(sentence.low)),
            )
            return
