from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Q

from articles.history import tracked
from articles.models.guards import span_triggers
from articles.models.span import Span, SpanQuerySet, SpanState
from articles.rights import may_read_hidden
from events.models.guards import EVIDENCE_FITS, HAS_SENTENCE
from events.models.mention import Mention
from events.models.participation import Participation
from events.models.report import Report


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
            models.UniqueConstraint(
                fields=["report", "kind", "start", "end", "participation"],
                nulls_distinct=False,
                condition=~Q(state="orphan"),
                name="evidence_is_given_once",
            ),
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
        triggers = [
            *span_triggers("events_evidence"),
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
