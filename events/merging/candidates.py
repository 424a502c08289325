"""Actors or places that may be one: their names are alike. A proposal to look at; only a reviewer merges."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection

LIKE = 0.5  # of trigrams shared
# Each pair once, by the likest of its names; both stand for themselves and are of one kind.
PAIRS = """
    SELECT one.id, other.id, max(similarity(n.key, m.key)) AS likeness
    FROM {table} one
    JOIN {names} n ON n.{owner} = one.id
    JOIN {names} m ON m.key %% n.key AND m.{owner} <> one.id
    JOIN {table} other ON other.id = m.{owner}
    WHERE one.id = ANY (%s) AND one.merged_into_id IS NULL AND other.merged_into_id IS NULL AND one.kind = other.kind
    GROUP BY one.id, other.id
    HAVING max(similarity(n.key, m.key)) >= %s
    ORDER BY likeness DESC, one.id, other.id
"""


class Pair(NamedTuple):
    """Two rows with names that are alike; 1.0 means equal but for case and accents."""

    one: Any
    other: Any
    likeness: float


def candidates(rows: Sequence[Any]) -> list[Pair]:
    """Rows that may be the same as one of these, the likest first; each name is looked up in the trigram index."""
    if not rows:
        return []
    model = type(rows[0])
    names = model._meta.get_field("names").related_model
    statement = PAIRS.format(
        table=model._meta.db_table, names=names._meta.db_table, owner=f"{model._meta.model_name}_id"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(LIKE)])
        cursor.execute(statement, [[row.pk for row in rows], LIKE])
        found = cursor.fetchall()
    return _pairs(model, found)


def _pairs(model: Any, found: Sequence[tuple[int, int, float]]) -> list[Pair]:
    stored = model.objects.prefetch_related("names").in_bulk({pk for one, other, _ in found for pk in (one, other)})
    seen: set[frozenset[int]] = set()
    pairs = []
    for one, other, likeness in found:
        if frozenset((one, other)) not in seen:
            seen.add(frozenset((one, other)))
            pairs.append(Pair(stored[one], stored[other], likeness))
    return pairs
