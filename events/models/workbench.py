from datetime import datetime
from typing import Any, Self

import pgtrigger
from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from articles.models.article import Article, ArticleQuerySet
from articles.models.article_status import ArticleStatus
from articles.models.cross_reference import CrossReference
from articles.models.guards import text_keeps
from articles.models.source import Citation, CitedReport
from articles.models.span import SpanState
from events.models.annotation_task import DECIDED, AnnotationTask, TaskState
from events.models.event import Event
from events.models.evidence import Evidence
from events.models.guards import JOINED_REPORTS_NOTHING
from events.models.mention import Mention
from events.models.report import Report, ReviewState
from events.models.searched import ARTICLE


class ArticleToAnnotateQuerySet(ArticleQuerySet):
    """The lists of the desk. None of them holds an article that is part of another one."""

    def waiting(self, now: datetime | None = None) -> Self:
        """Those that the next who asks can have: nobody has begun them, or whoever did holds them no longer.

        Withdrawn ones wait for nobody.
        """
        taken = AnnotationTask.objects.taken(now or timezone.now()).filter(article=OuterRef("pk"))
        return self.standing().exclude(status=ArticleStatus.WITHDRAWN).filter(~Exists(taken))

    def in_work(self, now: datetime | None = None) -> Self:
        """Those that somebody has in hand."""
        return self._of(AnnotationTask.objects.held(now or timezone.now()))

    def held_by(self, user: User, now: datetime | None = None) -> Self:
        """Those that she has in hand."""
        return self._of(AnnotationTask.objects.held(now or timezone.now()).filter(holder=user))

    def returned(self) -> Self:
        """Those that went back to an annotator, who has not taken them up yet."""
        return self._of(AnnotationTask.objects.filter(state=TaskState.RETURNED))

    def returned_to(self, user: User) -> Self:
        """Those in which a reviewer gave a report of hers back, unless somebody is at work on them."""
        back = Report.objects.filter(coder=user, review_state=ReviewState.RETURNED).values("article")
        at_work = AnnotationTask.objects.filter(article=OuterRef("pk"), state=TaskState.IN_WORK)
        return self.standing().filter(~Exists(at_work), pk__in=back)

    def in_review(self) -> Self:
        """Those whose reports wait for a reviewer."""
        return self._of(AnnotationTask.objects.filter(state=TaskState.SUBMITTED))

    def done(self) -> Self:
        """Those about which everything is decided, also that there is nothing to report."""
        return self._of(AnnotationTask.objects.filter(state__in=DECIDED))

    def flagged(self) -> Self:
        """Those with a mark whose words changed or are gone, or with a date to check."""
        return self.standing().filter(pk__in=_flagged())

    def in_reading_order(self, newest: bool = False) -> Self:
        """By the date of the issue, undated ones last; then as printed."""
        return self.order_by(*reading_order(newest))

    def first_to_read(self, number: int, newest: bool = False) -> Self:
        """The first so many in reading order. Ranked, not limited: the planner trusts a limit to meet one soon, and
        walks issue by issue through thousands that are done."""
        place = Window(RowNumber(), order_by=reading_order(newest))
        return self.order_by().annotate(place_to_read=place).filter(place_to_read__lte=number).order_by("place_to_read")

    def _of(self, tasks: Any) -> Self:
        return self.standing().filter(pk__in=tasks.values("article"))


def reading_order(newest: bool) -> list[Any]:
    """By the date of the issue, undated ones last; then as printed."""
    date, volume, number = F("issue__date_upper"), F("issue__volume"), F("issue__number")
    issues = [date.desc(nulls_last=True), volume.desc(), number.desc()]
    if not newest:
        issues = [date.asc(nulls_last=True), volume.asc(), number.asc()]
    return [*issues, F("issue_id").asc(), F("order").asc(), F("pk").asc()]


def _flagged() -> Any:
    """The ids of all flagged articles: each table has an index of its few rows that are to be looked at."""
    spans = [model.objects.exclude(state=SpanState.ANCHORED) for model in (Mention, Citation, CrossReference)]
    evidence = Evidence.objects.exclude(state=SpanState.ANCHORED)
    ways = [
        evidence.exclude(report__review_state=ReviewState.REJECTED).values("article"),
        *(span.values("article") for span in spans),
        Report.objects.filter(claimed_date_to_check=True).values("article"),
        Event.objects.filter(date_to_check=True, merged_into=None, date_read_in__isnull=False).values("date_read_in"),
        CitedReport.objects.filter(date_to_check=True).values("citation__article"),
    ]
    first, *others = [way.order_by() for way in ways]
    return first.union(*others)


class ArticleToAnnotate(Article):
    """An article as the workbench sees it. Its own model for its own right, “may annotate”.

    It also carries the triggers on the articles' table that guard the spans and reports of events.
    """

    objects = ArticleToAnnotateQuerySet.as_manager()

    class Meta:
        proxy = True
        verbose_name = "article to annotate"
        verbose_name_plural = "articles to annotate"
        permissions = [("annotate", "Can annotate articles")]
        triggers = [
            text_keeps("events_evidence"),
            text_keeps("events_mention"),
            *ARTICLE,
            pgtrigger.Trigger(
                name="joined_reports_nothing",
                when=pgtrigger.After,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("joined_to_id"),
                condition=pgtrigger.Q(new__joined_to__isnull=False),
                func=JOINED_REPORTS_NOTHING,
            ),
        ]
