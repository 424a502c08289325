"""What becomes of the reports of an article that is split, or of two that are joined (docs/decisions/0005).

By now the evidence stands where its words are. Keys over two columns, checked at the end, make sure that every report
is in the article of its evidence.
"""

from typing import Any

from django.db.models import Q

from articles.models.article import Article
from articles.verbs import Refused
from events.models.event import Event
from events.models.participation import Participation
from events.models.report import Attribution, Report, ReviewState

SAYS = ("status", "hedged", "background", "claimed_date", "claimed_place_id", "claimed_type_id")
OF_ITS_OWN = {"id", "created_at", "updated_at", "revision", "article"}  # what a twin does not share


def part_reports(article: Article, rest: Article) -> None:
    """A report goes with its evidence; one that has some in both parts gets a twin in the second."""
    for report in Report.objects.filter(article=article, evidence__article=rest).distinct().order_by("pk"):
        if report.evidence.filter(article=article).exclude(state="orphan").exists():
            _share(report, _twin(report, rest), rest)
        else:
            _follow(report, rest)
    _no_source_left_behind(article, rest)


def join_reports(first: Article, second: Article) -> None:
    """A report goes over; where the first article reports the same, its report takes what the other rests on."""
    for report in Report.objects.filter(article=second).order_by("pk"):
        other = Report.objects.filter(article=first, event=report.event_id).first()
        if other is None:
            _follow(report, first)
        else:
            _unite(other, report)
    Event.objects.filter(date_read_in=second).update(date_read_in=first)


def _follow(report: Report, article: Article) -> None:
    """The report, its orphans and the date that was read in its article go to that article."""
    Event.objects.filter(pk=report.event_id, date_read_in=report.article_id).update(date_read_in=article)
    report.evidence.filter(state="orphan").exclude(article=article).update(article=article, mention=None)
    report.article = article
    report.save(update_fields=["article"])


def _twin(report: Report, rest: Article) -> Report:
    """The same report of the same event, in the other article; its claims with it."""
    values = {f.attname: getattr(report, f.attname) for f in report._meta.concrete_fields if f.name not in OF_ITS_OWN}
    twin = Report.objects.create(article=rest, **values)
    Participation.objects.bulk_create(
        Participation(event_id=part.event_id, report=twin, actor_id=part.actor_id, role=part.role, office=part.office)
        for part in report.claimed_participations.all()
    )
    return twin


def _share(report: Report, twin: Report, rest: Article) -> None:
    """What stands in the second part carries the twin; either counts only with a sentence of its own."""
    _carry(report.evidence.filter(article=rest), twin)
    report.attributions.filter(cited_report__citation__article=rest).update(report=twin)
    if not report.evidence.filter(kind="time").exclude(state="orphan").exists() and _has(twin, "time"):
        Event.objects.filter(pk=report.event_id, date_read_in=report.article_id).update(date_read_in=rest)
    for one in (report, twin):
        if one.review_state == ReviewState.CONFIRMED and not _has(one, "sentence"):
            Report.objects.filter(pk=one.pk).propose_again()
    report.save(update_fields=["updated_at"])


def _unite(report: Report, other: Report) -> None:
    """The two become one: possible where they say the same, and neither counts without the other."""
    states = {report.review_state, other.review_state}
    if _said(report) != _said(other) or (ReviewState.CONFIRMED in states and len(states) == 2):
        raise Refused(
            "join_says_one_thing",
            f"The two articles do not report {report.event.public_id} alike: make the two reports, and their review, "
            "the same first.",
        )
    _carry(other.evidence.all(), report)
    there = report.attributions.values("cited_report")
    other.attributions.exclude(cited_report__in=there).update(report=report)
    report.note = "\n".join(dict.fromkeys(filter(None, [report.note, other.note])))
    report.save(update_fields=["note"])
    other.delete()


def _carry(evidence: Any, to: Report) -> None:
    """The evidence carries that report, and names its claims where it named the other's."""
    claims = {(part.actor_id, part.role): part for part in to.claimed_participations.all()}
    for row in evidence.select_related("participation").order_by("pk"):
        part = row.participation
        row.report = to
        if part is not None and part.report_id is not None:
            row.participation = claims[part.actor_id, part.role]
        row.save(update_fields=["report", "participation"])


def _said(report: Report) -> tuple[Any, ...]:
    parts = report.claimed_participations.values_list("actor", "role", "office")
    return (*(getattr(report, name) for name in SAYS), frozenset(parts))


def _has(report: Report, kind: str) -> bool:
    return report.evidence.filter(kind=kind).exclude(state="orphan").exists()


def _no_source_left_behind(article: Article, rest: Article) -> None:
    """Nobody stands for a report in an article that does not name her."""
    across = Q(report__article=article, cited_report__citation__article=rest)
    across |= Q(report__article=rest, cited_report__citation__article=article)
    left = Attribution.objects.filter(across).select_related("report__event", "cited_report__news_source").first()
    if left is not None:
        raise Refused(
            "attribution_cites_in_its_article",
            f"{left.cited_report} stands for {left.report.event.public_id} from the other side of the border: "
            "take that source from the report, or split elsewhere.",
        )
