"""Suggestions for the article: those about which nobody has decided, and what she decides."""

from django.http import HttpRequest, HttpResponse

from events.admin.work.view import WorkView, answered
from events.documents.suggestion import DecisionDocument, read_decision
from events.filing.conditional import Answer
from events.filing.names import file_decisions
from events.workbench.reports import mention_document
from events.workbench.suggested import suggestions_with_rows


class Suggestions(WorkView):
    """GET: what the rules propose. POST: accepted, edited, rejected, or undecided again; an event is a report too."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return answered({"results": suggestions_with_rows(self.article)})

    def post(self, request: HttpRequest) -> HttpResponse:
        document = read_decision(self.document())
        return self.written(lambda: self.decided(document))

    def decided(self, document: DecisionDocument) -> Answer:
        count, mentions = file_decisions(document, self.article, by=self.user, rows=self.rows)
        return Answer(200, {"decided": count, "mentions": [mention_document(one) for one in mentions]})
