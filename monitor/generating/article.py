"""The text of one article: a paragraph a report, citations, cross references, and prose about nothing around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from articles.citations import edtf_of_words
from articles.text import first_words
from monitor.generating.cast import Actor, Cast
from monitor.generating.happenings import Event, Part, Report
from monitor.generating.moments import in_words, run_in_words
from monitor.generating.places import Place
from monitor.generating.prose import Prose, Said, Sentence, Stretch
from monitor.generating.sentence import Named, lead
from monitor.generating.timetable import Issue
from monitor.generating.vocabulary.persons import villages
from monitor.generating.vocabulary.sources import SECTIONS, SOURCES, Digest
from monitor.generating.vocabulary.topics import ADJECTIVES, FILLERS, FOLLOW_UPS, GOODS, OBSERVERS, TOPICS

STATUSES = (*["published"] * 17, "draft", "in_review", "withdrawn")
LENGTHS = range(2100, 3700)
VILLAGES = villages()
edtf_read = lru_cache(maxsize=50_000)(edtf_of_words)


@dataclass(frozen=True, slots=True)
class Citation:
    """A parenthesis with its sources: (number of the source, the days as printed, their date)."""

    place: Stretch
    reports: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A parenthesis that points to an earlier issue; `target` counts within the batch."""

    place: Stretch
    publication: str
    volume: int | None
    number: int | None
    date: str
    target: int | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: the actor or place and whether a city's name means its government."""

    place: Stretch
    row: Actor | Place
    reading: str = "entity"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that carry a report: `part` is a participation of its event or claim, `mention` one of the article's."""

    kind: str
    place: Stretch
    part: Part | None = None
    mention: int | None = None


@dataclass(slots=True)
class Article:
    """An article with everything that is marked in it; `told` holds for each report its evidence and attributions."""

    issue: int
    position: int
    status: str
    text: str = ""
    title: str = ""
    title_printed: str = ""
    section: str = ""
    byline: str = ""
    has_url: bool = False
    notes: str = ""
    citations: list[Citation] = field(default_factory=list)
    references: list[CrossReference] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    evidence: list[tuple[Report, list[Evidence]]] = field(default_factory=list)
    attributions: list[tuple[Report, int, int, str]] = field(default_factory=list)  # citation, its report, scope


class Writer:
    """Writes the articles of a batch; it knows their issues, in order, so that one can refer to another."""

    def __init__(self, cast: Cast, digests: Sequence[Digest], issues: Sequence[Issue], random: Random) -> None:
        self.cast, self.digests, self.issues, self.random = cast, digests, issues, random

    def write(self, issue: int, position: int, stories: Sequence[tuple[Event, Report]]) -> Article:
        """The article that reports these events, in this order."""
        self.prose, self.issue = Prose(), self.issues[issue]
        self.article = Article(issue, position, self.random.choice(STATUSES))
        for event, report in stories:
            self._tell(event, report)
        length = self.random.choice(LENGTHS)
        while self.prose.length < length:
            self._fill_paragraph()
        self.article.text = self.prose.text
        self._head(stories)
        return self.article

    def _tell(self, event: Event, report: Report) -> None:
        """A paragraph that opens with the report and most often closes with its sources."""
        self.prose.paragraph()
        sentence, named = lead(self.prose, event, report, self.issue.day, self.cast, self.random)
        self.article.evidence.append((report, self._evidence(report, sentence, named)))
        if report.thorough == 2 and self.random.random() < 0.5:
            self._follow_up(report)
        for _ in range(self.random.randrange(2)):
            self._fill()
        cites = self.random.random() < 0.7
        self._fill(" {citation}" if cites else self._reference())
        if cites or (self.article.citations and self.random.random() < 0.5):
            self._attribute(report, "paragraph" if cites else "inherited")

    def _evidence(self, report: Report, sentence: Sentence, named: Sequence[Named]) -> list[Evidence]:
        found = [Evidence("sentence", Stretch(sentence.start, sentence.end))]
        if report.thorough >= 1:
            found += [Evidence(slot, sentence.marks[slot]) for slot in ("trigger", "hedge") if slot in sentence.marks]
            found += [self._of_part(sentence.marks[one.slot], one) for one in named]
        if report.thorough >= 2:
            found += [Evidence("time", sentence.marks["time"])] if "time" in sentence.marks else []
            found += self._of_place(report, sentence)
        return found

    def _of_part(self, place: Stretch, named: Named) -> Evidence:
        if named.reading == "phrase":
            return Evidence("participant", place, named.part)
        self.article.mentions.append(Mention(place, named.part.actor, named.reading))
        return Evidence("participant", place, named.part, len(self.article.mentions) - 1)

    def _of_place(self, report: Report, sentence: Sentence) -> list[Evidence]:
        if report.place is None or "place" not in sentence.marks:
            return []
        self.article.mentions.append(Mention(sentence.marks["place"], report.place))
        return [Evidence("place", sentence.marks["place"], None, len(self.article.mentions) - 1)]

    def _follow_up(self, report: Report) -> None:
        """A further sentence about one of the actors, named again: a mention, no evidence."""
        actor = next((part.actor for part in report.parts if part.actor.kind == "person"), None)
        who = Said("", actor.name.split()[-1]) if actor else Said("officials near ", self.random.choice(VILLAGES))
        sentence = self.prose.say(self.random.choice(FOLLOW_UPS), {**self._words(), "who": who})
        if actor:
            self.article.mentions.append(Mention(sentence.marks["who"], actor))

    def _fill_paragraph(self) -> None:
        self.prose.paragraph()
        for _ in range(self.random.randrange(1, 4)):
            self._fill()
        self._fill(" {citation}" if self.random.random() < 0.3 else self._reference())

    def _fill(self, closing: str = "") -> None:
        """A sentence that says little; `closing` stands before its final stop."""
        words = self._words()
        reports = self._sources() if "citation" in closing else ()
        if reports:
            words["citation"] = _parenthesis(reports)
        reference = self._referred() if "reference" in closing else None
        if reference:
            words["reference"] = reference[0]
        template = self.random.choice(FILLERS)
        sentence = self.prose.say(f"{template[:-1]}{closing}.", words)
        if reports:
            self.article.citations.append(Citation(sentence.marks["citation"], reports))
        if reference:
            self.article.references.append(CrossReference(sentence.marks["reference"], *reference[1]))

    def _words(self) -> dict[str, Said | str]:
        choose = self.random.choice
        return {
            "topic": choose(TOPICS)[0],
            "goods": choose(GOODS),
            "adjective": choose(ADJECTIVES),
            "observers": choose(OBSERVERS),
            "village": choose(VILLAGES),
            "number": str(self.random.randrange(3, 97)),
        }

    def _sources(self) -> tuple[tuple[int, str, str], ...]:
        """One to three sources, each with the days of its reports; what a citation names twice it cites once."""
        numbers = self.random.sample(range(len(SOURCES)), self.random.choice((1, 1, 2, 2, 3)))
        return tuple(
            (number, words, edtf_read(words, self.issue.date)) for number in numbers for words in [self._days()]
        )

    def _days(self) -> str:
        last = self.issue.day.toordinal() - self.random.randrange(3)
        first = last - (self.random.randrange(1, 3) if self.random.random() < 0.25 else 0)
        return run_in_words(type(self.issue.day).fromordinal(first), type(self.issue.day).fromordinal(last))

    def _reference(self) -> str:
        """Where a sentence shall end with a cross reference, its slot."""
        return " {reference}" if self.random.random() < 0.15 and self._earlier() else ""

    def _earlier(self) -> list[int]:
        own = range(max(0, self.article.issue - 30), self.article.issue)
        return [n for n in own if self.issues[n].digest == self.issue.digest]

    def _referred(self) -> tuple[str, tuple[str, int | None, int | None, str, int | None]]:
        """A reference to an earlier issue of the same digest, by day or by number."""
        target = self.random.choice(self._earlier())
        issue, name = self.issues[target], self.digests[self.issue.digest].title
        if len(issue.date) > 4 and self.random.random() < 0.7:
            words = in_words(issue.day)
            read = edtf_read(words, self.issue.date)
            return f"(see the {name}, {words})", (name, None, None, read, target if read == issue.date else None)
        place = (name, issue.volume, issue.number, "", target)
        return f"(see the {name}, vol. {issue.volume}, no. {issue.number})", place

    def _attribute(self, report: Report, scope: str) -> None:
        citation = len(self.article.citations) - 1
        for n in range(len(self.article.citations[citation].reports)):
            self.article.attributions.append((report, citation, n, scope))

    def _head(self, stories: Sequence[tuple[Event, Report]]) -> None:
        """Headline, section and the rest that stands around a text."""
        article, random = self.article, self.random
        if random.random() < 0.8:
            article.title_printed = (
                stories[0][0].label if stories else f"More on {random.choice(TOPICS)[0]}"
            ).upper() + "."
        article.title = article.title_printed or first_words(article.text)
        article.section = random.choice(SECTIONS)
        article.byline = f"{random.choice(VILLAGES)} Correspondent" if random.random() < 0.1 else ""
        article.has_url = random.random() < 0.3
        article.notes = "Scan is hard to read here." if random.random() < 0.03 else ""


def _parenthesis(reports: Sequence[tuple[int, str, str]]) -> str:
    return f"({'; '.join(f'{SOURCES[number][0]}, {words}' for number, words, _ in reports)})"
