"""Pronouns and phrases that stand for somebody named shortly before, where the previous sentence settles whom."""

from collections.abc import Sequence

from events.suggestions.names import PERSON, PLACE, FoundName

_ONE = frozenset(("he", "she", "him", "her", "the latter"))
_TWO = (("they",), ("both", "sides"), ("the", "two", "sides"), ("the", "two", "countries"), ("the", "two", "leaders"),
        ("the", "two", "presidents"), ("the", "two", "ministers"), ("both", "countries"), ("the", "two"))  # fmt: skip


def stands_for(words: Sequence[str], before: Sequence[FoundName]) -> tuple[int, list[FoundName]]:
    """How many words at the start of a sentence stand for names of the one before, and which; (0, []) if unsettled."""
    actors = _distinct([name for name in before if name.sense != PLACE])
    persons = [name for name in actors if name.sense == PERSON]
    if words and words[0] in _ONE:
        return (1, persons[:1]) if len(persons) == 1 or (persons and persons[0] is actors[0]) else (0, [])
    if words[:2] == ["the", "latter"] and len(persons) >= 2:
        return 2, persons[-1:]
    for phrase in _TWO:
        if tuple(words[: len(phrase)]) == phrase and len(actors) == 2:
            return len(phrase), actors
    return 0, []


def _distinct(names: Sequence[FoundName]) -> list[FoundName]:
    kept: dict[str, FoundName] = {}
    for name in names:
        kept.setdefault(name.actor, name)
    return list(kept.values())
