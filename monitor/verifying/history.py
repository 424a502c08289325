"""Promise 3: whatever a content table holds, its history says too."""

from typing import Any

import pghistory.models
from django.apps import apps

from monitor.verifying.check import Check, by_query


def checks() -> list[Check]:
    return [_of(model) for model in tracked_models()]


def tracked_models() -> list[Any]:
    """Every table whose history is kept, with the history as `pgh_tracked_model` of another."""
    return [
        m for m in apps.get_models() if issubclass(m, pghistory.models.Event) and getattr(m, "pgh_tracked_model", None)
    ]


def _of(history: Any) -> Check:
    model = history.pgh_tracked_model
    key, table = model._meta.pk.column, model._meta.db_table
    kept = ", ".join(f'h."{column}"' for column in _columns(history))
    last = ", ".join(f'"{column}"' for column in _columns(history))
    current = ", ".join(f'c."{column}"' for column in _columns(history))
    return by_query(
        f"{model._meta.model_name}_has_its_history",
        f"Every {model._meta.verbose_name} equals the last row of its history; one that is gone was deleted on record.",
        "Something wrote with the history's triggers off: find out what, then save the row again, which records it.",
        rows=f"SELECT count(*) FROM {table}",
        wrong=f"""
            WITH last AS (
                SELECT DISTINCT ON (pgh_obj_id) pgh_obj_id, pgh_label, {last}
                FROM {history._meta.db_table} ORDER BY pgh_obj_id, pgh_id DESC
            ), judged AS (
                SELECT coalesce(c."{key}", h.pgh_obj_id) AS row, CASE
                    WHEN h.pgh_obj_id IS NULL THEN 'has no history'
                    WHEN c."{key}" IS NULL AND h.pgh_label <> 'delete' THEN 'is gone, and its history does not say so'
                    WHEN c."{key}" IS NULL THEN NULL
                    WHEN h.pgh_label = 'delete' THEN 'is there, though its history ends with a deletion'
                    WHEN ({current}) IS DISTINCT FROM ({kept}) THEN 'differs from the last row of its history'
                END AS what
                FROM {table} c FULL JOIN last h ON h.pgh_obj_id = c."{key}"
            )
            SELECT format('{model._meta.model_name} %s', row), what FROM judged WHERE what IS NOT NULL ORDER BY row
        """,
    )


def _columns(history: Any) -> list[str]:
    """What the history copies of the table."""
    own: list[Any] = [f for f in history._meta.concrete_fields if not f.name.startswith("pgh_")]
    return [field.column for field in own]
