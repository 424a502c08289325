"""Promise 3 for texts: each is kept as a version, in its one normal form, and its hash is its own."""

from collections.abc import Iterator

from articles.models import Article
from articles.text import TextRefused, first_words, normalise, sha256
from monitor.verifying.check import Breach, Check, by_query, by_reading, counting

BATCH = 500
RESTORE = "Compare the article's text versions, and correct its text through the admin; the old one stays."


def checks() -> list[Check]:
    return [
        by_query(
            "text_is_its_version",
            "The text of an article is its current text version.",
            RESTORE,
            rows=counting("articles_article"),
            wrong="""
                SELECT format('article %s', a.id), CASE WHEN v.id IS NULL
                    THEN format('has no text version %s', a.text_version)
                    ELSE format('differs from its text version %s', a.text_version) END
                FROM articles_article a
                LEFT JOIN articles_textversion v ON v.article_id = a.id AND v.number = a.text_version
                WHERE v.text IS DISTINCT FROM a.text ORDER BY a.id
            """,
        ),
        by_query(
            "text_versions_are_complete",
            "Every text that an article ever had is there, from number 1 to the current one.",
            "A version was deleted past the rules: restore it from a backup.",
            rows=counting("articles_textversion"),
            wrong="""
                SELECT format('article %s', a.id),
                    format('is at text %s, but has versions %s', a.text_version, coalesce(v.numbers::text, 'none'))
                FROM articles_article a LEFT JOIN (
                    SELECT article_id, array_agg(number ORDER BY number) AS numbers FROM articles_textversion GROUP BY 1
                ) v ON v.article_id = a.id
                WHERE v.numbers IS DISTINCT FROM ARRAY(SELECT generate_series(1, a.text_version)) ORDER BY a.id
            """,
        ),
        by_reading(
            "text_is_normal_and_hashed",
            "Every text is in its normal form, its hash and a title taken from it are right.",
            RESTORE,
            _texts,
        ),
    ]


def _texts() -> Iterator[Breach | None]:
    rows = Article.objects.order_by("pk").values_list("pk", "text", "text_sha256", "title", "title_is_derived")
    for pk, text, digest, title, is_derived in rows.iterator(chunk_size=BATCH):
        fault = _not_normal(text) or ("has the hash of another text" if sha256(text) != digest else None)
        if not fault and is_derived and title != first_words(text):
            fault = f"has the derived title “{title[:60]}”, which its text does not begin with"
        yield Breach(f"article {pk}", fault) if fault else None


def _not_normal(text: str) -> str | None:
    try:
        return None if normalise(text) == text else "is not in its normal form"
    except TextRefused as refused:
        return f"cannot be stored: {refused}"
