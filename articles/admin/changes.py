"""A row's history as people read it: who, when, what changed, why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.utils.formats import date_format

from articles.models.date_fields import BoundField
from articles.text_change import moves

SEEN_AT_ONCE = 60  # characters
KEPT_ROWS = 2000  # of one row and one table of parts
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
    "sort_key",
    "text_sha256",
}
DONE = {"insert": "made", "update": "changed", "delete": "deleted"}


@dataclass(frozen=True)
class Difference:
    name: str
    before: str
    after: str

    @property
    def hunks(self) -> list[Any]:
        """What was deleted, inserted and kept, where both are so long that nobody sees it at once; else nothing."""
        is_long = min(len(self.before), len(self.after)) > SEEN_AT_ONCE
        return list(moves(self.before, self.after).hunks()) if is_long else []


@dataclass(frozen=True)
class Change:
    """One write, between two copies of a row. `what` names the row where it is one that hangs on another."""

    before: Any
    after: Any
    what: str = ""
    who: str = "a command or the database"  # nobody is named where plain SQL did it
    restore: str = ""  # the address at which the state after it is restored

    @property
    def when(self) -> datetime:
        return self.after.pgh_created_at

    @property
    def why(self) -> str:
        return (self.after.pgh_context or {}).get("reason", "")

    @property
    def done(self) -> str:
        return DONE[self.after.pgh_label]

    @cached_property
    def differences(self) -> list[Difference]:
        """Field by field in words; rows are looked up by name, so ask only of what is shown."""
        fields = _changed(self.before, self.after)
        return [Difference(str(f.verbose_name), _said(self.before, f), _said(self.after, f)) for f in fields]


def changes_of(row: models.Model, limit: int = KEPT_ROWS) -> list[Change]:
    """The writes to a row, the newest first; a write that changed nothing people see is left out."""
    return _by_people(_changes(list(row.history.order_by("-pgh_id")[: limit + 1]))[:limit])


def changes_with_parts(row: models.Model, parts: Iterable[tuple[type[models.Model], str]]) -> list[Change]:
    """The writes to a row and to the rows that hang on it by the named fields, the newest first."""
    changes = _changes(list(row.history.order_by("-pgh_id")[:KEPT_ROWS]))
    for model, field in parts:
        for copies in _copies_by_row(model, field, row):
            changes += _changes(copies, what=f"{model._meta.verbose_name} “{named(model, copies[0])}”")
    changes.sort(key=lambda change: (change.when, change.after.pgh_id), reverse=True)
    return _by_people(changes)


def _copies_by_row(model: Any, field: str, row: models.Model) -> Iterable[list[Any]]:
    kept = model.history.rel.related_model.objects.filter(**{field: row.pk}).order_by("-pgh_id")[:KEPT_ROWS]
    by_row: dict[Any, list[Any]] = defaultdict(list)
    for copy in kept:
        by_row[copy.pgh_obj_id].append(copy)
    return by_row.values()


def named(model: type[models.Model], copy: Any) -> str:
    """What a row of `model` called itself when the copy was kept."""
    fields = [field.attname for field in model._meta.concrete_fields if hasattr(copy, field.attname)]
    return str(model(**{name: getattr(copy, name) for name in fields}))


def _changes(kept: list[Any], what: str = "") -> list[Change]:
    pairs = [*pairwise(kept), (kept[-1], None)] if kept else []
    changes = (Change(before, after, what) for after, before in pairs)
    return [change for change in changes if change.done != "changed" or any(_changed(change.before, change.after))]


def _by_people(changes: list[Change]) -> list[Change]:
    """Each with the name of who did it, all names asked for at once."""
    keys = [(change.after.pgh_context or {}).get("user") for change in changes]
    people = User.objects.in_bulk(set(filter(None, keys)))
    return [
        replace(change, who=people[key].get_username()) if key in people else change
        for change, key in zip(changes, keys, strict=True)
    ]


def shown(row: models.Model, name: str) -> str:
    """A field's value in words: choices by their labels, rows by their names."""
    label = getattr(row, f"get_{name}_display", None)
    value = label() if label else getattr(row, name)
    return "" if value is None else str(value)


def _changed(before: Any, after: Any) -> Iterator[models.Field]:
    """The fields that people know and that differ; of a row just made or deleted, those that are filled."""
    for field in after._meta.concrete_fields:
        if field.name in SILENT or isinstance(field, BoundField):
            continue
        then, now = (getattr(copy, field.attname, None) for copy in (before, after))
        if then != now and (before is not None or now):
            yield field


def _said(copy: Any, field: models.Field) -> str:
    if copy is None:
        return ""
    value = getattr(copy, field.attname)
    if value in (None, "", []):
        return "nothing"
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.is_relation:
        target = field.related_model._base_manager.filter(pk=value).first()
        return f"{target or 'deleted'} ({value})"
    return _in_words(value)


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return date_format(value, "j F Y, H:i")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
