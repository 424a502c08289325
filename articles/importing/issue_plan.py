"""What would happen to the records of one issue: each is created, unchanged, in conflict or refused.

Nothing is written here. A dry run shows the plan, an import makes it under the lock of the issue.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from articles.dates import year_of
from articles.importing.glued_headline import Headlines, without_glued_headline
from articles.importing.matching import KnownArticle, KnownArticles
from articles.importing.problems import ProblemCode, Severity
from articles.importing.records import ArticleRecord, Problem
from articles.text import first_words, sha256

_COMPARED = ("position", "title", "title_printed", "byline", "section")


class Outcome(StrEnum):
    """What became of a record."""

    CREATED = "created"
    UNCHANGED = "unchanged"
    CONFLICTING = "conflicting"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class IssueDate:
    """The date of an issue, and how it is known."""

    date: str = ""
    basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class IssueAddress:
    """An issue by its place in the run; `words` for messages."""

    publication: str
    volume: int
    number: int

    @property
    def words(self) -> str:
        return f"{self.publication}, vol. {self.volume}, no. {self.number}"


@dataclass(slots=True)
class Decision:
    """One record with its outcome; `article` is the one that it is, `text` the text that is or would be stored."""

    record: ArticleRecord
    outcome: Outcome
    text: str
    article: KnownArticle | None = None
    problem: Problem | None = None
    glued: str = ""


class IssuePlan:
    """The decisions on the records of one issue, in their order; what an earlier one creates, a later one may be."""

    def __init__(
        self,
        address: IssueAddress,
        date: IssueDate,
        stored: list[KnownArticle],
        elsewhere: Mapping[str, str] | None = None,
        next_position: int = 1,
    ) -> None:
        self.address = address
        self.date = date
        self.decisions: list[Decision] = []
        self._known = KnownArticles(stored)
        self._elsewhere = elsewhere or {}  # addresses that articles of other issues have, and which these are
        self._headlines = Headlines(map(_title_of, stored))
        self._given: set[int] = set()
        self._next_position = max(next_position, self._known.highest_position + 1)

    def decide(self, records: list[ArticleRecord]) -> "IssuePlan":
        """Adds the decision on each record."""
        self._headlines.add(map(_headline_of, records))
        self._given.update(record.position for record in records if record.position is not None)
        self.decisions += map(self._decision, records)
        return self

    @property
    def created(self) -> list[Decision]:
        return [decision for decision in self.decisions if decision.outcome is Outcome.CREATED]

    def _decision(self, record: ArticleRecord) -> Decision:
        text, glued = self._without_headline(record)
        again = self._known.said_before(record)
        if again is not None:
            article, first = again
            facts = {"article": article.words, "other": f"{first.path}:{first.line}"}
            return Decision(
                record, Outcome.CONFLICTING, text, article, _problem(record, ProblemCode.DUPLICATE, None, **facts)
            )
        known = self._known.article_of(record, (text, record.text))
        return self._compared(record, text, known) if known else self._new(record, text, glued)

    def _without_headline(self, record: ArticleRecord) -> tuple[str, str]:
        if not self._headlines.may_end(record.text):
            return record.text, ""
        return without_glued_headline(record.text, self._headlines.but(_headline_of(record)))

    def _compared(self, record: ArticleRecord, text: str, article: KnownArticle) -> Decision:
        self._known.note(record, article)
        problem = self._difference(record, text, article)
        return Decision(record, Outcome.CONFLICTING if problem else Outcome.UNCHANGED, text, article, problem)

    def _new(self, record: ArticleRecord, text: str, glued: str) -> Decision:
        problem = self._why_not_new(record)
        if problem is not None:
            return Decision(record, _outcome_of(problem), text, problem=problem)
        made = self._made(record, text)
        self._known.note(record, made)
        return Decision(record, Outcome.CREATED, text, made, glued=glued)

    def _difference(self, record: ArticleRecord, text: str, article: KnownArticle) -> Problem | None:
        if article.hashes.isdisjoint((sha256(text), sha256(record.text))):
            return _problem(record, ProblemCode.TEXT_DIFFERS, {"text": text}, article=article.words)
        fields = [name for name in _COMPARED if name in record.given and getattr(record, name) != article.fields[name]]
        fields += [] if article.urls.issuperset(record.urls) else ["url"]
        if fields:
            return _problem(record, ProblemCode.FIELD_DIFFERS, fields=" and ".join(fields), article=article.words)
        return self._date_difference(record)

    def _date_difference(self, record: ArticleRecord) -> Problem | None:
        given = IssueDate(
            record.date if "date" in record.given else self.date.date,
            record.date_basis if "date_basis" in record.given else self.date.basis,
        )
        if given == self.date:
            return None
        return _problem(record, ProblemCode.ISSUE_DATE_DIFFERS, given=_words(given), stored=_words(self.date))

    def _why_not_new(self, record: ArticleRecord) -> Problem | None:
        taken = self._known.at(record.position)
        if taken is not None:
            return _problem(record, ProblemCode.POSITION_TAKEN, position=record.position, other=taken.words)
        elsewhere = next((self._elsewhere[url] for url in record.urls if url in self._elsewhere), "")
        if elsewhere:
            return _problem(record, ProblemCode.FIELD_DIFFERS, fields="volume or issue", article=elsewhere)
        return self._date_difference(record)

    def _made(self, record: ArticleRecord, text: str) -> KnownArticle:
        position = record.position or self._free_position()
        title = record.title or record.title_printed or first_words(text)
        values = {"title_printed": record.title_printed, "byline": record.byline, "section": record.section}
        return KnownArticle(
            position=position,
            words=f"article {position} of {self.address.words}",
            fields={"position": position, "title": title, **values},
            hashes={sha256(text)},
            text=lambda: text,
            urls=set(record.urls),
        )

    def _free_position(self) -> int:
        """The next free one after all stored ones; those that other records give are left to them."""
        while self._next_position in self._given:
            self._next_position += 1
        self._next_position += 1
        return self._next_position - 1


def date_of_new_issue(records: Iterable[ArticleRecord], volume: int, first_year: int | None) -> IssueDate:
    """As a record gives it, be it "unknown"; else derived from the first year; else unknown."""
    given = [IssueDate(record.date, record.date_basis) for record in records if "date" in record.given]
    known = next((date for date in given if date.date), None)
    if known is not None or given:
        return known or IssueDate()
    year = year_of(volume, first_year)
    return IssueDate(year, "derived") if year else IssueDate()


def _headline_of(record: ArticleRecord) -> str:
    return record.title_printed or record.title


def _title_of(article: KnownArticle) -> str:
    return str(article.fields["title_printed"] or article.fields["title"])


def _outcome_of(problem: Problem) -> Outcome:
    return Outcome.CONFLICTING if problem.code.severity is Severity.CONFLICT else Outcome.REFUSED


def _words(date: IssueDate) -> str:
    return f"{date.date} ({date.basis})" if date.date else "unknown"


def _problem(
    record: ArticleRecord, code: ProblemCode, instead: Mapping[str, object] | None = None, **facts: object
) -> Problem:
    return Problem(record.path, record.line, code, code.says(**facts), {**record.as_given(), **(instead or {})})
