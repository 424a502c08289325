"""What an editor sees who comes in the morning: her lists with their counts, what came back, what is to be checked."""

from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, TextField, Value
from django.db.models.functions import Concat
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Publication
from articles.rights import may_read_hidden
from events.admin.dashboard import Counted, Figure, Line, figures, people, to_check, what_waits
from events.admin.lists import LISTS, articles_of, list_address
from events.admin.queue import wanted_of
from events.editing.reviewing import ANNOTATE, REVIEW
from events.editing.tasks import Wanted
from events.models import Report, ReviewState, SavedList

SHOWN = 5  # rows of a list
CALLS = {"returned", "flagged"}  # lists in which somebody waits for her


class Tile(NamedTuple):
    """A list with its count and the key that opens it."""

    key: int
    figure: Figure
    calls: bool  # somebody waits for her


class Row(NamedTuple):
    """An article of hers, and what there is to say about it."""

    article: Any
    says: str


class Desk(NamedTuple):
    """Everything on the first page of the desk."""

    tiles: list[Tile]
    mine: list[Row]
    returned: list[Row]
    flagged: list[Any]
    people: list[Line]
    checks: list[Figure]
    saved: list[Any]
    publications: list[Publication]
    wanted: Wanted
    may_take: bool
    may_review: bool


def desk_of(request: HttpRequest) -> Desk | None:
    """Her desk; none for those who do not work here."""
    user = request.user
    if not may_read_hidden(user):
        return None
    may_take = user.has_perm(ANNOTATE)
    found = figures([*_lists(user), *to_check(user)])
    return Desk(
        tiles=_tiles(found[: len(LISTS)]),
        mine=_mine(user),
        returned=_returned(user),
        flagged=_first(articles_of("flagged", user)),
        people=people(),
        checks=what_waits(found[len(LISTS) :]),
        saved=list(SavedList.objects.visible_to(user).select_related("owner")),
        publications=list(Publication.objects.order_by("title", "id")) if may_take else [],
        wanted=wanted_of(request),
        may_take=may_take,
        may_review=user.has_perm(REVIEW),
    )


def _lists(user: User) -> list[Counted]:
    return [Counted(articles_of(one.name, user), list_address(one.name), one.words) for one in LISTS]


def _tiles(found: list[Figure]) -> list[Tile]:
    return [
        Tile(key, figure, bool(figure.count) and one.name in CALLS)
        for key, (figure, one) in enumerate(zip(found, LISTS, strict=True), 1)
    ]


def _first(articles: Any) -> list[Any]:
    return list(articles.with_issue().defer("text").in_reading_order()[:SHOWN])


def _mine(user: User) -> list[Row]:
    """Until when each article in her hands is hers."""
    articles = _first(articles_of("mine", user).select_related("task"))
    return [Row(one, f"yours until {timezone.localtime(one.task.held_until):%-d %B, %H:%M}") for one in articles]


def _returned(user: User) -> list[Row]:
    """Why each article came back, in the reviewer's words."""
    back = Report.objects.filter(article=OuterRef("pk"), coder=user, review_state=ReviewState.RETURNED).order_by("pk")
    said = Concat("reviewer__username", Value(": “"), "review_reason", Value("”"), output_field=TextField())
    articles = _first(articles_of("returned", user).annotate(reasons=ArraySubquery(back.values_list(said))))
    return [Row(article, " ".join(article.reasons)) for article in articles]
