"""The resources of what was printed."""

from articles import filters, models
from articles.api import serializers
from articles.api.resource import SLUG, Resource
from articles.exports import printed


class Publications(Resource):
    model = models.Publication
    rows = printed.publications
    serializer_class = serializers.PublicationSerializer
    filterset_class = filters.PublicationFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG


class Issues(Resource):
    model = models.Issue
    rows = printed.issues
    serializer_class = serializers.IssueSerializer
    filterset_class = filters.IssueFilters


class Articles(Resource):
    model = models.Article
    rows = printed.articles
    serializer_class = serializers.ArticleSerializer
    filterset_class = filters.ArticleFilters


class Sources(Resource):
    model = models.NewsSource
    rows = printed.sources
    serializer_class = serializers.SourceSerializer
    filterset_class = filters.SourceFilters
    lookup_field = "slug"
    lookup_value_regex = SLUG


class Citations(Resource):
    model = models.Citation
    rows = printed.citations
    serializer_class = serializers.CitationSerializer
    filterset_class = filters.CitationFilters


class CrossReferences(Resource):
    model = models.CrossReference
    rows = printed.cross_references
    serializer_class = serializers.CrossReferenceSerializer
    filterset_class = filters.CrossReferenceFilters
