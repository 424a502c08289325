"""A corrected text as a document, and a report to be linked."""

from dataclasses import dataclass
from typing import Any

from events.documents.reading import DocumentRefused, Reader, members, text, whole

LONGEST_RAW = 1_000_000  # before it is normalised


@dataclass(frozen=True)
class CorrectionDocument:
    """The whole text as it should be, and why; `revision` is the article's that was read."""

    text: str
    reason: str = ""
    public_reason: str = ""
    revision: int | None = None


@dataclass(frozen=True)
class LinkDocument:
    """The event of which a report shall be."""

    event: str
    reason: str = ""


def read_correction(value: Any) -> CorrectionDocument:
    """The text as typed: what it may hold is the normaliser's to say."""
    known: dict[str, Reader] = {
        "text": _raw,
        "reason": text(500),
        "public_reason": text(10),
        "revision": whole,
    }
    return CorrectionDocument(**members(value, "", known, required=["text"]))


def read_link(value: Any) -> LinkDocument:
    """Which event, and why."""
    known: dict[str, Reader] = {"event": text(20), "reason": text(500)}
    return LinkDocument(**members(value, "", known, required=["event"]))


def _raw(value: Any, at: str) -> str:
    if not isinstance(value, str):
        raise DocumentRefused.at(at, "This must be text.")
    if len(value) > LONGEST_RAW:
        raise DocumentRefused.at(at, f"This has {len(value)} characters; at most {LONGEST_RAW} are read.")
    return value
