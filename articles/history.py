"""History by trigger: every insert, update and delete of a content row leaves a copy that nobody can change."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TypeVar

import pghistory
import pgtrigger
from django.contrib.auth.models import User
from django.db import connection, models

Row = TypeVar("Row", bound=type[models.Model])


def tracked(*, without: tuple[str, ...] = ()) -> Callable[[Row], Row]:
    """Keep the history of a model in `<Model>History`, but for the columns named in `without`.

    The copies carry who, when, why and the request in `pgh_context`; plain SQL leaves it empty.
    """

    def track(model: Row) -> Row:
        return pghistory.track(
            pghistory.InsertEvent(level=pgtrigger.Statement),
            pghistory.UpdateEvent(level=pgtrigger.Row),  # by statement it joins old to new, under a plan kept too long
            pghistory.DeleteEvent(level=pgtrigger.Statement),
            exclude=list(without),
            obj_field=pghistory.ObjForeignKey(related_name="history", related_query_name="history"),
            context_field=pghistory.ContextJSONField(),
            context_id_field=None,
            append_only=True,
            model_name=f"{model.__name__}History",
        )(model)

    return track


def because(*, by: User | None, reason: str = "", **more: str) -> AbstractContextManager[object]:
    """Inside the block every write carries who did it and why."""
    why = {"reason": reason} if reason else {}
    return pghistory.context(user=by.pk if by else None, **why, **more)


def tell_history() -> None:
    """For rows that are copied: who and why of the block at hand hold from here on, to the end of the transaction.

    Every other statement tells it by itself.
    """
    with connection.cursor() as cursor:
        cursor.execute("VALUES (1)")  # any statement but a SELECT brings it along
