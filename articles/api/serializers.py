"""The shapes of the rows in `articles/exports/printed.py`, for the schema and the documentation."""

from rest_framework import serializers

from articles.models import ArticleStatus, DateBasis, QuotePolicy, SourceKind

EDTF = "EDTF, in the profile of this site; empty where unknown."
ADDRESS = "The permanent address of its page."
QUOTE = "The words themselves, as far as the quote policy lets them out; else null."
START = "First code point of the article's text."
END = "One past the last code point."


def edtf() -> serializers.CharField:
    return serializers.CharField(allow_blank=True, help_text=EDTF)


def address() -> serializers.URLField:
    return serializers.URLField(help_text=ADDRESS)


def slug_of(of: str, **more: object) -> serializers.CharField:
    return serializers.CharField(help_text=f"Slug of the {of}.", **more)


def names() -> serializers.ListField:
    return serializers.ListField(child=serializers.CharField())


class PublicationSerializer(serializers.Serializer):
    slug = serializers.CharField()
    url = address()
    title = serializers.CharField()
    aliases = names()
    publisher = serializers.CharField(allow_blank=True)
    language = serializers.CharField(help_text="Language code of the texts.")
    first_year = serializers.IntegerField(allow_null=True, help_text="The year of volume 1.")
    description = serializers.CharField(allow_blank=True)
    licence = serializers.CharField(allow_blank=True)
    quote_policy = serializers.ChoiceField(QuotePolicy.choices)


class IssueSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    url = address()
    publication = slug_of("publication")
    volume = serializers.IntegerField()
    number = serializers.IntegerField()
    date = edtf()
    date_basis = serializers.ChoiceField(DateBasis.choices)
    date_lower = serializers.DateField(allow_null=True, help_text="The first day that the date allows.")
    date_upper = serializers.DateField(allow_null=True, help_text="The last day that the date allows.")


class ArticleSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    url = address()
    publication = slug_of("publication")
    volume = serializers.IntegerField()
    number = serializers.IntegerField(help_text="Number of the issue.")
    position = serializers.IntegerField(help_text="Position in the issue.")
    date = serializers.CharField(allow_blank=True, help_text=f"The date of its issue. {EDTF}")
    date_basis = serializers.ChoiceField(DateBasis.choices)
    title = serializers.CharField()
    title_printed = serializers.CharField(allow_blank=True, help_text="Empty where none was printed.")
    byline = serializers.CharField(allow_blank=True)
    section = serializers.CharField(allow_blank=True)
    text = serializers.CharField(allow_null=True, help_text="Null unless the quote policy is `full`.")
    text_version = serializers.IntegerField()
    status = serializers.ChoiceField(ArticleStatus.choices)


class SourceSerializer(serializers.Serializer):
    slug = serializers.CharField()
    url = address()
    name = serializers.CharField()
    kind = serializers.ChoiceField(SourceKind.choices, allow_blank=True)
    country = serializers.CharField(allow_blank=True, help_text="ISO 3166 code.")
    aliases = names()


class CitedReportSerializer(serializers.Serializer):
    source = slug_of("source")
    date = edtf()


class SpanSerializer(serializers.Serializer):
    """A stretch of an article's text; no start and end where its words were deleted, which the public never sees."""

    id = serializers.IntegerField()
    article = serializers.IntegerField(help_text="Id of the article.")
    start = serializers.IntegerField(allow_null=True, help_text=START)
    end = serializers.IntegerField(allow_null=True, help_text=END)
    quote = serializers.CharField(allow_null=True, help_text=QUOTE)


class CitationSerializer(SpanSerializer):
    reports = CitedReportSerializer(many=True)


class CrossReferenceSerializer(SpanSerializer):
    target_issue = serializers.IntegerField(allow_null=True, help_text="Id of the issue that is referred to.")
    target_article = serializers.IntegerField(allow_null=True, help_text="Id of the article that is referred to.")
