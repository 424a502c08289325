"""EXISTS where the planner must not turn it into a hash of a whole table."""

from typing import Any

from django.db.models import QuerySet, Subquery
from django.db.models.lookups import IsNull


def found(rows: QuerySet[Any]) -> IsNull:
    """Whether the correlated query finds a row, asked anew for each outer row.

    Beside OR, PostgreSQL answers EXISTS from a hash of all inner rows, at every request; a scalar subquery it does not.
    """
    return IsNull(Subquery(rows.order_by().values("pk")[:1]), False)
