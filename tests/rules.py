"""How a table of database rules is tried: allowed, allowed empty, refused, each by plain SQL updates of a valid row."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

Values = dict[str, Any] | Callable[[Any], dict[str, Any]]


@dataclass(frozen=True)
class Rule:
    """A constraint by its name, a valid row to try it on, and column values that it allows, leaves alone, refuses."""

    name: str
    make: Callable[[], Any]
    allowed: Values
    refused: Values
    empty: Values | None = None  # where the rule's columns can be empty


def obeys(row: Any, values: Values) -> None:
    """The update passes every rule, deferred ones included."""
    _update(row, values)


def breaks(row: Any, values: Values, name: str) -> None:
    """The update is refused by the rule of that name, and by no other."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        _update(row, values)

    assert refusal.value.__cause__.diag.constraint_name == name


def _update(row: Any, values: Values) -> None:
    columns = values(row) if callable(values) else values
    type(row)._base_manager.filter(pk=row.pk).update(**columns)
    connection.check_constraints()


def rules_of(app: str) -> set[str]:
    """The names of all constraints of an app's models, history tables apart."""
    return {
        constraint.name
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("History")
        for constraint in model._meta.constraints
    }


def key(row: models.Model) -> Any:
    return row.pk
