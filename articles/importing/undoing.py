"""A whole import taken back as one unit: all that it made, or nothing where somebody has built on any of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pghistory.models
from django.apps import apps
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, ProtectedError, QuerySet

from articles.models import (
    Article,
    Citation,
    CitedReport,
    CrossReference,
    ImportProblem,
    ImportRun,
    Issue,
    OldAddress,
    ProblemState,
    Publication,
    RunState,
    TextVersion,
)
from articles.models.import_run import IMPORT_ARTICLES
from articles.verbs import Refused, verb

_SHOWN = 5
_WAYS_TO_ARTICLE: dict[Any, str] = {
    Article: "",
    Citation: "article__",
    CrossReference: "article__",
    CitedReport: "citation__article__",
}


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows went."""

    articles: int
    issues: int
    publications: int


def undo(run: ImportRun, *, by: User) -> Undone:
    """Deletes what the run made. Raises Refused, naming what holds it back."""
    with run.held(), verb(by=by, right=IMPORT_ARTICLES, reason=f"undo of import {run.pk}"):
        held = list(what_holds_back(run))
        if held:
            raise Refused("import_is_not_built_upon", f"The import cannot be undone: {'; '.join(held)}.")
        undone = _delete(run)
        ImportProblem.objects.filter(run=run, state=ProblemState.OPEN).update(state=ProblemState.SETTLED)
        run.state = RunState.UNDONE
        run.save(update_fields=["state"])
    return undone


def what_holds_back(run: ImportRun) -> Iterator[str]:
    """What people have done since with articles of the run, in words; nothing where it can be undone."""
    articles = Article.objects.filter(import_run=run)
    yield from _told("text corrected", articles.filter(text_version__gt=1))
    taken = TextVersion.objects.filter(import_run=run, number__gt=1).exclude(article__import_run=run)
    yield from _told("text taken from this import", Article.objects.filter(pk__in=taken.values("article")))
    yield from _told("notes written", articles.exclude(notes=""))
    yield from _told("an old address leads there", _led_to(articles))
    for model, way in _WAYS_TO_ARTICLE.items():
        for relation in _built_upon(model):
            rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__{way}import_run": run})
            if (count := rows.count()) > 0:
                yield f"{count} {relation.related_model._meta.verbose_name_plural} rest on it"


def _built_upon(model: Any) -> list[Any]:
    """The relations by which other apps build on a table."""
    own = set(apps.get_app_config(model._meta.app_label).get_models())
    relations = [relation for relation in model._meta.related_objects if relation.related_model not in own]
    return [relation for relation in relations if not issubclass(relation.related_model, pghistory.models.Event)]


def _led_to(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Those to which an old address leads: they were moved, split or joined."""
    targets = set(OldAddress.objects.values_list("target", flat=True))
    placed = articles.with_issue().defer("text") if targets else articles.none()
    return articles.filter(pk__in=[article.pk for article in placed if article.get_absolute_url() in targets])


def _told(what: str, articles: QuerySet[Article]) -> Iterator[str]:
    found = list(articles.with_issue()[: _SHOWN + 1])
    if found:
        names = ", ".join(f"{article.issue}, article {article.position}" for article in found[:_SHOWN])
        yield f"{what} ({names}{' and more' if len(found) > _SHOWN else ''})"


def _delete(run: ImportRun) -> Undone:
    try:
        articles = Article.objects.filter(import_run=run)
        count = articles.count()
        articles.delete()
    except ProtectedError as error:
        kinds = sorted({str(row._meta.verbose_name_plural) for row in error.protected_objects})
        told = f"The import cannot be undone: {', '.join(kinds)} rest on it."
        raise Refused("import_is_not_built_upon", told) from error
    issues = Issue.objects.filter(import_run=run).exclude(Exists(Article.objects.filter(issue=OuterRef("pk"))))
    publications = Publication.objects.filter(import_run=run)
    publications = publications.exclude(Exists(Issue.objects.filter(publication=OuterRef("pk"))))
    return Undone(count, _count_deleted(issues), _count_deleted(publications))


def _count_deleted(rows: QuerySet[Any]) -> int:
    count = rows.count()
    rows.delete()
    return count
