"""What the public gets, as it changed: one number a transaction, and under it the rows that it showed, changed or hid.

No program writes these tables: triggers of the content tables touch rows (`articles/models/touches.py`), and what was
touched is judged when the transaction ends (docs/decisions/0006).
"""

from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class ChangeOp(models.TextChoices):
    """What happened to a public row."""

    SHOWN = "shown", "Became public"
    CHANGED = "changed", "Changed"
    GONE = "gone", "Is public no more"


class Touch(models.TextChoices):
    """How a row was touched, before it is known whether the public may know."""

    CHANGED = "changed", "What it says changed"
    NAMED = "named", "What other rows say of it changed, too"
    COSMETIC = "cosmetic", "Only its label, note, context of a quote or revision changed"
    MAYBE = "maybe", "It may have become public, or be public no more"


class OpenQuerySet(models.QuerySet[Any]):
    """Rows that hold nothing but what the public may know."""

    def public(self) -> "OpenQuerySet":
        return self

    def visible_to(self, user: Any) -> "OpenQuerySet":
        return self


class HiddenQuerySet(models.QuerySet[Any]):
    """Rows of the machinery, empty between transactions."""

    def public(self) -> "HiddenQuerySet":
        return self.none()

    def visible_to(self, user: Any) -> "HiddenQuerySet":
        return self.none()


class PublicCounter(models.Model):
    """The one row that holds the last public revision."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    number = models.PositiveBigIntegerField()

    objects = OpenQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=Q(id=1), name="public_counter_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class PublicRevision(models.Model):
    """A transaction that changed what the public gets, with its number, taken as the last thing before it ends.

    Two stages: the first makes the second wait behind every other deferred rule, so that whoever takes a number waits
    for nobody. `asked` is raised by whoever checked the rules early, and asks for the first stage once more.
    """

    number = models.PositiveBigIntegerField(null=True, unique=True)
    at = models.DateTimeField(null=True)
    asked = models.PositiveIntegerField(default=0)
    closing = models.BooleanField(default=False)

    objects = OpenQuerySet.as_manager()

    class Meta:
        ordering = ["number", "id"]
        triggers = [
            pgtrigger.Trigger(
                name="closes_last",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("asked"),
                timing=pgtrigger.Deferred,
                func="""
                    IF current_setting('monitor.checking_rules', true) = 'on' THEN
                        RETURN NULL;  -- the transaction goes on: whoever checks asks again
                    END IF;
                    UPDATE articles_publicrevision SET closing = true WHERE id = NEW.id AND NOT closing;
                    RETURN NULL;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"Public revision {self.number}"


class PublicTouch(models.Model):
    """Rows of one table that a statement touched; judged, and deleted, when its transaction ends.

    With `beside`, each row shows another one and is touched only if that one is public.
    """

    revision = models.ForeignKey(PublicRevision, models.CASCADE, related_name="touches", db_constraint=False)
    kind = models.CharField(max_length=20)
    how = models.CharField(max_length=8, choices=Touch)
    ids = ArrayField(models.BigIntegerField(), default=list)
    keys = ArrayField(models.TextField(), default=list, help_text="Of codes, which have no other id.")
    beside_kind = models.CharField(max_length=20, blank=True)
    beside = ArrayField(models.BigIntegerField(), default=list, help_text="The other row of each, in the same order.")

    objects = HiddenQuerySet.as_manager()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.how}"


class PublicChangeQuerySet(OpenQuerySet):
    def since(self, number: int, pk: int | None = None) -> "PublicChangeQuerySet":
        """What came after that public revision, or after its change `pk`, in the order of commits."""
        later = Q(revision__number__gt=number)
        if pk is not None:
            later |= Q(revision__number=number, pk__gt=pk)
        return self.select_related("revision").filter(later).order_by("revision__number", "pk")

    def latest_of(self, **row: Any) -> "PublicChange | None":
        """The last change that answers to these values."""
        latest: PublicChange | None = self.filter(**row).order_by("-pk").first()
        return latest


class PublicChange(models.Model):
    """A row that the public could read was shown, changed or hidden.

    Key and path are kept as they were then, also of rows since renamed or deleted. A row that was never public is
    in no change.
    """

    revision = models.ForeignKey(PublicRevision, models.CASCADE, related_name="changes", db_constraint=False)
    kind = models.CharField(max_length=20, help_text="The resource of the API: articles, cross-references…")
    row_id = models.BigIntegerField(null=True, help_text="The id of the row; none for codes.")
    key = models.TextField(help_text="What addresses and data call it: an id, a slug, a code.")
    path = models.TextField(blank=True, help_text="The address of its page; empty where it has none.")
    op = models.CharField(max_length=7, choices=ChangeOp)
    substantive = models.BooleanField(help_text="False: only a label, a note or the context of a quote changed.")

    objects = PublicChangeQuerySet.as_manager()

    class Meta:
        ordering = ["revision_id", "id"]
        indexes = [
            models.Index(fields=["revision", "id"], name="public_change_by_revision"),  # what came since
            models.Index(fields=["kind", "row_id", "id"], name="public_change_by_row"),  # how a row stood last
            models.Index(fields=["kind", "key", "id"], name="public_change_by_key"),  # 410 in the API
            models.Index(  # 410 of pages, and of what lies below an address
                fields=["path", "id"],
                name="public_change_by_path",
                opclasses=["text_pattern_ops", "int8_ops"],
                condition=~Q(path=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.op}"
