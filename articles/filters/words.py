"""The filter `q`: articles that search finds, and rows told in them."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from articles.filters.parameter import After, Before, Parameter
from articles.models import SearchRow
from articles.search.compiled import Compiled, compiled


class Words(Parameter):
    """Words as a search box takes them. `path` leads to the article, `date` to the date that after: and before: mean.

    Only published articles are found, whoever asks.
    """

    takes_one = True

    def __init__(self, path: str, date: str, **kwargs: Any) -> None:
        super().__init__(path, **kwargs)
        self.date = date

    def read(self, value: str) -> Compiled:
        return compiled(value)

    def condition(self, values: Sequence[Compiled]) -> Q:
        (asked,) = values
        rows = SearchRow.objects.matching(asked.tsquery)  # the planner knows how common each word is
        condition = Q(**{f"{self.path}__in": rows.values("pk")})
        for side, kind in (("after", After), ("before", Before)):
            if given := getattr(asked.query, side):
                condition &= self._bound(kind, given)
        return condition

    def _bound(self, kind: type[After], given: str) -> Q:
        bound = kind(self.date)
        bound.parent = self.parent
        return bound.condition([bound.read(given)])
