"""The articles of an issue as the rule of identity wants them: plain values, texts only when they are asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import F, Q

from articles.importing.matching import KnownArticle
from articles.models import Article, Issue, SourceUrl, TextVersion
from articles.text import sha256

_FIELDS = ("position", "title", "title_printed", "byline", "section")


def stored_articles(issue: Issue, words: str) -> list[KnownArticle]:
    """Those that stand in `issue`, which messages call by these words, or stood there until they were moved.

    One that was moved is known at each place it had, behind those that stand there now.
    """
    stood = _places_in_history(issue)
    articles = Article.objects.filter(Q(issue=issue) | Q(pk__in={pk for pk, _ in stood})).order_by("position")
    rows = list(articles.values("id", "issue", "text_sha256", "text_version", *_FIELDS))
    keys = [row["id"] for row in rows]
    texts = _Texts(keys)
    urls, hashes = _urls(keys) if rows else {}, _old_hashes(rows)
    known = {
        row["id"]: KnownArticle(
            position=row["position"],
            words=f"article {row['position']} of {words}",
            fields={name: row[name] for name in _FIELDS},
            hashes={row["text_sha256"], *hashes.get(row["id"], ())},
            text=partial(texts.of, row["id"]),
            pk=row["id"],
            urls=urls.get(row["id"], set()),
        )
        for row in rows
    }
    here = {row["id"]: known[row["id"]] for row in rows if row["issue"] == issue.pk}
    left = {(pk, n): shown for (pk, n), shown in stood.items() if pk in known and not _stands(here.get(pk), n)}
    return [*here.values(), *(_at(n, known[pk], shown, words) for (pk, n), shown in sorted(left.items()))]


def addresses_elsewhere(urls: Iterable[str], issue: Issue | None) -> dict[str, str]:
    """Those of the addresses that lead to articles of other issues, each with the words for its article."""
    wanted = list(set(urls))
    if not wanted:
        return {}
    with connection.cursor() as cursor:  # asked for every issue of an import: by the ORM it costs five times as much
        cursor.execute("SELECT url, article_id FROM articles_sourceurl WHERE url = ANY(%s)", [wanted])
        found = {pk: url for url, pk in cursor.fetchall()}
    elsewhere = Article.objects.filter(pk__in=found).exclude(issue=issue).with_issue().defer("text") if found else ()
    return {found[article.pk]: _words(article) for article in elsewhere}


class _Texts:
    """The current texts of the articles, read in one go when the first is asked for."""

    def __init__(self, articles: list[int]) -> None:
        self._articles = articles
        self._texts: dict[int, str] | None = None

    def of(self, pk: int) -> str:
        if self._texts is None:
            self._texts = dict(Article.objects.filter(pk__in=self._articles).values_list("id", "text"))
        return self._texts.get(pk, "")


def _places_in_history(issue: Issue) -> dict[tuple[int, int], bool]:
    """Which articles ever stood where in the issue, and whether in public."""
    copies = Article.history.rel.related_model.objects.filter(issue=issue)
    shown: dict[tuple[int, int], bool] = defaultdict(bool)
    for pk, position, published_at in copies.values_list("pgh_obj_id", "position", "published_at"):
        shown[pk, position] |= published_at is not None
    return shown


def _stands(article: KnownArticle | None, position: int) -> bool:
    return article is not None and article.position == position


def _at(position: int, article: KnownArticle, was_public: bool, words: str) -> KnownArticle:
    """The article as it stood at a place that it left. It shares its files: each names an article once, anywhere."""
    return replace(
        article,
        position=position,
        words=f"article {position} of {words}, which was moved",
        fields={**article.fields, "position": position},
        is_free=not was_public,
    )


def _urls(articles: list[int]) -> dict[int, set[str]]:
    urls: dict[int, set[str]] = defaultdict(set)
    for article, url in SourceUrl.objects.filter(article__in=articles).values_list("article_id", "url"):
        urls[article].add(url)
    return urls


def _old_hashes(rows: list[dict[str, Any]]) -> dict[int, list[str]]:
    """Hashes of the texts that corrected articles had before."""
    hashes: dict[int, list[str]] = defaultdict(list)
    corrected = [row["id"] for row in rows if row["text_version"] != 1]
    if corrected:
        old = TextVersion.objects.filter(article__in=corrected, number__lt=F("article__text_version"))
        for article, text in old.values_list("article_id", "text"):
            hashes[article].append(sha256(text))
    return hashes


def _words(article: Article) -> str:
    return f"article {article.position} of {article.issue}"
