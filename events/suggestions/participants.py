"""Who takes part in a happening: the subject acts, the object is acted on, "by" turns a passive round."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from events.suggestions.happenings import Happening
from events.suggestions.names import PLACE, FoundName

_EQUAL = ("CONSULT", "SUPPORT", "AGREE", "COOPERATE")


class Participant(NamedTuple):
    """Somebody with a role and the words that name him."""

    role: str
    name: str
    start: int
    end: int

    def as_row(self) -> dict[str, Any]:
        """The shape of a candidate's value."""
        return self._asdict()


def participants(
    happening: Happening, place: int, names: Sequence[FoundName], by: int | None, referred: Sequence[Participant]
) -> list[Participant]:
    """Those of a happening whose trigger is this word of the text; `referred` are named by a pronoun before it."""
    actors = [name for name in names if name.sense != PLACE]
    before = [name for name in actors if name.first < place]
    after = [name for name in actors if name.first > place]
    subjects, objects = _last_group(before), _first_group(after)
    if happening.passive:
        agents = _first_group([name for name in after if by is not None and name.first > by])
        return [
            *_as("actor", agents),
            *_as("victim" if happening.types[0].type == "ASSAULT" else "recipient", subjects),
        ]
    found = _as("actor", subjects) or [one._replace(role="actor") for one in referred]
    return [*found, *_as("recipient", [name for name in objects if name.actor not in {one.name for one in found}])]


def _last_group(names: Sequence[FoundName]) -> list[FoundName]:
    """The last name with those joined to it by "and" or a comma."""
    group = list(names[-1:])
    for name in reversed(names[:-1]):
        if group[0].first - name.last > 7 or not _joined(name, group[0]):
            break
        group.insert(0, name)
    return group


def _first_group(names: Sequence[FoundName]) -> list[FoundName]:
    group = list(names[:1])
    for name in names[1:]:
        if not _joined(group[-1], name):
            break
        group.append(name)
    return group


def _joined(one: FoundName, other: FoundName) -> bool:
    between = other.first - one.last
    office = 0 if other.office is None else 4
    return between <= 1 + office


def _as(role: str, names: Sequence[FoundName]) -> list[Participant]:
    kept: dict[str, Participant] = {}
    for name in names:
        kept.setdefault(name.actor, Participant(role, name.actor, name.start, name.end))
    return list(kept.values())
