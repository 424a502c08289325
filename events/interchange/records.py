"""What a line of the events interchange says, as plain frozen values.

`null` and a missing key mean the same: not given. Dates are EDTF, offsets code points.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """An actor by name, with its role; `office` only where it differs from the office held on the day."""

    name: str
    role: str
    kind: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRecord:
    """Words that carry the report: `actor` and `role` name the participation, `reading` how a name is meant."""

    kind: str
    start: int
    end: int
    quote: str
    actor: str = ""
    role: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source that the article cites for the report, with the date of the citation."""

    source: str
    date: str = ""
    scope: str = "paragraph"


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """What the article at this address says of the event."""

    publication: str
    volume: int
    issue: int
    position: int
    status: str = "occurred"
    hedged: bool = False
    background: bool = False
    claimed_date: str = ""
    claimed_place: str = ""
    claimed_type: str = ""
    claimed_actors: tuple[ActorRecord, ...] = ()
    evidence: tuple[EvidenceRecord, ...] = ()
    sources: tuple[SourceRecord, ...] = ()
    note: str = ""

    @property
    def address(self) -> str:
        return f"{self.publication} {self.volume}/{self.issue}/{self.position}"


@dataclass(frozen=True, slots=True)
class EventRecord:
    """An event with all its reports."""

    type: str
    reports: tuple[ReportRecord, ...]
    public_id: str = ""
    label: str = ""
    mode: str = ""
    contexts: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    actors: tuple[ActorRecord, ...] = ()
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class EventProblem:
    """Why a line does not go in: `code` for programs, `message` says where and what to do next."""

    path: str
    line: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code}: {self.message}"
