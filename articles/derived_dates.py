"""Dates of issues that nobody printed, derived from their neighbours and from cross references, and written."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User

from articles.importing.cross_targets import resolve_cross_references
from articles.importing.header import same_name
from articles.models import CrossReference, DateBasis, Issue, Publication
from articles.working_days import DerivedDate, KnownIssue, derive

REASON = "date derived from neighbouring issues and cross references"


@dataclass(frozen=True, slots=True)
class IssueDerivation:
    """What follows for an issue; `changes` where that says more than what is stored."""

    issue: Issue
    derived: DerivedDate
    changes: bool

    def __str__(self) -> str:
        if self.derived.is_conflict:
            return f"{self.issue}: no date: {self.derived.basis}"
        stored = self.issue.date or "unknown"
        return f"{self.issue}: {stored} → {self.derived.edtf} ({self.derived.basis})"


def derivations() -> Iterator[IssueDerivation]:
    """What follows for every issue without a printed date, publication by publication."""
    for publication in Publication.objects.order_by("id"):
        volumes: dict[int, list[Issue]] = defaultdict(list)
        for issue in publication.issues.select_related("publication").order_by("volume", "number"):
            volumes[issue.volume].append(issue)
        named = _Named(publication)
        for volume, issues in volumes.items():
            by_number = {issue.number: issue for issue in issues}
            for one in derive(map(_known, issues), named.days, named.stated.get(volume, {})):
                issue = by_number[one.number]
                yield IssueDerivation(issue, one, _says_more(one, issue))


def write_derived(derivation: IssueDerivation, *, by: User | None) -> int:
    """Date the issue so; the number of rows that hang on it and were read again."""
    issue, derived = derivation.issue, derivation.derived
    return issue.derive_date(derived.edtf, by=by, reason=f"{REASON}: {derived.basis}", revision=issue.revision)


def resolve_anew(*, by: User | None) -> int:
    """New dates of issues are targets that cross references may have waited for."""
    return resolve_cross_references(by=by)


class _Named:
    """The days of a publication's issues that cross references name, some with volume and number."""

    def __init__(self, publication: Publication) -> None:
        names = (publication.title, publication.slug, *publication.aliases)
        self.days: set[date] = set()
        self.stated: dict[int, dict[int, set[date]]] = defaultdict(lambda: defaultdict(set))
        days = CrossReference.objects.anchored().filter(date_lower__isnull=False)
        for words, volume, number, lower, upper in days.values_list(
            "publication_words", "volume", "number", "date_lower", "date_upper"
        ):
            if lower == upper and any(same_name(name, words) for name in names):
                self.days.add(lower)
                if volume and number:
                    self.stated[volume][number].add(lower)


def _known(issue: Issue) -> KnownIssue:
    """What is printed of its date; what was derived before is derived anew."""
    is_day = issue.date_lower is not None and issue.date_lower == issue.date_upper
    if issue.date_basis == DateBasis.PRINTED and is_day:
        return KnownIssue(issue.number, day=issue.date_lower)
    printed_year = issue.date if issue.date_basis == DateBasis.PRINTED and len(issue.date) == 4 else ""
    year = printed_year or issue.derived_year()
    return KnownIssue(issue.number, year=int(year) if year else None)


def _says_more(derived: DerivedDate, issue: Issue) -> bool:
    """Whether it is another date than the stored one. What was printed stays, and so does a day that is known."""
    is_day = issue.date_lower is not None and issue.date_lower == issue.date_upper
    is_new = not derived.is_conflict and derived.edtf != issue.date
    return is_new and not is_day and issue.date_basis != DateBasis.PRINTED
