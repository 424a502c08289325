"""A report as one document: what the article says of an event, its claims, its words and its sources."""

from dataclasses import dataclass, field
from typing import Any

from events.documents.codes import EVIDENCE_KINDS, MENTION_KINDS, ORIGINS, READINGS, ROLES, SCOPES, STATUSES
from events.documents.event import EventDocument, PartDocument, code, read_event, read_part
from events.documents.reading import (
    DocumentRefused,
    Reader,
    edtf,
    flag,
    many,
    members,
    one_of,
    or_none,
    slug,
    text,
    whole,
)

VALUES: dict[str, Reader] = {
    "status": one_of(STATUSES),
    "hedged": flag,
    "background": flag,
    "note": text(10_000),
    "claimed_date": edtf,
    "claimed_date_words": text(200),
    "claimed_date_origin": one_of(ORIGINS),
    "claimed_date_to_check": flag,
    "claimed_place": or_none(slug),
    "claimed_type": or_none(code),
}
SHOWN = {"id", "revision", "may_change", "coder", "review_state", "review_reason"}
SHOWN_OF_EVIDENCE = {"id", "state", "text_version"}
SHOWN_OF_MENTION = {"id", "revision", "name"}
MOST_EVIDENCE = 500


@dataclass(frozen=True)
class Named:
    """Whom or what words name: an actor or a place, by slug, and how they mean it."""

    kind: str
    slug: str
    reading: str = "entity"
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class EvidenceDocument:
    """Words that carry the report. `named` is None for a phrase, or where `default_name` (not said).

    `is_flagged`: she leaves open whether words that a correction has changed are right.
    """

    kind: str
    start: int
    end: int
    quote: str
    part: tuple[str, str] | None = None
    named: Named | None = None
    default_name: bool = True
    is_flagged: bool = False
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class AttributionDocument:
    """A source that stands for the report: a cited report by id, or by the source's slug and the date."""

    scope: str
    cited_report: int | None = None
    source: str = ""
    date: str = ""
    at: str = field(default="", compare=False)


@dataclass(frozen=True)
class ReportDocument:
    """What a document says of a report: only what it gives. `event` is a public id, or the event as a document."""

    values: dict[str, Any]
    event: str | EventDocument | None = None
    article: int | None = None
    claimed: tuple[PartDocument, ...] | None = None
    evidence: tuple[EvidenceDocument, ...] | None = None
    attributions: tuple[AttributionDocument, ...] | None = None
    at: str = ""


def read_report(value: Any, at: str = "", *, new: bool, with_article: bool = False) -> ReportDocument:
    """The document at `at`; a new one names its event, and `with_article` its article too."""
    known = {
        **VALUES,
        "event": lambda one, place: read_which_event(one, place, new=new),
        "claimed_participations": many(read_part, 200),
        "evidence": many(read_evidence, MOST_EVIDENCE),
        "attributions": many(read_attribution, 200),
    }
    required = ["event"] if new else []
    if with_article:
        known["article"] = whole
        required.append("article")
    read = members(value, at, known, passed=SHOWN | {"article"}, required=required)
    evidence = read.get("evidence")
    return ReportDocument(
        values={name: read[name] for name in VALUES if name in read},
        event=read.get("event"),
        article=read.get("article"),
        claimed=read.get("claimed_participations"),
        evidence=None if evidence is None else tuple(one for one in evidence if one is not None),
        attributions=read.get("attributions"),
        at=at,
    )


def read_which_event(value: Any, at: str, *, new: bool) -> str | EventDocument:
    """`"E000123"`, or the event as a document."""
    return value if isinstance(value, str) and value else read_event(value, at, new=new)


def read_evidence(value: Any, at: str) -> EvidenceDocument | None:
    """One stretch of words; None for an orphan that was sent back, which keeps its row as it is."""
    if isinstance(value, dict) and value.get("state") == "orphan" and value.get("start") is None:
        return None
    known: dict[str, Reader] = {
        "kind": one_of(EVIDENCE_KINDS),
        "start": whole,
        "end": whole,
        "quote": text(200_000),
        "participation": or_none(_participation),
        "mention": or_none(_named),
    }
    read = members(value, at, known, passed=SHOWN_OF_EVIDENCE, required=["kind", "start", "end", "quote"])
    evidence = EvidenceDocument(
        kind=read["kind"],
        start=read["start"],
        end=read["end"],
        quote=read["quote"],
        part=read.get("participation"),
        named=read.get("mention"),
        default_name="mention" not in read,
        is_flagged=value.get("state") == "check",
        at=at,
    )
    return _fitting(evidence)


def _fitting(evidence: EvidenceDocument) -> EvidenceDocument:
    if evidence.kind == "participant" and evidence.part is None:
        raise DocumentRefused.at(f"{evidence.at}/participation", "Say which participation the words name.")
    if evidence.kind != "participant" and evidence.part is not None:
        raise DocumentRefused.at(f"{evidence.at}/participation", "Only evidence of kind participant names one.")
    return evidence


def _participation(value: Any, at: str) -> tuple[str, str]:
    known: dict[str, Reader] = {"actor": slug, "role": one_of(ROLES)}
    read = members(value, at, known, passed={"office", "held"}, required=["actor", "role"])
    return read["actor"], read["role"]


def _named(value: Any, at: str) -> Named:
    known: dict[str, Reader] = {"kind": one_of(MENTION_KINDS), "slug": slug, "reading": one_of(READINGS)}
    return Named(**members(value, at, known, passed=SHOWN_OF_MENTION, required=["kind", "slug"]), at=at)


def read_attribution(value: Any, at: str) -> AttributionDocument:
    """One source: the cited report by its id; without it, the source and the date that the article gives."""
    known: dict[str, Reader] = {
        "cited_report": whole,
        "source": slug,
        "date": edtf,
        "scope": one_of(SCOPES),
    }
    read = members(value, at, known, passed={"name", "words"})
    if "cited_report" not in read and "source" not in read:
        raise DocumentRefused.at(at, "Name the cited report by its id, or by its source and date.")
    return AttributionDocument(**{"scope": "paragraph", **read}, at=at)
