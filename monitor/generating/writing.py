"""From the plan of a batch to its rows: a sheet a table, copied in the order in which they point at each other."""

from collections import Counter
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, models, transaction
from django.utils import timezone

from articles.history import because
from articles.models import Article, Citation, CitedReport, CrossReference, Issue, SourceUrl, TextVersion
from articles.models.span import CONTEXT
from articles.text import sha256
from articles.verbs import check_rules
from events import codebook
from events.editing.adopting import precision_of
from events.models import (
    Attribution,
    Event,
    EventContext,
    EventRelation,
    Evidence,
    Mention,
    MergedKind,
    MergeRecord,
    Participation,
    Report,
)
from monitor.generating import article as plan
from monitor.generating import happenings
from monitor.generating.authorities import Keys
from monitor.generating.places import Place
from monitor.generating.prose import Stretch
from monitor.generating.scenario import Batch
from monitor.generating.sheet import Sheet
from monitor.generating.shown import shown

TABLES: tuple[type[models.Model], ...] = (
    *(Article, TextVersion, SourceUrl, Citation, CitedReport, CrossReference, Event, EventContext, EventRelation),
    *(Report, Participation, Mention, Evidence, Attribution, MergeRecord),
)
SHOWN_ONCE = ("published", "withdrawn")
WHY_MERGED = "The same happening, coded twice."
ACTING = "Acting head"


def write_batch(batch: Batch, keys: Keys, *, before: int) -> Counter[str]:
    """Write everything of the batch in one transaction; how many rows a table got. Events count on from `before`."""
    by = User.objects.get(pk=keys.reviewer)
    with transaction.atomic(), because(by=by, reason="generated"):
        _hurry()
        # The only write that is no copy: it also opens the history's context for all that follow.
        issues = Issue.objects.bulk_create(_issue(issue, keys) for issue in batch.issues)
        written = Rows(batch, keys, [issue.pk for issue in issues], before).write()
        check_rules()
    return written + Counter(Issue=len(issues))


def _hurry() -> None:
    """What is lost with the machine can be generated again."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


def _issue(issue: Any, keys: Keys) -> Issue:
    return Issue(
        publication_id=keys.publications[issue.digest],
        volume=issue.volume,
        number=issue.number,
        date=issue.date,
        date_basis=issue.basis,
    )


class Rows:
    """The rows of one batch."""

    def __init__(self, batch: Batch, keys: Keys, issues: list[int], before: int) -> None:
        self.batch, self.keys, self.issues, self.before = batch, keys, issues, before
        self.sheets = {model: Sheet(model) for model in TABLES}
        self.now, self.version = timezone.now(), codebook.current().version
        self.events = {event.number: event for event in batch.events}
        self.articles: list[int] = []
        self.reports: dict[int, int] = {}  # by the identity of the plan's report
        self.parts: dict[tuple[int, int, str], int] = {}  # by event's or report's row, actor and role

    def write(self) -> Counter[str]:
        self._reserve()
        for article in self.batch.articles:
            self._add_article(article)
        for event in sorted(self.batch.events, key=lambda event: event.merged_into is not None):
            self._add_event(event)
        for pk, article in zip(self.articles, self.batch.articles, strict=True):
            self._add_marks(pk, article)
        return Counter({model.__name__: sheet.write() for model, sheet in self.sheets.items()})

    def _reserve(self) -> None:
        articles, events = self.batch.articles, self.batch.events
        reports = [report for event in events for report in event.reports]
        for model, count in (
            (Article, len(articles)),
            (TextVersion, len(articles)),
            (SourceUrl, sum(article.has_url for article in articles)),
            (Citation, sum(len(article.citations) for article in articles)),
            (CitedReport, sum(len(citation.reports) for article in articles for citation in article.citations)),
            (CrossReference, sum(len(article.references) for article in articles)),
            (EventContext, sum(len(event.contexts) for event in events)),
            (EventRelation, sum(event.relation is not None for event in events)),
            (Report, len(reports)),
            (Participation, sum(len(event.parts) for event in events) + sum(len(_claims(r)) for r in reports)),
            (Mention, sum(len(article.mentions) for article in articles)),
            (Evidence, sum(len(evidence) for article in articles for _, evidence in article.evidence)),
            (MergeRecord, sum(event.merged_into is not None for event in events)),
            (Attribution, sum(len(article.attributions) for article in articles)),
        ):
            self.sheets[model].reserve(count)

    def _add_article(self, article: plan.Article) -> None:
        pk = self.sheets[Article].add(
            issue_id=self.issues[article.issue],
            position=article.position,
            order=article.position,
            title_printed=article.title_printed,
            title=article.title,
            title_is_derived=not article.title_printed,
            byline=article.byline,
            section=article.section,
            text=article.text,
            text_sha256=sha256(article.text),
            status=article.status,
            published_at=self.now if article.status in SHOWN_ONCE else None,
            notes=article.notes,
        )
        self.articles.append(pk)
        self.sheets[TextVersion].add(article_id=pk, number=1, text=article.text, reason="generated")
        if article.has_url:
            self.sheets[SourceUrl].add(article_id=pk, url=self._url(article))

    def _url(self, article: plan.Article) -> str:
        issue = self.batch.issues[article.issue]
        return f"{self.keys.hosts[issue.digest]}/archive/{issue.volume}/{issue.number}/{article.position}"

    def _add_event(self, event: happenings.Event) -> None:
        columns = shown(event, self.batch)
        read_in = next((r for r in event.reports if r.thorough == 2), None) if event.moment.words else None
        pk = self.sheets[Event].add(
            id=self.before + event.number,
            label=event.label,
            type_id=event.phrase.type,
            mode_id=f"{event.phrase.type}.{event.phrase.mode}" if event.phrase.mode else None,
            date=event.moment.edtf,
            date_words=event.moment.words,
            date_read_in_id=self.articles[read_in.article] if read_in else None,
            date_origin="rule" if read_in else "person",
            place_id=self._place(event.place),
            geo_precision=precision_of(event.place.kind) if event.place else "unknown",
            codebook_version=self.version,
            made_by_id=self.keys.coders[event.reports[0].coder] if event.reports else None,
            merged_into_id=None if event.merged_into is None else self.before + event.merged_into,
            status=columns.status,
            has_conflict=columns.has_conflict,
            min_sources=columns.min_sources,
        )
        if event.merged_into is not None:
            self._add_merge(pk, self.before + event.merged_into)
        for code in event.contexts:
            self.sheets[EventContext].add(event_id=pk, context_id=code)
        if event.relation:
            kind, target = event.relation
            self.sheets[EventRelation].add(source_id=pk, target_id=self.before + target, kind=kind)
        for part in event.parts:
            self._add_part(part, event=pk, report=None)
        for report in event.reports:
            self._add_report(pk, report)

    def _add_merge(self, merged: int, kept: int) -> None:
        self.sheets[MergeRecord].add(
            what=MergedKind.EVENT.value, kept=kept, merged=merged, reason=WHY_MERGED, by_id=self.keys.reviewer
        )

    def _add_report(self, event: int, report: happenings.Report) -> None:
        decided, redated = report.review != "proposed", "date" in report.claims
        pk = self.sheets[Report].add(
            event_id=event,
            article_id=self.articles[report.article],
            status=report.status,
            hedged=report.hedged,
            background=report.background,
            claimed_date=report.moment.edtf if redated else "",
            claimed_date_words=report.moment.words if redated else "",
            claimed_place_id=self._place(report.place) if "place" in report.claims else None,
            claimed_type_id=report.phrase.type if "type" in report.claims else None,
            review_state=report.review,
            review_reason=report.reason,
            coder_id=self.keys.coders[report.coder],
            reviewer_id=self.keys.reviewer if decided else None,
            reviewed_at=self.now if decided else None,
            codebook_version=self.version,
            note=report.note,
        )
        self.reports[id(report)] = pk
        for part in _claims(report):
            self._add_part(part, event=event, report=pk)

    def _add_part(self, part: happenings.Part, *, event: int, report: int | None) -> None:
        pk = self.sheets[Participation].add(
            event_id=event,
            report_id=report,
            actor_id=self.keys.actors[part.actor.number],
            role=part.role,
            office=ACTING if part.acting else "",
        )
        self.parts[-report if report else event, part.actor.number, part.role] = pk

    def _add_marks(self, pk: int, article: plan.Article) -> None:
        cited = self._add_citations(pk, article)
        mentions = [self._add_mention(pk, article, mention) for mention in article.mentions]
        owner = {id(r): -self.reports[id(r)] if _claims(r) else 0 for r, _ in article.evidence}
        for report, found in article.evidence:
            for evidence in found:
                self._add_evidence(pk, article, report, evidence, owner[id(report)], mentions)
        for report, citation, n, scope in article.attributions:
            self.sheets[Attribution].add(
                report_id=self.reports[id(report)], cited_report_id=cited[citation][n], scope=scope
            )

    def _add_citations(self, pk: int, article: plan.Article) -> list[list[int]]:
        """The citations and cross references; for each citation the rows of its reports."""
        cited = []
        for citation in article.citations:
            row = self.sheets[Citation].add(article_id=pk, **_placed(article.text, citation.place))
            cited.append(
                [
                    self.sheets[CitedReport].add(
                        citation_id=row, news_source_id=self.keys.sources[source], date=date, date_words=words
                    )
                    for source, words, date in citation.reports
                ]
            )
        for reference in article.references:
            self.sheets[CrossReference].add(
                article_id=pk,
                publication_words=reference.publication,
                volume=reference.volume,
                number=reference.number,
                date=reference.date,
                target_issue_id=None if reference.target is None else self.issues[reference.target],
                **_placed(article.text, reference.place),
            )
        return cited

    def _add_mention(self, pk: int, article: plan.Article, mention: plan.Mention) -> int:
        is_place = isinstance(mention.row, Place)
        number = mention.row.number
        return self.sheets[Mention].add(
            article_id=pk,
            kind="place" if is_place else "actor",
            actor_id=None if is_place else self.keys.actors[number],
            place_id=self.keys.places[number] if is_place else None,
            reading=mention.reading,
            **_placed(article.text, mention.place),
        )

    def _add_evidence(
        self,
        pk: int,
        article: plan.Article,
        report: happenings.Report,
        evidence: plan.Evidence,
        owner: int,
        mentions: list[int],
    ) -> None:
        part = evidence.part
        self.sheets[Evidence].add(
            article_id=pk,
            report_id=self.reports[id(report)],
            kind=evidence.kind,
            participation_id=self.parts[owner or self._event_of(report), part.actor.number, part.role]
            if part
            else None,
            mention_id=None if evidence.mention is None else mentions[evidence.mention],
            **_placed(article.text, evidence.place),
        )

    def _event_of(self, report: happenings.Report) -> int:
        return self.before + report.event

    def _place(self, place: Place | None) -> int | None:
        return self.keys.places[place.number] if place else None


def _claims(report: happenings.Report) -> list[happenings.Part]:
    """The participations that the report claims for itself; none where it agrees with the event."""
    return report.parts if "parts" in report.claims else []


def _placed(text: str, place: Stretch) -> dict[str, Any]:
    start, end = place
    return {
        "start": start,
        "end": end,
        "quote": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
