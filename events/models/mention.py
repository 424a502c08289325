from typing import Any

import pgtrigger
from django.db import models
from django.db.models import OuterRef, Q

from articles.history import tracked
from articles.models.article_status import ArticleStatus
from articles.models.asked_by_row import found
from articles.models.guards import names_standing, span_triggers
from articles.models.public_change import Touch
from articles.models.row import Revisioned
from articles.models.span import Span, SpanQuerySet, SpanState, to_check
from articles.models.touches import Mark, touches
from articles.rights import may_read_hidden
from events.models.actor import Actor
from events.models.guards import EVIDENCE_FITS
from events.models.place import Place


class MentionKind(models.TextChoices):
    ACTOR = "actor", "Actor"
    PLACE = "place", "Place"


class Reading(models.TextChoices):
    ENTITY = "entity", "Itself"
    METONYM = "metonym", "Metonym: its government"


class MentionQuerySet(SpanQuerySet):
    def public(self) -> "MentionQuerySet":
        """Those in published articles whose row is public and that stand on words."""
        actors, places = Actor.objects.public(), Place.objects.public()
        rows = Q(found(actors.filter(pk=OuterRef("actor")))) | Q(found(places.filter(pk=OuterRef("place"))))
        return self.filter(rows, article__status=ArticleStatus.PUBLISHED).exclude(state=SpanState.ORPHAN)

    def visible_to(self, user: Any) -> "MentionQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class Mention(Span, Revisioned):
    """An actor or a place named in a text, event or not. “Moscow” for the government is an actor read as metonym."""

    kind = models.CharField(max_length=5, choices=MentionKind)
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, null=True, blank=True, related_name="mentions")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="mentions")
    reading = models.CharField(max_length=7, choices=Reading, default=Reading.ENTITY)

    objects = MentionQuerySet.as_manager()

    class Meta(Span.Meta):
        ordering = ["article", "start", "end", "id"]
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "start", "end", "kind"],
                deferrable=models.Deferrable.DEFERRED,  # a correction moves several at once
                name="mention_is_one_of_its_place",
            ),
            models.UniqueConstraint(fields=["id", "article"], name="mention_with_article"),  # target of composite keys
            models.CheckConstraint(
                condition=Q(kind="actor", actor__isnull=False, place__isnull=True)
                | Q(kind="place", actor__isnull=True, place__isnull=False),
                name="mention_names_row_of_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(reading="entity") | Q(reading="metonym", kind="actor"), name="mention_metonym_is_actor"
            ),
        ]
        indexes = [to_check("mention_to_check")]
        triggers = [
            *Revisioned.Meta.triggers,
            *span_triggers("events_mention"),
            *touches(
                Mark("mentions", without=("prefix", "suffix", "text_version", "revision")),
                Mark("mentions", Touch.COSMETIC),
            ),
            names_standing("actor_id", "events_actor"),
            names_standing("place_id", "events_place"),
            pgtrigger.Trigger(
                name="evidence_fits",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("kind"),
                timing=pgtrigger.Deferred,
                func=EVIDENCE_FITS.format(condition="e.mention_id = NEW.id"),
            ),
        ]
