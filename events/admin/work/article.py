"""The article as a whole: its state, the same events elsewhere, what words of time mean, its correction."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.correction import Correction
from articles.dates import Edtf
from articles.models import Article
from events.admin.work.dates import read_date
from events.admin.work.view import WorkView, answered
from events.documents.correction import read_correction
from events.filing.conditional import Answer, seen_revision
from events.suggestions.times import resolve
from events.workbench.known import Sought, known_events
from events.workbench.state import state_of


class State(WorkView):
    """GET: everything that the page needs to begin."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return answered(state_of(self.article, self.user), ETag=f'"{self.article.revision}"')


class Known(WorkView):
    """GET: events of other articles that may be the one she describes."""

    def get(self, request: HttpRequest) -> HttpResponse:
        given = self.parameters("type", "date", "actor", "place", "label")
        sought = Sought.of(
            date=self.parameter(given, "date", read_date),
            actors=tuple(given.get("actor", [])),
            **{name: self.parameter(given, name) for name in ("type", "place", "label")},
        )
        return answered({"results": known_events(sought, self.article, self.user)})


class When(WorkView):
    """GET: the date that these words mean in this issue; empty where they mean none for sure."""

    def get(self, request: HttpRequest) -> HttpResponse:
        words = self.parameter(self.parameters("words"), "words")
        date = resolve(words, self.article.issue.date)
        return answered({"words": words, "date": date, "in_words": Edtf.parse(date).in_words() if date else ""})


class CorrectPreview(WorkView):
    """POST: what a correction of the text would do to every mark; nothing is written."""

    def post(self, request: HttpRequest) -> HttpResponse:
        document = read_correction(self.document())
        correction = self.article.correct_text(
            document.text, by=self.user, reason=document.reason, revision=document.revision, write=False
        )
        return answered(correction_document(correction, self.article))


class Correct(WorkView):
    """POST: the text corrected, every mark moved along, flagged or orphaned."""

    def post(self, request: HttpRequest) -> HttpResponse:
        revision, document = seen_revision(request.headers), read_correction(self.document())
        how: dict[str, Any] = {"reason": document.reason, "public_reason": document.public_reason}
        return self.written(lambda: self.corrected(document.text, revision, how))

    def corrected(self, text: str, revision: int, how: dict[str, Any]) -> Answer:
        correction = self.article.correct_text(text, by=self.user, revision=revision, **how)
        article = Article.objects.get(pk=self.article.pk)
        return Answer(200, correction_document(correction, article), article.revision)


def correction_document(correction: Correction, article: Article) -> dict[str, Any]:
    """The new text, what becomes of each mark, and what follows for reports and events."""
    changes = [
        {"mark": one.kind, "id": one.pk, "outcome": one.outcome.value, "old": one.old_quote, "new": one.new_quote}
        for one in correction.changes
    ]
    plain = {"text": correction.new, "revision": article.revision, "text_version": article.text_version}
    return {**plain, "changes": changes, "consequences": list(correction.consequences)}
