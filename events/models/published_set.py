from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.history import tracked
from articles.rights import may_read_hidden


class PublishedSetQuerySet(models.QuerySet["PublishedSet"]):
    def public(self) -> "PublishedSetQuerySet":
        """None: readers meet the articles; who published them together is for colleagues."""
        return self.none()

    def visible_to(self, user: Any) -> "PublishedSetQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class PublishedSet(models.Model):
    """Articles that were published together after a look at their list, so that all can be taken back together."""

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    before = models.JSONField(default=dict, editable=False, help_text="The status that each article had, by its id.")
    count = models.PositiveIntegerField(help_text="How many articles became public.")
    undone_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = PublishedSetQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(count__gte=1), name="published_set_is_not_empty"),
            models.CheckConstraint(
                condition=Q(undone_by__isnull=True, undone_at__isnull=True)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
                name="published_set_undone_by_somebody_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.count} article{'' if self.count == 1 else 's'} published by {self.by}"
