"""“Did you mean”: for a query that finds nothing, the same with each unknown word put right, if that finds something.

Only a word that stands in a published article now is ever suggested, whatever the table of words still holds.
"""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db import connection, transaction

from articles.models import SearchRow
from articles.search.compiled import Compiled, compiled
from articles.search.query import QueryRefused

TRIED = 5  # likely words for one unknown word
LOOKED_AT = 50  # articles in which a suggestion is looked for
WORD = re.compile(r"[^\W\d_]{4,40}")

LIKE = """
    SELECT DISTINCT word, similarity(word, %(word)s) AS alike FROM articles_searchword
    WHERE word %% %(word)s AND word <> %(word)s ORDER BY alike DESC, word LIMIT 50
"""
ALIKE = "SET LOCAL pg_trgm.similarity_threshold = 0.2"  # two letters changed about leave no more of a short word
STANDS = """
    SELECT EXISTS (
        SELECT 1 FROM (
            SELECT article_id FROM articles_searchrow
            WHERE search @@ plainto_tsquery('monitor_en', search_fold(%(word)s)) LIMIT %(most)s
        ) s JOIN articles_article a ON a.id = s.article_id AND a.status = 'published'
        WHERE to_tsvector('simple', a.title || ' ' || a.text) @@ plainto_tsquery('simple', %(word)s)
    )
"""


def suggestion(asked: Compiled, text: str) -> str:
    """What to search for instead of `text`, which finds nothing; empty where nothing is known that finds something."""
    better = text
    for word in _unknown(asked):
        right = _likely(word)
        if right:
            better = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", right, better)
    return better if better != text and _finds(better) else ""


def _unknown(asked: Compiled) -> Iterable[str]:
    """The words that no article has, of those that it must have."""
    wanted = " ".join(term.words for term in asked.query.terms if not term.negated)
    words = dict.fromkeys(WORD.findall(wanted))
    return [word for word in words if not _finds(word)]


def _likely(word: str) -> str:
    """The word most like this one that stands in a published article."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ALIKE)
        cursor.execute(LIKE, {"word": word.lower()})
        like = [other for other, _ in cursor.fetchall()]
    like.sort(key=lambda other: -SequenceMatcher(None, other, word.lower()).ratio())
    return next((other for other in like[:TRIED] if _stands(other)), "")


def _stands(word: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(STANDS, {"word": word, "most": LOOKED_AT})
        return bool(cursor.fetchone()[0])


def _finds(text: str) -> bool:
    """Whether any article has it; words that are not searched for count as found."""
    try:
        return SearchRow.objects.matching(compiled(text).tsquery).exists()
    except QueryRefused:
        return True
