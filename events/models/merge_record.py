from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from articles.history import tracked
from articles.rights import may_read_hidden


class MergedKind(models.TextChoices):
    """What a merge joined."""

    ACTOR = "actor", "Actor"
    PLACE = "place", "Place"
    EVENT = "event", "Event"
    SOURCE = "source", "News source"


class MergeRecordQuerySet(models.QuerySet["MergeRecord"]):
    def public(self) -> "MergeRecordQuerySet":
        """None: readers meet a merge as a redirection; who merged and why is for colleagues."""
        return self.none()

    def visible_to(self, user: Any) -> "MergeRecordQuerySet":
        return self if may_read_hidden(user) else self.public()

    def standing(self) -> "MergeRecordQuerySet":
        """Those that nobody has undone."""
        return self.filter(undone_at__isnull=True)

    def of(self, what: str, pk: int) -> "MergeRecordQuerySet":
        """Those in which the row of this kind was kept or merged away."""
        return self.filter(Q(kept=pk) | Q(merged=pk), what=what)


@tracked()
class MergeRecord(models.Model):
    """Two rows became one: who did it, why, and each step, so that it can be undone. Made by `events.merging.merge`."""

    what = models.CharField(max_length=6, choices=MergedKind)
    kept = models.BigIntegerField(help_text="The id of the row that stands for both.")
    merged = models.BigIntegerField(help_text="The id of the row that was merged away.")
    reason = models.TextField(help_text="Why the two are one; for colleagues.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    moved = models.JSONField(default=list, blank=True, editable=False, help_text="The rows moved, step by step.")
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = MergeRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(what__in=MergedKind.values), name="merge_record_what_is_known"),
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="merge_record_joins_two_rows"),
            models.CheckConstraint(condition=~Q(reason=""), name="merge_record_has_reason"),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="merge_record_undone_by_somebody_at_some_time",
            ),
            models.UniqueConstraint(
                fields=["what", "merged"],
                condition=Q(undone_at__isnull=True),
                name="merge_record_merges_a_row_once",
            ),
        ]
        indexes = [
            models.Index(fields=["what", "kept"], name="merge_record_by_kept"),  # what was merged into a row
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.merged} merged into {self.kept}"
