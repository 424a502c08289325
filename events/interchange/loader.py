"""Records to rows: each batch in one transaction, nothing overwritten, nothing made twice.

An event of the archive is the same as the record's if it has the record's public id, or if the article of the
record's first report tells of it under the same type and label. Then the record is `unchanged` where all that it
gives is equal, also if its words stood in an earlier text of their article; else `conflicting`, and nothing is written.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from articles.history import because
from articles.text import first_words
from articles.verbs import check_rules, refusal
from events.interchange import writer
from events.interchange.archive import Archive
from events.interchange.checking import faults, unfit_to_confirm
from events.interchange.comparing import Canon
from events.interchange.earlier_texts import EarlierTexts
from events.interchange.names import AmbiguousName, Names, actor_names, place_names
from events.interchange.records import EventProblem, EventRecord, ReportRecord
from events.interchange.rows import Rows
from events.models import Event, number_of

BATCH = 200
ANNOTATE, REVIEW = "events.annotate", "events.review_report"
CREATED, UNCHANGED, CONFLICTING, REFUSED = "created", "unchanged", "conflicting", "refused"


class Conflict(ValueError):
    """The archive has the event with other content."""


@dataclass
class Outcome:
    """What became of the records: how many of each kind, and why some did not go in."""

    counts: Counter[str] = field(default_factory=Counter)
    problems: list[EventProblem] = field(default_factory=list)

    def note(self, record: EventRecord, code: str, message: str) -> None:
        self.counts[CONFLICTING if code == "event_differs" else REFUSED] += 1
        self.problems.append(EventProblem(record.path, record.line, code, message))

    def refuse(self, problem: EventProblem) -> None:
        self.counts[REFUSED] += 1
        self.problems.append(problem)


class EventLoader:
    """Loads records for one person; `confirm` makes their reports count at once, which needs her right to review."""

    def __init__(self, by: User, *, confirm: bool = False) -> None:
        for right in (ANNOTATE, REVIEW) if confirm else (ANNOTATE,):
            if not by.has_perm(right):
                raise PermissionDenied(f"{by} has not the right {right}, which this import needs.")
        self.by, self.confirm = by, confirm
        self.archive, self.earlier = Archive(), EarlierTexts()
        self.outcome = Outcome()
        self._forget_names()

    def load(self, records: Sequence[EventRecord]) -> None:
        """Write a batch; where the database refuses it, each of its records by itself."""
        try:
            self.outcome = self._load_together(records)
        except IntegrityError as error:
            if len(records) == 1:
                refused = refusal(error)
                self.outcome.note(records[0], refused.rule, str(refused))
                self._forget_names()
                return
            self._forget_names()
            for record in records:
                self.load([record])

    def _load_together(self, records: Sequence[EventRecord]) -> Outcome:
        outcome = Outcome(Counter(self.outcome.counts), list(self.outcome.problems))
        with transaction.atomic(), because(by=self.by, reason="import of events"):
            self.archive.read(records)
            rows = Rows(self.by, self.archive, self.actors, self.places, confirm=self.confirm)
            for record in records:
                self._load_one(record, rows, outcome)
            rows.write()
            Event.objects.filter(pk__in=rows.event_ids).derive_again()
            check_rules()
        return outcome

    def _load_one(self, record: EventRecord, rows: Rows, outcome: Outcome) -> None:
        given, record = record, self._of_today(record)
        went_along = given.reports != record.reports and self._stored(record)  # words of an earlier text make no event
        fault = next(faults(given), None) or (None if went_along else self._misplaced(given))
        if fault:
            outcome.note(record, "bad_value", fault)
            return
        try:
            outcome.counts[self._place_record(record, rows)] += 1
        except Conflict as conflict:
            outcome.note(record, "event_differs", str(conflict))
        except AmbiguousName as name:
            outcome.note(record, "ambiguous_name", str(name))

    def _of_today(self, record: EventRecord) -> EventRecord:
        """The record under its label, its evidence where it is in the texts of today."""
        if not record.reports:
            return record
        return self.earlier.today(self._labelled(record), map(self.archive.article, record.reports))

    def _place_record(self, record: EventRecord, rows: Rows) -> str:
        stored = self._stored(record)
        if stored is None:
            rows.add(record)
            return CREATED
        kept = next(writer.records(Event.objects.filter(pk=stored.pk)))
        if not Canon(self.archive, self.actors, self.places).same(record, kept):
            raise Conflict(f"The archive has this event as {stored.public_id} with other content; change it there.")
        return UNCHANGED

    def _stored(self, record: EventRecord) -> Event | None:
        number = number_of(record.public_id) if record.public_id else None
        if number and (named := Event.objects.filter(pk=number).first()):
            return named
        article = self.archive.article(record.reports[0])
        return self.archive.events.get((article.pk if article else 0, record.type, record.label))

    def _misplaced(self, record: EventRecord) -> str | None:
        """Where an address, a quotation or a source of the record is not in the archive."""
        for n, report in enumerate(record.reports):
            fault = self._misplaced_report(f"reports[{n}]", report)
            fault = fault or (unfit_to_confirm(f"reports[{n}]", report, record) if self.confirm else None)
            if fault:
                return fault
        return None

    def _misplaced_report(self, where: str, report: ReportRecord) -> str | None:
        article = self.archive.article(report)
        if article is None:
            return f"{where}: there is no article {report.address}; import the articles first."
        for n, evidence in enumerate(report.evidence):
            there = article.text[evidence.start : evidence.end]
            if there != evidence.quote:
                return f"{where}.evidence[{n}] quotes {evidence.quote[:60]!r}, but the text reads {there[:60]!r} there."
        for n, source in enumerate(report.sources):
            if (source.source.casefold(), source.date) not in self.archive.cited.get(article.pk, {}):
                return f"{where}.sources[{n}]: the article cites no {source.source} of {source.date or 'any date'}."
        return None

    def _labelled(self, record: EventRecord) -> EventRecord:
        """An event without a label is called by the first words of its first sentence."""
        if record.label:
            return record
        quotes = [e.quote for r in record.reports for e in r.evidence if e.kind == "sentence"]
        return replace(record, label=first_words(quotes[0], 200) if quotes else f"{record.type} event")

    def _forget_names(self) -> None:
        """Rows made in a transaction that came to nothing are no rows."""
        self.actors: Names = actor_names()
        self.places: Names = place_names()
