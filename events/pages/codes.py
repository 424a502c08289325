"""The codebook as a reader looks things up in it: each type with its modes and how often it is used."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Count

from events.models import Context, Event, EventType, Mode, Quad, ReportStatus, Role
from events.pages.wording import WORDS, Said

MEANS = {
    ReportStatus.OCCURRED: "It happened.",
    ReportStatus.ONGOING: "It is still going on.",
    ReportStatus.PLANNED: "It is agreed, announced or scheduled. With a reserve it is shown as in doubt.",
    ReportStatus.PROPOSED: "Somebody put it forward, and nobody has decided.",
    ReportStatus.ALLEGED: "Somebody says so, and the digest does not make it its own.",
    ReportStatus.DENIED: "Somebody says that it did not or will not happen.",
    ReportStatus.CANCELLED: "It was planned and will not take place.",
}


class TypeEntry(NamedTuple):
    """A type with all that the page says of it."""

    type: EventType
    roles: str
    modes: list[Mode]
    event_count: int


class Quarter(NamedTuple):
    """The types of one quarter of interaction."""

    label: str
    entries: list[TypeEntry]


class StatusEntry(NamedTuple):
    """A status: its code, how pages say it, what the digest says then."""

    code: str
    said: Said
    means: str


def quarters() -> list[Quarter]:
    """The types that the codebook offers, by quarter, in its order."""
    modes, counts = modes_by_type(), event_counts()
    held: dict[str, list[TypeEntry]] = defaultdict(list)
    for kind in EventType.objects.in_use():
        roles = ", ".join(str(Role(role).label).lower() for role in kind.roles)
        held[kind.quad].append(TypeEntry(kind, roles, modes[kind.pk], counts.get(kind.pk, 0)))
    return [Quarter(name_of(Quad(quad)), held[quad]) for quad in Quad.values if held[quad]]


def name_of(quad: Quad) -> str:
    return "Outside the quarters" if quad == Quad.NONE else str(quad.label)


def modes_by_type() -> dict[str, list[Mode]]:
    held: dict[str, list[Mode]] = defaultdict(list)
    for mode in Mode.objects.in_use():
        held[mode.type_id].append(mode)
    return held


def event_counts() -> dict[str, int]:
    return dict(Event.objects.public().order_by().values_list("type").annotate(n=Count("pk")))


def contexts() -> list[Context]:
    return list(Context.objects.in_use())


def statuses() -> list[StatusEntry]:
    return [StatusEntry(code, WORDS[ReportStatus(code)], MEANS[ReportStatus(code)]) for code in ReportStatus.values]
