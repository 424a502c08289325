"""Issues by the day they were printed: a year at a sight, and what other years printed on a day."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from datetime import MAXYEAR, date
from typing import NamedTuple

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from articles.dates import MONTHS
from articles.models import Article, Issue
from articles.pages.contents import Step, Turn, issues_with_counts

SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Day(NamedTuple):
    """A day of the calendar; without address where nothing is kept that was printed on it."""

    number: int
    href: str = ""
    words: str = ""
    weight: int = 0  # 0 to 4, by the number of articles


class Month(NamedTuple):
    """A month in weeks from Monday; days of its neighbours are None."""

    name: str
    weeks: list[list[Day | None]]


class Year(NamedTuple):
    """A year of issues."""

    year: int
    months: list[Month]
    issue_count: int
    article_count: int
    without_day: list[Issue]
    turn: Turn


def year_of(year: int, issues: QuerySet[Issue]) -> Year | None:
    """The calendar of `year` for those of `issues` that lie in it; None where none does."""
    if year > MAXYEAR:
        return None
    found = list(
        issues_with_counts(issues.filter(date_lower__year__lte=year, date_upper__year__gte=year))
        .select_related("publication")
        .order_by("date_lower", "publication", "volume", "number", "id")
    )
    if not found:
        return None
    by_day = held_by_day(issue for issue in found if has_day(issue))
    return Year(
        year=year,
        months=[month_of(year, number, by_day) for number in range(1, 13)],
        issue_count=len(found),
        article_count=sum(issue.article_count for issue in found),
        without_day=[issue for issue in found if not has_day(issue)],
        turn=turn_of(year, issues),
    )


def has_day(issue: Issue) -> bool:
    return issue.date_lower == issue.date_upper and issue.date_lower is not None


def held_by_day(issues: Iterable[Issue]) -> dict[date, list[Issue]]:
    held: dict[date, list[Issue]] = defaultdict(list)
    for issue in issues:
        held[issue.date_lower].append(issue)
    return held


def month_of(year: int, number: int, by_day: dict[date, list[Issue]]) -> Month:
    weeks = Calendar().monthdatescalendar(year, number)
    days = [[day_of(day, by_day.get(day, [])) if day.month == number else None for day in week] for week in weeks]
    return Month(MONTHS[number - 1], days)


def day_of(day: date, issues: list[Issue]) -> Day:
    """One issue is led to itself, several to all articles of the day."""
    if not issues:
        return Day(day.day)
    count = sum(issue.article_count for issue in issues)
    several = f"{reverse('articles')}?after={day}&before={day}"
    names = ", ".join(f"{issue.publication.title} no. {issue.number}" for issue in issues)
    words = f"{day.day} {MONTHS[day.month - 1]}: {names}, {count} article{'' if count == 1 else 's'}"
    return Day(day.day, several if len(issues) > 1 else issues[0].get_absolute_url(), words, min(4, 1 + count // 4))


def turn_of(year: int, issues: QuerySet[Issue]) -> Turn:
    """The years before and after in which something was printed."""
    before = issues.filter(date_upper__year__lt=year).order_by("-date_upper").values_list("date_upper__year", flat=True)
    after = issues.filter(date_lower__year__gt=year).order_by("date_lower").values_list("date_lower__year", flat=True)
    return Turn(step_to(before.first()), step_to(after.first()))


def step_to(year: int | None) -> Step | None:
    return Step(reverse("calendar", args=[year]), str(year)) if year else None


def newest_year(issues: QuerySet[Issue]) -> int | None:
    """The last year in which something was printed."""
    dated = issues.filter(date_upper__isnull=False).order_by("-date_upper")
    return dated.values_list("date_upper__year", flat=True).first()


def printed_on(month: int, day: int) -> QuerySet[Article]:
    """Public articles of issues that were printed on this day of any year, the newest first."""
    on_day = Q(issue__date_lower=F("issue__date_upper"), issue__date_lower__month=month, issue__date_lower__day=day)
    newest_first = ("-issue__date_lower", "issue", "order", "id")
    return Article.objects.public().filter(on_day).with_issue().defer("text", "notes").order_by(*newest_first)
