"""A resource as plain rows: one statement, whatever their number, and what only Python can say of each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from articles.rights import may_read_hidden

Row = dict[str, Any]


@dataclass(frozen=True)
class Viewer:
    """For whom rows are read (nobody: the public), and what stands before every address (`https://host`)."""

    user: Any = None
    base: str = ""


@dataclass(frozen=True)
class Computed:
    """A field that Python makes of other columns of its row, which are read for it."""

    needs: tuple[str, ...]
    make: Callable[[Row, Viewer], Any]


@dataclass(frozen=True)
class Rows:
    """The columns of a resource, by the names that API and exports show, in their order.

    Columns whose names begin with an underscore are not shown: computed fields are made of them.
    """

    columns: Callable[[Viewer], Mapping[str, Any]]

    @cached_property
    def public_columns(self) -> Mapping[str, Any]:
        """The same for everybody who sees no hidden rows, so made once: it takes a third of a small answer's time."""
        return self.columns(Viewer())

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """What is shown, unless fewer fields are asked for."""
        return tuple(name for name in self.public_columns if not name.startswith("_"))

    def read(
        self,
        queryset: QuerySet,
        viewer: Viewer,
        keys: Sequence[str] = (),
        fields: Sequence[str] = (),
        at_a_time: int = 0,
    ) -> Iterator[tuple[Row, tuple]]:
        """Each row of `queryset` with the values of the annotations that `keys` names, as they come.

        Where `fields` names some, the row has those alone, and no other column is read. `at_a_time` bounds how many
        rows are in memory; 0 reads all at once.
        """
        columns = self.columns(viewer) if may_read_hidden(viewer.user) else self.public_columns
        shown = [(name, columns[name]) for name in fields or self.fields]
        read = list(dict.fromkeys(needed for name, column in shown for needed in _needs(name, column)))
        every = queryset.values_list(*(columns[name] for name in read), *keys)
        for values in every.iterator(chunk_size=at_a_time) if at_a_time else every:
            found = dict(zip(read, values, strict=False))
            yield {name: _value(name, column, found, viewer) for name, column in shown}, values[len(read) :]


def _needs(name: str, column: Any) -> tuple[str, ...]:
    return column.needs if isinstance(column, Computed) else (name,)


def _value(name: str, column: Any, found: Row, viewer: Viewer) -> Any:
    return column.make(found, viewer) if isinstance(column, Computed) else found[name]
