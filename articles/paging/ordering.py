"""Orders in which a list can be read: NOT NULL keys that end in the id, so that every row has one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, Q, QuerySet, Value

from articles.models.date_fields import earliest_day, latest_day
from articles.paging.cursor import Key


@dataclass(frozen=True)
class SortKey:
    """What rows are sorted by: a column's path or an expression that is never null, and the type of its values."""

    expression: Any
    kind: type

    @property
    def resolved(self) -> Any:
        return F(self.expression) if isinstance(self.expression, str) else self.expression


@dataclass(frozen=True)
class Ordering:
    """An order by name: `-date` is the newest first. All keys run the same way, as one index does."""

    name: str
    keys: tuple[SortKey, ...]

    @property
    def descending(self) -> bool:
        return self.name.startswith("-")

    @property
    def names(self) -> tuple[str, ...]:
        """Under which names `sorted` adds the keys to the rows."""
        return tuple(f"sort_key_{number}" for number in range(len(self.keys)))

    @property
    def kinds(self) -> tuple[type, ...]:
        return tuple(key.kind for key in self.keys)

    def sorted(self, queryset: QuerySet, *, backwards: bool = False) -> QuerySet:
        """The rows in this order, or the other way round, each with its keys."""
        keyed = queryset.annotate(**dict(zip(self.names, (key.resolved for key in self.keys), strict=True)))
        falls = self.descending != backwards
        return keyed.order_by(*(F(name).desc() if falls else F(name).asc() for name in self.names))

    def beyond(self, keys: Sequence[Key], *, backwards: bool = False) -> Q:
        """The rows that come after the one with these keys; `backwards`: before it."""
        falls = self.descending != backwards
        columns, values = map(F, self.names), map(Value, keys)
        # The first key alone as well: where keys come from two tables, only that can use an index.
        first = Q(**{f"{self.names[0]}__{'lte' if falls else 'gte'}": keys[0]})
        return first & Q(RowBeyond(*columns, *values, falls=falls))


class RowBeyond(Func):
    """`(a, b) > (1, 2)`: one comparison of whole rows, which one index over a and b answers."""

    output_field = BooleanField()

    def __init__(self, *expressions: Any, falls: bool = False, **extra: Any) -> None:
        super().__init__(*expressions, falls=falls, **extra)

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        compiled = [compiler.compile(source) for source in self.get_source_expressions()]
        half = len(compiled) // 2
        left, right = (", ".join(sql for sql, _ in part) for part in (compiled[:half], compiled[half:]))
        sign = "<" if self.extra["falls"] else ">"
        return f"({left}) {sign} ({right})", [value for _, values in compiled for value in values]


ID = SortKey("pk", int)
BY_ID = (Ordering("id", (ID,)), Ordering("-id", (ID,)))
BY_NAME = Ordering("name", (SortKey("sort_key", str), ID))


def dated(path: str = "date") -> tuple[Ordering, Ordering]:
    """Newest first by the last possible day, and oldest first by the first; undated rows come last in both.

    Each expression is that of an index; change both or neither.
    """
    return (
        Ordering("-date", (SortKey(latest_day(path), date), ID)),
        Ordering("date", (SortKey(earliest_day(path), date), ID)),
    )
