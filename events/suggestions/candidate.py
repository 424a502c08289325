"""A candidate: some words of a text, what a recogniser reads in them, and why."""

from dataclasses import asdict, dataclass
from typing import Any

KINDS = ("sentence", "citation", "cross_reference", "time", "actor", "place", "hedge", "event")


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text[start:end] == quote`. `value` has the shape of its kind; `score` runs from 0 to 1."""

    kind: str
    start: int
    end: int
    quote: str
    value: Any
    score: float
    reason: str
    recogniser: str

    def as_row(self) -> dict[str, Any]:
        """Plain data in a fixed order of keys."""
        return asdict(self)


def named(recogniser: str, version: str) -> str:
    """How a recogniser signs: its name and the version of its rules."""
    return f"{recogniser}/{version}"
