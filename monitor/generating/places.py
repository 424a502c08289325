"""Where the made-up archive plays: regions, countries, provinces, cities and villages, each in the one before."""

from dataclasses import dataclass
from random import Random

from monitor.generating.vocabulary.persons import villages
from monitor.generating.vocabulary.states import STATES, TERRITORIES, WITH_ARTICLE, City, State

FEWEST_VILLAGES, ARTICLES_A_VILLAGE = 60, 150


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the list; `parent` and `ancestors` are numbers in it, the nearest ancestor last."""

    number: int
    name: str
    kind: str
    country: str = ""
    parent: int | None = None
    ancestors: tuple[int, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    variants: tuple[str, ...] = ()
    claimed_by: str = ""
    merged_into: int | None = None

    @property
    def said(self) -> tuple[str, str]:
        """What stands before the name and the name, as after a verb of rest."""
        before = "near " if self.kind == "site" else "in "
        return before + ("the " if self.name in WITH_ARTICLE else ""), self.name


class Places:
    """All places, and which of them a happening of a state can choose from."""

    def __init__(self, seed: str, articles: int) -> None:
        self.random = Random(f"{seed}:places")
        self.all: list[Place] = []
        self.by_state: dict[str, list[Place]] = {}
        regions = {name: self._add(name, "region") for name in dict.fromkeys(state.region for state in STATES)}
        for state in STATES:
            self._add_state(state, regions[state.region])
        for territory in TERRITORIES:
            place = self._add(territory.name, "territory", self._country(territory.state), claimed_by=territory.state)
            self.by_state[territory.name] = self.by_state[territory.state] + [place] * 5
        self._add_villages(min(FEWEST_VILLAGES + articles // ARTICLES_A_VILLAGE, len(villages())))

    def _add_state(self, state: State, region: Place) -> None:
        country = self._add(state.name, "country", region, country=state.code)
        provinces = [self._add(name, "admin1", country, country=state.code) for name in state.provinces]
        cities = [self._add_city(city, self.random.choice([country, *provinces]), state.code) for city in state.cities]
        self.by_state[state.name] = [country, region, *provinces, *cities * 4, *cities[:1] * 6]

    def _add_city(self, city: City, parent: Place, code: str) -> Place:
        return self._add(
            city.name,
            "city",
            parent,
            country=code,
            latitude=city.latitude,
            longitude=city.longitude,
            variants=city.variants,
        )

    def _add_villages(self, count: int) -> None:
        parents = [place for place in self.all if place.kind in ("admin1", "country")]
        states = {state.code: state.name for state in STATES}
        for name in self.random.sample(villages(), count):
            parent = self.random.choice(parents)
            village = self._add(name, "site", parent, country=parent.country, **self._somewhere(parent))
            self.by_state[states[parent.country]].append(village)
        twin = self.all[-1]
        self._add(f"{twin.name}a", "site", self.all[twin.parent or 0], merged_into=twin.number)

    def _somewhere(self, parent: Place) -> dict[str, float]:
        """Coordinates near a city of the country, for one village in three."""
        near = next((p for p in self.all if p.kind == "city" and p.country == parent.country), None)
        if near is None or near.latitude is None or near.longitude is None or self.random.random() < 0.67:
            return {}
        shift = (self.random.uniform(-1, 1), self.random.uniform(-1, 1))
        return {"latitude": round(near.latitude + shift[0], 3), "longitude": round(near.longitude + shift[1], 3)}

    def _country(self, name: str) -> Place:
        return next(place for place in self.all if place.kind == "country" and place.name == name)

    def _add(self, name: str, kind: str, parent: Place | None = None, **more: object) -> Place:
        ancestors = (*parent.ancestors, parent.number) if parent else ()
        place = Place(len(self.all), name, kind, parent=parent.number if parent else None, ancestors=ancestors, **more)  # type: ignore[arg-type]
        self.all.append(place)
        return place
