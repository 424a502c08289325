"""Tables of contents: what a publication, a volume and an issue hold that is public, counted and in order."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Count, F, Max, Min, Q, QuerySet
from django.db.models.functions import Left
from django.urls import reverse

from articles.models import Article, Issue, NewsSource, Publication, of_public
from articles.quoting import heading_of

OPENING = 600  # code points that hold the first sentence of nearly every article


class Step(NamedTuple):
    """A neighbour in print: where it is, what it is called, and what else helps to choose it."""

    href: str
    words: str
    note: str = ""
    is_print: bool = False


class Turn(NamedTuple):
    """What stands before and after a page in print; either may be missing."""

    previous: Step | None
    next: Step | None


def with_counts(publications: QuerySet[Publication]) -> QuerySet[Publication]:
    """Each with the number of its public issues and articles, and the first and last day they cover."""
    public = of_public("issues__articles")
    return publications.annotate(
        issue_count=Count("issues", filter=public, distinct=True),
        article_count=Count("issues__articles", filter=public),
        first_day=Min("issues__date_lower", filter=public),
        last_day=Max("issues__date_upper", filter=public),
    ).order_by("title", "id")


def volumes_of(publication: Publication) -> QuerySet[Issue, dict[str, Any]]:
    """One row a volume, in order: its number, public issues and articles, and the days they cover."""
    return (
        issues_of(publication)
        .order_by("volume")
        .values("volume")
        .annotate(
            issue_count=Count("pk", distinct=True),
            article_total=Count("articles", filter=of_public("articles")),
            first_day=Min("date_lower"),
            last_day=Max("date_upper"),
        )
    )


def issues_of(publication: Publication) -> QuerySet[Issue]:
    return Issue.objects.public().filter(publication=publication).in_print_order()


def issues_with_counts(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    return issues.annotate(article_count=Count("articles", filter=of_public("articles")))


def items_of(issue: Issue) -> QuerySet[Article]:
    """The public articles of an issue as they were printed, each with its opening instead of its text."""
    items = Article.objects.public().filter(issue=issue).with_issue().in_print_order()
    return items.defer("text", "notes").annotate(opening=Left("text", OPENING))


def headlines_of(issue: Issue) -> QuerySet[Article]:
    """The public articles of an issue in order, with no more than their addresses and headlines need."""
    items = Article.objects.public().filter(issue=issue).with_issue().in_print_order()
    return items.only(
        "position",
        "title",
        "title_is_derived",
        "issue__volume",
        "issue__number",
        "issue__publication__slug",
        "issue__publication__title",
        "issue__publication__quote_policy",
    )


def turn_of_volume(publication: Publication, volume: int) -> Turn:
    volumes = [row["volume"] for row in volumes_of(publication)]
    steps = [Step(reverse("volume", args=[publication.slug, number]), f"Volume {number}") for number in volumes]
    return around(volumes.index(volume), steps)


def turn_of_issue(issue: Issue) -> Turn:
    """The public issues before and after this one, across volumes."""
    issues = issues_of(issue.publication).select_related("publication")
    before = Q(volume__lt=issue.volume) | Q(volume=issue.volume, number__lt=issue.number)
    after = Q(volume__gt=issue.volume) | Q(volume=issue.volume, number__gt=issue.number)
    return Turn(step_to(issues.filter(before).last()), step_to(issues.filter(after).first()))


def step_to(issue: Issue | None) -> Step | None:
    if issue is None:
        return None
    return Step(issue.get_absolute_url(), f"Volume {issue.volume}, number {issue.number}", issue.date_in_words)


def turn_of_item(place: int, items: Sequence[Article]) -> Turn:
    """The items before and after the one at `place` among all of its issue."""
    steps = [Step(item.get_absolute_url(), heading_of(item), f"item {item.position}", is_print=True) for item in items]
    return around(place, steps)


def around(place: int, steps: Sequence[Step]) -> Turn:
    return Turn(steps[place - 1] if place else None, steps[place + 1] if place + 1 < len(steps) else None)


def sources_with_counts(sources: QuerySet[NewsSource]) -> QuerySet[NewsSource]:
    """Each with the number of public articles that cite it."""
    public = of_public("cited_reports__citation__article")
    anchored = ~Q(cited_reports__citation__state="orphan")
    return sources.annotate(
        article_count=Count("cited_reports__citation__article", filter=public & anchored, distinct=True)
    ).order_by("sort_key", "id")


def years(first_day: Any, last_day: Any) -> str:
    """The years that two days span, as a reader says it; empty where neither is known."""
    found = sorted({day.year for day in (first_day, last_day) if day})
    return " to ".join(map(str, found))


class FrontPage(NamedTuple):
    """An issue with the first headlines of its items."""

    issue: Issue
    articles: list[Article]
    article_count: int


def newest_issues(most: int = 3, headlines: int = 3) -> list[FrontPage]:
    """The newest public issues, undated ones last."""
    newest = F("date_upper").desc(nulls_last=True)
    issues = list(Issue.objects.public().select_related("publication").order_by(newest, "-volume", "-number")[:most])
    items = Article.objects.public().filter(issue__in=issues).in_print_order()
    held: dict[int, list[Article]] = defaultdict(list)
    for article in items.only("issue", "position", "title", "title_is_derived"):
        held[article.issue_id].append(article)
    return [front_page(issue, held[issue.pk], headlines) for issue in issues]


def front_page(issue: Issue, articles: list[Article], headlines: int) -> FrontPage:
    for article in articles:
        article.issue = issue
    return FrontPage(issue, articles[:headlines], len(articles))
