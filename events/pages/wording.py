"""Codes as people say them: a meeting that occurred was held, one planned with a reserve is in doubt."""

from typing import NamedTuple

from events.models import Event, Report, ReportStatus

MEETINGS = frozenset({"CONSULT"})


class Said(NamedTuple):
    """A status as a word, and the shape that stands before it: full, half, empty or dash."""

    word: str
    shape: str


WORDS = {
    ReportStatus.OCCURRED: Said("Occurred", "full"),
    ReportStatus.ONGOING: Said("Under way", "full"),
    ReportStatus.PLANNED: Said("Planned", "empty"),
    ReportStatus.PROPOSED: Said("Proposed", "empty"),
    ReportStatus.ALLEGED: Said("Alleged", "half"),
    ReportStatus.DENIED: Said("Denied", "dash"),
    ReportStatus.CANCELLED: Said("Called off", "dash"),
}
HELD = Said("Held", "full")
IN_DOUBT = Said("In doubt", "half")
UNKNOWN = Said("Not known", "empty")


def status_said(status: str, type_code: str, *, hedged: bool = False) -> Said:
    if status == ReportStatus.OCCURRED and type_code in MEETINGS:
        return HELD
    if status == ReportStatus.PLANNED and hedged:
        return IN_DOUBT
    return WORDS[ReportStatus(status)] if status else UNKNOWN


def said_by_report(report: Report) -> Said:
    """What one article says of the happening; the event's codes are loaded with it."""
    return status_said(report.status, report.claimed_type_id or report.event.type_id, hedged=report.hedged)


def kind_said(event: Event) -> str:
    """The type and, where known, the mode: `Consult: visit`."""
    return f"{event.type.label}: {event.mode.label.lower()}" if event.mode_id else event.type.label


def sources_said(report: Report) -> str:
    """Who said so, each source once, in the order of the text."""
    sources = (attribution.cited_report.news_source for attribution in report.attributions.all())
    return ", ".join(dict.fromkeys((source.merged_into or source).name for source in sources))
