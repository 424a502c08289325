"""Decisions about suggestions as a document."""

from dataclasses import dataclass
from typing import Any

from events.documents.codes import MENTION_KINDS, OUTCOMES, READINGS, SUGGESTION_KINDS, UNDECIDED
from events.documents.reading import DocumentRefused, Reader, many, members, one_of, or_none, slug, text, whole

SHOWN = {"value", "score", "reason", "takes"}
MOST = 500


@dataclass(frozen=True)
class DecidedDocument:
    """One suggestion, as it was sent: `identity` tells it from others; `names` is the row that accepted words name."""

    kind: str
    identity: dict[str, Any]
    names: str | None = None
    reading: str = "entity"
    at: str = ""


@dataclass(frozen=True)
class DecisionDocument:
    """What she decided, and about which suggestions."""

    outcome: str
    suggestions: tuple[DecidedDocument, ...]


def read_decision(value: Any) -> DecisionDocument:
    """The same outcome for one suggestion or several; what is rejected names nobody."""
    known: dict[str, Reader] = {
        "outcome": one_of((*OUTCOMES, UNDECIDED)),
        "suggestions": many(_decided, MOST),
    }
    document = DecisionDocument(**members(value, "", known, required=list(known)))
    if document.outcome == "rejected":
        for one in document.suggestions:
            if one.names is not None:
                raise DocumentRefused.at(f"{one.at}/names", "Leave this out: only what is accepted names somebody.")
    return document


def _decided(value: Any, at: str) -> DecidedDocument:
    identity: dict[str, Reader] = {
        "kind": one_of(SUGGESTION_KINDS),
        "start": whole,
        "end": whole,
        "quote": text(200_000),
        "recogniser": text(60),
        "trigger": or_none(whole),
    }
    known: dict[str, Reader] = {**identity, "names": or_none(_named)}
    required = [name for name in identity if name != "trigger"]
    read = members(value, at, known, passed=SHOWN, required=required)
    named = read.pop("names", None) or {}
    if named and read["kind"] not in MENTION_KINDS:
        raise DocumentRefused.at(f"{at}/names", "Only an actor or a place names somebody: leave this out.")
    return DecidedDocument(read["kind"], read, named.get("slug"), named.get("reading", "entity"), at)


def _named(value: Any, at: str) -> dict[str, Any]:
    return members(value, at, {"slug": slug, "reading": one_of(READINGS)}, required=["slug"])
