"""New rows without models: many of one table in one COPY, which costs a third of an INSERT, or one where none stands.

Rows are plain tuples: for tens of thousands of them, making models would cost more than storing them.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from enum import Enum
from typing import Any

from django.db import connection, models
from django.utils import timezone

_KEYS_AT_ONCE = 1000
_KEYS = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"


class Copier:
    """Copies rows of any model. Keys are taken from the tables' sequences in advance, many at a time."""

    def __init__(self) -> None:
        self._keys: dict[type[models.Model], deque[int]] = defaultdict(deque)

    def keys(self, model: type[models.Model], count: int) -> list[int]:
        """Keys for new rows, where other rows have to name them; else the table gives each row its own."""
        keys = self._keys[model]
        if len(keys) < count:
            with connection.cursor() as cursor:
                cursor.execute(_KEYS, [model._meta.db_table, model._meta.pk.column, max(_KEYS_AT_ONCE, count)])
                keys.extend(key for (key,) in cursor.fetchall())
        return [keys.popleft() for _ in range(count)]

    def copy(self, model: type[models.Model], columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
        """Stores rows of these columns, as they are; each other column gets what the model has for its default.

        Who and why stand in their history only if `tell_history` was called in the same transaction before.
        """
        new = list(rows)
        if not new:
            return
        others = _defaults(model, columns)
        quoted = ", ".join(map(connection.ops.quote_name, (*columns, *others)))
        rest = tuple(others.values())
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY {connection.ops.quote_name(model._meta.db_table)} ({quoted}) FROM STDIN") as copy,
        ):
            for row in new:
                copy.write_row((*row, *rest))


def make_row(model: type[models.Model], values: dict[str, Any]) -> int | None:
    """The key of a new row, of these columns and the model's defaults; None where another stands in its place.

    One that another transaction is making there is waited for.
    """
    columns = values | _defaults(model, tuple(values))
    quote = connection.ops.quote_name
    names, marks = ", ".join(map(quote, columns)), ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING "
            f"RETURNING {quote(model._meta.pk.column)}",
            list(columns.values()),
        )
        made = cursor.fetchone()
    return made[0] if made else None


def _defaults(model: type[models.Model], columns: tuple[str, ...]) -> dict[str, Any]:
    others = (field for field in model._meta.concrete_fields if field.column not in columns and not field.primary_key)
    return {field.column: _default(field) for field in others}


def _default(field: Any) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now()
    value = field.get_default()
    return value.value if isinstance(value, Enum) else value
