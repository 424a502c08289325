"""What the rules propose for an article, for the programs of those who annotate. Decisions are made at the desk."""

from typing import Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from articles.api.negotiation import StrictNegotiation
from articles.api.schema import MEANINGS as READING
from articles.api.schema import MEDIA_TYPE, ProblemSerializer, form_of
from articles.api.serializers import END, START
from articles.models import Article
from articles.parameters import values_of
from events.api.schema import MEANINGS, TOKEN
from events.editing.reviewing import ANNOTATE
from events.filing.refusals import may
from events.suggestions.candidate import KINDS
from events.workbench.suggested import suggestions_document

PROBLEMS = {
    (status, MEDIA_TYPE): OpenApiResponse(ProblemSerializer, description=meaning)
    for status, meaning in {400: READING[400], 401: MEANINGS[401], 403: MEANINGS[403], 404: MEANINGS[404]}.items()
}


class SuggestionSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(KINDS, help_text="What is proposed.")
    start = serializers.IntegerField(help_text=START)
    end = serializers.IntegerField(help_text=END)
    quote = serializers.CharField(help_text="The words themselves.")
    value = serializers.JSONField(help_text="What is read in them, in the shape of its kind; null of a sentence.")
    score = serializers.FloatField(min_value=0, max_value=1)
    reason = serializers.CharField(help_text="Why, for people.")
    recogniser = serializers.CharField(help_text="The rules and their version, such as `times/1`.")
    trigger = serializers.IntegerField(allow_null=True, help_text="Of an event: first code point of its trigger.")


class SuggestionsSerializer(serializers.Serializer):
    results = SuggestionSerializer(many=True, help_text="All of them, in order of the text.")


class Suggestions(APIView):
    """Suggestions for an article about which nobody has decided, computed now. For tokens that may annotate."""

    permission_classes = [AllowAny]  # asked for below, so that an article is looked for only afterwards
    content_negotiation_class = StrictNegotiation

    @extend_schema(
        operation_id="articles_suggestions",
        tags=["articles"],
        auth=TOKEN,
        parameters=[
            form_of(["json"]),
            OpenApiParameter("id", OpenApiTypes.INT, OpenApiParameter.PATH, description="Id of the article."),
        ],
        responses={(200, "application/json"): SuggestionsSerializer, **PROBLEMS},
    )
    def get(self, request: Request, id: str) -> Response:
        self.may_see(request.user)
        values_of(request.query_params, known=["format"])
        article = Article.objects.visible_to(request.user).select_related("issue").filter(pk=id).first()
        if article is None:
            raise Http404
        return Response(suggestions_document(article), headers={"Cache-Control": "private, no-store"})

    def may_see(self, user: Any) -> None:
        """Raises NotAuthenticated for nobody, PermissionDenied for whoever may not annotate, whatever the article."""
        if not user.is_authenticated:
            raise NotAuthenticated
        may(user, ANNOTATE)
