from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from articles.history import tracked
from articles.models.guards import names_standing
from articles.models.public_change import Touch
from articles.models.row import Row
from articles.models.touches import Mark, touches
from articles.rights import may_read_hidden
from events.models.actor import Actor
from events.models.codebook import Role
from events.models.event import Event
from events.models.guards import EVIDENCE_FITS, ROLES_ARE_LEGAL
from events.models.report import Report
from events.models.searched import PARTICIPATION


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def public(self) -> "ParticipationQuerySet":
        """An event's own with the event, a report's claim with the report."""
        told = Report.objects.public().filter(event=OuterRef("event"), pk=Coalesce(OuterRef("report"), F("pk")))
        return self.filter(Exists(told))

    def visible_to(self, user: Any) -> "ParticipationQuerySet":
        return self if may_read_hidden(user) else self.public()

    def of_event_itself(self) -> "ParticipationQuerySet":
        """Not the claims of single reports."""
        return self.filter(report__isnull=True)


@tracked()
class Participation(Row):
    """An actor's part in an event: the event's own, or what one report claims where `report` is set."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="participations")
    report = models.ForeignKey(
        Report, on_delete=models.CASCADE, null=True, blank=True, related_name="claimed_participations"
    )
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="participations")
    role = models.CharField(max_length=10, choices=Role)
    office = models.CharField(
        max_length=200, blank=True, help_text="Only where it differs from the office held on the event's date."
    )

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        ordering = ["event", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "report", "actor", "role"],
                nulls_distinct=False,
                name="participation_is_given_once",
            ),
            models.CheckConstraint(condition=Q(role__in=Role.values), name="participation_role_is_known"),
        ]
        triggers = [
            names_standing("actor_id", "events_actor"),
            *touches(
                Mark("events", row="event_id", where="r.report_id IS NULL"),
                Mark("reports", row="report_id"),
                Mark("actors", Touch.MAYBE, row="actor_id", columns=("event_id", "report_id", "actor_id")),
            ),
            *PARTICIPATION,
            pgtrigger.Trigger(
                name="role_is_legal",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.Update,
                timing=pgtrigger.Deferred,
                func=ROLES_ARE_LEGAL.format(condition="p.id = NEW.id"),
            ),
            pgtrigger.Trigger(
                name="evidence_fits",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("event_id", "report_id"),
                timing=pgtrigger.Deferred,
                func=EVIDENCE_FITS.format(condition="e.participation_id = NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.actor} ({self.get_role_display().lower()})"
