"""Decisions about suggestions as a document."""

from dataclasses import dataclass
from typing import Any

from events.documents.codes import OUTCOMES, SUGGESTION_KINDS
from events.documents.reading import Reader, many, members, one_of, or_none, text, whole

SHOWN = {"value", "score", "reason"}
MOST = 500


@dataclass(frozen=True)
class DecidedDocument:
    """One suggestion, as it was sent: what tells it from others."""

    kind: str
    start: int
    end: int
    quote: str
    recogniser: str
    trigger: int | None = None


@dataclass(frozen=True)
class DecisionDocument:
    """What she decided, and about which suggestions."""

    outcome: str
    suggestions: tuple[DecidedDocument, ...]


def read_decision(value: Any) -> DecisionDocument:
    """The same outcome for one suggestion or several."""
    known: dict[str, Reader] = {"outcome": one_of(OUTCOMES), "suggestions": many(_decided, MOST)}
    return DecisionDocument(**members(value, "", known, required=list(known)))


def _decided(value: Any, at: str) -> DecidedDocument:
    known: dict[str, Reader] = {
        "kind": one_of(SUGGESTION_KINDS),
        "start": whole,
        "end": whole,
        "quote": text(200_000),
        "recogniser": text(60),
        "trigger": or_none(whole),
    }
    required = [name for name in known if name != "trigger"]
    return DecidedDocument(**members(value, at, known, passed=SHOWN, required=required))
