from typing import Any

from django.db import connection, models, transaction
from django.db.models import F, Q

from articles.history import tracked
from articles.models.row import Row
from articles.verbs import Refused


class OldAddressQuerySet(models.QuerySet["OldAddress"]):
    def public(self) -> "OldAddressQuerySet":
        """All: only addresses that were public leave one, and where one leads answers for itself."""
        return self

    def visible_to(self, user: Any) -> "OldAddressQuerySet":
        return self

    @transaction.atomic
    def leave(self, path: str, target: str) -> "OldAddress":
        """From now on `path` leads to `target`, and so does what led to `path`: one step, never a chain or a circle.

        A target that is itself an old address stands for where that one leads, unless it leads back to `path`: then
        the row has returned to it, and it is old no longer.
        """
        if path == target:
            raise Refused("old_address_leads_elsewhere", f"{path} cannot lead to itself: give the new address.")
        self._alone()
        further = self.filter(path=target).exclude(target=path).values_list("target", flat=True).first()
        final = further or target
        self.filter(path=final).delete()
        self.filter(target=path).update(target=final)
        row, _ = self.update_or_create(path=path, defaults={"target": final})
        return row

    def _alone(self) -> None:
        """Two moves at once could make a chain: the second waits."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s::regclass::oid::bigint)", [self.model._meta.db_table])


@tracked()
class OldAddress(Row):
    """An address that once was public and now leads elsewhere. Left when a row is renamed, moved or joined."""

    path = models.CharField(max_length=300, help_text="The old address, from the first slash on.")
    target = models.CharField(max_length=300, help_text="Where it leads now.")

    objects = OldAddressQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "old addresses"
        ordering = ["path"]
        constraints = [
            models.UniqueConstraint(fields=["path"], name="old_address_leads_to_one_place"),
            models.CheckConstraint(condition=Q(path__startswith="/"), name="old_address_path_begins_with_slash"),
            models.CheckConstraint(condition=Q(target__startswith="/"), name="old_address_target_begins_with_slash"),
            models.CheckConstraint(condition=~Q(path=F("target")), name="old_address_leads_elsewhere"),
        ]
        indexes = [models.Index(fields=["target"], name="old_address_by_target")]  # what else leads to a moved row

    def __str__(self) -> str:
        return f"{self.path} → {self.target}"
