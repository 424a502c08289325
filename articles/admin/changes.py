"""A row's history as people read it: who, when, what changed, why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db import models

SHOWN_ROWS = 200
SILENT = {
    "pgh_id",
    "pgh_created_at",
    "pgh_label",
    "pgh_obj",
    "pgh_context",
    "id",
    "created_at",
    "updated_at",
    "revision",
}
DONE = {"insert": "made", "update": "changed", "delete": "deleted"}


@dataclass(frozen=True)
class Difference:
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One write: nobody is named where plain SQL did it. `what` names the row where it is one that hangs on another."""

    who: str
    when: datetime
    why: str
    done: str
    differences: tuple[Difference, ...]
    what: str = ""


def changes_of(row: models.Model, limit: int = SHOWN_ROWS) -> list[Change]:
    """The writes to a row, the newest first; a write that changed nothing people see is left out."""
    return _changes(list(row.history.order_by("-pgh_id")[: limit + 1]), limit)


def changes_with_parts(row: models.Model, parts: Iterable[tuple[type[models.Model], str]]) -> list[Change]:
    """The writes to a row and to the rows that hang on it by the named fields, the newest first."""
    changes = changes_of(row)
    for model, field in parts:
        kept = model.history.rel.related_model.objects.filter(**{field: row.pk})
        by_row: dict[Any, list[Any]] = defaultdict(list)
        for copy in kept.order_by("-pgh_id")[:SHOWN_ROWS]:
            by_row[copy.pgh_obj_id].append(copy)
        for copies in by_row.values():
            changes += _changes(copies, SHOWN_ROWS, what=f"{model._meta.verbose_name} “{named(model, copies[0])}”")
    return sorted(changes, key=lambda change: change.when, reverse=True)


def named(model: type[models.Model], copy: Any) -> str:
    """What a row of `model` called itself when the copy was kept."""
    fields = [field.attname for field in model._meta.concrete_fields if hasattr(copy, field.attname)]
    return str(model(**{name: getattr(copy, name) for name in fields}))


def _changes(kept: list[Any], limit: int, what: str = "") -> list[Change]:
    people = User.objects.in_bulk({context["user"] for k in kept if (context := k.pgh_context) and context.get("user")})
    pairs = [*pairwise(kept), (kept[-1], None)] if kept else []
    changes = (_change(after, before, people, what) for after, before in pairs[:limit])
    return [change for change in changes if change.differences or change.done != "changed"]


def shown(row: models.Model, name: str) -> str:
    """A field's value in words: choices by their labels, rows by their names."""
    label = getattr(row, f"get_{name}_display", None)
    value = label() if label else getattr(row, name)
    return "" if value is None else str(value)


def _change(after: Any, before: Any, people: dict[int, User], what: str) -> Change:
    context = after.pgh_context or {}
    person = people.get(context.get("user"))
    return Change(
        who=person.get_username() if person else "a command or the database",
        when=after.pgh_created_at,
        why=context.get("reason", ""),
        done=DONE[after.pgh_label],
        differences=tuple(_differences(after, before)),
        what=what,
    )


def _differences(after: Any, before: Any) -> Iterator[Difference]:
    for field in after._meta.concrete_fields:
        if field.name in SILENT:
            continue
        then = getattr(before, field.attname) if before is not None else None
        if then != getattr(after, field.attname) and (before is not None or getattr(after, field.attname)):
            yield Difference(str(field.verbose_name), _said(before, field), _said(after, field))


def _said(row: Any, field: models.Field) -> str:
    if row is None:
        return ""
    value = getattr(row, field.attname)
    if value is None or value == "":
        return "nothing"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        target = field.related_model._base_manager.filter(pk=value).first()
        return f"{target or 'deleted'} ({value})"
    return str(value)
