"""The tables of a release: their columns with types and meanings, and how an event fills them. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]
Values = Sequence[Any]
ROLES = ("actor", "recipient", "mediator", "victim", "host", "topic")
STATUSES = ("occurred", "ongoing", "planned", "proposed", "alleged", "denied", "cancelled")
QUADS = ("verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "none")
PRECISIONS = ("city", "admin1", "country", "region", "unknown")
ACTOR_KINDS = ("person", "organisation", "state", "group", "unnamed")
EVIDENCE_KINDS = ("sentence", "trigger", "hedge", "time", "place", "participant")
SCOPES = ("explicit", "paragraph", "inherited")
EDTF = "EDTF (ISO 8601-2), empty where unknown."


@dataclass(frozen=True)
class Column:
    """A column: its type in the Data Package standard, what it means, the values that it may have."""

    name: str
    type: str
    meaning: str
    enum: Sequence[str] = ()


@dataclass(frozen=True)
class Table:
    """A CSV table; `fill` gives its rows for one event. `refers`: a column and the table whose key it holds."""

    name: str
    meaning: str
    columns: Sequence[Column]
    key: Sequence[str]
    fill: Callable[[Row], Iterator[Values]]
    refers: dict[str, str] = field(default_factory=dict)


def texts(**meanings: str) -> list[Column]:
    return [Column(name, "string", meaning) for name, meaning in meanings.items()]


EVENT_COLUMNS = (
    *texts(
        public_id="Id of the event; never given to another.",
        url="Its page.",
        label="What happened, in a short sentence.",
        type="Code of the type in the codebook.",
        mode="Code of the mode, bare; empty for none.",
    ),
    Column("quad", "string", "Quarter to which the type belongs.", QUADS),
    Column("contexts", "array", "Codes of contexts."),
    Column("status", "string", "How it stands by its newest report.", STATUSES),
    Column("date", "string", f"When it happened. {EDTF}"),
    Column("date_lower", "date", "The first day that the date allows."),
    Column("date_upper", "date", "The last day that the date allows."),
    *texts(place="Slug of the place.", place_name="Name of the place."),
    Column("latitude", "number", "Of the place, in degrees (WGS 84)."),
    Column("longitude", "number", "Of the place, in degrees (WGS 84)."),
    Column("geo_precision", "string", "What kind of place is known.", PRECISIONS),
    Column("has_conflict", "boolean", "Whether its reports contradict each other."),
    Column("min_sources", "integer", "Distinct sources to which its reports are attributed."),
    *texts(
        plover_type="The PLOVER type that type and status fold into; empty where PLOVER has none.",
        plover_note="Why it is not simply the type.",
        codebook_version="The codebook by which it was coded.",
    ),
)
REPORT_COLUMNS = (
    Column("id", "integer", "Id of the report."),
    *texts(event="The event that it reports."),
    Column("article", "integer", "Id of the article."),
    *texts(article_url="The article's page.", publication="Slug of the publication."),
    Column("volume", "integer", "As printed."),
    Column("number", "integer", "Number of the issue as printed."),
    Column("position", "integer", "Place of the article in the issue."),
    *texts(article_date=f"The date of the issue. {EDTF}"),
    Column("article_text_version", "integer", "The version of the article's text that the offsets count in."),
    *texts(article_sha256="SHA-256 of that text in UTF-8."),
    Column("status", "string", "How far it had got, by this article.", STATUSES),
    Column("hedged", "boolean", "Whether it is said with a reserve."),
    Column("background", "boolean", "Whether it is recalled as background."),
    *texts(
        claimed_date="The date that this article gives instead; empty: as the event.",
        claimed_place="The place that it gives instead (slug); empty: as the event.",
        claimed_type="The type that it gives instead; empty: as the event.",
    ),
)
PART = (
    Column("role", "string", "The part taken.", ROLES),
    *texts(actor="Slug of the actor.", actor_name="Name of the actor."),
    Column("actor_kind", "string", "What kind of actor it is.", ACTOR_KINDS),
    *texts(office="The office held on the day."),
)
ORDINAL = Column("ordinal", "integer", "Counts from 1.")


def events(event: Row) -> Iterator[Values]:
    place = event["place"] or {}
    flat = {**event, "place": place.get("slug"), "place_name": place.get("name")}
    yield [flat[column.name] for column in EVENT_COLUMNS]


def reports(event: Row) -> Iterator[Values]:
    for report in event["reports"]:
        yield [report[column.name] for column in REPORT_COLUMNS]


def participations(event: Row) -> Iterator[Values]:
    for ordinal, part in enumerate(event["participations"], 1):
        yield [event["public_id"], ordinal, *_part(part)]


def claimed_participations(event: Row) -> Iterator[Values]:
    for report in event["reports"]:
        for ordinal, part in enumerate(report["claimed_participations"], 1):
            yield [report["id"], ordinal, *_part(part)]


def evidence(event: Row) -> Iterator[Values]:
    for report in event["reports"]:
        for ordinal, span in enumerate(report["evidence"], 1):
            yield [report["id"], ordinal, *(span[name] for name in ("kind", "start", "end", "quote", "text_version"))]


def attributions(event: Row) -> Iterator[Values]:
    for report in event["reports"]:
        for ordinal, said in enumerate(report["attributions"], 1):
            yield [report["id"], ordinal, *(said[name] for name in ("source", "date", "scope"))]


def _part(part: Row) -> Values:
    actor = part["actor"]
    return [part["role"], actor["slug"], actor["name"], actor["kind"], part["office"]]


REPORT = Column("report", "integer", "The report.")
TABLES = (
    Table("events", "One row an event, as its public reports have it.", EVENT_COLUMNS, ["public_id"], events),
    Table("reports", "One row for each article's report of an event.", REPORT_COLUMNS, ["id"], reports,
          {"event": "events"}),
    Table("participations", "Who took part in an event.", (*texts(event="The event."), ORDINAL, *PART),
          ["event", "ordinal"], participations, {"event": "events"}),
    Table("claimed_participations", "Who took part according to one report, where it says otherwise than the event.",
          (REPORT, ORDINAL, *PART), ["report", "ordinal"], claimed_participations, {"report": "reports"}),
    Table("evidence", "The words on which a report rests.",
          (REPORT, ORDINAL, Column("kind", "string", "What the words are evidence of.", EVIDENCE_KINDS),
           Column("start", "integer", "First code point of the article's text."),
           Column("end", "integer", "One past the last code point."),
           *texts(quote="The words, as far as the publication's quote policy lets them out."),
           Column("text_version", "integer", "The text in which they were last placed.")),
          ["report", "ordinal"], evidence, {"report": "reports"}),
    Table("attributions", "To whom an article attributes what it reports.",
          (REPORT, ORDINAL, *texts(source="Slug of the source.", date=f"When it said so. {EDTF}"),
           Column("scope", "string", "How the source belongs to the report.", SCOPES)),
          ["report", "ordinal"], attributions, {"report": "reports"}),
)  # fmt: skip
