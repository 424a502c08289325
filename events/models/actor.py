from typing import Any

import pgtrigger
from django.contrib.auth.models import User
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from articles.history import tracked
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.guards import merged_into_final, names_standing, refuse
from articles.models.public_change import Touch
from articles.models.row import Revisioned, Row
from articles.models.search import Facet, SearchedAs, names_triggers
from articles.models.touches import UPDATE, Mark, of_revisioned, touches
from articles.rights import may_read_hidden
from articles.text import sort_key
from events.models.named import NamedQuerySet


class ActorKind(models.TextChoices):
    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    STATE = "state", "State"
    GROUP = "group", "Group"
    UNNAMED = "unnamed", "Unnamed"


class ActorQuerySet(NamedQuerySet):
    def public(self) -> "ActorQuerySet":
        """Those that take part in a public event; merged ones never."""
        participations = self.model.participations.rel.related_model.objects.public()
        return self.filter(Exists(participations.filter(actor=OuterRef("pk"))), merged_into__isnull=True)

    def visible_to(self, user: Any) -> "ActorQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class Actor(Revisioned):
    """Somebody who does things or to whom they are done. Made by an annotator or by the import of events."""

    SEARCHED_AS = SearchedAs(Facet.ACTOR, value="slug", label="name")

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200, help_text="The name by which readers know the actor.")
    sort_key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=12, choices=ActorKind)
    wikidata = models.CharField(max_length=20, blank=True, help_text="Wikidata id, such as Q34453.")
    unrecognised = models.BooleanField(default=False, help_text="A state that most states do not recognise.")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = ActorQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(slug=""), name="actor_has_slug"),
            models.CheckConstraint(condition=~models.Q(name=""), name="actor_has_name"),
            models.CheckConstraint(condition=models.Q(kind__in=ActorKind.values), name="actor_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(wikidata="") | models.Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="actor_wikidata_is_an_id",
            ),
        ]
        indexes = [models.Index(fields=["sort_key", "id"], name="actor_by_name")]  # A-Z and API order
        triggers = [
            *Revisioned.Meta.triggers,
            merged_into_final("events_actor"),
            *touches(
                *of_revisioned("actors", cosmetic=("made_by_id",)),
                Mark("actors", Touch.NAMED, columns=("slug", "name", "kind"), on=(UPDATE,)),
            ),
            *names_triggers("events.actor", "id", "name"),
            pgtrigger.Trigger(
                name="kind_fits_affiliations",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("kind"),
                func=f"""
                    IF EXISTS (
                        SELECT 1 FROM events_affiliation f
                        WHERE (f.person_id = NEW.id AND NEW.kind <> 'person')
                        OR (f.organisation_id = NEW.id AND NEW.kind NOT IN ('state', 'organisation'))
                    ) THEN {refuse("actor_kind_fits_affiliations", "Actor % has affiliations of its old kind.")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("actor", args=[self.slug])


class OfActorQuerySet(models.QuerySet[Any]):
    """Rows that are public with their actor."""

    def public(self) -> "OfActorQuerySet":
        return self.filter(actor__in=Actor.objects.public())

    def visible_to(self, user: Any) -> "OfActorQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class ActorName(Row):
    """A name or spelling of an actor, with the time in which it was used where that is known."""

    actor = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    used = EdtfField(help_text="When it was used, such as 1991/2004; empty where that does not matter.")
    used_lower = BoundField(of="used", side="lower")
    used_upper = BoundField(of="used", side="upper")

    objects = OfActorQuerySet.as_manager()

    class Meta:
        ordering = ["actor", "key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["actor", "name"], name="actor_name_is_given_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="actor_name_is_not_empty"),
            bounds_in_order("used", "actor_name_used_bounds_in_order"),
        ]
        indexes = [
            models.Index(
                fields=["key"], opclasses=["varchar_pattern_ops"], name="actor_name_by_key"
            ),  # import, look-up
            GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="actor_name_by_trigram"),  # misspelt look-ups
        ]
        triggers = [
            *names_triggers("events.actor", "actor_id", "name", "actor_id"),
            *touches(Mark("actors", row="actor_id")),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.key = sort_key(self.name)
        super().save(**kwargs)


class AffiliationQuerySet(models.QuerySet["Affiliation"]):
    def public(self) -> "AffiliationQuerySet":
        """Those of which both ends are public."""
        actors = Actor.objects.public()
        return self.filter(person__in=actors, organisation__in=actors)

    def visible_to(self, user: Any) -> "AffiliationQuerySet":
        return self if may_read_hidden(user) else self.public()

    def on(self, lower: Any, upper: Any) -> "AffiliationQuerySet":
        """Those that may have been held at some time between two days; an open end holds on."""
        held = self
        if upper is not None:
            held = held.filter(models.Q(start_lower__isnull=True) | models.Q(start_lower__lte=upper))
        if lower is not None:
            held = held.filter(models.Q(end_upper__isnull=True) | models.Q(end_upper__gte=lower))
        return held


@tracked()
class Affiliation(Revisioned):
    """An office that a person held in a state or organisation, and how well its bounds are known."""

    person = models.ForeignKey(Actor, on_delete=models.CASCADE, related_name="affiliations")
    organisation = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="members")
    office = models.CharField(max_length=200, blank=True, help_text="Such as Foreign Minister; empty for a member.")
    sector = models.CharField(max_length=3, blank=True, help_text="Sector code of the codebook, such as GOV.")
    start = EdtfField()
    start_lower = BoundField(of="start", side="lower")
    start_upper = BoundField(of="start", side="upper")
    start_is_real = models.BooleanField(default=False, help_text="The office began then; else first cited then.")
    end = EdtfField()
    end_lower = BoundField(of="end", side="lower")
    end_upper = BoundField(of="end", side="upper")
    end_is_real = models.BooleanField(default=False, help_text="The office ended then; else last cited then.")

    objects = AffiliationQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["person", "start_lower", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "office", "start"], name="affiliation_is_given_once"
            ),
            models.CheckConstraint(
                condition=models.Q(sector="") | models.Q(sector__regex=r"^[A-Z]{3}$"), name="affiliation_sector_is_code"
            ),
            models.CheckConstraint(
                condition=models.Q(start_is_real=False) | ~models.Q(start=""), name="affiliation_real_start_is_given"
            ),
            models.CheckConstraint(
                condition=models.Q(end_is_real=False) | ~models.Q(end=""), name="affiliation_real_end_is_given"
            ),
            models.CheckConstraint(
                condition=models.Q(start_lower__isnull=True)
                | models.Q(end_upper__isnull=True)
                | models.Q(start_lower__lte=models.F("end_upper")),
                name="affiliation_ends_after_start",
            ),
            bounds_in_order("start", "affiliation_start_bounds_in_order"),
            bounds_in_order("end", "affiliation_end_bounds_in_order"),
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            names_standing("person_id", "events_actor"),
            names_standing("organisation_id", "events_actor"),
            *touches(  # events tell the office that the person held
                Mark(
                    "actors", Touch.NAMED, row="person_id", beside=("organisation_id", "actors"), without=("revision",)
                )
            ),
            pgtrigger.Trigger(
                name="joins_person_and_body",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    PERFORM 1 FROM events_actor WHERE id IN (NEW.person_id, NEW.organisation_id) ORDER BY id FOR SHARE;
                    IF EXISTS (
                        SELECT 1 FROM events_actor a
                        WHERE (a.id = NEW.person_id AND a.kind <> 'person')
                        OR (a.id = NEW.organisation_id AND a.kind NOT IN ('state', 'organisation'))
                    ) THEN {refuse("affiliation_joins_person_and_body", "Affiliation % joins other kinds of actors.")}
                    END IF;
                    RETURN NEW;
                """,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office or 'member'}, {self.organisation}"
