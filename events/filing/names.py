"""Actors, places, spellings and mentions out of documents."""

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Article
from events.documents import MentionDocument, NameDocument
from events.documents.codes import UNDECIDED
from events.documents.suggestion import DecidedDocument, DecisionDocument
from events.editing import marks, names, suggesting
from events.editing.suggesting import Suggested
from events.filing.rows import Rows
from events.models import Actor, Mention, Outcome, Place

MODELS: dict[str, Any] = {"actor": Actor, "place": Place}


def file_actor(document: NameDocument, *, by: User, rows: Rows) -> Actor:
    """A new actor, called by all the names that the document gives."""
    return names.make_actor(by=by, variants=document.names, **document.values)


def file_place(document: NameDocument, *, by: User, rows: Rows) -> Place:
    """A new place, called by all the names that the document gives."""
    return names.make_place(by=by, variants=document.names, **_with_parent(document, rows))


def refile_actor(actor: Actor, document: NameDocument, *, by: User, rows: Rows, revision: int) -> Actor:
    """Let the actor be as the document says; names that it gives are added, none goes."""
    return _refile(actor, document.values, document, names.change_actor, by=by, revision=revision)


def refile_place(place: Place, document: NameDocument, *, by: User, rows: Rows, revision: int) -> Place:
    """Let the place be as the document says; names that it gives are added, none goes."""
    values = _with_parent(document, rows)
    return _refile(place, values, document, names.change_place, by=by, revision=revision)


def _refile(row: Any, values: dict[str, Any], document: NameDocument, change: Any, *, by: User, revision: int) -> Any:
    with transaction.atomic():
        current = type(row).locked(row.pk, revision=revision)
        if values:
            current = change(current, by=by, **values)
        names.add_variants(current, document.names, by=by)
    return current


def _with_parent(document: NameDocument, rows: Rows) -> dict[str, Any]:
    values = dict(document.values)
    if values.get("parent"):
        values["parent"] = rows.named(Place, values["parent"], f"{document.at}/parent")
    return values


def file_mention(document: MentionDocument, article: Article, *, by: User, rows: Rows) -> Mention:
    """Say whom or what words of the article name."""
    named = _named(document, rows)
    words = (document.start, document.end, document.quote)
    return marks.mention(article, *words, names=named, by=by, reading=document.reading)


def refile_mention(mention: Mention, document: MentionDocument, *, by: User, rows: Rows, revision: int) -> Mention:
    """Let the words name what the document says."""
    named = _named(document, rows)
    return marks.change_mention(mention, by=by, names=named, reading=document.reading, revision=revision)


def file_decisions(document: DecisionDocument, article: Article, *, by: User, rows: Rows) -> tuple[int, list[Mention]]:
    """Decide about suggestions, all or none; accepted words that name a row are marked so. How many, and the marks."""
    everything = [Suggested(**one.identity) for one in document.suggestions]
    if document.outcome == UNDECIDED:
        return suggesting.undecide(article, everything, by=by), []
    with transaction.atomic():
        named = [one for one in document.suggestions if one.names is not None]
        plain = [Suggested(**one.identity) for one in document.suggestions if one.names is None]
        edited = document.outcome == Outcome.EDITED
        marked = [_accepted(one, article, edited, by, rows) for one in named]
        suggesting.decide_all(article, plain, outcome=document.outcome, by=by)
    return len(everything), marked


def _accepted(one: DecidedDocument, article: Article, edited: bool, by: User, rows: Rows) -> Mention:
    row = rows.named(MODELS[one.kind], one.names or "", f"{one.at}/names/slug")
    how: dict[str, Any] = {"by": by, "reading": one.reading, "edited": edited}
    return suggesting.accept_name(article, Suggested(**one.identity), names=row, **how)


def _named(document: MentionDocument, rows: Rows) -> Any:
    return rows.named(MODELS[document.kind], document.slug, f"{document.at}/{document.kind}")
