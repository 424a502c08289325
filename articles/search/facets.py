"""Under what the hits of a query can be counted, with how many there are; and their exact number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connection

from articles.models import Facet, SearchTerm
from articles.search.hits import Matches

SHOWN = 20  # values of one facet
OF_KIND = 26  # bits of a key that number the value
# The parameters of the filter language that narrow by a facet.
PARAMETERS = {facet: ("after", "before") if facet is Facet.YEAR else (facet.name.lower(),) for facet in Facet}

COUNTED = """
    SELECT key, n, total FROM (
        SELECT key, n, row_number() OVER (PARTITION BY key >> 26 ORDER BY n DESC, key) AS place,
            sum(n) FILTER (WHERE key >> 26 = 1) OVER () AS total
        FROM (
            SELECT key, count(*) AS n FROM (SELECT unnest(facets) AS key FROM articles_searchrow WHERE {where}) found
            GROUP BY key
        ) counted
    ) placed WHERE place <= %s ORDER BY key >> 26, place
"""


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet: what the filter takes, what people read, how many hits."""

    value: str
    label: str
    hits: int


Facets = dict[Facet, list[Count]]
Counts = dict[Facet, dict[int, int]]  # by the number of the value


def count(matches: Matches) -> tuple[Counts, int]:
    """For each facet the numbers of its most frequent values, with their hits; and the number of all hits."""
    found: Counts = defaultdict(dict)
    total = 0
    with connection.cursor() as cursor:
        cursor.execute(COUNTED.format(where=matches.where), [*matches.values, SHOWN])
        for key, hits, total in cursor.fetchall():  # noqa: B007, the same in each row
            found[Facet(key >> OF_KIND)][key & (1 << OF_KIND) - 1] = hits
    return found, int(total)


def number(matches: Matches) -> int:
    """The number of all hits."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM articles_searchrow WHERE {matches.where}", matches.values)
        return int(cursor.fetchone()[0])


def named(facet: Facet, hits: Mapping[int, int]) -> list[Count]:
    """The counts of one facet with what its numbers mean; what has no name, such as no section, is left out."""
    names = _years(hits) if facet is Facet.YEAR else _names(facet, hits)
    return [Count(*names[number], hits[number]) for number in hits if number in names]


def _years(numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
    return {year: (f"{year:04}", str(year)) for year in numbers if year}


def _names(facet: Facet, numbers: Collection[int]) -> dict[int, tuple[str, str]]:
    model, searched = _behind(facet)
    if model is None:
        return {number: (name, name) for number, name in _terms(numbers).items()}
    keys: Mapping[int, Any] = {n: n for n in numbers} if searched.by == "pk" else _terms(numbers)
    # What is counted is public: only published articles have rows, and those count public reports alone.
    rows = model._base_manager.filter(**{f"{searched.by}__in": list(keys.values())})
    names = {key: (value, label) for key, value, label in rows.values_list(searched.by, searched.value, searched.label)}
    return {number: names[key] for number, key in keys.items() if key in names}


def _terms(numbers: Collection[int]) -> dict[int, str]:
    return dict(SearchTerm.objects.filter(pk__in=list(numbers)).values_list("pk", "name"))


def _behind(facet: Facet) -> tuple[Any, Any]:
    """The model whose rows the facet counts, in whichever app; none for words such as a section."""
    models = (m for m in apps.get_models() if getattr(m, "SEARCHED_AS", None) and not m._meta.proxy)
    return next(((m, m.SEARCHED_AS) for m in models if m.SEARCHED_AS.facet == facet), (None, None))
