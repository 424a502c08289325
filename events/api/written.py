"""The shapes of the documents that programs send (`events/documents`), for the schema and the documentation."""

from rest_framework import serializers

from articles.api.serializers import END, START, edtf
from articles.models import DateOrigin
from events.models import (
    ActorKind,
    AttributionScope,
    EvidenceKind,
    GeoPrecision,
    MentionKind,
    PlaceKind,
    Reading,
    ReportStatus,
    Role,
)

SLUG = "Slug of the row; the object as it was read will do, too."


def slug(**more: object) -> serializers.CharField:
    return serializers.CharField(help_text=SLUG, **more)


class PartDocument(serializers.Serializer):
    """An actor's part in an event."""

    role = serializers.ChoiceField(Role.choices)
    actor = slug()
    office = serializers.CharField(
        required=False, allow_blank=True, help_text="Only where it differs from the office held on the day."
    )


class EventDocument(serializers.Serializer):
    """An event; what is left out keeps its value. A new one needs type and label."""

    label = serializers.CharField(required=False, max_length=300)
    type = serializers.CharField(required=False, help_text="Code of the event type.")
    mode = serializers.CharField(required=False, allow_blank=True, help_text="Bare, or with its type.")
    contexts = serializers.ListField(child=serializers.CharField(), required=False)
    date = serializers.CharField(required=False, allow_blank=True, help_text=edtf().help_text)
    date_words = serializers.CharField(required=False, allow_blank=True, help_text="The words that say when.")
    date_origin = serializers.ChoiceField(DateOrigin.choices, required=False)
    date_read_in = serializers.IntegerField(required=False, allow_null=True, help_text="Id of the article they are in.")
    date_to_check = serializers.BooleanField(required=False)
    place = slug(required=False, allow_null=True)
    geo_precision = serializers.ChoiceField(GeoPrecision.choices, required=False)
    participations = PartDocument(many=True, required=False, help_text="All of them: those left out go.")


class EvidencePartDocument(serializers.Serializer):
    """Which participation the words name."""

    actor = slug()
    role = serializers.ChoiceField(Role.choices)


class NamedDocument(serializers.Serializer):
    """Whom or what the words name."""

    kind = serializers.ChoiceField(MentionKind.choices)
    slug = serializers.CharField()
    reading = serializers.ChoiceField(Reading.choices, required=False)


class EvidenceDocument(serializers.Serializer):
    """Words that carry the report; they must be those that the text has there."""

    kind = serializers.ChoiceField(EvidenceKind.choices)
    start = serializers.IntegerField(help_text=START)
    end = serializers.IntegerField(help_text=END)
    quote = serializers.CharField()
    participation = EvidencePartDocument(required=False, allow_null=True, help_text="Of kind participant.")
    mention = NamedDocument(
        required=False,
        allow_null=True,
        help_text="Left out: the participation's actor, or the place that holds. Null: a phrase.",
    )


class AttributionDocument(serializers.Serializer):
    """A source that stands for the report: a cited report by id, or its source and date."""

    cited_report = serializers.IntegerField(required=False)
    source = slug(required=False)
    date = serializers.CharField(required=False, allow_blank=True, help_text=edtf().help_text)
    scope = serializers.ChoiceField(AttributionScope.choices, required=False)


class ReportDocument(serializers.Serializer):
    """A report with its words, claims and sources; what is left out keeps its value. A new one needs article, event."""

    article = serializers.IntegerField(required=False, help_text="Id of the article.")
    event = serializers.JSONField(
        required=False, help_text="The public id of a known event, or a new event as a document."
    )
    status = serializers.ChoiceField(ReportStatus.choices, required=False)
    hedged = serializers.BooleanField(required=False)
    background = serializers.BooleanField(required=False)
    note = serializers.CharField(required=False, allow_blank=True)
    claimed_date = serializers.CharField(required=False, allow_blank=True, help_text=edtf().help_text)
    claimed_date_words = serializers.CharField(required=False, allow_blank=True)
    claimed_place = slug(required=False, allow_null=True)
    claimed_type = serializers.CharField(required=False, allow_null=True)
    claimed_participations = PartDocument(many=True, required=False)
    evidence = EvidenceDocument(many=True, required=False, help_text="All of it: what is left out goes.")
    attributions = AttributionDocument(many=True, required=False, help_text="All of them.")


class MentionDocument(serializers.Serializer):
    """Words that name an actor or a place. A new one needs article, words, and the row."""

    article = serializers.IntegerField(required=False, help_text="Id of the article.")
    start = serializers.IntegerField(required=False, help_text=START)
    end = serializers.IntegerField(required=False, help_text=END)
    quote = serializers.CharField(required=False)
    actor = slug(required=False, allow_null=True)
    place = slug(required=False, allow_null=True)
    reading = serializers.ChoiceField(Reading.choices, required=False)


class ActorDocument(serializers.Serializer):
    """An actor; a new one needs name and kind. Names are added, none goes."""

    name = serializers.CharField(required=False, max_length=200)
    kind = serializers.ChoiceField(ActorKind.choices, required=False)
    names = serializers.ListField(child=serializers.CharField(), required=False)
    wikidata = serializers.CharField(required=False, allow_blank=True)
    unrecognised = serializers.BooleanField(required=False)


class PlaceDocument(serializers.Serializer):
    """A place; a new one needs name and kind. Names are added, none goes."""

    name = serializers.CharField(required=False, max_length=200)
    kind = serializers.ChoiceField(PlaceKind.choices, required=False)
    names = serializers.ListField(child=serializers.CharField(), required=False)
    country = serializers.CharField(required=False, allow_blank=True)
    parent = slug(required=False, allow_null=True)
    latitude = serializers.FloatField(required=False, allow_null=True)
    longitude = serializers.FloatField(required=False, allow_null=True)
    geonames = serializers.IntegerField(required=False, allow_null=True)
    wikidata = serializers.CharField(required=False, allow_blank=True)
