"""Events of one article against its annotation.

An event is found when a suggestion stands on one of its evidence sentences, one to one, those with a fitting type
first. Its types are right when the first, or any of the three, is the content type, the type on export or an accepted
alternative. A sentence with events of the first tier is positive, one in `negative_sentences` empty.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from events.suggestions.candidate import Candidate
from events.suggestions.measuring.gold import Gold
from events.suggestions.measuring.tally import Share, Tally

FIRST, AMONG_THREE, ANY = 1, 3, 9


def measure_events(
    gold: Gold,
    found: Sequence[Candidate],
    tallies: dict[str, Tally],
    shares: dict[str, Share],
    confusion: Counter[tuple[str, str]],
) -> None:
    """Adds the article's counts to tallies, shares and the confusion of types."""
    events = [one for one in found if one.kind == "event"]
    numbers = {(row["start"], row["end"]): number for number, row in enumerate(gold.rows["sentences"])}
    by_sentence: dict[int, list[Candidate]] = {}
    for one in events:
        by_sentence.setdefault(numbers.get((one.start, one.end), -1), []).append(one)
    _sentences(gold, set(by_sentence), tallies["sentences with events"], shares["empty sentences flagged"])
    matched = _matched(gold, by_sentence)
    for event in gold.rows["events"]:
        if event["tier"] == 1:
            _one_event(event, matched.get(event["id"]), shares, confusion)
    used = {id(one) for one, _ in matched.values()}
    tallies["events"].add(
        sum(event["tier"] == 1 and event["id"] in matched for event in gold.rows["events"]),
        sum(id(one) not in used for one in events),
        sum(event["tier"] == 1 and event["id"] not in matched for event in gold.rows["events"]),
    )
    metonyms = {(row["start"], row["end"]) for row in gold.rows["mentions"] if row["sense"] == "state_by_metonymy"}
    for one in events:
        shares["events placed at a metonym"].add(_at_metonym(one, found, metonyms))


def _sentences(gold: Gold, flagged: set[int], tally: Tally, empty: Share) -> None:
    positive = {part["sentence"] for event in gold.rows["events"] if event["tier"] == 1 for part in event["evidence"]}
    negative = {row["sentence"] for row in gold.rows["negative_sentences"]}
    tally.add(len(positive & flagged), len(negative & flagged), len(positive - flagged))
    for number in negative:
        if number > 0:
            empty.add(number in flagged)


def _matched(gold: Gold, by_sentence: dict[int, list[Candidate]]) -> dict[str, tuple[Candidate, int]]:
    matched: dict[str, tuple[Candidate, int]] = {}
    used: set[int] = set()
    for tier in (1, 2):
        for rank in (FIRST, AMONG_THREE, ANY):
            for event in gold.rows["events"]:
                if event["tier"] != tier or event["id"] in matched:
                    continue
                fitting = _fitting(event, by_sentence, used, rank)
                if fitting is not None:
                    matched[event["id"]] = fitting, rank
                    used.add(id(fitting))
    return matched


def _fitting(
    event: dict[str, Any], by_sentence: dict[int, list[Candidate]], used: set[int], rank: int
) -> Candidate | None:
    accepted = _accepted(event)
    for part in sorted(event["evidence"], key=lambda part: not part.get("primary", True)):
        for one in by_sentence.get(part["sentence"], []):
            if id(one) not in used and (rank == ANY or accepted & set(one.value["types"][:rank])):
                return one
    return None


def _accepted(event: dict[str, Any]) -> set[str]:
    return {event["content_type"], event["plover_export"], *event["accepted_alternatives"]} - {None}


def _one_event(
    event: dict[str, Any],
    match: tuple[Candidate, int] | None,
    shares: dict[str, Share],
    confusion: Counter[tuple[str, str]],
) -> None:
    shares["events found with a type among three"].add(match is not None and match[1] <= AMONG_THREE)
    if match is None:
        confusion[event["content_type"], "none"] += 1
        return
    candidate, rank = match
    shares["first type right"].add(rank == FIRST)
    shares["a type of three right"].add(rank <= AMONG_THREE)
    if rank <= AMONG_THREE:
        shares["status right"].add(candidate.value["status"] in (event["status"], *event.get("accepted_statuses", ())))
    first = candidate.value["types"][0]
    confusion[event["content_type"], event["content_type"] if rank == FIRST else first] += 1


def _at_metonym(event: Candidate, found: Sequence[Candidate], metonyms: set[tuple[int, int]]) -> bool:
    place = event.value["place"]
    named = [one for one in found if one.kind == "place" and event.start <= one.start < event.end]
    return any((one.start, one.end) in metonyms for one in named if one.value["name"] == place)
