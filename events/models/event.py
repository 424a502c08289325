import re
from typing import Any

import pgtrigger
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Upper
from django.urls import reverse

from articles.dates import Edtf
from articles.history import tracked
from articles.models.article import Article
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order, earliest_day, latest_day
from articles.models.dated import DatedByWords
from articles.models.guards import merged_into_final, names_standing
from articles.models.public_change import Touch
from articles.models.row import Revisioned, Row
from articles.models.source import DateOrigin
from articles.models.touches import UPDATE, Mark, of_revisioned, touches
from articles.rights import may_read_hidden
from events.models.codebook import Context, EventType, Mode
from events.models.guards import ROLES_ARE_LEGAL
from events.models.place import Place
from events.models.searched import EVENT
from events.models.shown import ShownQuerySet


class ReportStatus(models.TextChoices):
    """What a digest says of a happening; an event shows that of its newest report."""

    OCCURRED = "occurred", "Occurred"
    ONGOING = "ongoing", "Ongoing"
    PLANNED = "planned", "Planned"
    PROPOSED = "proposed", "Proposed"
    ALLEGED = "alleged", "Alleged"
    DENIED = "denied", "Denied"
    CANCELLED = "cancelled", "Cancelled"


class GeoPrecision(models.TextChoices):
    CITY = "city", "City"
    ADMIN1 = "admin1", "First-level division"
    COUNTRY = "country", "Country"
    REGION = "region", "Region"
    UNKNOWN = "unknown", "Unknown"


class RelationKind(models.TextChoices):
    PART_OF = "part_of", "Part of"
    AIMS_AT = "aims_at", "Aims at"
    REALISES = "realises", "Carries out"
    ABOUT = "about", "About"
    CONTRADICTS = "contradicts", "Contradicts"


def public_id(number: int) -> str:
    """The name of an event in addresses and data: `E000123`. Numbers are never given twice."""
    return f"E{number:06d}"


def number_of(public_id: str) -> int | None:
    """The number behind `E000123`; None for anything that is not exactly such a name."""
    match = re.fullmatch(r"E(0[0-9]{5}|[1-9][0-9]{5,17})", public_id, re.ASCII)
    return int(match[1]) or None if match else None


class EventQuerySet(ShownQuerySet):
    def public(self) -> "EventQuerySet":
        """Those with a public report; merged ones never."""
        reports = self.model.reports.rel.related_model.objects.public()
        return self.filter(Exists(reports.filter(event=OuterRef("pk"))), merged_into__isnull=True)

    def visible_to(self, user: Any) -> "EventQuerySet":
        return self if may_read_hidden(user) else self.public()

    def shown(self) -> "EventQuerySet":
        """For counts over the whole archive: those that show a status, which are the public ones (docs/decisions/0019).

        What is shown of a single event is always asked of `public()`.
        """
        return self.filter(~Q(status=""), merged_into__isnull=True)

    def ever_public(self) -> "EventQuerySet":
        """Those whose number may be known: a report was once confirmed, in an article that was once published.

        Both are asked of the history, so that a report since moved or deleted counts; whether the two held at the same
        time is not asked: rather a number is kept too many.
        """
        told = self.model.reports.rel.related_model.history.rel.related_model.objects
        printed = Article.history.rel.related_model.objects.filter(published_at__isnull=False)
        confirmed = told.filter(review_state="confirmed", event_id=OuterRef("pk"))
        return self.filter(Exists(confirmed.filter(Exists(printed.filter(pgh_obj_id=OuterRef("article_id"))))))

    def with_codes(self) -> "EventQuerySet":
        """Each with its type, mode and place."""
        return self.select_related("type", "mode", "place")

    def named(self, name: str) -> "EventQuerySet":
        """The event of that public id, or none."""
        return self.filter(pk=number_of(name) or 0)


@tracked()
class Event(DatedByWords, Revisioned):
    """What is said to happen: one row a happening, however many articles report it.

    `status`, `has_conflict` and `min_sources` follow from its public reports (`events/derive.py`).
    """

    DATED_IN = "date_read_in__issue"

    label = models.CharField(max_length=300, help_text="What happened, in a short sentence without a final stop.")
    type = models.ForeignKey(EventType, on_delete=models.PROTECT, related_name="events")
    mode = models.ForeignKey(Mode, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    contexts = models.ManyToManyField(Context, through="EventContext", related_name="events", blank=True)
    date = EdtfField(help_text="When it happened, such as 1999-05-28/1999-05-30 or [..1999-12-31].")
    date_lower = BoundField(of="date", side="lower")
    date_upper = BoundField(of="date", side="upper")
    date_words = models.CharField(max_length=200, blank=True, help_text="The words that say when.")
    date_read_in = models.ForeignKey(
        Article, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Where those words stand."
    )
    date_origin = models.CharField(max_length=6, choices=DateOrigin, default=DateOrigin.PERSON)
    date_to_check = models.BooleanField(default=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    geo_precision = models.CharField(max_length=8, choices=GeoPrecision, default=GeoPrecision.UNKNOWN)
    codebook_version = models.CharField(max_length=20, help_text="The codebook by which it was coded.")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )
    status = models.CharField(max_length=10, choices=ReportStatus, blank=True, editable=False)
    has_conflict = models.BooleanField(default=False, editable=False)
    min_sources = models.PositiveIntegerField(default=0, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(label=""), name="event_has_label"),
            models.CheckConstraint(
                condition=models.Q(geo_precision__in=GeoPrecision.values), name="event_geo_precision_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(place__isnull=False) | models.Q(geo_precision="unknown"),
                name="event_precision_needs_place",
            ),
            models.CheckConstraint(
                condition=models.Q(date_origin__in=DateOrigin.values), name="event_date_origin_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(date_origin="person") | models.Q(date_read_in__isnull=False),
                name="event_date_by_rule_names_its_article",
            ),
            models.CheckConstraint(
                condition=models.Q(status="") | models.Q(status__in=ReportStatus.values), name="event_status_is_known"
            ),
            bounds_in_order("date", "event_date_bounds_in_order"),
        ]
        indexes = [
            models.Index(fields=["date_lower"], name="event_by_first_day"),  # filter before
            models.Index(latest_day("date").desc(), F("id").desc(), name="event_by_newest"),  # lists, newest first
            models.Index(earliest_day("date"), F("id"), name="event_by_oldest"),  # lists, oldest first
            models.Index(fields=["date_upper"], name="event_by_last_day"),  # filter after
            models.Index(fields=["type", "id"], name="event_by_type"),  # filter type
            models.Index(fields=["status", "id"], name="event_by_status"),  # filter status
            models.Index(
                fields=["date_lower", "date_upper", "place"],
                condition=~models.Q(status="") & models.Q(merged_into__isnull=True),
                name="event_shown_by_day_and_place",
            ),  # timeline and map: counts over all events, from the index alone
            models.Index(
                fields=["id"], condition=models.Q(date_to_check=True), name="event_date_to_check"
            ),  # the desk's list of dates to check
            models.Index(
                OpClass(Upper("label"), name="text_pattern_ops"), name="event_by_beginning"
            ),  # the desk's search by the beginning of a label
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            merged_into_final("events_event"),
            *EVENT,
            names_standing("place_id", "events_place"),
            *touches(
                *of_revisioned("events", cosmetic=("label", "made_by_id", "date_origin", "date_to_check")),
                Mark("events", Touch.NAMED, columns=("merged_into_id", "date_lower", "date_upper"), on=(UPDATE,)),
                Mark("places", Touch.MAYBE, row="place_id", columns=("place_id",)),
            ),
            pgtrigger.Trigger(
                name="type_has_its_roles",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("type_id"),
                timing=pgtrigger.Deferred,
                func=ROLES_ARE_LEGAL.format(condition="p.event_id = NEW.id"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.label}"

    def get_absolute_url(self) -> str:
        return reverse("event", args=[self.public_id])

    @property
    def public_id(self) -> str:
        return public_id(self.pk)

    @property
    def date_in_words(self) -> str:
        return Edtf.parse(self.date).in_words() if self.date else ""


class OfEventQuerySet(models.QuerySet[Any]):
    """Rows that are public with their event."""

    def public(self) -> "OfEventQuerySet":
        return self.filter(event__in=Event.objects.public())

    def visible_to(self, user: Any) -> "OfEventQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class EventContext(Row):
    """One of the contexts of an event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="event_contexts")
    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="event_contexts")

    objects = OfEventQuerySet.as_manager()

    class Meta:
        ordering = ["event", "context", "id"]
        constraints = [models.UniqueConstraint(fields=["event", "context"], name="event_context_is_given_once")]
        triggers = touches(Mark("events", row="event_id"))

    def __str__(self) -> str:
        return str(self.context)


class EventRelationQuerySet(models.QuerySet["EventRelation"]):
    def public(self) -> "EventRelationQuerySet":
        """Those of which both ends are public."""
        events = Event.objects.public()
        return self.filter(source__in=events, target__in=events)

    def visible_to(self, user: Any) -> "EventRelationQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class EventRelation(Row):
    """How one event bears on another: `source` is part of, aims at, carries out, is about, contradicts `target`."""

    source = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="relations")
    target = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="relations_to")
    kind = models.CharField(max_length=12, choices=RelationKind)

    objects = EventRelationQuerySet.as_manager()

    class Meta:
        ordering = ["source", "kind", "id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="event_relation_is_made_once"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")), name="event_relation_joins_two_events"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=RelationKind.values), name="event_relation_kind_is_known"
            ),
        ]
        triggers = [
            names_standing("source_id", "events_event"),
            names_standing("target_id", "events_event"),
            *touches(Mark("events", row="source_id", beside=("target_id", "events"))),
        ]

    def __str__(self) -> str:
        return f"{self.source.public_id} {self.get_kind_display().lower()} {self.target.public_id}"
