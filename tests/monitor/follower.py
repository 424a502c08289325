"""A program that follows the public changes, as `changes` of the API will let programs do, and writers to follow."""

import time
from collections.abc import Callable, Iterator
from itertools import count
from threading import Event as Flag
from threading import Thread
from typing import Any

from django.db import connection, transaction

from articles import public_revision
from articles.models import Article, ArticleStatus, PublicChange
from events import editing
from events.editing import names
from events.models import Actor, Report
from events.models import Event as Happening
from tests.make import make_actor, make_article, make_event, make_mention, make_place, make_report

Act = Callable[[], Any]
PAUSE = 0.003


class Follower(Thread):
    """Polls for what came since its cursor; in `read` each change once, in the order it came."""

    def __init__(self) -> None:
        super().__init__()
        self.cursor: tuple[int, int | None] = (public_revision.number(), None)
        self.read: list[tuple[int, int]] = []
        self.over = Flag()

    def run(self) -> None:
        try:
            while not self.over.is_set():
                self.poll()
                time.sleep(PAUSE)
            self.poll()
        finally:
            connection.close()

    def poll(self) -> None:
        found = list(PublicChange.objects.since(*self.cursor).values_list("revision__number", "pk"))
        self.read += found
        self.cursor = found[-1] if found else self.cursor


class Scene:
    """One article with a report of an event whose actor and place other scenes share."""

    def __init__(self, actor: Actor, place: Any, by: Any) -> None:
        self.by, self.shared = by, actor
        self.article = make_article(published=True)
        self.actor = make_actor()
        self.event = make_event(place=place, participants=[(actor, "actor"), (self.actor, "recipient")])
        self.report = make_report(event=self.event, article=self.article, confirmed=True, by=by)
        make_mention(self.article, "Varda", actor)


def scenes(count: int, by: Any) -> list[Scene]:
    actor, place = make_actor(), make_place(parent=make_place(kind="country"))
    return [Scene(actor, place, by) for _ in range(count)]


def by_verbs(scene: Scene) -> Iterator[Act]:
    """Withdraw, publish, return, propose, confirm, rename, for ever."""
    steps = [
        lambda: editing.withdraw(scene.article, by=scene.by, reason="Printed twice."),
        lambda: editing.publish(scene.article, by=scene.by),
        lambda: editing.give_back(scene.report, by=scene.by, reason="Look again."),
        lambda: editing.propose_again(scene.report, by=scene.by),
        lambda: editing.confirm(scene.report, by=scene.by),
        lambda: names.change_actor(scene.actor, by=scene.by, wikidata="Q1"),
    ]
    for n in count():
        yield steps[n % len(steps)]


def by_status(scene: Scene) -> Iterator[Act]:
    """The article of another writer's report shown and hidden by plain SQL."""
    rows = Article.objects.filter(pk=scene.article.pk)
    for n in count():
        status = (ArticleStatus.WITHDRAWN, ArticleStatus.PUBLISHED)[n % 2]
        yield lambda status=status: rows.update(status=status)


def by_review(scene: Scene) -> Iterator[Act]:
    """The report in another writer's article confirmed and returned by plain SQL."""
    rows = Report.objects.filter(pk=scene.report.pk)
    for n in count():
        state = ("returned", "confirmed")[n % 2]
        yield lambda state=state: rows.update(review_state=state, review_reason="Look again.")


def slowly(scene: Scene) -> Iterator[Act]:
    """Several writes in a transaction that stays open for a while, among them one that it takes back."""
    for n in count():
        yield lambda n=n: _slow(scene, n)


@transaction.atomic
def _slow(scene: Scene, n: int) -> None:
    Actor.objects.filter(pk=scene.actor.pk).update(slug=f"{scene.actor.slug}-{n}")
    time.sleep(0.02 * (n % 3))
    with transaction.atomic():
        Happening.objects.filter(pk=scene.event.pk).update(label="Taken back")
        transaction.set_rollback(n % 2 == 0)
    Actor.objects.filter(pk=scene.shared.pk).update(unrecognised=bool(n % 2))
