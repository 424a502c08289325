"""The search tables written anew from the content, batch by batch, while editors go on working."""

from collections.abc import Iterator

from django.db import connection, transaction

from articles.models import Article, SearchRow, SearchTerm, SearchVariant, SearchWord

BATCH = 500


def rebuild() -> Iterator[int]:
    """Write everything anew; for each batch how many articles are done."""
    _forget()
    last = 0
    while batch := _after(last):
        last = batch[-1]
        with connection.cursor() as cursor:
            cursor.execute("SELECT search_write(%s, '{}')", [batch])
        yield len(batch)
    tidy()


def tidy() -> None:
    """Sort in what waits in the indexes, and let the planner look at the tables again."""
    with connection.cursor() as cursor:
        for index in ("search_row_by_words", "search_row_by_head", "search_word_by_trigram"):
            cursor.execute("SELECT gin_clean_pending_list(%s)", [index])
        for model in (SearchRow, SearchTerm, SearchVariant, SearchWord):
            cursor.execute(f"ANALYZE {model._meta.db_table}")


def _forget() -> None:
    """Drop what no published article has any more: rows, words; and let names be what they are now."""
    SearchRow.objects.exclude(pk__in=Article.objects.public().values("pk")).delete()
    with transaction.atomic(), connection.cursor() as cursor:
        SearchWord.objects.all().delete()
        SearchVariant.objects.all().delete()
        cursor.execute(
            "INSERT INTO articles_searchvariant (kind, owner, key, spelling) SELECT * FROM search_variants_anew()"
            " ON CONFLICT DO NOTHING"
        )


def _after(last: int) -> list[int]:
    return list(Article.objects.public().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])
