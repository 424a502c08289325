"""The records of one issue on their way into the database: planned under its lock, written in one transaction."""

from collections import ChainMap
from dataclasses import dataclass, field

from django.db import transaction

from articles.dates import bounds
from articles.history import because, tell_history
from articles.importing.copying import make_row
from articles.importing.issue_plan import (
    Decision,
    IssueAddress,
    IssueDate,
    IssuePlan,
    Outcome,
    date_of_new_issue,
)
from articles.importing.news_sources import NewsSources
from articles.importing.problems import ProblemCode
from articles.importing.publications import Target
from articles.importing.records import ArticleRecord, Problem
from articles.importing.rows import Making, Written, write_articles
from articles.importing.stored_articles import addresses_elsewhere, stored_articles
from articles.models import Issue
from articles.verbs import check_rules

REASON = "import of articles"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the records of one issue; `counts` are of citations and cross references, by position."""

    address: IssueAddress
    date: IssueDate
    made_issue: bool
    decisions: list[Decision]
    counts: dict[int, tuple[int, int]] = field(default_factory=dict)


class IssueImport:
    """Plans, and writes what the plan creates."""

    def __init__(
        self, target: Target, volume: int, number: int, records: list[ArticleRecord], *, looks_new: bool = False
    ) -> None:
        self._target, self._records = target, records
        self._looks_new = looks_new  # no such issue was there a while ago: whoever makes it will see
        self._address = IssueAddress(target.title, volume, number)
        self._issue: Issue | None = None
        self._plan = IssuePlan(self._address, IssueDate(), [])
        self._made_issue = False
        self.publication_pk: int | None = None

    def foreseen(self, urls: dict[str, str]) -> Result:
        """What writing would do; `urls` are the addresses that the dry run has met so far, and this adds its own."""
        self._make_plan(elsewhere=urls)
        self._made_issue = self._issue is None and bool(self._plan.created)
        for decision in self._plan.created:
            assert decision.article is not None
            urls |= dict.fromkeys(decision.record.urls, decision.article.words)
        return self.result(None)

    def write(self, sources: NewsSources, making: Making) -> Written | None:
        """Everything that is new, or nothing; None where nothing is new."""
        self._made_issue = False
        with transaction.atomic(), because(by=making.by, reason=REASON):
            self._make_plan(lock=True)
            if self._plan.created and self._issue is None:
                self._make_issue(making.run())
            if not self._plan.created or self._issue is None:
                return None
            if not self._made_issue:
                tell_history()
            written = write_articles(self._issue, self._plan.created, sources, making)
            check_rules()
            return written

    def result(self, written: Written | None) -> Result:
        """The outcome of the plan, as it was carried out."""
        counts = written.counts if written else {}
        return Result(self._address, self._plan.date, self._made_issue, self._plan.decisions, counts)

    def refused(self, why: str) -> Result:
        """The outcome where the database refused the rows: nothing of what was new went in."""
        decisions = [_refused(one, why) if one.outcome is Outcome.CREATED else one for one in self._plan.decisions]
        return Result(self._address, self._plan.date, False, decisions)

    def _make_plan(self, *, lock: bool = False, elsewhere: dict[str, str] | None = None) -> None:
        urls = [url for record in self._records for url in record.urls]
        issue = None if self._looks_new else self._stored_issue(lock)
        self._looks_new = False
        stored_elsewhere = addresses_elsewhere(urls, issue)
        if issue is None and stored_elsewhere:  # of this very issue, if another import made it just now
            issue = self._stored_issue(lock)
            stored_elsewhere = addresses_elsewhere(urls, issue)
        self._issue = issue
        self._plan = IssuePlan(
            self._address,
            IssueDate(issue.date, issue.date_basis) if issue else self._date_of_new_issue(),
            stored_articles(issue, self._address.words) if issue else [],
            ChainMap(stored_elsewhere, elsewhere or {}),  # the latter grows with the import: never copied
            next_position=issue.next_position() if issue else 1,
        ).decide(self._records)

    def _stored_issue(self, lock: bool) -> Issue | None:
        if self._target.pk is None:
            same = Issue.objects.filter(publication__slug=self._target.slug)
        else:
            same = Issue.objects.filter(publication=self._target.pk)
        same = same.filter(volume=self._address.volume, number=self._address.number)
        return (same.select_for_update(of=("self",)) if lock else same).first()

    def _date_of_new_issue(self) -> IssueDate:
        return date_of_new_issue(self._records, self._address.volume, self._target.first_year)

    def _make_issue(self, run: int | None) -> None:
        """The issue, made here; where another import was faster, its issue, and a new plan."""
        self.publication_pk = self._target.ensure(run)
        date, address = self._plan.date, self._address
        place = {"publication_id": self.publication_pk, "volume": address.volume, "number": address.number}
        lower, upper = bounds(date.date)
        dated = {"date": date.date, "date_lower": lower, "date_upper": upper, "date_basis": date.basis}
        pk = make_row(Issue, {**place, **dated, "import_run_id": run})
        if pk is None:
            self._make_plan(lock=True)
        else:
            self._issue, self._made_issue = Issue(pk=pk, date=date.date, **place), True


def _refused(decision: Decision, why: str) -> Decision:
    record = decision.record
    code = ProblemCode.NOT_STORABLE
    problem = Problem(record.path, record.line, code, code.says(why=why), record.as_given())
    return Decision(record, Outcome.REFUSED, decision.text, problem=problem)
