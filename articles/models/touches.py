"""Triggers that note which public rows a statement may have changed, once a statement and not once a row.

They say what was touched, not whether the public may know: that is judged when the transaction ends, by what is
public then and what was public before (docs/decisions/0006).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pgtrigger

from articles.models.public_change import Touch

INSERT, UPDATE, DELETE = "insert", "update", "delete"
ALWAYS = (INSERT, UPDATE, DELETE)
TIMES = {"created_at", "updated_at"}


@dataclass(frozen=True)
class Mark:
    """Which row of what `kind` a written row touches: the one whose id is in the column `row`.

    An update touches only where one of `columns` differs; none named stands for all but `without`. With `beside`,
    a column and its kind, the row shows that other one and is touched only if that is public, too.
    """

    kind: str
    how: Touch = Touch.CHANGED
    row: str = "id"
    columns: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    beside: tuple[str, str] = ("", "")
    where: str = "true"
    on: tuple[str, ...] = ALWAYS
    by_key: bool = False  # the column is a code, not an id
    each: bool = False  # the column is an array of ids


def touches(*marks: Mark) -> list[pgtrigger.Trigger]:
    """The triggers of a table whose rows touch these."""
    return [
        Touches(INSERT, pgtrigger.Insert, pgtrigger.Referencing(new="new_rows"), marks),
        Touches(UPDATE, pgtrigger.Update, pgtrigger.Referencing(old="old_rows", new="new_rows"), marks),
        Touches(DELETE, pgtrigger.Delete, pgtrigger.Referencing(old="old_rows"), marks),
    ]


def of_revisioned(kind: str, *, cosmetic: tuple[str, ...] = ()) -> list[Mark]:
    """The marks of a row whose revision the public sees: every write changes it, not every write what it says."""
    return [Mark(kind, without=("revision", *cosmetic)), Mark(kind, Touch.COSMETIC)]


class Touches(pgtrigger.Trigger):
    """One of the three triggers of a table; the columns are known once the model is."""

    when = pgtrigger.After
    level = pgtrigger.Statement

    def __init__(self, on: str, operation: Any, referencing: Any, marks: tuple[Mark, ...]) -> None:
        self.on, self.marks = on, [mark for mark in marks if on in mark.on]
        super().__init__(name=f"touches_on_{on}", operation=operation, referencing=referencing, func="filled later")

    def get_func(self, model: Any) -> str:
        return "\n".join([*(_perform(mark, self.on, model) for mark in self.marks), "RETURN NULL;"])


def _perform(mark: Mark, on: str, model: Any) -> str:
    rows, row = f"{_rows(mark, on, model)} r", f'r."{mark.row}"'
    demands = [f"{row} IS NOT NULL", mark.where]
    column, kind = mark.beside
    if mark.each:
        rows, row = f"{rows}, unnest({row}) each (id)", "each.id"
    ids = f"array_agg(DISTINCT {row})"
    if mark.by_key:
        ids = f"NULL, {ids}"
    if column:
        ids = f"array_agg({row}), '{{}}', '{kind}', array_agg(r.\"{column}\")"
        demands.append(f'r."{column}" IS NOT NULL')
    return f"""
        PERFORM articles_touch('{mark.kind}', '{mark.how.value}', {ids})
        FROM {rows} WHERE {" AND ".join(demands)};"""


def _rows(mark: Mark, on: str, model: Any) -> str:
    """The rows of the statement; of an update both sides of those that differ.

    By EXCEPT and not by a join: plans are kept, and one made for few rows would compare each of many with all.
    """
    if on != UPDATE:
        return "new_rows" if on == INSERT else "old_rows"
    columns = ", ".join(f'"{column}"' for column in _columns(mark, model))
    old, new = f"SELECT {columns} FROM old_rows", f"SELECT {columns} FROM new_rows"
    return f"(({old} EXCEPT {new}) UNION ALL ({new} EXCEPT {old}))"


def _columns(mark: Mark, model: Any) -> list[str]:
    known = [field.column for field in model._meta.concrete_fields]
    pk = model._meta.pk.column
    if mark.columns:
        return list(dict.fromkeys([pk, *_checked(mark.columns, known)]))
    return [column for column in known if column not in TIMES | set(_checked(mark.without, known))]


def _checked(columns: tuple[str, ...], known: list[str]) -> Iterator[str]:
    for column in columns:
        if column not in known:
            raise ValueError(f"A mark names the column {column}; the table has {', '.join(known)}.")
        yield column
