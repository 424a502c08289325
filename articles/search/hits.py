"""Pages of hits: newest first, or best first. A page costs the same however deep it lies, and however common the word.

True ranking takes up to 1,000 hits. Of more, those with the words in title or lead come first, the newest thousand of
them by rank; then all others, newest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

RANKED = 1_000
WINDOW = 2_000  # newest rows that are tried before all matches are looked at

Keys = tuple[int, str, date, int]  # tier, rank, day, article
KINDS = (int, str, date, int)
RANKING, HEADED, NEWEST = 0, 1, 2  # tiers


@dataclass(frozen=True)
class Matches:
    """What is asked of the rows: a tsquery, and a statement that selects the articles that other filters leave.

    Without a tsquery they are counted, not ranked: every row, or those of the articles.
    """

    tsquery: str = ""
    articles: str = ""
    parameters: Sequence[Any] = ()

    @property
    def where(self) -> str:
        return ("search @@ %s::tsquery" if self.tsquery else "TRUE") + self.also

    @property
    def also(self) -> str:
        return f" AND article_id IN ({self.articles})" if self.articles else ""

    @property
    def values(self) -> list[Any]:
        return [*([self.tsquery] if self.tsquery else []), *self.parameters]


def newest(matches: Matches, total: int, size: int, after: Keys | None) -> list[Keys]:
    """The next `size` hits, the newest first."""
    return _newest(matches, "", [], total, size, after)


def best(matches: Matches, total: int, size: int, after: Keys | None) -> list[Keys]:
    """The next `size` hits, the best first: ranked where there are few, else in two tiers."""
    if total <= RANKED:
        return _ranked(_RANKED, matches.where, [matches.tsquery, *matches.values], size, after)
    found: list[Keys] = []
    if after is None or after[0] == HEADED:
        found = _ranked(_HEADED, _heads(matches), [matches.tsquery, *matches.values], size, after)
    if len(found) < size:
        beyond = f" AND article_id NOT IN (SELECT article_id FROM ({_heads(matches)}) heads)"
        rest = after if after and after[0] == NEWEST else None
        found += _newest(matches, beyond, matches.values, total, size - len(found), rest)
    return found


_ORDER = "ORDER BY rank DESC, date DESC, article_id DESC LIMIT %s"
_RANKED = f"""
    WITH hit AS MATERIALIZED (
        SELECT {RANKING} AS tier, ts_rank(search, %s::tsquery) AS rank, date, article_id
        FROM articles_searchrow WHERE {{rows}}
    ) SELECT tier, rank, date, article_id FROM hit {{beyond}} {_ORDER}
"""
_HEADED = f"""
    WITH hit AS MATERIALIZED (
        SELECT {HEADED} AS tier, ts_rank(head, %s::tsquery) AS rank, date, article_id FROM ({{rows}}) heads
    ) SELECT tier, rank, date, article_id FROM hit {{beyond}} {_ORDER}
"""
_RECENT = f"""
    SELECT {NEWEST}, 0::real, date, article_id FROM (
        SELECT * FROM articles_searchrow {{beyond}} ORDER BY date DESC, article_id DESC LIMIT {WINDOW}
    ) recent WHERE {{where}} ORDER BY date DESC, article_id DESC LIMIT %s
"""
_ALL = f"""
    WITH hit AS MATERIALIZED (SELECT date, article_id FROM articles_searchrow WHERE {{where}})
    SELECT {NEWEST}, 0::real, date, article_id FROM hit {{beyond}} ORDER BY date DESC, article_id DESC LIMIT %s
"""


def _heads(matches: Matches) -> str:
    """The newest of those with the words in title or lead."""
    return (
        f"SELECT article_id, date, head FROM articles_searchrow WHERE head @@ %s::tsquery{matches.also} "
        f"ORDER BY date DESC, article_id DESC LIMIT {RANKED}"
    )


def _newest(
    matches: Matches, beside: str, values: Sequence[Any], total: int, size: int, after: Keys | None
) -> list[Keys]:
    """Newest first: from the newest rows where hits are many, from all hits where they are few or lie deep."""
    beyond, place = ("WHERE (date, article_id) < (%s, %s)", after[2:]) if after else ("", ())
    where, asked = matches.where + beside, [*matches.values, *values]
    if total > RANKED:
        found = _keys(_RECENT.format(where=where, beyond=beyond), [*place, *asked, size])
        if len(found) == size:
            return found
    return _keys(_ALL.format(where=where, beyond=beyond), [*asked, *place, size])


def _ranked(statement: str, rows: str, values: Sequence[Any], size: int, after: Keys | None) -> list[Keys]:
    beyond, place = ("WHERE (rank, date, article_id) < (%s::real, %s, %s)", after[1:]) if after else ("", ())
    return _keys(statement.format(rows=rows, beyond=beyond), [*values, *place, size])


def _keys(statement: str, values: Sequence[Any]) -> list[Keys]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [(tier, repr(rank), day, article) for tier, rank, day, article in cursor.fetchall()]
