import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.contrib.auth.models import User
from django.db import DatabaseError, connection, models
from django.db.models.expressions import RawSQL

from articles.models.row import Row

IMPORT_ARTICLES = "articles.import_articles"
_LOCKS_OF_RUNS = zlib.crc32(b"runs of imports") & 0x7FFFFFFF
_HELD = (
    "locktype = 'advisory' AND classid = %s AND objsubid = 2 "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)


class RunIsBusy(Exception):
    """Another process works on the run at this moment."""


class HiddenQuerySet(models.QuerySet[Any]):
    """Rows of the desk: never public, and seen by those who import."""

    def public(self) -> "HiddenQuerySet":
        return self.none()

    def visible_to(self, user: Any) -> "HiddenQuerySet":
        return self if user.has_perm(IMPORT_ARTICLES) else self.none()


class RunQuerySet(HiddenQuerySet):
    def with_life(self) -> "RunQuerySet":
        """Each with `at_work`: whether a process works on it, asked once for all."""
        at_work = f"articles_importrun.id IN (SELECT objid::bigint FROM pg_locks WHERE {_HELD})"
        return self.annotate(at_work=RawSQL(at_work, [_LOCKS_OF_RUNS], output_field=models.BooleanField()))


class RunState(models.TextChoices):
    """How far a run has come. One that looks or applies, and that no process works on, was broken off."""

    UPLOADED = "uploaded", "Uploaded"
    LOOKING = "looking", "Looking"
    LOOKED = "looked", "Looked at, not applied"
    APPLYING = "applying", "Applying"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    UNDONE = "undone", "Undone"

    @property
    def is_under_way(self) -> bool:
        return self in (RunState.LOOKING, RunState.APPLYING)


class ImportRun(Row):
    """One import by the command or from an upload: what was asked, by whom, and what became of it.

    A command that has nothing to write and nothing to report leaves none.
    """

    by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=RunState, default=RunState.UPLOADED)
    options = models.JSONField(default=dict, blank=True, help_text="As given: paths, format, publication and so on.")
    counts = models.JSONField(default=dict, blank=True, help_text="What became of the records so far.")
    message = models.TextField(blank=True, help_text="Why it failed.")
    heard_at = models.DateTimeField(null=True, blank=True, help_text="The last sign of life.")
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        permissions = [("import_articles", "Can import articles, decide conflicts and undo a run")]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=RunState.values), name="import_run_state_is_known"),
        ]

    def __str__(self) -> str:
        return f"Import {self.pk}"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Work on the run as the only process. Raises RunIsBusy."""
        if not self._asks("pg_try_advisory_lock"):
            raise RunIsBusy(f"{self} is being worked on by another process; wait until that has ended.")
        try:
            yield
        finally:
            with suppress(DatabaseError):  # a connection that is lost holds nothing
                self._asks("pg_advisory_unlock")

    @property
    def is_alive(self) -> bool:
        """Whether a process works on it."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT EXISTS (SELECT 1 FROM pg_locks WHERE {_HELD} AND objid = %s)", [_LOCKS_OF_RUNS, self.pk]
            )
            return bool(cursor.fetchone()[0])

    @property
    def is_broken_off(self) -> bool:
        """Whether it stopped before it had ended."""
        return RunState(self.state).is_under_way and not self.is_alive

    @property
    def is_uploaded(self) -> bool:
        return bool(self.options.get("uploaded"))

    def _asks(self, function: str) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {function}(%s, %s)", [_LOCKS_OF_RUNS, self.pk])
            return bool(cursor.fetchone()[0])


def made_by_import(related_name: str) -> Any:
    """The field by which a row names the run that made it; empty for rows that people made."""
    return models.ForeignKey(ImportRun, on_delete=models.PROTECT, null=True, editable=False, related_name=related_name)


class ImportFile(Row):
    """A file that a run has read, or that was uploaded for it; only uploads are kept, in pieces."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="files")
    path = models.TextField(help_text="As given, or the name under which it was uploaded.")
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.BigIntegerField(default=0, help_text="In bytes.")

    objects = HiddenQuerySet.as_manager()

    class Meta:
        ordering = ["run", "id"]

    def __str__(self) -> str:
        return self.path


class ImportPiece(Row):
    """A piece of an uploaded file, small enough to pass through memory."""

    file = models.ForeignKey(ImportFile, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    data = models.BinaryField()

    objects = HiddenQuerySet.as_manager()

    class Meta:
        ordering = ["file", "number"]
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="import_piece_number_is_its_own")]

    def __str__(self) -> str:
        return f"{self.file}, piece {self.number}"


class ProblemState(models.TextChoices):
    """What became of a problem."""

    OPEN = "open", "Open"
    KEPT = "kept", "Decided: the stored article stays"
    TAKEN = "taken", "Decided: the new text was taken"
    SETTLED = "settled", "Gone when the file was read again"


class ProblemQuerySet(HiddenQuerySet):
    def in_quarantine(self) -> "ProblemQuerySet":
        """Those of records that did not go in, and that nobody has decided yet."""
        return self.filter(state=ProblemState.OPEN).exclude(severity="note")


class ImportProblem(Row):
    """Why a file or a record did not go in as it is, with the record itself: the quarantine of imports."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems")
    path = models.TextField()
    line = models.PositiveIntegerField()
    code = models.CharField(max_length=30)
    severity = models.CharField(max_length=12)
    message = models.TextField()
    record = models.TextField(blank=True, help_text="The record as it was read, as JSON; empty where none was.")
    fingerprint = models.CharField(max_length=64, editable=False, help_text="The same for the same problem again.")
    article = models.ForeignKey(
        "articles.Article", on_delete=models.SET_NULL, null=True, blank=True, related_name="import_problems"
    )
    state = models.CharField(max_length=8, choices=ProblemState, default=ProblemState.OPEN)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["run", "path", "line", "id"]
        constraints = [
            models.UniqueConstraint(fields=["run", "fingerprint"], name="import_problem_is_kept_once_a_run"),
            models.CheckConstraint(
                condition=models.Q(state__in=ProblemState.values), name="import_problem_state_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["fingerprint"], name="import_problem_by_print"),  # is it in quarantine already?
            models.Index(fields=["state", "severity"], name="import_problem_by_state"),  # the quarantine's list
        ]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code}"

    @property
    def values(self) -> dict[str, Any]:
        """The record's fields; empty where none was read."""
        return json.loads(self.record) if self.record else {}
