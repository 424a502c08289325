"""Records → rows: one transaction an issue, so that whatever kills an import, a second run completes it.

Nothing that is stored is overwritten: a record that differs from its article is a conflict, and reported.
"""

from collections.abc import Callable, Iterator

from django.contrib.auth.models import User
from django.db import DataError, IntegrityError, OperationalError

from articles.importing.cross_targets import resolve_cross_references
from articles.importing.gathering import Gathering
from articles.importing.issue_import import IssueImport, Result
from articles.importing.news_sources import NewsSources
from articles.importing.problems import ProblemCode
from articles.importing.publications import Shelf, Target
from articles.importing.records import ArticleRecord, Problem
from articles.importing.refusal import Refused
from articles.importing.rows import Making, Written
from articles.importing.run_keeping import RunKeeper
from articles.models import Issue

_TRIES = 5
_IN_THE_WAY = ("40P01", "40001")  # deadlock, serialization failure

IssueKey = tuple[str, int, int]


class Loader:
    """Takes records one by one, then imports them issue by issue. `dry_run` plans and writes nothing.

    To be used in a `with`: what was taken waits in a temporary file.
    """

    def __init__(
        self,
        *,
        by: User | None = None,
        publication: str = "",
        first_year: int | None = None,
        publish: bool = False,
        dry_run: bool = False,
        keeper: RunKeeper | None = None,
    ) -> None:
        self._by, self._dry_run, self._keeper = by, dry_run, keeper
        self._making = Making(by, publish, keeper.pk) if keeper else Making(by, publish)
        self._shelf = Shelf(publication, first_year)
        self._sources = NewsSources()
        self._targets: dict[str, Target] = {}
        self._urls_of_dry_run: dict[str, str] = {}
        self._gathering: Gathering[IssueKey] = Gathering(self._key)

    def __enter__(self) -> "Loader":
        return self

    def __exit__(self, *_: object) -> None:
        self._gathering.close()

    def take(self, record: ArticleRecord) -> Problem | None:
        """Sets the record aside for its issue; the problem where no publication can be told."""
        try:
            self._gathering.add(record)
        except Refused as refused:
            return Problem(record.path, record.line, refused.code, str(refused), record.as_given())
        return None

    @property
    def count(self) -> int:
        """How many records have been taken."""
        return self._gathering.count

    def load(self) -> Iterator[Result]:
        """Imports what was taken, an issue at a time; at the end cross references find what they mean."""
        stored = set(Issue.objects.order_by().values_list("publication", "volume", "number"))
        for slug, volume, number in self._gathering:
            target, records = self._targets[slug], self._gathering.records((slug, volume, number))
            looks_new = (target.pk, volume, number) not in stored
            yield self._issue(target, IssueImport(target, volume, number, records, looks_new=looks_new))
        if not self._dry_run:
            resolve_cross_references(by=self._by)

    def _key(self, record: ArticleRecord) -> IssueKey:
        if record.volume is None or record.issue is None:
            raise Refused(ProblemCode.NO_VOLUME if record.volume is None else ProblemCode.NO_ISSUE)
        target = self._shelf.target_of(record)
        self._targets[target.slug] = target
        return target.slug, record.volume, record.issue

    def _issue(self, target: Target, work: IssueImport) -> Result:
        if self._dry_run:
            return work.foreseen(self._urls_of_dry_run)
        try:
            written = _persistently(lambda: self._write(work))
        except (IntegrityError, DataError) as error:
            return work.refused(str(error).strip().splitlines()[0])
        if written is not None:
            target.pk = work.publication_pk or target.pk
            self._sources.keep(written.sources)
        return work.result(written)

    def _write(self, work: IssueImport) -> Written | None:
        """One try, in one transaction; the run that it makes counts once that is committed."""
        try:
            written = work.write(self._sources, self._making)
        except BaseException:
            if self._keeper:
                self._keeper.rolled_back()
            raise
        if self._keeper:
            self._keeper.committed()
        return written


def _persistently(write: Callable[[], Written | None]) -> Written | None:
    """Tries again when another import or an editor was in the way."""
    for _ in range(_TRIES - 1):
        try:
            return write()
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") not in _IN_THE_WAY:
                raise
    return write()
