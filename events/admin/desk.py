"""What an editor sees who comes in the morning: her lists with their counts, what came back, what is to be checked."""

from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone

from articles.models import Publication
from articles.rights import may_read_hidden
from events.admin.counting import counts
from events.admin.dashboard import Figure, Line, people, to_check
from events.admin.lists import LISTS, articles_of, list_address
from events.admin.queue import wanted_of
from events.editing.reviewing import ANNOTATE, REVIEW
from events.editing.tasks import Wanted
from events.models import AnnotationTask, Report, ReviewState, SavedList

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
    return Desk(
        tiles=_tiles(user),
        mine=_mine(user),
        returned=_returned(user),
        flagged=_first("flagged", user),
        people=people(),
        checks=to_check(user),
        saved=list(SavedList.objects.visible_to(user).select_related("owner")),
        publications=list(Publication.objects.order_by("title", "id")) if may_take else [],
        wanted=wanted_of(request),
        may_take=may_take,
        may_review=user.has_perm(REVIEW),
    )


def _tiles(user: User) -> list[Tile]:
    found = counts([articles_of(one.name, user) for one in LISTS])
    figures = [Figure(n, list_address(one.name), one.words) for n, one in zip(found, LISTS, strict=True)]
    return [
        Tile(key, figure, bool(figure.count) and one.name in CALLS)
        for key, (figure, one) in enumerate(zip(figures, LISTS, strict=True), 1)
    ]


def _first(name: str, user: User) -> list[Any]:
    return list(articles_of(name, user).with_issue().defer("text").in_reading_order()[:SHOWN])


def _mine(user: User) -> list[Row]:
    """Until when each article in her hands is hers."""
    articles = _first("mine", user)
    tasks = AnnotationTask.objects.in_bulk([article.pk for article in articles], field_name="article_id")
    return [Row(one, f"yours until {timezone.localtime(tasks[one.pk].held_until):%-d %B, %H:%M}") for one in articles]


def _returned(user: User) -> list[Row]:
    """Why each article came back, in the reviewer's words."""
    articles = _first("returned", user)
    back = Report.objects.filter(
        article__in=[article.pk for article in articles], coder=user, review_state=ReviewState.RETURNED
    )
    reasons: dict[int, list[str]] = {}
    for report in back.select_related("reviewer").order_by("pk"):
        reasons.setdefault(report.article_id, []).append(f"{report.reviewer}: “{report.review_reason}”")
    return [Row(article, " ".join(reasons.get(article.pk, []))) for article in articles]
