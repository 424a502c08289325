from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.history import tracked
from articles.models.article import Article
from articles.models.row import Revisioned
from articles.rights import may_read_hidden
from events.models.report import Report, ReviewState

HELD_FOR = timedelta(hours=24)


class TaskState(models.TextChoices):
    """How the work on an article stands; it moves by the verbs of `events.editing` alone."""

    IN_WORK = "in_work", "In work"
    SUBMITTED = "submitted", "Submitted"
    RETURNED = "returned", "Returned"
    DONE = "done", "Done"
    NOTHING_TO_REPORT = "nothing_to_report", "Nothing to report"


DECIDED = (TaskState.DONE, TaskState.NOTHING_TO_REPORT)


class AnnotationTaskQuerySet(models.QuerySet["AnnotationTask"]):
    def public(self) -> "AnnotationTaskQuerySet":
        """None: how the work stands is for those who do it."""
        return self.none()

    def visible_to(self, user: Any) -> "AnnotationTaskQuerySet":
        return self if may_read_hidden(user) else self.public()

    def taken(self, now: datetime) -> "AnnotationTaskQuerySet":
        """Not for the next who asks: somebody has it in hand, or it was handed in. Where nobody holds what was begun,
        or no longer, the work is kept and anybody may go on with it."""
        return self.filter(~Q(state=TaskState.IN_WORK) | Q(held_until__gt=now))

    def held(self, now: datetime) -> "AnnotationTaskQuerySet":
        """In somebody's hands at this moment."""
        return self.filter(state=TaskState.IN_WORK, held_until__gt=now)

    def settle(self) -> None:
        """Let each task say what the reports of its article say: the last decision makes a submitted one done.

        Whoever decides about a report calls this last: of two at once the second waits here, and sees both decisions.
        """
        for task in self.select_for_update().order_by("pk"):
            task.settle()


@tracked()
class AnnotationTask(Revisioned):
    """The work on one article: who has it, until when, how it stands. Made when the article is first handed out."""

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="task")
    holder = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,  # `task_by_holder` begins with it
        related_name="tasks",
        help_text="Who annotates the article, or did; nobody once she gave it back.",
    )
    held_until = models.DateTimeField(
        null=True, blank=True, help_text="From then on anybody may go on with it; what is done stays."
    )
    state = models.CharField(max_length=17, choices=TaskState, default=TaskState.IN_WORK)
    handed_in_at = models.DateTimeField(null=True, blank=True, help_text="When the holder was last through with it.")

    objects = AnnotationTaskQuerySet.as_manager()

    class Meta(Revisioned.Meta):
        ordering = ["article", "id"]
        permissions = [("take_from_holder", "Can take an article from its holder")]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=TaskState.values), name="annotation_task_state_is_known"),
            models.CheckConstraint(
                condition=Q(state="in_work") | Q(held_until__isnull=True), name="annotation_task_is_held_in_work_alone"
            ),
            models.CheckConstraint(
                condition=~Q(state="in_work")
                | Q(holder__isnull=True, held_until__isnull=True)
                | Q(holder__isnull=False, held_until__isnull=False),
                name="annotation_task_holder_holds_for_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state="in_work") | Q(holder__isnull=False), name="annotation_task_handed_in_by_somebody"
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "state"], name="task_by_holder"),  # what is mine, and came back to me
            models.Index(fields=["state", "article"], name="task_by_state"),  # in review, done, free
            models.Index(fields=["handed_in_at"], name="task_by_handing_in"),  # what was handed in this week
        ]

    def __str__(self) -> str:
        return f"{self.article}: {self.get_state_display().lower()}"

    def is_held(self, now: datetime | None = None) -> bool:
        """Whether somebody has it in hand, so that nobody else may take it."""
        until = self.held_until
        return self.state == TaskState.IN_WORK and until is not None and until > (now or timezone.now())

    def settle(self) -> None:
        """Follow the reports: what waits for a decision is in review, what came back goes to its coder."""
        reports = Report.objects.filter(article=self.article_id)
        is_open = reports.filter(review_state=ReviewState.PROPOSED).exists()
        back = list(reports.filter(review_state=ReviewState.RETURNED).order_by("pk").values_list("coder", flat=True))
        state = self._settled(is_open, bool(back))
        if state == self.state:
            return
        self.state = state
        if state == TaskState.RETURNED and self.holder_id not in back:
            self.holder_id = back[0]
        self.save(update_fields=["state", "holder"])

    def _settled(self, is_open: bool, has_returned: bool) -> str:
        if self.state == TaskState.IN_WORK:
            return self.state
        if self.state == TaskState.RETURNED and has_returned:
            return self.state
        if is_open:
            return TaskState.SUBMITTED
        if has_returned:
            return TaskState.RETURNED
        return TaskState.NOTHING_TO_REPORT if self.state == TaskState.NOTHING_TO_REPORT else TaskState.DONE
