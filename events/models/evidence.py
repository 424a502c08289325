from collections import defaultdict
from dataclasses import replace
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q

from articles.correction import Corrected
from articles.history import tracked
from articles.models.article import Article
from articles.models.guards import span_triggers
from articles.models.public_change import Touch
from articles.models.span import Span, SpanQuerySet, SpanState, to_check
from articles.models.touches import Mark, touches
from articles.rights import may_read_hidden
from articles.text_change import Moves, Outcome
from events.models.guards import EVIDENCE_FITS, HAS_SENTENCE
from events.models.mention import Mention
from events.models.participation import Participation
from events.models.report import Report
from events.models.report_parts import join_reports, part_reports


class EvidenceKind(models.TextChoices):
    SENTENCE = "sentence", "Sentence"
    TRIGGER = "trigger", "Trigger"
    HEDGE = "hedge", "Hedge"
    TIME = "time", "Time"
    PLACE = "place", "Place"
    PARTICIPANT = "participant", "Participant"


class EvidenceQuerySet(SpanQuerySet):
    def public(self) -> "EvidenceQuerySet":
        """Those of public reports that stand on words."""
        return self.filter(report__in=Report.objects.public()).exclude(state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "EvidenceQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class Evidence(Span):
    """The words on which a report rests. Several a report; they may overlap and stack."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=11, choices=EvidenceKind)
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="evidence"
    )
    mention = models.ForeignKey(Mention, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")

    objects = EvidenceQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name_plural = "evidence"
        ordering = ["report", "start", "end", "id"]
        constraints = [
            *Span.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=EvidenceKind.values), name="evidence_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind="participant", participation__isnull=False)
                | (~Q(kind="participant") & Q(participation__isnull=True)),
                name="evidence_participant_names_participation",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["participant", "place"]) | Q(mention__isnull=True),
                name="evidence_mention_only_of_names",
            ),
        ]
        indexes = [to_check("evidence_to_check")]
        triggers = [
            *span_triggers("events_evidence"),
            *touches(  # an orphan is not shown
                Mark("reports", row="report_id", without=("prefix", "suffix"), where="r.state <> 'orphan'"),
                Mark("reports", Touch.COSMETIC, row="report_id", where="r.state <> 'orphan'"),
            ),
            # Whoever changes evidence waits for whoever confirms its report, and the other way round.
            pgtrigger.Trigger(
                name="locks_report",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                func="""
                    IF TG_OP <> 'INSERT' THEN
                        PERFORM 1 FROM events_report WHERE id = OLD.report_id FOR NO KEY UPDATE;
                    END IF;
                    IF TG_OP = 'DELETE' THEN
                        RETURN OLD;
                    END IF;
                    PERFORM 1 FROM events_report WHERE id = NEW.report_id FOR NO KEY UPDATE;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="confirmed_has_sentence",
                when=pgtrigger.After,
                operation=pgtrigger.Delete | pgtrigger.UpdateOf("report_id", "kind", "state"),
                timing=pgtrigger.Deferred,
                func=HAS_SENTENCE.format(report="OLD.report_id"),
            ),
            pgtrigger.Trigger(
                name="fits_its_report",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("report_id", "kind", "participation_id", "mention_id"),
                timing=pgtrigger.Deferred,
                func=EVIDENCE_FITS.format(condition="e.id = NEW.id"),
            ),
        ]

    @classmethod
    def parted(cls, article: Article, rest: Article, at: int) -> None:
        """Also: reports follow their evidence."""
        super().parted(article, rest, at)
        part_reports(article, rest)

    @classmethod
    def joined(cls, first: Article, second: Article, offset: int) -> None:
        """Also: reports follow their evidence; what both articles report becomes one report."""
        super().joined(first, second, offset)
        join_reports(first, second)

    @classmethod
    def corrected(cls, article: Article, moves: Moves, *, write: bool) -> Corrected:
        """Also: a confirmed report without a sentence left is proposed again, a date without its words is marked."""
        sentences = cls._sentences_of_confirmed(article)
        share = super().corrected(article, moves, write=write)
        gone = {change.pk for change in share.changes if change.outcome == Outcome.ORPHAN}
        fallen = Report.objects.filter(pk__in=[r for r, evidence in sentences.items() if evidence <= gone])
        unread = Report.objects.filter(evidence__in=gone, evidence__kind=EvidenceKind.TIME).distinct()
        told = [f"{r.event} goes back to the reviewers: no sentence is left." for r in fallen.select_related("event")]
        told += [f"The date of {r.event} is marked to check." for r in unread.select_related("event")]
        if write and told:
            unread.mark_dates_to_check()
            fallen.propose_again()
        return replace(share, consequences=tuple(told))

    @classmethod
    def _sentences_of_confirmed(cls, article: Article) -> dict[int, set[int]]:
        """By confirmed report of the article: its sentences that stand on words."""
        sentences = cls.objects.anchored().filter(article=article, kind=EvidenceKind.SENTENCE)
        by_report: dict[int, set[int]] = defaultdict(set)
        for report, pk in sentences.filter(report__review_state="confirmed").values_list("report", "pk"):
            by_report[report].add(pk)
        return by_report
