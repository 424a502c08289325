"""Suggestions for the article: those about which nobody has decided, and what she decides."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from events.admin.work.view import WorkView, answered
from events.documents.suggestion import read_decision
from events.editing.suggesting import Suggested, decide_all
from events.filing.conditional import Answer
from events.workbench.suggested import suggestions_document


class Suggestions(WorkView):
    """GET: what the rules propose. POST: accepted, edited or rejected; what is accepted is saved by itself."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return answered(suggestions_document(self.article))

    def post(self, request: HttpRequest) -> HttpResponse:
        document = read_decision(self.document())
        decided = [Suggested(**vars(one)) for one in document.suggestions]
        how: dict[str, Any] = {"outcome": document.outcome, "by": self.user}
        return self.written(lambda: Answer(200, {"decided": decide_all(self.article, decided, **how)}))
