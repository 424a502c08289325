from typing import Any

import pgtrigger
from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Exists, Func, OuterRef, Q
from django.urls import reverse

from articles.history import tracked
from articles.models.asked_by_row import found
from articles.models.date_fields import BoundField, EdtfField, bounds_in_order
from articles.models.guards import merged_into_final, names_standing, refuse
from articles.models.public_change import Touch
from articles.models.row import Revisioned, Row
from articles.models.search import names_triggers
from articles.models.touches import DELETE, UPDATE, Mark, of_revisioned, touches
from articles.rights import may_read_hidden
from articles.text import sort_key
from events.models.actor import Actor
from events.models.named import NamedQuerySet


class PlaceKind(models.TextChoices):
    CITY = "city", "City"
    ADMIN1 = "admin1", "First-level division"
    COUNTRY = "country", "Country"
    TERRITORY = "territory", "Territory"
    REGION = "region", "Region of the world"
    SITE = "site", "Site"


def _array(key: Any) -> Func:
    return Func(key, template="ARRAY[%(expressions)s]", output_field=ArrayField(models.BigIntegerField()))


class PlaceQuerySet(NamedQuerySet):
    def public(self) -> "PlaceQuerySet":
        """Places of public events and of public claims, with all their ancestors; merged ones never."""
        here = Q(pk=OuterRef("pk")) | Q(ancestors__contains=_array(OuterRef("pk")))
        happened = self.model.objects.filter(here).filter(self._in_public_events())
        return self.filter(Exists(happened), merged_into__isnull=True)

    def _in_public_events(self) -> Q:
        events = self.model.events.rel.related_model.objects.public()
        reports = self.model.claims_of_reports.rel.related_model.objects.public()
        return Q(found(events.filter(place=OuterRef("pk")))) | Q(found(reports.filter(claimed_place=OuterRef("pk"))))

    def visible_to(self, user: Any) -> "PlaceQuerySet":
        return self if may_read_hidden(user) else self.public()

    def within(self, places: Any) -> "PlaceQuerySet":
        """The places of the query set `places` and all that lie in them."""
        return self.filter(Q(pk__in=places.values("pk")) | Q(ancestors__overlap=ArraySubquery(places.values("pk"))))


@tracked()
class Place(Revisioned):
    """Where an event took place. Made by an annotator or by the import of events; coordinates are optional."""

    slug = models.SlugField(max_length=100, unique=True)
    name = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(max_length=10, choices=PlaceKind)
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code; empty where disputed or none.")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", help_text="What it lies in."
    )
    ancestors = ArrayField(models.BigIntegerField(), default=list, editable=False)  # kept by trigger, nearest last
    claimed_by = models.ManyToManyField(Actor, through="PlaceClaim", related_name="claims", blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True, help_text="Degrees north.")
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True, blank=True, help_text="Degrees east.")
    geonames = models.PositiveIntegerField(null=True, blank=True, help_text="GeoNames id.")
    wikidata = models.CharField(max_length=20, blank=True, help_text="Wikidata id, such as Q649.")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, editable=False, related_name="+")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="merged"
    )

    objects = PlaceQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(slug=""), name="place_has_slug"),
            models.CheckConstraint(condition=~models.Q(name=""), name="place_has_name"),
            models.CheckConstraint(condition=models.Q(kind__in=PlaceKind.values), name="place_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(country="") | models.Q(country__regex=r"^[A-Z]{2}$"),
                name="place_country_is_iso_code",
            ),
            models.CheckConstraint(
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="place_coordinates_are_a_pair_on_earth",
            ),
            models.CheckConstraint(
                condition=models.Q(wikidata="") | models.Q(wikidata__regex=r"^Q[1-9][0-9]*$"),
                name="place_wikidata_is_an_id",
            ),
        ]
        indexes = [
            models.Index(fields=["sort_key", "id"], name="place_by_name"),  # A-Z and API order
            GinIndex(fields=["ancestors"], name="place_by_ancestor"),  # all that lies in a place
        ]
        triggers = [
            *Revisioned.Meta.triggers,
            merged_into_final("events_place"),
            *names_triggers("events.place", "id", "name"),
            names_standing("parent_id", "events_place"),
            *touches(
                *of_revisioned("places", cosmetic=("made_by_id",)),
                Mark("places", Touch.NAMED, columns=("slug", "name"), on=(UPDATE,)),
                Mark("places", Touch.MAYBE, row="ancestors", columns=("ancestors",), each=True, on=(UPDATE, DELETE)),
            ),
            pgtrigger.Trigger(
                name="lies_in_no_circle",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
                func=f"""
                    PERFORM pg_advisory_xact_lock('events_place'::regclass::oid::bigint);
                    NEW.ancestors := coalesce(
                        (SELECT ancestors || id FROM events_place WHERE id = NEW.parent_id), ARRAY[]::bigint[]
                    );
                    IF NEW.id = NEW.parent_id OR NEW.id = ANY (NEW.ancestors)
                    THEN {refuse("place_lies_in_no_circle", "Place % would lie in itself.")}
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Trigger(
                name="takes_its_places_along",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__ancestors__df=pgtrigger.F("new__ancestors")),
                func="UPDATE events_place SET parent_id = parent_id WHERE parent_id = NEW.id; RETURN NULL;",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.sort_key = sort_key(self.name)
        super().save(**kwargs)

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.slug])


class OfPlaceQuerySet(models.QuerySet[Any]):
    """Rows that are public with their place."""

    def public(self) -> "OfPlaceQuerySet":
        return self.filter(place__in=Place.objects.public())

    def visible_to(self, user: Any) -> "OfPlaceQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class PlaceName(Row):
    """A name or spelling of a place, with the time in which it was used where that is known."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)
    used = EdtfField(help_text="When it was used, such as 1924/1991; empty where that does not matter.")
    used_lower = BoundField(of="used", side="lower")
    used_upper = BoundField(of="used", side="upper")

    objects = OfPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["place", "key", "id"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="place_name_is_given_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="place_name_is_not_empty"),
            bounds_in_order("used", "place_name_used_bounds_in_order"),
        ]
        indexes = [
            models.Index(
                fields=["key"], opclasses=["varchar_pattern_ops"], name="place_name_by_key"
            ),  # import, look-up
            GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="place_name_by_trigram"),  # misspelt look-ups
        ]
        triggers = [
            *names_triggers("events.place", "place_id", "name", "place_id"),
            *touches(Mark("places", row="place_id")),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.key = sort_key(self.name)
        super().save(**kwargs)


class PlaceClaimQuerySet(OfPlaceQuerySet):
    def public(self) -> "PlaceClaimQuerySet":
        """Claims to public places by public states."""
        return super().public().filter(state__in=Actor.objects.public())


@tracked()
class PlaceClaim(Row):
    """A state that claims the place."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="place_claims")
    state = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="place_claims")

    objects = PlaceClaimQuerySet.as_manager()

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["place", "state"], name="place_claim_is_made_once")]
        triggers = [
            names_standing("place_id", "events_place"),
            names_standing("state_id", "events_actor"),
            *touches(Mark("places", row="place_id", beside=("state_id", "actors"))),
        ]

    def __str__(self) -> str:
        return f"{self.state} claims {self.place}"
