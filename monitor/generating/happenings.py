"""The events of some weeks: what happens, between whom, and which articles report it in which way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from typing import TypeVar

from events import codebook
from monitor.generating.cast import Actor, Cast
from monitor.generating.moments import Moment, another, moment
from monitor.generating.places import Place, Places
from monitor.generating.timetable import Issue
from monitor.generating.vocabulary.phrases import PHRASES, Phrase
from monitor.generating.vocabulary.states import STATES, TERRITORIES
from monitor.generating.vocabulary.topics import NOTES, REASONS_TO_REJECT, REASONS_TO_RETURN, TOPICS

ROLES = {row["code"]: frozenset(row["roles"]) for row in codebook.current().types}
FIRST_STATUS = (
    ("occurred", 60),
    ("planned", 13),
    ("proposed", 6),
    ("ongoing", 6),
    ("alleged", 6),
    ("denied", 4),
    ("cancelled", 5),
)
NEXT_STATUS = {
    "planned": ("occurred", "occurred", "planned", "cancelled"),
    "proposed": ("planned", "proposed"),
    "occurred": ("occurred",),
    "ongoing": ("ongoing", "occurred"),
    "alleged": ("alleged", "occurred", "denied"),
    "denied": ("denied", "alleged"),
    "cancelled": ("cancelled",),
}
AHEAD = ("planned", "proposed", "cancelled")
WITHOUT_ACTOR = ("occurred", "ongoing", "alleged")
NUMBER_OF_REPORTS = ((1, 84), (2, 12), (3, 3), (5, 1))
REVIEWS = (("confirmed", 80), ("proposed", 10), ("rejected", 5), ("returned", 5))
ACTOR_KINDS = (("state", 36), ("body", 24), ("person", 30), ("organisation", 5), ("group", 4), ("unnamed", 1))
NAMES_OF_STATES = [state.name for state in STATES for _ in range(1 + 3 * (state.code in ("RU", "UA", "GE", "KZ")))]
NAMES_OF_STATES += [territory.name for territory in TERRITORIES]
Value = TypeVar("Value")
RELATIONS = ("part_of", "aims_at", "realises", "about", "contradicts")


@dataclass(frozen=True, slots=True)
class Part:
    """An actor's part in a happening; one who is acting has another office than the list of offices says."""

    actor: Actor
    role: str
    acting: bool = False


@dataclass(slots=True)
class Report:
    """What one article says of an event: `article` counts within the batch, claims are empty where it agrees."""

    event: int
    article: int
    status: str
    moment: Moment
    place: Place | None
    phrase: Phrase
    parts: list[Part]
    hedged: bool = False
    background: bool = False
    claims: frozenset[str] = frozenset()
    review: str = "confirmed"
    reason: str = ""
    coder: int = 0
    note: str = ""
    thorough: int = 2  # 0: the sentence alone is marked, 1: also trigger and names, 2: everything


@dataclass(slots=True)
class Event:
    """A happening with its reports; `number` counts through the whole archive."""

    number: int
    label: str
    phrase: Phrase
    topic: str
    contexts: tuple[str, ...]
    moment: Moment
    place: Place | None
    parts: list[Part]
    reports: list[Report] = field(default_factory=list)
    relation: tuple[str, int] | None = None  # kind and the number of an earlier event
    merged_into: int | None = None


class Happenings:
    """Makes the events that the articles of a batch report; `issued` has the issue of each article."""

    def __init__(self, cast: Cast, places: Places, issued: Sequence[Issue], random: Random) -> None:
        self.cast, self.places, self.issued, self.random = cast, places, issued, random
        reporting = [n for n in range(len(issued)) if random.random() < 0.9]
        self.reporting = reporting or list(range(len(issued)))

    def events(self, first: int, count: int) -> Iterator[Event]:
        """`count` events with numbers from `first` on; now and then one that was merged into the one before."""
        kept: list[int] = []
        for number in range(first, first + count):
            event = self._event(number)
            if kept and self.random.random() < 0.003:
                self._merge(event, kept[-1])
            else:
                self._relate(event, kept)
                kept.append(number)
            yield event

    def _event(self, number: int) -> Event:
        random, phrase = self.random, self.random.choice(PHRASES)
        article = random.choice(self.reporting)
        issue = self.issued[article]
        status = _weighted(random, FIRST_STATUS)
        if phrase.subject and status not in WITHOUT_ACTOR:
            status = "occurred"
        background = status == "occurred" and random.random() < 0.08
        days = random.randrange(100, 1500) if background else random.randrange(5)
        self.day = (
            issue.day + timedelta(days=random.randrange(3, 60)) if status in AHEAD else issue.day - timedelta(days)
        )
        parts, state = self._parts(phrase)
        place = None if random.random() < 0.12 else self._place(state)
        topic, context = random.choice(TOPICS)
        event = Event(
            number=number,
            label=_label(phrase, parts, topic, status),
            phrase=phrase,
            topic=topic,
            contexts=tuple({context, random.choice(TOPICS)[1]} if random.random() < 0.3 else {context}),
            moment=self._moment(article, ahead=status in AHEAD),
            place=place,
            parts=parts,
        )
        event.contexts = tuple(sorted(event.contexts))
        event.reports = [Report(number, article, status, event.moment, place, phrase, parts, background=background)]
        self._report_again(event)
        for report in event.reports:
            self._review(report)
        return event

    def _report_again(self, event: Event) -> None:
        """Later articles take the event up: the status moves on, and some contradict."""
        first = event.reports[0]
        later = [n for n in self.reporting if first.article < n < first.article + 60]
        wanted = min(_weighted(self.random, NUMBER_OF_REPORTS) - 1, len(later))
        for article in sorted(self.random.sample(later, wanted)):
            before = event.reports[-1].status
            status = self.random.choice(NEXT_STATUS[before])
            if event.phrase.subject and status not in WITHOUT_ACTOR:
                status = before
            report = Report(event.number, article, status, event.moment, event.place, event.phrase, event.parts)
            report.background = self.random.random() < 0.15
            if self.random.random() < 0.3:
                self._contradict(event, report)
            event.reports.append(report)

    def _contradict(self, event: Event, report: Report) -> None:
        claim = self.random.choice(("date", "place", "type", "parts"))
        issue = self.issued[report.article]
        if claim == "date":
            report.moment = another(self.day, event.moment, issue.day, year_is_known=len(issue.date) > 4)
            differs = report.moment.edtf != event.moment.edtf
        elif claim == "place":
            report.place = self.random.choice(self.places.all[:200])
            differs = report.place is not event.place and report.place.kind != "site"
            report.place = report.place if differs else event.place
        elif claim == "type":
            differs = self._of_another_type(event, report)
        else:
            differs = self._with_another(event, report)
        report.claims = frozenset({claim}) if differs else frozenset()

    def _of_another_type(self, event: Event, report: Report) -> bool:
        """Another type that tells of the same actors in the same roles."""
        told = {part.role for part in event.parts}
        fitting = [
            phrase
            for phrase in PHRASES
            if phrase.type != event.phrase.type
            and told <= ROLES[phrase.type]
            and (phrase.role, phrase.object, phrase.subject)
            == (event.phrase.role, event.phrase.object, event.phrase.subject)
        ]
        if fitting:
            report.phrase = self.random.choice(fitting)
        return bool(fitting)

    def _with_another(self, event: Event, report: Report) -> bool:
        """The same, but the object is somebody else: then the report claims all its participations."""
        own = next((part for part in event.parts if part.role == event.phrase.role), None)
        if own is None:
            return False
        other = self._actor_of(event.phrase.object or "body", but=[part.actor for part in event.parts])
        report.parts = [Part(other, own.role) if part is own else part for part in event.parts]
        return True

    def _review(self, report: Report) -> None:
        random = self.random
        report.review = _weighted(random, REVIEWS)
        reasons = {"rejected": REASONS_TO_REJECT, "returned": REASONS_TO_RETURN}.get(report.review)
        report.reason = random.choice(reasons) if reasons else ""
        report.hedged = report.status == "alleged" or random.random() < 0.12
        report.coder = random.randrange(3)
        report.note = random.choice(NOTES) if random.random() < 0.05 else ""
        report.thorough = random.choice((0, 1, 2))

    def _relate(self, event: Event, earlier: list[int]) -> None:
        if earlier and self.random.random() < 0.06:
            event.relation = (self.random.choice(RELATIONS), self.random.choice(earlier))

    def _merge(self, event: Event, kept: int) -> None:
        """Make it a double that an editor has merged: its reports and parts went along."""
        event.merged_into, event.reports, event.parts, event.contexts = kept, [], [], ()

    def _parts(self, phrase: Phrase) -> tuple[list[Part], str]:
        """Who takes part, and the state in which it plays."""
        parts: list[Part] = []
        if not phrase.subject:
            wanted = "person" if phrase.mode == "resign" else _weighted(self.random, ACTOR_KINDS)
            actor = self._actor_of(wanted)
            parts.append(Part(actor, "actor", acting=actor.kind == "person" and self.random.random() < 0.05))
        if phrase.role:
            parts.append(Part(self._actor_of(phrase.object, but=[p.actor for p in parts]), phrase.role))
        if "mediator" in ROLES[phrase.type] and not phrase.subject and self.random.random() < 0.06:
            mediator = self._actor_of("organisation", but=[part.actor for part in parts])
            parts.append(Part(mediator, "mediator"))
        return parts, next((part.actor.state for part in parts if part.actor.state), "Russia")

    def _actor_of(self, kind: str, but: Sequence[Actor] = ()) -> Actor:
        """Somebody of that kind who is not in it already; a body may be of any kind that can be acted upon."""
        while True:
            actor = self._somebody(kind)
            if actor not in but:
                return actor

    def _somebody(self, kind: str) -> Actor:
        state, random, cast = self.random.choice(NAMES_OF_STATES), self.random, self.cast
        if kind == "state":
            return cast.states[state]
        if kind == "person" and (person := cast.person_on(state, self.day, random)):
            return person
        if kind == "organisation":
            return random.choice(cast.organisations)
        if kind == "group":
            return random.choice(cast.groups[state])
        if kind == "unnamed":
            return cast.unnamed
        return random.choice((*cast.bodies[state], cast.states[state]))

    def _place(self, state: str) -> Place:
        return self.random.choice(self.places.by_state[state])

    def _moment(self, article: int, *, ahead: bool) -> Moment:
        issue = self.issued[article]
        return moment(self.day, issue.day, self.random, ahead=ahead, year_is_known=len(issue.date) > 4)


def _label(phrase: Phrase, parts: list[Part], topic: str, status: str) -> str:
    """What happens in a short sentence without a final stop."""
    named = {part.role: part.actor.name for part in reversed(parts)}
    subject = phrase.subject or named["actor"]
    verb = f"to {phrase.base}" if status in AHEAD else phrase.past
    words = [subject, verb, phrase.link, named.get(phrase.role, "") if phrase.role else ""]
    words += [phrase.about, topic] if phrase.about else []
    return " ".join(filter(None, words))


def _weighted(random: Random, table: Sequence[tuple[Value, int]]) -> Value:
    return random.choices([value for value, _ in table], [weight for _, weight in table])[0]
