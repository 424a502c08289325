"""The articles of an issue as the rule of identity wants them: plain values, texts only when they are asked for."""

from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from django.db.models import F

from articles.importing.matching import KnownArticle
from articles.models import Article, Issue, SourceUrl, TextVersion
from articles.text import sha256

_FIELDS = ("position", "title", "title_printed", "byline", "section")


def stored_articles(issue: Issue, words: str) -> list[KnownArticle]:
    """Those of `issue`, which messages call by these words."""
    rows = list(issue.articles.order_by("position").values("id", "text_sha256", "text_version", *_FIELDS))
    texts = _Texts(issue)
    urls, hashes = _urls(issue) if rows else {}, _old_hashes(issue, rows)
    return [
        KnownArticle(
            position=row["position"],
            words=f"article {row['position']} of {words}",
            fields={name: row[name] for name in _FIELDS},
            hashes={row["text_sha256"], *hashes.get(row["id"], ())},
            text=partial(texts.of, row["id"]),
            pk=row["id"],
            urls=urls.get(row["id"], set()),
        )
        for row in rows
    ]


def addresses_elsewhere(urls: Iterable[str], issue: Issue | None) -> dict[str, str]:
    """Those of the addresses that lead to articles of other issues, each with the words for its article."""
    wanted = set(urls)
    if not wanted:
        return {}
    rows = SourceUrl.objects.filter(url__in=wanted).select_related("article__issue__publication").defer("article__text")
    return {row.url: _words(row.article) for row in rows if issue is None or row.article.issue_id != issue.pk}


class _Texts:
    """The current texts of an issue's articles, read in one go when the first is asked for."""

    def __init__(self, issue: Issue) -> None:
        self._issue = issue
        self._texts: dict[int, str] | None = None

    def of(self, pk: int) -> str:
        if self._texts is None:
            self._texts = dict(self._issue.articles.values_list("id", "text"))
        return self._texts.get(pk, "")


def _urls(issue: Issue) -> dict[int, set[str]]:
    urls: dict[int, set[str]] = defaultdict(set)
    for article, url in SourceUrl.objects.filter(article__issue=issue).values_list("article_id", "url"):
        urls[article].add(url)
    return urls


def _old_hashes(issue: Issue, rows: list[dict[str, object]]) -> dict[int, list[str]]:
    """Hashes of the texts that corrected articles had before."""
    hashes: dict[int, list[str]] = defaultdict(list)
    if any(row["text_version"] != 1 for row in rows):
        old = TextVersion.objects.filter(article__issue=issue, number__lt=F("article__text_version"))
        for article, text in old.values_list("article_id", "text"):
            hashes[article].append(sha256(text))
    return hashes


def _words(article: Article) -> str:
    return f"article {article.position} of {article.issue}"
