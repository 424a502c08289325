"""Everything the record says of one event, ready for its page: what is shown, every report, where they differ."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.db.models import Prefetch, Q

from articles.models import Issue
from articles.quoting import heading_of, quotable
from events.marking import Mark, cut
from events.models import (
    Event,
    EventRelation,
    Evidence,
    EvidenceKind,
    GeoPrecision,
    Participation,
    RelationKind,
    Report,
    ReportStatus,
)
from events.pages.offices import offices_on
from events.pages.reported import date_said, with_words
from events.pages.wording import Said, kind_said, said_by_report, status_said

PRECISION = {
    GeoPrecision.CITY: "Known to the city.",
    GeoPrecision.ADMIN1: "Known to the province.",
    GeoPrecision.COUNTRY: "Known to the country.",
    GeoPrecision.REGION: "Known to the region.",
    GeoPrecision.UNKNOWN: "",
}
RELATED = {
    RelationKind.PART_OF: ("Part of", "Its part"),
    RelationKind.AIMS_AT: ("Aims at", "Aimed at by"),
    RelationKind.REALISES: ("Carries out", "Carried out by"),
    RelationKind.ABOUT: ("Is about", "Spoken of in"),
    RelationKind.CONTRADICTS: ("Contradicts", "Contradicted by"),
}


class Words(NamedTuple):
    """A piece of a quotation; strong where it tells the status."""

    text: str
    is_strong: bool


class Quoted(NamedTuple):
    """Who said so, and when, as the digest cites it."""

    name: str
    dated: str


@dataclass(frozen=True)
class Witness:
    """One report as the dossier shows it."""

    anchor: str
    article_href: str
    issue_href: str
    issue_words: str
    item: int
    printed: str
    title: str
    status: Said
    quotations: tuple[tuple[Words, ...], ...]
    in_place: str
    sources: tuple[Quoted, ...]
    hedged: bool
    background: bool
    claims: tuple[str, ...]
    trigger: str


class Participant(NamedTuple):
    href: str
    name: str
    roles: str
    office: str
    kind: str


class Side(NamedTuple):
    """One of several answers, with the reports that give it."""

    answer: str
    witnesses: tuple[Witness, ...]


class Difference(NamedTuple):
    question: str
    sides: tuple[Side, ...]


class Related(NamedTuple):
    words: str
    href: str
    label: str


@dataclass(frozen=True)
class Dossier:
    status: Said
    kind: str
    quad: str
    precision: str
    contexts: tuple[str, ...]
    participants: tuple[Participant, ...]
    witnesses: tuple[Witness, ...]
    steps: tuple[Witness, ...]
    differences: tuple[Difference, ...]
    related: tuple[Related, ...]
    issue_count: int


def dossier_of(event: Event) -> Dossier:
    """Read what is public of `event`, in a number of statements that does not grow with its reports."""
    reports = list(reports_of(event))
    for report in reports:
        report.event = event
    witnesses = tuple(map(witness, reports))
    return Dossier(
        status=status_said(event.status, event.type_id, hedged=deciding(reports).hedged),
        kind=kind_said(event),
        quad="" if event.type.quad == "none" else event.type.get_quad_display(),
        precision=PRECISION[GeoPrecision(event.geo_precision)],
        contexts=tuple(context.label for context in event.contexts.order_by("position")),
        participants=participants_of(event),
        witnesses=witnesses,
        steps=steps_among(reports, witnesses),
        differences=tuple(differences_among(event, reports, witnesses)),
        related=tuple(related_to(event)),
        issue_count=len({report.article.issue_id for report in reports}),
    )


def reports_of(event: Event) -> Iterable[Report]:
    claimed = Participation.objects.select_related("actor").order_by("id")
    return (
        with_words(Report.objects.public().filter(event=event))
        .in_print_order()
        .select_related("article__issue__publication", "claimed_place", "claimed_type")
        .defer("article__text")
        .prefetch_related(Prefetch("claimed_participations", claimed))
    )


def deciding(reports: Sequence[Report]) -> Report:
    """The report whose status the event shows: the newest, background ones only if there are no others."""
    return ([report for report in reports if not report.background] or reports)[-1]


def participants_of(event: Event) -> tuple[Participant, ...]:
    """Who took part, each once with all roles and the office held on the day."""
    own = list(event.participations.of_event_itself().select_related("actor").order_by("id"))
    offices = offices_on(event.date_lower, event.date_upper, {part.actor_id for part in own})
    found: dict[int, list[Participation]] = {}
    for part in own:
        found.setdefault(part.actor_id, []).append(part)
    return tuple(participant(parts, offices.get(actor, "")) for actor, parts in found.items())


def participant(parts: Sequence[Participation], office: str) -> Participant:
    roles = ", ".join(part.get_role_display().lower() for part in parts).capitalize()
    named = next((part.office for part in parts if part.office), office)
    actor = parts[0].actor
    return Participant(actor.get_absolute_url(), actor.name, roles, named, actor.get_kind_display())


def witness(report: Report) -> Witness:
    article, issue, evidence = report.article, report.article.issue, list(report.evidence.all())
    sentences = [span for span in evidence if span.kind == EvidenceKind.SENTENCE]
    triggers = [span for span in evidence if span.kind in {EvidenceKind.TRIGGER, EvidenceKind.HEDGE}]
    policy = issue.publication.quote_policy
    address = article.get_absolute_url()
    return Witness(
        anchor=f"r{report.pk}",
        article_href=address,
        issue_href=issue.get_absolute_url(),
        issue_words=issue_said(issue),
        item=article.position,
        printed=issue.date_in_words,
        title=heading_of(article),
        status=said_by_report(report),
        quotations=tuple(filter(None, (quotation(span, triggers, policy) for span in sentences))),
        in_place=f"{address}#e{sentences[0].pk}" if sentences else address,
        sources=tuple(sources_of(report)),
        hedged=report.hedged,
        background=report.background,
        claims=tuple(claims_of(report)),
        trigger=quotable(policy, triggers[0].quote) if triggers else "",
    )


def issue_said(issue: Issue) -> str:
    return f"{issue.publication.title}, vol.\u00a0{issue.volume}, no.\u00a0{issue.number}"


def quotation(sentence: Evidence, triggers: Iterable[Evidence], policy: str) -> tuple[Words, ...]:
    """The words of a sentence span, as far as the policy lets them out, those that tell the status strong."""
    quote = quotable(policy, sentence.quote)
    inside = [
        Mark(max(span.start - sentence.start, 0), min(span.end - sentence.start, len(quote)), id=span.pk, number=1)
        for span in triggers
        if span.start < sentence.start + len(quote) and span.end > sentence.start
    ]
    return tuple(Words(quote[piece.start : piece.end], bool(piece.marks)) for piece in cut(quote, inside))


def sources_of(report: Report) -> Iterable[Quoted]:
    for attribution in report.attributions.all():
        cited = attribution.cited_report
        yield Quoted((cited.news_source.merged_into or cited.news_source).name, cited.date_in_words)


def claims_of(report: Report) -> Iterable[str]:
    """What this article says otherwise than the event stands, in words."""
    if report.claimed_date:
        yield f"dates it {report.claimed_date_in_words}"
    if report.claimed_place:
        yield f"places it in {report.claimed_place.name}"
    if report.claimed_type:
        yield f"tells of it as {report.claimed_type.label.lower()}"
    parts = [f"{part.actor.name} ({part.get_role_display().lower()})" for part in report.claimed_participations.all()]
    if parts:
        yield f"names {', '.join(parts)}"


def steps_among(reports: Sequence[Report], witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """How it came about: the first report of each status in a row. One status is no way."""
    told = [seen for report, seen in zip(reports, witnesses, strict=True) if not report.background]
    steps = tuple(next(group) for _status, group in groupby(told, key=lambda seen: seen.status))
    return steps if len(steps) > 1 else ()


def differences_among(event: Event, reports: Sequence[Report], witnesses: Sequence[Witness]) -> Iterable[Difference]:
    """The questions to which reports give several answers."""
    place = event.place.name if event.place else ""
    questions: Sequence[tuple[str, Callable[[Report], str]]] = (
        ("When was it?", lambda report: date_said(report.claimed_date or event.date)),
        ("Where was it?", lambda report: report.claimed_place.name if report.claimed_place else place),
        ("What was it?", lambda report: (report.claimed_type or event.type).label),
        ("Did it happen?", denial),
    )
    for question, answer in questions:
        sides = sides_of(answer, reports, witnesses)
        if len(sides) > 1:
            yield Difference(question, sides)


def denial(report: Report) -> str:
    """Denied, or said to have happened; what is only to come answers nothing."""
    if report.status == ReportStatus.DENIED:
        return "Denied"
    happened = {ReportStatus.OCCURRED, ReportStatus.ONGOING, ReportStatus.ALLEGED}
    return "Said to have happened" if report.status in happened else ""


def sides_of(
    answer: Callable[[Report], str], reports: Sequence[Report], witnesses: Sequence[Witness]
) -> tuple[Side, ...]:
    sides: dict[str, list[Witness]] = {}
    for report, seen in zip(reports, witnesses, strict=True):
        if said := answer(report):
            sides.setdefault(said, []).append(seen)
    return tuple(Side(said, tuple(seen)) for said, seen in sides.items())


def related_to(event: Event) -> Iterable[Related]:
    """Other public events that bear on this one, whichever of the two the relation starts from."""
    relations = EventRelation.objects.public().filter(Q(source=event) | Q(target=event))
    for relation in relations.select_related("source", "target").order_by("kind", "id"):
        starts_here = relation.source_id == event.pk
        other = relation.target if starts_here else relation.source
        words = RELATED[RelationKind(relation.kind)][0 if starts_here else 1]
        yield Related(words, other.get_absolute_url(), other.label)
