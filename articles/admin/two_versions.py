"""A row that somebody changed while somebody else had it open: field by field what both did."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import models

from articles.admin.changes import DONE, changes_of, named, shown

Hanging = tuple[type[models.Model], str]  # a model and the field by which its rows hang on the changed one


@dataclass(frozen=True)
class Field:
    """One field: as it was read, as it is stored now, as it was typed."""

    name: str
    label: str
    read: str
    stored: str
    typed: str


@dataclass(frozen=True)
class TwoVersions:
    """`asked` was typed otherwise than it is stored now; `theirs` she left alone and somebody else changed."""

    who: str
    when: datetime | None
    asked: tuple[Field, ...]
    theirs: tuple[Field, ...]
    hanging: tuple[str, ...]


def revision_of(row: models.Model) -> int | None:
    """The number under which a row is read; none where no form writes it."""
    return getattr(row, "revision", None)


def two_versions(
    current: models.Model, seen: int | None, typed: Mapping[str, Any], hanging: list[Hanging]
) -> TwoVersions:
    """What `current` became since revision `seen`, beside the values that were typed."""
    base = current.history.filter(revision=seen).order_by("-pgh_id").first()
    last = next(iter(changes_of(current, limit=1)), None)
    columns = [field for field in current._meta.concrete_fields if field.name in typed]
    differing = [field for field in columns if _value(current, field) != _typed(typed[field.name])]
    theirs = [f for f in differing if base is not None and _value(base, f) == _typed(typed[f.name])]
    mine = copy(current)
    for field in differing:
        setattr(mine, field.name, typed[field.name])
    told = {field.name: _field(field, base, current, mine) for field in differing}
    return TwoVersions(
        who=last.who if last else "",
        when=last.when if last else None,
        asked=tuple(told[f.name] for f in differing if f not in theirs),
        theirs=tuple(told[f.name] for f in theirs),
        hanging=tuple(_hanging(current, base, hanging)),
    )


def _value(row: Any, field: models.Field) -> Any:
    return getattr(row, field.attname)


def _typed(value: Any) -> Any:
    return value.pk if isinstance(value, models.Model) else value


def _field(field: models.Field, base: Any, current: models.Model, mine: models.Model) -> Field:
    read = "" if base is None else shown(_as(current, field, base), field.name)
    return Field(field.name, str(field.verbose_name), read, shown(current, field.name), shown(mine, field.name))


def _as(current: models.Model, field: models.Field, base: Any) -> models.Model:
    """The row with the field as it was read, so that it can be said in words."""
    row = type(current)(pk=current.pk)
    setattr(row, field.attname, _value(base, field))
    return row


def _hanging(current: models.Model, base: Any, hanging: list[Hanging]) -> Iterator[str]:
    """What happened meanwhile to rows that hang on the row, the oldest first."""
    if base is None:
        return
    for model, name in hanging:
        kept = model.history.rel.related_model.objects
        later = kept.filter(**{name: current.pk}, pgh_created_at__gt=base.pgh_created_at).order_by("pgh_id")
        for row in later:
            who = User.objects.filter(pk=(row.pgh_context or {}).get("user")).first() or "the database"
            yield f"{model._meta.verbose_name} “{named(model, row)}” was {DONE[row.pgh_label]} by {who}"
