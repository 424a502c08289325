"""Who acts in the made-up archive: states, bodies, persons with their offices over the years, groups."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from monitor.generating.vocabulary.persons import first_names, surnames
from monitor.generating.vocabulary.states import (
    BODIES,
    CREWS,
    ORGANISATIONS,
    STATES,
    TERRITORIES,
    WITH_ARTICLE,
    State,
    Territory,
)

MINISTERS = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "Interior Minister")
LESSER = (("deputy", "parliament", "LEG"), ("spokesman", "Foreign Ministry", "GOV"), ("judge", "Supreme Court", "JUD"))
FIRST_DAY, LAST_DAY = date(1994, 3, 1), date(2006, 6, 1)
ARTICLES_A_PERSON = 25
FEWEST_PERSONS = 40
MERGED = 8


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the list; `before` is what prose puts before the name, `city` the name that may stand for it."""

    number: int
    name: str
    kind: str
    before: str = ""
    variants: tuple[str, ...] = ()
    state: str = ""
    city: str = ""
    unrecognised: bool = False
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was where, from when to when; bounds that are not real are first and last citings."""

    person: int
    body: int
    title: str
    printed: str
    sector: str
    start: date
    end: date | None
    is_real: bool

    def held_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class Cast:
    """All actors and offices, and whom a happening of a state can choose from."""

    def __init__(self, seed: str, articles: int) -> None:
        self.random = Random(f"{seed}:cast")
        self.actors: list[Actor] = []
        self.offices: list[Office] = []
        self.of_person: dict[int, list[Office]] = {}
        self.bodies: dict[str, list[Actor]] = {}
        self.groups: dict[str, list[Actor]] = {}
        self.states: dict[str, Actor] = {}
        self.ministers: dict[str, list[Office]] = {}
        self.lesser: dict[str, list[Actor]] = {}
        self._names: set[str] = set()
        self.organisations = [self._add(name, "organisation", before, names) for name, before, names in ORGANISATIONS]
        for state in (*STATES, *TERRITORIES):
            self._add_state(state)
        for _ in range(max(FEWEST_PERSONS, articles // ARTICLES_A_PERSON)):
            self._add_lesser(self.random.choice(STATES))
        self.unnamed = self._add("Unidentified armed group", "unnamed", "an ")
        self._add_merged()

    def person_on(self, state: str, day: date, random: Random) -> Actor | None:
        """Somebody of the state who held an office that day."""
        if self.lesser.get(state) and random.random() < 0.4:
            return random.choice(self.lesser[state])
        held = [office for office in self.ministers[state] if office.held_on(day)]
        return self.actors[random.choice(held).person] if held else None

    def printed_office(self, person: Actor, day: date) -> str:
        """What a digest prints before the name that day, such as "Georgian Foreign Minister "."""
        held = next((o for o in self.of_person.get(person.number, ()) if o.held_on(day)), None)
        return f"{held.printed} " if held else ""

    def _add_state(self, state: State | Territory) -> None:
        own = isinstance(state, State)
        before = "the " if state.name in WITH_ARTICLE else ""
        city = state.cities[0].name if isinstance(state, State) else ""
        actor = self._add(state.name, "state", before, state=state.name, city=city, unrecognised=not own)
        self.states[state.name] = actor
        bodies = BODIES if own else BODIES[:3]
        self.bodies[state.name] = [
            self._add(f"{state.adjective} {body}", "organisation", "the ", state=state.name) for body, _ in bodies
        ]
        cities = [city.name for city in state.cities] if isinstance(state, State) else [state.name]
        self.groups[state.name] = [
            self._add(f"Union of {city} {crew}", "group", "the ", state=state.name)
            for city, crew in zip(cities, self.random.sample(CREWS, len(cities)), strict=True)
        ]
        self.ministers[state.name] = [o for title in MINISTERS for o in self._line_of_holders(state, title, actor)]

    def _line_of_holders(self, state: State | Territory, title: str, body: Actor) -> Iterator[Office]:
        """One holder after the other, from the first day to the last."""
        family = state.family if isinstance(state, State) else "slavic"
        start = FIRST_DAY - timedelta(days=self.random.randrange(400))
        while start < LAST_DAY:
            end = start + timedelta(days=self.random.randrange(300, 1800))
            last = None if end >= LAST_DAY else end
            person = self._add_person(family, state.name)
            yield self._hold(person, body, title, f"{state.adjective} {title}", "GOV", start, last)
            start = end + timedelta(days=1)

    def _add_lesser(self, state: State) -> None:
        title, body_name, sector = self.random.choice(LESSER)
        body = next(body for body in self.bodies[state.name] if body.name.endswith(body_name))
        person = self._add_person(state.family, state.name)
        printed = f"{state.adjective} {title}" if title != "spokesman" else f"{body.name} spokesman"
        start = FIRST_DAY + timedelta(days=self.random.randrange(300))
        self._hold(person, body, title, printed, sector, start, None)
        self.lesser.setdefault(state.name, []).append(person)

    def _hold(
        self, person: Actor, body: Actor, title: str, printed: str, sector: str, start: date, end: date | None
    ) -> Office:
        real = self.random.random() < 0.7
        office = Office(person.number, body.number, title, printed, sector, start, end, real)
        self.offices.append(office)
        self.of_person.setdefault(person.number, []).append(office)
        return office

    def _add_person(self, family: str, state: str) -> Actor:
        while True:
            last = self.random.choice(surnames(family))
            name = f"{self.random.choice(first_names(family))} {last}"
            if name not in self._names:
                return self._add(name, "person", state=state, variants=self._spellings(name))

    def _spellings(self, name: str) -> tuple[str, ...]:
        """Another transcription now and then."""
        other = name.replace("Y", "Iu").replace("k", "c") if self.random.random() < 0.15 else name
        return (other,) if other != name else ()

    def _add_merged(self) -> None:
        """Doubles that an editor has merged into the person they are."""
        persons = [actor for actor in self.actors if actor.kind == "person"]
        for kept in self.random.sample(persons, MERGED):
            if (short := f"{kept.name[0]}. {kept.name.split()[1]}") not in self._names:
                self._add(short, "person", merged_into=kept.number)

    def _add(self, name: str, kind: str, before: str = "", variants: tuple[str, ...] = (), **more: object) -> Actor:
        self._names.add(name)
        actor = Actor(len(self.actors), name, kind, before, variants, **more)  # type: ignore[arg-type]
        self.actors.append(actor)
        return actor
