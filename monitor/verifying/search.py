"""The search tables say what the content says now: rows, variants, words; and nothing waits to be written."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from articles.models import Article, SearchRow
from monitor.verifying.check import Breach, Check, by_query, by_reading, counting

REBUILD = "Run manage.py rebuild_search, and find what wrote past the triggers."
BATCH = 500
COMPARED = """
    SELECT coalesce(s.article_id, n.article_id), CASE
        WHEN s.article_id IS NULL THEN 'is published and has no search row'
        WHEN n.article_id IS NULL THEN 'has a search row and is not published'
        WHEN s.facets IS DISTINCT FROM n.facets THEN format('is counted under %%s and should be under %%s', s.facets,
            n.facets)
        WHEN s.date <> n.date THEN format('is found on %%s and should be on %%s', s.date, n.date)
        WHEN (s.head, s.search) IS DISTINCT FROM (n.head, n.search) THEN 'is found by other words than it has'
    END
    FROM (SELECT * FROM articles_searchrow WHERE article_id = ANY (%(ids)s)) s
    FULL JOIN search_rows_anew(%(ids)s) n USING (article_id) ORDER BY 1
"""


def checks() -> list[Check]:
    return [
        by_reading(
            "search_rows_say_what_articles_say",
            "Exactly the published articles have a search row, with the words and counts that would be written anew.",
            REBUILD,
            _rows,
        ),
        by_query(
            "search_variants_are_the_names",
            "Every name of every source, actor and place is known to search, and no other.",
            REBUILD,
            rows=counting("articles_searchvariant"),
            wrong="""
                SELECT format('%s %s', coalesce(v.kind, n.kind), coalesce(v.owner, n.owner)),
                    CASE WHEN v.owner IS NULL THEN format('is called “%s”, which search does not know', n.spelling)
                    ELSE format('is no longer called “%s”, as search has it', v.spelling) END
                FROM articles_searchvariant v FULL JOIN search_variants_anew() n USING (kind, owner, key)
                WHERE v.owner IS NULL OR n.owner IS NULL
            """,
        ),
        by_query(
            "search_words_are_known",
            "“Did you mean” knows every word of a published headline.",
            REBUILD,
            rows="SELECT count(*) FROM articles_article WHERE status = 'published'",
            wrong="""
                SELECT format('article %s', a.id), format('has “%s” in its headline', w.lexeme)
                FROM articles_article a, unnest(to_tsvector('simple', a.title)) w
                WHERE a.status = 'published' AND w.lexeme ~ '^[[:alpha:]]{4,40}$'
                AND NOT EXISTS (SELECT 1 FROM articles_searchword k WHERE k.word = w.lexeme) ORDER BY 1
            """,
        ),
        by_query(
            "no_search_row_is_due",
            "No article waits for its search row to be written.",
            "Enable the triggers of articles_searchdue again, and run manage.py rebuild_search.",
            rows=counting("articles_searchdue"),
            wrong="SELECT format('article %s', article_id), 'waits for its search row' FROM articles_searchdue",
        ),
    ]


def _rows() -> Iterator[Breach | None]:
    last = 0
    while batch := _after(last):
        last = batch[-1]
        with connection.cursor() as cursor:
            cursor.execute(COMPARED, {"ids": batch})
            for article, what in cursor.fetchall():
                yield Breach(f"article {article}", what) if what else None


def _after(last: int) -> list[int]:
    """The next articles that have a search row or should have one."""
    articles: Any = Article.objects
    public = articles.public().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    rows = SearchRow.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    return sorted({*public, *rows})[:BATCH]
