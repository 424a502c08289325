"""Who works on which article: handed out, held for a time, handed in, given back, taken away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.dates import DateRefused, Edtf
from articles.models import Article, ArticleStatus
from articles.verbs import Refused, verb
from events.editing.reviewing import ANNOTATE
from events.models import AnnotationTask, ArticleToAnnotate, ReviewState, TaskState
from events.models.annotation_task import HELD_FOR

TAKE_FROM_HOLDER = "events.take_from_holder"
AT_ONCE = 32  # articles looked at before the list is read again


@dataclass(frozen=True)
class Wanted:
    """Which article she would like next: of a publication, of a period, the oldest or the newest first."""

    publication: str = ""
    after: str = ""
    before: str = ""
    newest_first: bool = False

    def choose(self, articles: Any) -> Any:
        """Those that fit; an issue without a date fits no period. Raises `DateRefused`."""
        if self.publication:
            articles = articles.filter(issue__publication__slug=self.publication)
        if self.after:
            articles = articles.filter(issue__date_upper__gte=_day(self.after, "lower"))
        if self.before:
            articles = articles.filter(issue__date_lower__lte=_day(self.before, "upper"))
        return articles


def _day(typed: str, side: str) -> date:
    """The first or the last day of a date that somebody typed."""
    day: date | None = getattr(Edtf.parse(typed), side)
    if day is None:
        raise DateRefused(typed, f"it has no {'first' if side == 'lower' else 'last'} day, write a day, month or year")
    return day


def take_next(*, by: User, wanted: Wanted | None = None, now: datetime | None = None) -> AnnotationTask | None:
    """Hand the next waiting article to her; none where none waits. Two who ask at once get two."""
    now, wanted = now or timezone.now(), wanted or Wanted()
    waiting = wanted.choose(ArticleToAnnotate.objects.waiting(now))
    passed: list[int] = []
    with verb(by=by, right=ANNOTATE):
        while found := _first(waiting.exclude(pk__in=passed), wanted):
            for pk in found:
                task = _take_if_free(pk, by, now)
                if task is not None:
                    return task
            passed += found
    return None


def take(article: Article, *, by: User, now: datetime | None = None) -> AnnotationTask:
    """Hand her this article: one that waits, one that came back to her, or one that is done and needs another look."""
    now = now or timezone.now()
    with verb(by=by, right=ANNOTATE):
        row = Article.locked(article.pk)
        _can_be_worked_on(row)
        task = AnnotationTask.objects.select_for_update().filter(article=row).first()
        if task is None:
            return _begin(row.pk, by, now)
        if task.is_held(now) and task.holder_id != by.pk:
            raise Refused("article_has_one_holder", f"{task.holder} works on it: ask for another, or talk to her.")
        if task.state == TaskState.SUBMITTED:
            raise Refused("article_in_review_stays", "Its reports wait for a reviewer: it comes back, or is done then.")
        if task.state == TaskState.RETURNED and task.holder_id != by.pk:
            raise Refused("returned_article_is_its_coders", f"It went back to {task.holder}, who mends it.")
        return _hold(task, by, now)


def keep_hold(article: Article, *, by: User, now: datetime | None = None) -> AnnotationTask:
    """Hold it for a day from now: she is at work on it."""
    with verb(by=by, right=ANNOTATE), _hers(article, by) as task:
        return _hold(task, by, now or timezone.now())


def release(article: Article, *, by: User) -> AnnotationTask:
    """Give the article back to the queue; what she did stays for whoever goes on."""
    with verb(by=by, right=ANNOTATE), _hers(article, by) as task:
        return _let_go(task)


def take_away(article: Article, *, by: User, reason: str) -> AnnotationTask:
    """Take the article from whoever has it, with what is done; it waits for the next who asks."""
    if not reason.strip():
        raise Refused("taking_away_has_reason", "Say why the article is taken from her; she reads it in the history.")
    with verb(by=by, right=TAKE_FROM_HOLDER, reason=reason):
        task = _task_of(article)
        if task.holder_id is None or task.state not in (TaskState.IN_WORK, TaskState.RETURNED):
            raise Refused(
                "article_is_in_somebodys_hands", "Nobody works on the article: there is no one to take it from."
            )
        return _let_go(task)


def submit(article: Article, *, by: User) -> AnnotationTask:
    """Hand her reports of the article to the reviewers; where all are decided already, the article is done."""
    with verb(by=by, right=ANNOTATE), _hers(article, by) as task:
        reports = article_reports(task)
        if reports.filter(review_state=ReviewState.RETURNED, coder=by).exists():
            raise Refused(
                "returned_reports_are_mended", "A report came back to you: mend it and propose it again, then submit."
            )
        if not reports.exclude(review_state=ReviewState.REJECTED).exists():
            raise Refused(
                "submitted_article_reports_something",
                "The article has no report: add one, or say that there is nothing to report.",
            )
        return _hand_in(task, TaskState.SUBMITTED)


def nothing_to_report(article: Article, *, by: User) -> AnnotationTask:
    """Say that she read the article and that it reports nothing."""
    with verb(by=by, right=ANNOTATE), _hers(article, by) as task:
        if article_reports(task).exclude(review_state=ReviewState.REJECTED).exists():
            raise Refused("nothing_to_report_has_no_report", "The article has a report: submit it, or take that back.")
        return _hand_in(task, TaskState.NOTHING_TO_REPORT)


def article_reports(task: AnnotationTask) -> Any:
    """Every report of the task's article, whoever made it."""
    return task.article.reports.all()


def _first(waiting: Any, wanted: Wanted) -> list[int]:
    return list(waiting.first_to_read(AT_ONCE, newest=wanted.newest_first).values_list("pk", flat=True))


def _take_if_free(pk: int, by: User, now: datetime) -> AnnotationTask | None:
    """Lock the article unless somebody else has it locked, and look again: a colleague may have come first."""
    free = Article.objects.standing().exclude(status=ArticleStatus.WITHDRAWN).filter(pk=pk)
    locked = free.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True).first()
    if locked is None:
        return None
    task = AnnotationTask.objects.select_for_update(skip_locked=True).filter(article=pk).first()
    if task is None:
        return None if AnnotationTask.objects.filter(article=pk).exists() else _begin(pk, by, now)
    is_free = task.state == TaskState.IN_WORK and not task.is_held(now)
    return _hold(task, by, now) if is_free else None


def _can_be_worked_on(article: Article) -> None:
    if article.joined_to_id:
        raise Refused("article_stands", "The article is part of another one: take that.")
    if article.status == ArticleStatus.WITHDRAWN:
        raise Refused("article_is_not_withdrawn", "The article is withdrawn: an editor publishes it first.")


def _begin(article: int, by: User, now: datetime) -> AnnotationTask:
    return AnnotationTask.objects.create(article_id=article, holder=by, held_until=now + HELD_FOR)


def _hold(task: AnnotationTask, by: User, now: datetime) -> AnnotationTask:
    task.state, task.holder, task.held_until = TaskState.IN_WORK, by, now + HELD_FOR
    task.save(update_fields=["state", "holder", "held_until"])
    return task


def _let_go(task: AnnotationTask) -> AnnotationTask:
    task.state, task.holder, task.held_until = TaskState.IN_WORK, None, None
    task.save(update_fields=["state", "holder", "held_until"])
    return task


def _hand_in(task: AnnotationTask, state: TaskState) -> AnnotationTask:
    task.state, task.held_until, task.handed_in_at = state, None, timezone.now()
    task.save(update_fields=["state", "held_until", "handed_in_at"])
    task.settle()  # also where every report was decided meanwhile
    return task


@contextmanager
def _hers(article: Article, by: User) -> Iterator[AnnotationTask]:
    """Her task, locked; also one whose time ran out, as long as nobody else took the article."""
    task = _task_of(article)
    if task.state != TaskState.IN_WORK or task.holder_id != by.pk:
        raise Refused("task_is_its_holders", f"The article is not in your hands ({_whose(task)}): take it first.")
    yield task


def _task_of(article: Article) -> AnnotationTask:
    task = AnnotationTask.objects.select_for_update().filter(article=article.pk).first()
    if task is None:
        raise Refused("article_was_handed_out", "Nobody has taken the article yet: take it first.")
    return task


def _whose(task: AnnotationTask) -> str:
    state = task.get_state_display().lower()
    return f"{state}, {task.holder}" if task.holder_id else f"{state}, nobody’s"
