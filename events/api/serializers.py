"""The shapes of the rows in `events/exports/rows.py`, for the schema and the documentation."""

from rest_framework import serializers

from articles.api.serializers import END, QUOTE, START, SpanSerializer, address, edtf, slug_of
from articles.api.serializers import ArticleSerializer as PrintedArticleSerializer
from events.models import (
    ActorKind,
    AttributionScope,
    EvidenceKind,
    GeoPrecision,
    MentionKind,
    PlaceKind,
    Quad,
    Reading,
    ReportStatus,
    Role,
)

PUBLIC_ID = "Public id of the event, such as E000123."
REVISION = "Rises with every write."


def revision() -> serializers.IntegerField:
    return serializers.IntegerField(help_text=REVISION)


def code_of(of: str, **more: object) -> serializers.CharField:
    return serializers.CharField(help_text=f"Code of the {of}.", **more)


def many(child: serializers.Field, help_text: str) -> serializers.ListField:
    return serializers.ListField(child=child, help_text=help_text)


class PlaceOfEventSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()


class ParticipantSerializer(serializers.Serializer):
    slug = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(ActorKind.choices)


class ParticipationSerializer(serializers.Serializer):
    role = serializers.ChoiceField(Role.choices)
    actor = ParticipantSerializer()
    office = serializers.CharField(allow_blank=True, help_text="The office held on the day of the event.")


class EventSerializer(serializers.Serializer):
    public_id = serializers.CharField(help_text=PUBLIC_ID)
    url = address()
    label = serializers.CharField()
    type = code_of("event type")
    mode = serializers.CharField(allow_null=True, help_text="The mode, bare: `expel` of SANCTION.")
    quad = serializers.ChoiceField(Quad.choices)
    contexts = many(serializers.CharField(), "Codes of contexts.")
    status = serializers.ChoiceField(ReportStatus.choices, allow_blank=True)
    date = edtf()
    date_lower = serializers.DateField(allow_null=True, help_text="The first day that the date allows.")
    date_upper = serializers.DateField(allow_null=True, help_text="The last day that the date allows.")
    place = PlaceOfEventSerializer(allow_null=True)
    geo_precision = serializers.ChoiceField(GeoPrecision.choices)
    participations = ParticipationSerializer(many=True)
    has_conflict = serializers.BooleanField()
    min_sources = serializers.IntegerField(help_text="Distinct sources to which its reports are attributed.")
    plover_type = serializers.CharField(allow_null=True, help_text="The PLOVER type that type and status fold into.")
    plover_note = serializers.CharField(allow_blank=True, help_text="Why it is not simply the type.")
    codebook_version = serializers.CharField(help_text="The codebook by which it was coded.")
    revision = revision()
    reports = many(serializers.IntegerField(), "Ids of its reports.")


class EvidenceSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(EvidenceKind.choices)
    start = serializers.IntegerField(allow_null=True, help_text=START)
    end = serializers.IntegerField(allow_null=True, help_text=END)
    quote = serializers.CharField(allow_null=True, help_text=QUOTE)
    text_version = serializers.IntegerField(help_text="The text in which it was last placed.")


class AttributionSerializer(serializers.Serializer):
    source = slug_of("source")
    date = edtf()
    scope = serializers.ChoiceField(AttributionScope.choices)


class ReportSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    event = serializers.CharField(help_text=PUBLIC_ID)
    article = serializers.IntegerField(help_text="Id of the article.")
    status = serializers.ChoiceField(ReportStatus.choices)
    hedged = serializers.BooleanField()
    background = serializers.BooleanField()
    claimed_date = serializers.CharField(allow_blank=True, help_text="EDTF; empty: as the event.")
    claimed_place = slug_of("place; null: as the event", allow_null=True)
    claimed_type = code_of("event type; null: as the event", allow_null=True)
    claimed_participations = ParticipationSerializer(many=True)
    evidence = EvidenceSerializer(many=True)
    attributions = AttributionSerializer(many=True)
    revision = revision()


class ArticleSerializer(PrintedArticleSerializer):
    events = many(serializers.CharField(), "Public ids of the events that it reports.")


class MentionSerializer(SpanSerializer):
    kind = serializers.ChoiceField(MentionKind.choices)
    actor = slug_of("actor, if it names one", allow_null=True)
    place = slug_of("place, if it names one", allow_null=True)
    reading = serializers.ChoiceField(Reading.choices)
    revision = revision()


class SpellingSerializer(serializers.Serializer):
    name = serializers.CharField()
    used = serializers.CharField(allow_blank=True, help_text="When it was used, in EDTF.")


class AffiliationSerializer(serializers.Serializer):
    organisation = slug_of("state or organisation")
    office = serializers.CharField(allow_blank=True, help_text="Empty for a member.")
    sector = serializers.CharField(allow_blank=True, help_text="Sector code of the codebook.")
    start = edtf()
    start_is_real = serializers.BooleanField(help_text="It began then; else it is first cited then.")
    end = edtf()
    end_is_real = serializers.BooleanField(help_text="It ended then; else it is last cited then.")


class ActorSerializer(serializers.Serializer):
    slug = serializers.CharField()
    url = address()
    name = serializers.CharField()
    kind = serializers.ChoiceField(ActorKind.choices)
    names = SpellingSerializer(many=True)
    wikidata = serializers.CharField(allow_blank=True)
    unrecognised = serializers.BooleanField(help_text="A state that most states do not recognise.")
    affiliations = AffiliationSerializer(many=True)
    revision = revision()


class PlaceSerializer(serializers.Serializer):
    slug = serializers.CharField()
    url = address()
    name = serializers.CharField()
    kind = serializers.ChoiceField(PlaceKind.choices)
    names = SpellingSerializer(many=True)
    country = serializers.CharField(allow_blank=True, help_text="ISO 3166 code; empty where disputed or none.")
    parent = slug_of("place it lies in", allow_null=True)
    claimed_by = many(serializers.CharField(), "Slugs of the states that claim it.")
    latitude = serializers.FloatField(allow_null=True)
    longitude = serializers.FloatField(allow_null=True)
    geonames = serializers.IntegerField(allow_null=True)
    wikidata = serializers.CharField(allow_blank=True)
    revision = revision()


class CodedParticipantSerializer(serializers.Serializer):
    role = serializers.ChoiceField(Role.choices)
    name = serializers.CharField()


class ExampleSerializer(serializers.Serializer):
    """A sentence with its coding; its type is the entry it stands in."""

    text = serializers.CharField()
    mode = serializers.CharField(allow_blank=True)
    status = serializers.ChoiceField(ReportStatus.choices)
    contexts = serializers.ListField(child=serializers.CharField())
    participants = CodedParticipantSerializer(many=True)
    note = serializers.CharField(required=False)


class EventTypeSerializer(serializers.Serializer):
    code = serializers.CharField()
    label = serializers.CharField()
    quad = serializers.ChoiceField(Quad.choices)
    needs_recipient = serializers.BooleanField()
    definition = serializers.CharField()
    examples = ExampleSerializer(many=True)
    modes = many(serializers.CharField(), "Keys of its modes, such as SANCTION.expel.")


class ModeSerializer(serializers.Serializer):
    key = serializers.CharField(help_text="Type and code, such as SANCTION.expel.")
    type = code_of("event type")
    code = serializers.CharField()
    label = serializers.CharField()
    definition = serializers.CharField()
    example = serializers.CharField(allow_blank=True)


class ContextSerializer(serializers.Serializer):
    code = serializers.CharField()
    label = serializers.CharField()
    definition = serializers.CharField()
