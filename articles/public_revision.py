"""The public revision: one number for everything that the public gets, and what changed under each."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection

from articles.models import ChangeOp, PublicChange

NUMBER = "SELECT number FROM articles_publiccounter"
TWIN = re.compile(r"(?<=/)index\.[a-z.]+\Z")
ARTICLE_BY_ID = re.compile(r"/articles/([1-9][0-9]*)/")
VOLUME = re.compile(r"/publications/[^/]+/[1-9][0-9]*/")


def number() -> int:
    """The last public revision that is committed; 0 before the first.

    One statement on the one row of the table `articles_publiccounter`: `SELECT number FROM articles_publiccounter`.
    Read it before the data that it stands for, never after.
    """
    with connection.cursor() as cursor:
        cursor.execute(NUMBER)
        row = cursor.fetchone()
    return int(row[0]) if row else 0


@dataclass(frozen=True)
class Fate:
    """What became of a row that was public at an address: renamed, then its key and path now; else it is gone."""

    renamed: bool
    key: str = ""
    path: str = ""


def was_public(kind: str, key: str) -> bool:
    """Whether a row of the resource was ever public under this key; it may be so still."""
    return PublicChange.objects.filter(kind=kind, key=key).exists()


def fate_of(kind: str, key: str) -> Fate | None:
    """What became of the row that the API called so; None if it never was public, or stands where it stood."""
    return _fate(PublicChange.objects.latest_of(kind=kind, key=key), lambda now: now.key != key)


def fate_of_page(path: str) -> Fate | None:
    """The same for the address of a page or of its twin as data; the path now is that of the twin then."""
    twin = TWIN.search(path)
    page = path[: twin.start()] if twin else path
    by_id = ARTICLE_BY_ID.fullmatch(page)
    if by_id:
        return fate_of("articles", by_id[1])
    if VOLUME.fullmatch(page):
        had_issues = PublicChange.objects.filter(kind="issues", path__startswith=page).exists()
        return Fate(renamed=False) if had_issues else None
    fate = _fate(PublicChange.objects.latest_of(path=page), lambda now: now.path != page)
    return Fate(True, fate.key, fate.path + twin[0]) if fate and fate.renamed and twin else fate


def _fate(then: PublicChange | None, elsewhere: Any) -> Fate | None:
    """How the row of that change stands by its last one."""
    if then is None:
        return None
    now = PublicChange.objects.latest_of(kind=then.kind, row_id=then.row_id) if then.row_id else then
    if now is None or now.op == ChangeOp.GONE:
        return Fate(renamed=False)
    return Fate(True, now.key, now.path) if elsewhere(now) else None
