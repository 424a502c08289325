"""The sentence that reports an event: who does what to whom, about what, where and when, in every status."""

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import NamedTuple

from monitor.generating.cast import Actor, Cast
from monitor.generating.happenings import Event, Part, Report
from monitor.generating.prose import Prose, Said, Sentence
from monitor.generating.vocabulary.topics import HEDGES

METONYMS = 0.35
SETTING = {"mediator": "with the help of {mediator}", "place": "{place}", "time": "{time}"}
VERBS = {  # what leads to the verb, and its form
    "occurred": ("", "past"),
    "ongoing": ("was still ", "gerund"),
    "planned": ("will ", "base"),
    "proposed": ("has proposed to ", "base"),
    "alleged": ("is said to have ", "done"),
    "denied": ("did not ", "base"),
    "cancelled": ("has given up plans to ", "base"),
}


class Named(NamedTuple):
    """Who stands in a slot, in which words, and how these are meant: entity, metonym, or a phrase that is no name."""

    slot: str
    part: Part
    said: Said
    reading: str


def lead(
    prose: Prose, event: Event, report: Report, day: date, cast: Cast, random: Random
) -> tuple[Sentence, list[Named]]:
    """Say it in an issue of that day; also who is named where."""
    named = [Named(slot, part, *_said(part.actor, day, cast, random)) for slot, part in _slots(report)]
    words: dict[str, Said | str] = {one.slot: one.said for one in named}
    words["trigger"], words["topic"] = getattr(report.phrase, VERBS[report.status][1]), event.topic
    if report.hedged:
        words["hedge"] = random.choice(HEDGES)
    if report.place:
        words["place"] = Said(*report.place.said)
    if report.moment.words:
        words["time"] = Said(report.moment.before, report.moment.words)
    return prose.say(_template(report, words, time_first=random.random() < 0.3), words), named


def _slots(report: Report) -> list[tuple[str, Part]]:
    """Each slot of the sentence that somebody stands in."""
    parts = {part.role: part for part in reversed(report.parts)}
    slots = (
        ("actor", "" if report.phrase.subject else "actor"),
        ("object", report.phrase.role),
        ("mediator", "mediator"),
    )
    return [(slot, parts[role]) for slot, role in slots if role in parts]


def _template(report: Report, words: Mapping[str, Said | str], *, time_first: bool) -> str:
    slots = [slot for slot in ("mediator", "place", "time") if slot in words]
    subject, opening = report.phrase.subject or "{actor}", ""
    if time_first and "time" in words:
        slots.remove("time")
        subject, opening = subject[0].lower() + subject[1:], "{time}, "
    hedge = "{hedge} " if report.hedged else ""
    verb = f"{VERBS[report.status][0]}{hedge}{{trigger}}"
    closing = ", officials insisted." if report.status == "denied" else "."
    return opening + " ".join([subject, verb, *_object(report), *map(SETTING.__getitem__, slots)]) + closing


def _object(report: Report) -> list[str]:
    phrase = report.phrase
    words = [phrase.link, "{object}" if phrase.role else "", f"{phrase.about} {{topic}}" if phrase.about else ""]
    return [word for word in words if word]


def _said(actor: Actor, day: date, cast: Cast, random: Random) -> tuple[Said, str]:
    """The name as a digest of that day prints it, and how it is meant."""
    if actor.kind == "person":
        return Said(cast.printed_office(actor, day), actor.name), "entity"
    if actor.kind == "state" and actor.city and random.random() < METONYMS:
        return Said("", actor.city), "metonym"
    if actor.kind == "unnamed":
        return Said("", "an unidentified armed group"), "phrase"
    return Said(actor.before, actor.name), "entity"
