"""What is kept of an import: the run with its counts, the files it read, and the quarantine of what did not go in.

A command keeps a run only once it has something to write or to report that no earlier run has: importing the same
files again leaves no trace. The run of an upload is there from the start.
"""

import json
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.importing.records import Problem
from articles.models import ImportFile, ImportProblem, ImportRun, ProblemState, RunState

_BATCH = 500
_SECONDS_BETWEEN_SIGNS = 1.0
_LONGEST_RECORD = 4_000_000


class RunKeeper:
    """Keeps one run. `run` is that of an upload; a command's is made by `pk()`, inside the transaction at hand."""

    def __init__(self, *, by: User | None, options: dict[str, Any], run: ImportRun | None = None) -> None:
        self._by, self._options = by, options
        self.run = run
        self._made: ImportRun | None = None  # in a transaction that is not committed yet
        self._waiting: dict[str, ImportProblem] = {}
        self._seen: set[str] = set()
        self._heard = 0.0
        self._holding = ExitStack()

    def pk(self) -> int:
        """The key of the run, for rows of the transaction at hand; `committed()` or `rolled_back()` must follow."""
        if self.run is None and self._made is None:
            self._made = self._make()
        return (self.run or self._made or self._make()).pk

    def committed(self) -> None:
        self.run, self._made = self.run or self._made, None

    def rolled_back(self) -> None:
        self._made = None

    def note(self, problem: Problem, article: int | None = None) -> None:
        """Keeps a problem with its record; `article` is the stored one that the record is."""
        row = _row(problem, article)
        self._seen.add(row.fingerprint)
        self._waiting[row.fingerprint] = row
        if len(self._waiting) >= _BATCH:
            self._write_problems()

    @contextmanager
    def in_hand(self) -> Iterator[None]:
        """While the block runs, the run that a command makes is seen to be alive."""
        try:
            yield
        finally:
            self._holding.close()

    def begin(self, state: RunState) -> None:
        if self.run is not None:
            self._save(state=state, message="", finished_at=None, counts={})

    def progress(self, counts: dict[str, int]) -> None:
        """Says how far the run has come, now and then."""
        if self.run is not None and time.monotonic() - self._heard > _SECONDS_BETWEEN_SIGNS:
            self._save(counts=counts)

    def end(self, state: RunState, counts: dict[str, int], files: Iterable[str] = ()) -> None:
        """The run has come to its end: the rest of its problems, and which older ones are gone."""
        self._write_problems()
        if self.run is None:
            return
        self._settle()
        if not self.run.is_uploaded and not self.run.files.exists():
            ImportFile.objects.bulk_create(_file(self.run, path) for path in files)
        self._save(state=state, counts=counts, finished_at=timezone.now())

    def fail(self, message: str) -> None:
        if self.run is not None:
            self._save(state=RunState.FAILED, message=message, finished_at=timezone.now())

    def _make(self) -> ImportRun:
        values = {"by": self._by, "options": self._options, "heard_at": timezone.now()}
        run = ImportRun.objects.create(state=RunState.APPLYING, **values)
        self._holding.enter_context(run.held())
        return run

    def _save(self, **values: Any) -> None:
        assert self.run is not None
        for name, value in values.items():
            setattr(self.run, name, value)
        self.run.heard_at = timezone.now()
        self.run.save(update_fields=[*values, "heard_at"])
        self._heard = time.monotonic()

    def _write_problems(self) -> None:
        """Those that are new; one that an earlier run has in quarantine, or that was decided, stays as it is."""
        known = set(self._known(list(self._waiting)).values_list("fingerprint", flat=True))
        new = [row for fingerprint, row in self._waiting.items() if fingerprint not in known]
        self._waiting = {}
        if new:
            self.pk()
            self.committed()
        for row in new:
            row.run = self.run
        ImportProblem.objects.bulk_create(new, ignore_conflicts=True)

    def _known(self, fingerprints: list[str]) -> Any:
        same = ImportProblem.objects.filter(fingerprint__in=fingerprints)
        if self.run is not None and self.run.is_uploaded:
            same = same.filter(run=self.run)
            same.filter(state=ProblemState.SETTLED).update(state=ProblemState.OPEN)
            return same
        return same.exclude(state=ProblemState.SETTLED)

    def _settle(self) -> None:
        """Problems of the run that did not come again are gone."""
        open_ones = ImportProblem.objects.filter(run=self.run, state=ProblemState.OPEN)
        gone = [pk for pk, fingerprint in open_ones.values_list("pk", "fingerprint") if fingerprint not in self._seen]
        for start in range(0, len(gone), _BATCH):
            ImportProblem.objects.filter(pk__in=gone[start : start + _BATCH]).update(state=ProblemState.SETTLED)


def _row(problem: Problem, article: int | None) -> ImportProblem:
    record = json.dumps(problem.record, ensure_ascii=True, default=str) if problem.record else ""
    words = f"{problem}\n{record}".encode(errors="surrogatepass")
    return ImportProblem(
        path=_storable(problem.path),
        line=problem.line,
        code=problem.code.value,
        severity=problem.code.severity.value,
        message=_storable(problem.message),
        record=record if len(record) <= _LONGEST_RECORD else "",
        fingerprint=sha256(words).hexdigest(),
        article_id=article,
    )


def _file(run: ImportRun, path: str) -> ImportFile:
    """What was read under a path, as far as it is still there."""
    digest, size = sha256(), 0
    try:
        with open(path, "rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
                size += len(piece)
    except OSError:
        return ImportFile(run=run, path=_storable(path))
    return ImportFile(run=run, path=_storable(path), sha256=digest.hexdigest(), size=size)


def _storable(words: str) -> str:
    """Words as the database takes them: without NUL and without bytes that are no characters."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "\ufffd")
