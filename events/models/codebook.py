from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Concat

from articles.history import tracked
from articles.models.search import Facet, SearchedAs
from articles.models.touches import Mark, touches
from events.models.searched import EVENT_TYPE


class Quad(models.TextChoices):
    """Goldstein's four quarters of interaction; `none` for the local extensions."""

    VERBAL_COOPERATION = "verbal-cooperation", "Verbal cooperation"
    MATERIAL_COOPERATION = "material-cooperation", "Material cooperation"
    VERBAL_CONFLICT = "verbal-conflict", "Verbal conflict"
    MATERIAL_CONFLICT = "material-conflict", "Material conflict"
    NONE = "none", "None"


class Role(models.TextChoices):
    """What part an actor has in an event."""

    ACTOR = "actor", "Actor"
    RECIPIENT = "recipient", "Recipient"
    MEDIATOR = "mediator", "Mediator"
    VICTIM = "victim", "Victim"
    HOST = "host", "Host"
    TOPIC = "topic", "Topic"


class CodeQuerySet(models.QuerySet[Any]):
    def public(self) -> "CodeQuerySet":
        """All of them: the codebook is always public."""
        return self

    def visible_to(self, user: Any) -> "CodeQuerySet":
        return self

    def in_use(self) -> "CodeQuerySet":
        """Codes that the current codebook still offers."""
        return self.filter(retired_in="")


class Code(models.Model):
    """A code of the codebook. Loaded from `events/codebook/`; a new version updates it, nothing deletes it."""

    label = models.CharField(max_length=100)
    definition = models.TextField()
    position = models.PositiveSmallIntegerField(help_text="Its place in the codebook.")
    codebook_version = models.CharField(max_length=20, help_text="The version that last changed it.")
    retired_in = models.CharField(max_length=20, blank=True, help_text="The version that no longer offers it.")

    objects = CodeQuerySet.as_manager()

    class Meta:
        abstract = True


@tracked()
class EventType(Code):
    """What kind of happening an event is: one of PLOVER's sixteen types or of our five extensions."""

    SEARCHED_AS = SearchedAs(Facet.EVENT_TYPE, value="code", label="label", by="code")

    code = models.CharField(max_length=20, primary_key=True)
    quad = models.CharField(max_length=24, choices=Quad)
    needs_recipient = models.BooleanField(default=False, help_text="A report is confirmed only with a recipient.")
    roles = ArrayField(models.CharField(max_length=10, choices=Role), help_text="The roles that are legal for it.")
    examples = models.JSONField(default=list)

    class Meta:
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(condition=models.Q(quad__in=Quad.values), name="event_type_quad_is_known"),
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=Role.values), name="event_type_roles_are_known"
            ),
            models.CheckConstraint(
                condition=models.Q(needs_recipient=False) | models.Q(roles__contains=["recipient"]),
                name="event_type_needed_recipient_is_legal",
            ),
        ]
        triggers = [*EVENT_TYPE, *touches(Mark("event-types", row="code", by_key=True))]

    def __str__(self) -> str:
        return self.label


@tracked()
class Mode(Code):
    """How a happening of one type was done: `expel` of SANCTION. Its key says both: `SANCTION.expel`."""

    key = models.CharField(max_length=60, primary_key=True)
    type = models.ForeignKey(EventType, on_delete=models.PROTECT, related_name="modes")
    code = models.CharField(max_length=30)
    example = models.TextField(blank=True)

    class Meta:
        ordering = ["type", "position", "key"]
        constraints = [
            models.UniqueConstraint(fields=["type", "code"], name="mode_is_one_of_its_type"),
            models.UniqueConstraint(fields=["type", "key"], name="mode_key_with_type"),  # target of composite keys
            models.CheckConstraint(
                condition=models.Q(key=Concat("type_id", models.Value("."), "code", output_field=models.CharField())),
                name="mode_key_says_type_and_code",
            ),
        ]
        triggers = touches(
            Mark("modes", row="key", by_key=True),
            Mark("event-types", row="type_id", columns=("type_id",), by_key=True),  # each lists its modes
        )

    def __str__(self) -> str:
        return self.label


@tracked()
class Context(Code):
    """What an event is about: one or several of PLOVER's 37 contexts."""

    code = models.CharField(max_length=30, primary_key=True)

    class Meta:
        ordering = ["position", "code"]
        triggers = touches(Mark("contexts", row="code", by_key=True))

    def __str__(self) -> str:
        return self.label
