"""What readers are told of corrections: version, day and the public reason, never an older text."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from articles.models import Article, PublicReason, TextVersion


class Corrected(NamedTuple):
    """One correction of a text."""

    version: int
    day: date
    reason: str


def corrections_of(article: Article) -> list[Corrected]:
    """The corrections of a public article, the latest first; without any nothing is read."""
    return list(read(article)) if article.text_version > 1 else []


def read(article: Article) -> Iterable[Corrected]:
    versions = TextVersion.objects.filter(article=article, number__gt=1, number__lte=article.text_version)
    for number, made_at, reason in versions.order_by("-number").values_list("number", "made_at", "public_reason"):
        yield Corrected(number, made_at.date(), str(PublicReason(reason).label))
