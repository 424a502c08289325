"""What all views of the workbench do: ask for the right, find the article, answer JSON that no cache keeps."""

from collections.abc import Callable
from typing import Any

import orjson
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.views import View

from articles.models import Article
from articles.parameters import ParameterError, ParametersRefused, only, values_of
from events.documents import DocumentRefused
from events.editing.reviewing import ANNOTATE
from events.filing.conditional import Answer, answered_once
from events.filing.refusals import Refusal, may, refusal_of
from events.filing.rows import Rows
from events.models import ArticleToAnnotate

LARGEST = 1_048_576  # bytes of a document
PROBLEM = "application/problem+json"
LOG_IN = Refusal(401, "You are logged out. Log in again in another window; what you typed is kept here.")
TOO_LARGE = Refusal(413, "The document is larger than 1 MB. Send less at a time.")


class TooLarge(Exception):
    """A body that is larger than any document here."""


class WorkView(View):
    """One address below an article, for those who may annotate."""

    http_method_names = ["get", "post", "put", "delete"]
    article: Article
    user: User
    rows: Rows

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (request.user.is_authenticated and request.user.is_active):
            return _problem(LOG_IN)
        try:
            return self._dispatch(request, kwargs.pop("object_id"), **kwargs)
        except Exception as error:
            refused = self.refused(error)
            if refused is None:
                raise
            return _problem(refused)

    def _dispatch(self, request: HttpRequest, object_id: int, **kwargs: Any) -> HttpResponse:
        self.user = request.user
        may(self.user, ANNOTATE)
        articles = ArticleToAnnotate.objects.visible_to(self.user).select_related("issue__publication")
        article = articles.filter(pk=object_id).first()
        if article is None:
            raise Http404
        self.article, self.rows = article, Rows(self.user)
        return super().dispatch(request, **kwargs)

    def refused(self, error: Exception) -> Refusal | None:
        """What goes wrong in words; views of one row add how it stands now."""
        return TOO_LARGE if isinstance(error, TooLarge) else refusal_of(error)

    def document(self) -> Any:
        """The JSON body. Raises DocumentRefused."""
        if len(self.request.body) > LARGEST:
            raise TooLarge
        try:
            return orjson.loads(self.request.body)
        except orjson.JSONDecodeError as error:
            raise DocumentRefused.at("", f"This is no JSON: {error}.") from error

    def written(self, act: Callable[[], Answer]) -> HttpResponse:
        """The answer to a write, the same to a retry."""
        answer = answered_once(self.request, self.user, act)
        return answered(answer.body, answer.status, **answer.headers())

    def parameters(self, *known: str) -> dict[str, list[str]]:
        """The query string, checked. Raises ParametersRefused."""
        return values_of(self.request.GET, known=known)

    def parameter(self, values: dict[str, list[str]], name: str, read: Callable[[str], Any] = str) -> Any:
        """The one value of a parameter, read; empty where it is not given."""
        try:
            return read(only(values[name])) if name in values else ""
        except ValueError as error:
            raise ParametersRefused([ParameterError(name, str(error))]) from error


def answered(body: Any, status: int = 200, **headers: str) -> HttpResponse:
    """JSON that no cache keeps."""
    content = b"" if body is None else orjson.dumps(body)
    return _private(HttpResponse(content, status=status, content_type="application/json", headers=headers))


def _problem(refused: Refusal) -> HttpResponse:
    body = orjson.dumps(refused.body())
    return _private(HttpResponse(body, status=refused.status, content_type=PROBLEM))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    return response
