"""The printed run of a publication at a sight: its volumes, what is missing in each, and a month a cell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse

from articles.dates import MONTHS
from articles.models import Issue, Publication
from articles.pages.contents import issues_of, issues_with_counts, years

MOST_RANGES = 12  # of missing numbers that are written out
STEPS = (1, 5, 15, 40)  # from how many articles on a month is darker


class Volume(NamedTuple):
    """A volume with what is kept of it; `missing` are the numbers up to the last kept one of which nothing is."""

    number: int
    href: str
    covered: str
    issues: int
    articles: int
    missing: str


class Cell(NamedTuple):
    """A month: how many articles, or that it lies in a gap of the run."""

    href: str
    words: str
    articles: int
    weight: int
    is_gap: bool


class YearRow(NamedTuple):
    """A year of the run in twelve cells; None for months before its first and after its last issue."""

    year: int
    href: str
    cells: Sequence[Cell | None]


class Run(NamedTuple):
    """All that is public of a publication, counted from one statement."""

    volumes: Sequence[Volume]
    years: Sequence[YearRow]
    without_month: int
    gaps: int


def run_of(publication: Publication) -> Run:
    issues = list(kept(publication))
    by_volume: dict[int, list[Issue]] = defaultdict(list)
    for issue in issues:
        by_volume[issue.volume].append(issue)
    by_month, without = articles_by_month(issues)
    rows = list(year_rows(publication, by_month))
    return Run(
        volumes=[volume(publication, number, found) for number, found in by_volume.items()],
        years=rows,
        without_month=without,
        gaps=sum(cell.is_gap for row in rows for cell in row.cells if cell),
    )


def kept(publication: Publication) -> QuerySet[Issue]:
    return issues_with_counts(issues_of(publication)).only("volume", "number", "date_lower", "date_upper")


def volume(publication: Publication, number: int, issues: Sequence[Any]) -> Volume:
    firsts = [issue.date_lower for issue in issues if issue.date_lower]
    lasts = [issue.date_upper for issue in issues if issue.date_upper]
    return Volume(
        number=number,
        href=reverse("volume", args=[publication.slug, number]),
        covered=years(min(firsts, default=None), max(lasts, default=None)),
        issues=len(issues),
        articles=sum(issue.article_count for issue in issues),
        missing=ranges_said(missing({issue.number for issue in issues})),
    )


def missing(numbers: set[int]) -> list[tuple[int, int]]:
    """The stretches of numbers, from 1 to the last kept one, of which nothing is kept."""
    found, expected = [], 1
    for number in sorted(numbers):
        if number > expected:
            found.append((expected, number - 1))
        expected = number + 1
    return found


def ranges_said(ranges: Sequence[tuple[int, int]]) -> str:
    """`3, 17–19`; many are cut short, with how many numbers they are."""
    said = [str(first) if first == last else f"{first}–{last}" for first, last in ranges[:MOST_RANGES]]
    left = sum(last - first + 1 for first, last in ranges[MOST_RANGES:])
    return ", ".join(said) + (f" and {left} more" if left else "")


def articles_by_month(issues: Iterable[Any]) -> tuple[Counter[tuple[int, int]], int]:
    """Articles by year and month; and how many stand in issues of which the month is not known."""
    by_month: Counter[tuple[int, int]] = Counter()
    without = 0
    for issue in issues:
        first, last = issue.date_lower, issue.date_upper
        if first and last and (first.year, first.month) == (last.year, last.month):
            by_month[first.year, first.month] += issue.article_count
        else:
            without += issue.article_count
    return by_month, without


def year_rows(publication: Publication, by_month: Counter[tuple[int, int]]) -> Iterable[YearRow]:
    if not by_month:
        return
    first, last = min(by_month), max(by_month)
    for year in range(first[0], last[0] + 1):
        months = [(year, month) for month in range(1, 13)]
        cells = [cell(publication, at, by_month[at]) if first <= at <= last else None for at in months]
        printed = any(one and one.articles for one in cells)
        yield YearRow(year, reverse("calendar", args=[year]) if printed else "", cells)


def cell(publication: Publication, at: tuple[int, int], articles: int) -> Cell:
    year, month = at
    name = f"{MONTHS[month - 1]} {year}"
    if not articles:
        return Cell("", f"{name}: nothing kept", 0, 0, is_gap=True)
    words = f"{name}: {articles} article{'' if articles == 1 else 's'}"
    return Cell(listed(publication, date(year, month, 1)), words, articles, weight_of(articles), is_gap=False)


def listed(publication: Publication, month: date) -> str:
    """The articles of that month, as many as the cell counts."""
    query = QueryDict(mutable=True)
    query["publication"] = publication.slug
    query["after"] = query["before"] = f"{month:%Y-%m}"
    query["match"] = "certain"
    return f"{reverse('articles')}?{query.urlencode()}"


def weight_of(articles: int) -> int:
    return sum(articles >= step for step in STEPS)
