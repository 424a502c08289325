"""Reports out of documents, each with the event it makes or changes: one save, all or nothing."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Article, CitedReport
from articles.text import first_words
from events.documents import DocumentRefused, EventDocument, EvidenceDocument, Fault, ReportDocument
from events.documents.report import AttributionDocument
from events.editing.events import may_change as may_change_event
from events.editing.events import remove_event
from events.editing.marks import Words
from events.editing.reports import change_report, make_report, remove_report
from events.filing.events import file_event, parts_of, refile_event
from events.filing.rows import Rows
from events.models import Actor, Event, EventType, Place, Report

LONGEST_LABEL = 200


class WordsDiffer(DocumentRefused):
    """Evidence quotes other words than the text has; each fault says which stand there."""


def file_report(document: ReportDocument, article: Article, *, by: User, rows: Rows) -> Report:
    """A new report of the event that the document names, or of the new one that it describes."""
    with transaction.atomic():
        article = Article.locked(article.pk)
        rows.know(article)
        refuse_other_words(article.text, document.evidence or ())
        event = _event(document, article, by, rows)
        values = report_values(document, rows)
        day = values.get("claimed_date") or event.date
        return make_report(
            article,
            event,
            by=by,
            values=values,
            words=words_of(document, event, None, rows),
            sources=sources_of(document.attributions or (), article, None),
            claimed_parts=parts_of(document.claimed or (), rows, on=day),
        )


def refile_report(report: Report, document: ReportDocument, *, by: User, rows: Rows, revision: int) -> Report:
    """Let the report, and its event where the document speaks of it, be as the document says."""
    with transaction.atomic():
        article = Article.locked(report.article_id)
        row = Report.locked(report.pk, revision=revision)
        row.article = article
        rows.know(article)
        refuse_other_words(article.text, document.evidence or ())
        event = _changed_event(row, document, by, rows)
        values = report_values(document, rows)
        day = values.get("claimed_date", row.claimed_date) or event.date
        return change_report(
            row,
            by=by,
            values=values,
            words=None if document.evidence is None else words_of(document, event, row, rows),
            sources=None if document.attributions is None else sources_of(document.attributions, article, row),
            claimed_parts=None if document.claimed is None else parts_of(document.claimed, rows, on=day),
        )


def unfile_report(report: Report, *, by: User, revision: int) -> None:
    """Take the report back; an event that nobody reports any more, and that never was public, goes with it."""
    with transaction.atomic():
        event = report.event
        remove_report(report, by=by, revision=revision, reason="taken back")
        unknown = not Event.objects.ever_public().filter(pk=event.pk).exists()
        if unknown and not event.reports.exists() and may_change_event(event, by):
            remove_event(event, by=by, reason="nobody reports it")


def refuse_other_words(text: str, evidence: tuple[EvidenceDocument, ...]) -> None:
    """Raise `WordsDiffer` with every quote that the text does not have where it should be."""
    faults = [
        Fault(f"{one.at}/quote", "The text reads otherwise there: mark the words anew.", text[one.start : one.end])
        for one in evidence
        if one.end <= one.start or text[one.start : one.end] != one.quote
    ]
    if faults:
        raise WordsDiffer(faults)


def report_values(document: ReportDocument, rows: Rows) -> dict[str, Any]:
    """The report's own values as the verbs take them: rows for keys."""
    values, at = dict(document.values), document.at
    if values.get("claimed_place"):
        values["claimed_place"] = rows.named(Place, values["claimed_place"], f"{at}/claimed_place")
    if values.get("claimed_type"):
        values["claimed_type"] = rows.named(EventType, values["claimed_type"], f"{at}/claimed_type")
    return values


def words_of(document: ReportDocument, event: Event, report: Report | None, rows: Rows) -> list[Words]:
    """The evidence as the verbs take it; words that leave open what they name mean the part or place they stand for."""
    evidence = document.evidence or ()
    rows.want(Actor, [one.part[0] for one in evidence if one.part])
    place = _place_that_holds(document, event, report, rows)
    return [_words(one, place, rows) for one in evidence]


def _words(one: EvidenceDocument, place: Place | None, rows: Rows) -> Words:
    actor = rows.named(Actor, one.part[0], f"{one.at}/participation/actor") if one.part else None
    names = {"participant": actor, "place": place}.get(one.kind) if one.default_name else None
    if one.named:
        names = rows.named(Actor if one.named.kind == "actor" else Place, one.named.slug, f"{one.named.at}/slug")
    return Words(
        kind=one.kind,
        start=one.start,
        end=one.end,
        quote=one.quote,
        actor=actor,
        role=one.part[1] if one.part else "",
        names=names,
        reading=one.named.reading if one.named else "entity",
        is_flagged=one.is_flagged,
    )


def _place_that_holds(document: ReportDocument, event: Event, report: Report | None, rows: Rows) -> Place | None:
    claimed = report_values(document, rows).get("claimed_place", report.claimed_place if report else None)
    return claimed or event.place


def sources_of(
    documents: tuple[AttributionDocument, ...], article: Article, report: Report | None
) -> dict[CitedReport, str]:
    """The cited reports that are meant, each with its scope."""
    cited = CitedReport.objects.filter(citation__article=article).select_related("news_source__merged_into")
    known = list(cited) if documents else []
    kept = set(report.attributions.values_list("cited_report", flat=True)) if report and documents else set()
    return {_cited(one, known, kept): one.scope for one in documents}


def _cited(one: AttributionDocument, known: list[CitedReport], kept: set[int]) -> CitedReport:
    meant = [report for report in known if _is_meant(one, report)]
    if len(meant) > 1:
        meant = [report for report in meant if report.pk in kept] or meant
    if not meant:
        raise DocumentRefused.at(one.at, "The article cites no such report: name one of its citations.")
    if len(meant) > 1:
        numbers = ", ".join(str(report.pk) for report in meant)
        raise DocumentRefused.at(one.at, f"The article cites this several times: give `cited_report`, of {numbers}.")
    return meant[0]


def _is_meant(one: AttributionDocument, report: CitedReport) -> bool:
    if one.cited_report is not None:
        return report.pk == one.cited_report
    source = report.news_source.merged_into or report.news_source
    return one.source in (source.slug, report.news_source.slug) and one.date == report.date


def _event(document: ReportDocument, article: Article, by: User, rows: Rows) -> Event:
    if isinstance(document.event, EventDocument):
        label = _first_sentence(document)
        return file_event(document.event, by=by, rows=rows, label=label, read_in=article)
    return rows.event(document.event or "", f"{document.at}/event")


def _first_sentence(document: ReportDocument) -> str:
    sentences = [one for one in document.evidence or () if one.kind == "sentence"]
    first = min(sentences, key=lambda one: one.start, default=None)
    return first_words(first.quote, LONGEST_LABEL) if first else ""


def _changed_event(report: Report, document: ReportDocument, by: User, rows: Rows) -> Event:
    event = Event.objects.select_related("type", "mode", "place").get(pk=report.event_id)
    if isinstance(document.event, EventDocument):
        told = document.event
        return refile_event(event, told, by=by, rows=rows, revision=told.revision, through=report)
    if document.event not in (None, event.public_id):
        raise DocumentRefused.at(
            f"{document.at}/event",
            f"The report is of {event.public_id}: link it to another event by a request for that.",
        )
    return event
