"""The PLOVER type that an event counts as: PLOVER has no status, so type and status fold into one.

Pure: the table is `events/codebook/fold.json`.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from events.codebook import FOLDER

LOCAL = "X-"


class Folded(NamedTuple):
    """A PLOVER type or None, and what a reader of it must know; nothing where it is the event's own type."""

    type: str | None
    note: str


@dataclass(frozen=True)
class Table:
    keeps: frozenset[str]
    marked: frozenset[str]
    folds: dict[tuple[str, str], str]


@cache
def fold(type: str, status: str) -> Folded:
    """The PLOVER type of an event of our `type` that stands as `status`."""
    table = fold_table()
    if not status:
        return Folded(None, "No public report says how it stands.")
    if type.startswith(LOCAL):
        return Folded(None, f"{type} is a type of this codebook; PLOVER has none for it.")
    if status in table.keeps:
        return Folded(type, f"Reported as {status} only." if status in table.marked else "")
    if (type, status) in table.folds:
        return Folded(table.folds[type, status], f"Folded from {type}, {status}.")
    return Folded(None, f"PLOVER has no type for {type} that is {status}.")


@cache
def fold_table() -> Table:
    data = json.loads((FOLDER / "fold.json").read_text(encoding="utf-8"))
    folds = {(pair["type"], pair["status"]): pair["plover"] for pair in data["folds"]}
    return Table(frozenset(data["keeps"]), frozenset(data["marked"]), folds)
