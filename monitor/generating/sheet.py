"""Rows of one table, copied as the database takes them fastest; what the model says holds for them too."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.utils import timezone
from psycopg.types.json import Jsonb

from articles.dates import bounds
from articles.models.date_fields import BoundField

bounds_of = lru_cache(maxsize=50_000)(bounds)


class Sheet:
    """Collects rows given by column; columns left out get the model's default, bounds follow from their dates."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model = model
        fields = model._meta.local_concrete_fields
        self.columns = [field.column for field in fields]
        self.places = {field.attname: n for n, field in enumerate(fields)}
        self.defaults = [_default(field) for field in fields]
        self.bounds = [
            (n, self.places[field.of], 0 if field.side == "lower" else 1)
            for n, field in enumerate(fields)
            if isinstance(field, BoundField)
        ]
        self.rows: list[list[Any]] = []
        self._numbers: Iterator[int] = iter(())

    def reserve(self, count: int) -> None:
        """Take numbers for the next `count` rows from the table's sequence."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [self.model._meta.db_table, count],
            )
            self._numbers = iter([number for (number,) in cursor.fetchall()])

    def add(self, **values: Any) -> int:
        """Take a row; its number, which is the next reserved one unless `id` is given."""
        number: int = values.setdefault("id", None) or next(self._numbers)
        row = list(self.defaults)
        for name, value in {**values, "id": number}.items():
            row[self.places[name]] = value
        for place, of, side in self.bounds:
            row[place] = bounds_of(row[of])[side]
        self.rows.append(row)
        return number

    def write(self) -> int:
        """Copy the rows into the table, in the transaction at hand; how many."""
        names = ", ".join(connection.ops.quote_name(str(column)) for column in self.columns)
        statement = f"COPY {self.model._meta.db_table} ({names}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in self.rows:
                copy.write_row(row)
        count, self.rows = len(self.rows), []
        return count


def _default(field: Any) -> Any:
    """What a column holds when nobody says: the model's default, now for a time stamp, else nothing."""
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now()
    if isinstance(field, models.JSONField):
        return Jsonb(field.get_default())
    if field.has_default():
        return field.get_default()
    if isinstance(field, ArrayField):
        return []
    return "" if field.empty_strings_allowed and not field.null else None
