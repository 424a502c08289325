"""What the public gets, as it changed since somebody looked: each row once, as its last change left it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Subquery

from articles.models import PublicChange
from articles.paging.cursor import Cursor, CursorRefused, decode, encode
from articles.public_revision import number

BOUND_TO = "changes"
KINDS = (int, int, int)
FROM_ZERO = "0"


class Progress(NamedTuple):
    """How far somebody has read: up to this change, under this public revision.

    Until he has caught up, what is new to him is measured from the change at which he began.
    """

    number: int = 0
    change: int = 0
    began: int = 0

    def written(self) -> str:
        return encode(Cursor(tuple(self)), BOUND_TO)


def progress_of(text: str) -> Progress:
    """The progress that `written` wrote, or the very beginning for 0. Raises ValueError."""
    if text == FROM_ZERO:
        return Progress()
    try:
        progress = Progress(*(int(key) for key in decode(text, BOUND_TO, KINDS).keys))  # type: ignore[arg-type]
    except CursorRefused as problem:
        raise ValueError("This is no cursor of “changes”. Take it from its “cursor”, or begin with 0.") from problem
    if progress.number > number():
        raise ValueError("This cursor lies ahead of all changes: the archive was set back. Begin with 0.")
    return progress


def latest_since(progress: Progress, most: int) -> list[Any]:
    """The next changes after that progress, at most so many and one more, but only the last of each row.

    Each says whether the row was `known` where the reader began, and whether what it says changed since.
    """
    same = PublicChange.objects.filter(kind=OuterRef("kind"), key=OuterRef("key"))
    known = same.filter(pk__lte=progress.began).order_by("-pk").values("op")[:1]
    changes = PublicChange.objects.since(progress.number, progress.change).annotate(
        known=Subquery(known), told=Exists(same.filter(pk__gt=progress.began, substantive=True))
    )
    return list(changes.filter(~Exists(same.filter(pk__gt=OuterRef("pk"))))[: most + 1])


def progress_after(progress: Progress, changes: Sequence[Any], *, more: bool) -> Progress:
    """Where the reader stands after these changes; if there are no more, at the end, whatever was left out."""
    if more:
        last = changes[-1]
        return Progress(last.revision.number, last.pk, progress.began)
    newest = PublicChange.objects.select_related("revision").order_by("-pk").first()
    return Progress(newest.revision.number, newest.pk, newest.pk) if newest else Progress()
