"""The rows of a batch of records, written together, table by table."""

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from articles.models import Article
from articles.models.span import Span
from events import codebook
from events.editing.adopting import precision_of
from events.interchange.archive import Archive
from events.interchange.names import KIND_OF_NEW_ACTOR, KIND_OF_NEW_PLACE, Names
from events.interchange.records import ActorRecord, EventRecord, EvidenceRecord, ReportRecord
from events.models import (
    Actor,
    Attribution,
    Event,
    EventContext,
    Evidence,
    EvidenceKind,
    GeoPrecision,
    Mention,
    MentionKind,
    Participation,
    Place,
    Report,
    ReviewState,
    number_of,
)


class Rows:
    """Collects what the records ask for; `write` inserts it in the order in which rows point at each other."""

    def __init__(self, by: User, archive: Archive, actors: Names, places: Names, *, confirm: bool) -> None:
        self.by, self.archive, self.actors, self.places, self.confirm = by, archive, actors, places, confirm
        self.now, self.version = timezone.now(), codebook.current().version
        self.events: list[Event] = []
        self.participations: list[Participation] = []
        self.contexts: list[EventContext] = []
        self.reports: list[Report] = []
        self.mentions: list[Mention] = []
        self.evidence: list[Evidence] = []
        self.attributions: list[Attribution] = []

    @property
    def event_ids(self) -> list[int]:
        return [event.pk for event in self.events]

    def add(self, record: EventRecord) -> None:
        """Take over one new event with its reports."""
        event = self._event(record)
        self.events.append(event)
        self.contexts += [EventContext(event=event, context_id=code) for code in dict.fromkeys(record.contexts)]
        parts = {(a.name, a.role): self._participation(a, event) for a in record.actors}
        for report in record.reports:
            self._add_report(event, report, parts)
        self.archive.events[self._article(record.reports[0]).pk, event.type_id, event.label] = event

    def write(self) -> None:
        """Insert everything; numbers given by the records are taken, and never given again."""
        Event.objects.bulk_create(self.events)
        if any(e.pk for e in self.events):
            _never_again()
        for rows in (self.reports, self.participations, self.contexts, self.mentions, self.evidence, self.attributions):
            if rows:
                type(rows[0]).objects.bulk_create(rows)

    def _event(self, record: EventRecord) -> Event:
        place = self._place(record.place)
        time = next(((e, r) for r in record.reports for e in r.evidence if e.kind == EvidenceKind.TIME), None)
        return Event(
            pk=number_of(record.public_id) if record.public_id else None,
            label=record.label,
            type_id=record.type,
            mode_id=f"{record.type}.{record.mode}" if record.mode else None,
            date=record.date,
            date_words=time[0].quote[:200] if time and record.date else "",
            date_read_in=self._article(time[1]) if time and record.date else None,
            place=place,
            geo_precision=_precision(place),
            codebook_version=self.version,
            made_by=self.by,
        )

    def _add_report(self, event: Event, record: ReportRecord, parts: dict[tuple[str, str], Participation]) -> None:
        article = self._article(record)
        report = Report(
            event=event,
            article=article,
            status=record.status,
            hedged=record.hedged,
            background=record.background,
            claimed_date=record.claimed_date,
            claimed_place=self._place(record.claimed_place),
            claimed_type_id=record.claimed_type or None,
            note=record.note,
            coder=self.by,
            codebook_version=self.version,
        )
        if self.confirm:
            report.review_state, report.reviewer, report.reviewed_at = ReviewState.CONFIRMED, self.by, self.now
        self.reports.append(report)
        claimed = {(a.name, a.role): self._participation(a, event, report) for a in record.claimed_actors}
        place = report.claimed_place or event.place
        for evidence in record.evidence:
            self._add_evidence(report, evidence, article, (parts | claimed).get((evidence.actor, evidence.role)), place)
        self._add_sources(report, record, article)

    def _add_evidence(
        self, report: Report, record: EvidenceRecord, article: Article, part: Participation | None, place: Place | None
    ) -> None:
        is_participant = record.kind == EvidenceKind.PARTICIPANT
        named: Actor | Place | None = part.actor if is_participant and part else None
        if record.kind == EvidenceKind.PLACE:
            named = place
        evidence = Evidence(
            report=report,
            article=article,
            kind=record.kind,
            participation=part if is_participant else None,
            mention=self._mention(article, record, named) if named and record.reading != "phrase" else None,
        )
        _place_on(evidence, article, record)
        self.evidence.append(evidence)

    def _mention(self, article: Article, record: EvidenceRecord, named: Actor | Place) -> Mention:
        """The mention on these words, one however many events use it."""
        kind = MentionKind.ACTOR if isinstance(named, Actor) else MentionKind.PLACE
        key = (article.pk, record.start, record.end, kind.value)
        if key not in self.archive.mentions:
            mention = Mention(article=article, kind=kind, reading=record.reading or "entity", **{kind.value: named})
            _place_on(mention, article, record)
            self.mentions.append(mention)
            self.archive.mentions[key] = mention
        return self.archive.mentions[key]

    def _add_sources(self, report: Report, record: ReportRecord, article: Article) -> None:
        cited = self.archive.cited.get(article.pk, {})
        scopes = {cited[source.source.casefold(), source.date]: source.scope for source in record.sources}
        self.attributions += [
            Attribution(report=report, cited_report_id=pk, scope=scope) for pk, scope in scopes.items()
        ]

    def _participation(self, record: ActorRecord, event: Event, report: Report | None = None) -> Participation:
        actor = self.actors.find(record.name, record.kind)
        actor = actor or self.actors.make(record.name, record.kind or KIND_OF_NEW_ACTOR, self.by)
        part = Participation(event=event, report=report, actor=actor, role=record.role, office=record.office)
        self.participations.append(part)
        return part

    def _place(self, name: str) -> Place | None:
        return self.places.find(name) or self.places.make(name, KIND_OF_NEW_PLACE, self.by) if name else None

    def _article(self, report: ReportRecord) -> Article:
        article = self.archive.article(report)
        if article is None:
            raise LookupError(report.address)
        return article


def _place_on(span: Span, article: Article, record: EvidenceRecord) -> None:
    span.place_on(article.text, record.start, record.end, version=article.text_version)


def _precision(place: Place | None) -> str:
    located = place is not None and (place.kind != KIND_OF_NEW_PLACE or place.latitude is not None)
    if place is None or not located:
        return GeoPrecision.UNKNOWN
    return precision_of(place.kind)


def _never_again() -> None:
    """Let the sequence of event numbers go on after the highest number in use."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('events_event', 'id'),"
            " greatest((SELECT max(id) FROM events_event), (SELECT last_value FROM events_event_id_seq)))"
        )
