"""Which article a record is: the rule of identity, over plain values.

The one whose text stands or stood at the position it gives; else the one of its issue with that position; else one of
its addresses; else a text that the article has or had; else the printed title; else at least half of the record's
five-word sequences. Each article once a file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from articles.importing.records import ArticleRecord
from articles.text import sha256

_RUN = 5


@dataclass(slots=True, eq=False)
class KnownArticle:
    """An article that a record may be: stored, or to be made by an earlier record of this import (`pk` is None).

    `hashes` are of all texts that it has or had, `files` those of this import that have named it. An article that was
    moved is known where it stood, too; if that place was never public, another article may have it since (`is_free`).
    """

    position: int
    words: str
    fields: dict[str, object]
    hashes: set[str]
    text: Callable[[], str]
    pk: int | None = None
    urls: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    is_free: bool = False


class KnownArticles:
    """The articles of one issue, found by what a record says."""

    def __init__(self, stored: Iterable[KnownArticle]) -> None:
        self.highest_position = 0
        self._at: dict[int, KnownArticle] = {}
        self._with: dict[tuple[str, str], list[KnownArticle]] = {}
        self._from: dict[str, list[KnownArticle]] = {}
        self._named_by: dict[tuple[str, str], tuple[KnownArticle, ArticleRecord]] = {}
        for article in stored:
            self._index(article, "")
            self.highest_position = max(self.highest_position, article.position)

    def article_of(self, record: ArticleRecord, texts: Iterable[str]) -> KnownArticle | None:
        """The article that this record is, with any of these texts; None when it is new."""
        texts = list(dict.fromkeys(texts))
        places = [("place", f"{record.position} {sha256(text)}") for text in texts] if record.position else []
        return (
            self._first(record, places)
            or self._at_position(record)
            or self._first(record, (("url", url) for url in record.urls))
            or self._first(record, (("text", sha256(text)) for text in texts))
            or self._first(record, [("title", record.title_printed)] if record.title_printed else [])
            or self._alike(record, texts[0])
        )

    def note(self, record: ArticleRecord, article: KnownArticle) -> None:
        """Remembers that this record is that article, which may be new."""
        if article.pk is None and not article.files:
            self._index(article, record.path)
        article.files.add(record.path)
        self._named_by[_wording(record)] = (article, record)

    def said_before(self, record: ArticleRecord) -> tuple[KnownArticle, ArticleRecord] | None:
        """The article that an earlier record of the same file gave in exactly these words, and that record."""
        return self._named_by.get(_wording(record))

    def at(self, position: int | None) -> KnownArticle | None:
        return self._at.get(position or 0)

    def _index(self, article: KnownArticle, path: str) -> None:
        if not article.is_free:
            self._at.setdefault(article.position, article)
        self._from.setdefault(path, []).append(article)
        keys = [("url", url) for url in article.urls] + [("text", text_hash) for text_hash in article.hashes]
        keys += [("place", f"{article.position} {text_hash}") for text_hash in article.hashes]
        title = str(article.fields["title_printed"])
        for key in keys + ([("title", title)] if title else []):
            self._with.setdefault(key, []).append(article)

    def _at_position(self, record: ArticleRecord) -> KnownArticle | None:
        found = self.at(record.position)
        return found if found and record.path not in found.files else None

    def _first(self, record: ArticleRecord, keys: Iterable[tuple[str, str]]) -> KnownArticle | None:
        found = (article for key in keys for article in self._with.get(key, ()))
        return next((article for article in found if record.path not in article.files), None)

    def _alike(self, record: ArticleRecord, text: str) -> KnownArticle | None:
        others = (article for path, articles in self._from.items() if path != record.path for article in articles)
        free = [article for article in others if record.path not in article.files]
        wanted = set(_sequences(text)) if free else set()
        if not wanted:
            return None
        shares = ((len(wanted.intersection(_sequences(article.text()))), article) for article in free)
        share, best = max(shares, key=lambda pair: pair[0])
        return best if 2 * share >= len(wanted) else None


def _wording(record: ArticleRecord) -> tuple[str, str]:
    given = (f"{name}={value}" for name, value in sorted(record.as_given().items()))
    return record.path, sha256("\x1f".join(given))  # which stands in no text


def _sequences(text: str) -> Iterator[tuple[str, ...]]:
    words = text.casefold().split()
    return zip(*(words[start:] for start in range(_RUN)), strict=False)
