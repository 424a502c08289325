"""Actors and places: looked up, made in place, called by one more name."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from articles.parameters import ParameterError, ParametersRefused
from events.admin.work.dates import read_date
from events.admin.work.view import WorkView, answered
from events.documents import read_actor, read_place
from events.documents.codes import MENTION_KINDS
from events.documents.names import read_spelling
from events.editing.names import add_variants
from events.filing.conditional import Answer
from events.filing.names import MODELS, file_actor, file_place
from events.workbench.look_up import look_up, told_of


class LookUp(WorkView):
    """GET: who or what these words may name, with the office on that day."""

    def get(self, request: HttpRequest) -> HttpResponse:
        given = self.parameters("kind", "q", "on")
        kind, words = self.parameter(given, "kind", read_kind), self.parameter(given, "q")
        if not kind:
            raise ParametersRefused([ParameterError("kind", "Say what is looked up: actor or place.")])
        on = self.parameter(given, "on", read_date) or self.article.issue.date
        return answered({"results": look_up(kind, words, on=on)})


class Made(WorkView):
    """POST: a new row, in one step."""

    kind = ""
    read: Callable[..., Any]
    file: Callable[..., Any]

    def post(self, request: HttpRequest) -> HttpResponse:
        document = type(self).read(self.document(), new=True)
        return self.written(lambda: self.told(type(self).file(document, by=self.user, rows=self.rows)))

    def told(self, row: Any) -> Answer:
        return Answer(201, told_of(self.kind, row, on=self.article.issue.date), row.revision)


class Actors(Made):
    """POST: a new actor."""

    kind = "actor"
    read = staticmethod(read_actor)
    file = staticmethod(file_actor)


class Places(Made):
    """POST: a new place."""

    kind = "place"
    read = staticmethod(read_place)
    file = staticmethod(file_place)


class Names(WorkView):
    """POST: an actor or a place is called so, too."""

    def post(self, request: HttpRequest) -> HttpResponse:
        spelling = read_spelling(self.document())
        row = self.rows.named(MODELS[spelling.kind], spelling.slug, "/slug")
        return self.written(lambda: self.called(row, spelling.kind, spelling.name))

    def called(self, row: Any, kind: str, name: str) -> Answer:
        add_variants(row, [name], by=self.user)
        return Answer(201, told_of(kind, row, name, on=self.article.issue.date))


def read_kind(value: str) -> str:
    """Which table. Raises ValueError."""
    if value not in MENTION_KINDS:
        raise ValueError(f"Choose one of {', '.join(MENTION_KINDS)}.")
    return value
