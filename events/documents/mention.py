"""A mention as a document: words of an article, and whom or what they name."""

from dataclasses import dataclass
from typing import Any

from events.documents.codes import MENTION_KINDS, READINGS
from events.documents.reading import DocumentRefused, Reader, members, one_of, or_none, slug, text, whole

SHOWN = {"id", "revision", "name", "is", "state", "url"}
WORDS: dict[str, Reader] = {"start": whole, "end": whole, "quote": text(200_000)}


@dataclass(frozen=True)
class MentionDocument:
    """Whom or what words name: `kind` and `slug`, read as `reading`. Without words it changes a stored mention."""

    kind: str
    slug: str
    reading: str = "entity"
    article: int | None = None
    start: int = 0
    end: int = 0
    quote: str = ""
    at: str = ""


def read_mention(value: Any, at: str = "", *, new: bool, with_article: bool = False) -> MentionDocument:
    """The row is named by `kind` and `slug`, or by `actor` or `place` alone, as the API shows it."""
    known: dict[str, Reader] = {
        "kind": one_of(MENTION_KINDS),
        "slug": slug,
        "actor": or_none(slug),
        "place": or_none(slug),
        "reading": one_of(READINGS),
    }
    required = list(WORDS) if new else []
    if new:
        known |= WORDS
    if with_article:
        known["article"] = whole
        required.append("article")
    read = members(value, at, known, passed=SHOWN | {"article"} | (set() if new else set(WORDS)), required=required)
    kind, named = _row(read, at)
    words = {name: read[name] for name in (*WORDS, "article", "reading") if name in read}
    return MentionDocument(kind=kind, slug=named, at=at, **words)


def _row(read: dict[str, Any], at: str) -> tuple[str, str]:
    kind = read.get("kind") or ("actor" if read.get("actor") else "place")
    named = read.get("slug") or read.get(kind)
    if not named:
        raise DocumentRefused.at(at, "Say whom or what the words name: `kind` and `slug`, or `actor`, or `place`.")
    return kind, named
