"""An event as a document: its own values, participations and contexts."""

from dataclasses import dataclass, field
from typing import Any

from events.documents.codes import ORIGINS, PRECISIONS, ROLES
from events.documents.reading import Reader, edtf, flag, many, members, one_of, or_none, slug, text, whole

code = text(30)
VALUES: dict[str, Reader] = {
    "label": text(300),
    "type": code,
    "mode": text(60),
    "date": edtf,
    "date_words": text(200),
    "date_origin": one_of(ORIGINS),
    "date_to_check": flag,
    "date_read_in": or_none(whole),
    "place": or_none(slug),
    "geo_precision": one_of(PRECISIONS),
}
SHOWN_OF_PART = {"held", "name", "kind"}
SHOWN = {
    "public_id",
    "url",
    "quad",
    "status",
    "date_lower",
    "date_upper",
    "has_conflict",
    "min_sources",
    "plover_type",
    "plover_note",
    "codebook_version",
    "reports",
    "may_change",
    "confirmed_reports",
}


@dataclass(frozen=True)
class PartDocument:
    """An actor, by slug, with a role; `at` is where the document names him."""

    actor: str
    role: str
    office: str = ""
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class EventDocument:
    """What a document says of an event: only what it gives. References are slugs, codes and ids."""

    values: dict[str, Any]
    participations: tuple[PartDocument, ...] | None = None
    contexts: tuple[str, ...] | None = None
    revision: int | None = None
    at: str = ""


def read_event(value: Any, at: str = "", *, new: bool) -> EventDocument:
    """The document at `at`; of a new event the type must be given."""
    known = {
        **VALUES,
        "participations": many(read_part, 200),
        "contexts": many(code, 40),
        "revision": whole,
    }
    read = members(value, at, known, passed=SHOWN, required=["type"] if new else [])
    return EventDocument(
        values={name: read[name] for name in VALUES if name in read},
        participations=read.get("participations"),
        contexts=read.get("contexts"),
        revision=read.get("revision"),
        at=at,
    )


def read_part(value: Any, at: str) -> PartDocument:
    """One participation."""
    known: dict[str, Reader] = {"actor": slug, "role": one_of(ROLES), "office": text(200)}
    read = members(value, at, known, passed=SHOWN_OF_PART, required=["actor", "role"])
    return PartDocument(**read, at=at)
