"""What an import did, for people and programs: counts, the last line, and the report as JSON."""

from collections import Counter
from typing import Any

from articles.citations import find_citations, find_cross_references
from articles.importing.issue_import import Result
from articles.importing.issue_plan import Decision, Outcome
from articles.importing.problems import Severity
from articles.importing.records import Problem

_FROM_ARTICLE = ("position", "title_printed", "byline", "section")


class Summary:
    """Counts what happens; keeps rows and problems only where a report is wanted."""

    def __init__(self, *, with_report: bool) -> None:
        self._counts: Counter[Outcome] = Counter()
        self._issues = 0
        self._with_report = with_report
        self._problems: list[Problem] = []
        self._rows: list[dict[str, Any]] = []

    def add_problem(self, problem: Problem) -> None:
        """A problem of a file or of a record that no issue was found for."""
        if problem.code.severity is Severity.REFUSED:
            self._counts[Outcome.REFUSED] += 1
        self._keep(problem)

    def add_result(self, result: Result) -> None:
        """The outcomes of one issue."""
        self._issues += result.made_issue
        for decision in result.decisions:
            self._counts[decision.outcome] += 1
            if decision.problem is not None:
                self._keep(decision.problem)
            if self._with_report and decision.outcome is not Outcome.REFUSED:
                self._rows.append(_row(result, decision))

    @property
    def all_went_in(self) -> bool:
        return not (self._counts[Outcome.REFUSED] or self._counts[Outcome.CONFLICTING])

    @property
    def counts(self) -> dict[str, int]:
        """How many records came to what, and how many issues were made."""
        return {**{outcome.value: self._counts[outcome] for outcome in Outcome}, "issues": self._issues}

    def last_line(self) -> str:
        """`articles: 5 created, 0 unchanged, 0 conflicting, 1 refused; issues: 1 created`"""
        articles = ", ".join(f"{self._counts[outcome]} {outcome.value}" for outcome in Outcome)
        return f"articles: {articles}; issues: {self._issues} created"

    def as_json(self) -> dict[str, Any]:
        """The same in full, files and lines in order."""
        problems = sorted(self._problems, key=lambda problem: (problem.path, problem.line))
        return {
            **{outcome.value: self._counts[outcome] for outcome in Outcome},
            "problems": [
                {"path": problem.path, "line": problem.line, "code": problem.code.value, "message": problem.message}
                for problem in problems
            ],
            "articles": sorted(self._rows, key=lambda row: (row["path"], row["line"])),
        }

    def _keep(self, problem: Problem) -> None:
        if self._with_report:
            self._problems.append(problem)


def _row(result: Result, decision: Decision) -> dict[str, Any]:
    record = decision.record
    own_date = "date" in record.given
    values = {name: _value(decision, name) for name in _FROM_ARTICLE}
    citations, references = _counts(result, decision)
    return {
        "path": record.path,
        "line": record.line,
        "outcome": decision.outcome.value,
        "publication": result.address.publication,
        "volume": result.address.volume,
        "number": result.address.number,
        "date": record.date if own_date else result.date.date,
        "date_basis": record.date_basis if own_date else result.date.basis,
        **values,
        "text_start": decision.text[:60],
        "citations": citations,
        "cross_references": references,
    }


def _value(decision: Decision, name: str) -> Any:
    """As the record gives it, else as its article has it."""
    if name in decision.record.given or decision.article is None:
        return getattr(decision.record, name)
    return decision.article.fields[name]


def _counts(result: Result, decision: Decision) -> tuple[int, int]:
    """Citations and cross references: as written, else as the text would give them."""
    if decision.outcome is Outcome.CREATED and decision.article and decision.article.position in result.counts:
        return result.counts[decision.article.position]
    references = find_cross_references(decision.text)
    return len(find_citations(decision.text)), sum(len(set(found.dates)) or 1 for found in references)
