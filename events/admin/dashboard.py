"""The figures of the desk: how the work stands, who did what, what is to be checked. Each leads to what it counts."""

from collections import Counter
from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, ExtractYear
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models import (
    Article,
    ArticleStatus,
    Citation,
    CitedReport,
    CrossReference,
    ImportProblem,
    Publication,
    SpanState,
)
from articles.rights import may_read_hidden
from events.admin.counting import counts
from events.admin.lists import ARTICLES, WITHOUT_DATE, list_address, week_ago
from events.models import (
    AnnotationTask,
    Event,
    Evidence,
    Mention,
    Outcome,
    Report,
    ReviewState,
    SuggestionDecision,
    TaskState,
)
from events.models.annotation_task import DECIDED

HANDED_IN = (TaskState.SUBMITTED, *DECIDED)
STATES = ("waiting", "in_work", "back", "review", "done", "published")


class Figure(NamedTuple):
    """A number and the list of what it counts."""

    count: int
    address: str
    words: str = ""


class Counted(NamedTuple):
    """A list whose rows are still to be counted."""

    rows: Any
    address: str
    words: str


class Line(NamedTuple):
    """A line of a table of figures."""

    name: str
    figures: list[Figure]


def figures(lists: list[Counted]) -> list[Figure]:
    """The numbers of these lists, in one statement."""
    found = counts([one.rows for one in lists])
    return [Figure(n, one.address, one.words) for n, one in zip(found, lists, strict=True)]


def what_waits(found: list[Figure]) -> list[Figure]:
    """What is in order is left out."""
    return [figure for figure in found if figure.count]


def dashboard(request: HttpRequest, model_admin: Any) -> HttpResponse:
    """The whole desk at a look."""
    if not may_read_hidden(request.user):
        raise PermissionDenied
    context = {
        **model_admin.admin_site.each_context(request),
        "title": "How the work stands",
        "opts": model_admin.opts,
        "by_publication": by_publication(),
        "people": people(),
        **_counted_together(request.user),
    }
    return TemplateResponse(request, "admin/events/dashboard.html", context)


def _counted_together(user: User) -> dict[str, list[Figure]]:
    decided = suggestions()
    found = figures([*decided, *to_check(user)])
    return {"suggestions": found[: len(decided)], "checks": what_waits(found[len(decided) :])}


def by_publication() -> list[tuple[str, Line, list[Line]]]:
    """Of each publication the figures of all its articles, and of each year, the newest first, undated ones last."""
    titles = dict(Publication.objects.values_list("pk", "title"))
    counted = list(_counted())
    tables = []
    for publication in sorted({row["issue__publication"] for row in counted}, key=lambda pk: (titles[pk], pk)):
        rows = [row for row in counted if row["issue__publication"] == publication]
        rows.sort(key=lambda row: -(row["year"] or 0))
        total = {name: sum(row[name] for row in rows) for name in STATES}
        tables.append((titles[publication], _line("All years", total, publication, ""), _years(rows, publication)))
    return tables


def _counted() -> Any:
    """Articles by publication, year and state of the work: one reading of an index beside the tasks."""
    now, state = timezone.now(), "task__state"
    held = Q(**{state: TaskState.IN_WORK}, task__held_until__gt=now)
    free = (
        Q(task__isnull=True)
        | (Q(**{state: TaskState.IN_WORK}) & ~Q(task__held_until__gt=now))
        | Q(**{state: TaskState.IN_WORK}, task__held_until__isnull=True)
    )
    wanted = {
        "waiting": free & ~Q(status=ArticleStatus.WITHDRAWN),
        "in_work": held,
        "back": Q(**{state: TaskState.RETURNED}),
        "review": Q(**{state: TaskState.SUBMITTED}),
        "done": Q(**{f"{state}__in": DECIDED}),
        "published": Q(status=ArticleStatus.PUBLISHED),
    }
    counts = {name: Count("pk", filter=which) for name, which in wanted.items()}
    rows = Article.objects.standing().order_by().annotate(year=ExtractYear("issue__date_upper"))
    return rows.values("issue__publication", "year").annotate(**counts)


def _years(rows: list[dict[str, Any]], publication: int) -> list[Line]:
    return [
        _line(str(row["year"] or "Without a date"), row, publication, str(row["year"] or WITHOUT_DATE)) for row in rows
    ]


def _line(name: str, counts: dict[str, Any], publication: int, year: str) -> Line:
    where = {"issue__publication__id__exact": publication, "year": year}
    public = "&".join(f"{key}={value}" for key, value in where.items() if value)
    addresses = {state: list_address(state, **where) for state in STATES}
    addresses["published"] = f"{reverse(ARTICLES)}?status__exact=published&{public}"
    return Line(name, [Figure(counts[state], addresses[state]) for state in STATES])


def people() -> list[Line]:
    """What each has in hand, and did in the last seven days; by name, for it is no ranking."""
    now, since = timezone.now(), week_ago()
    made, decided = _reports_of_week(since)
    everybody = User.objects.order_by("username").annotate(
        in_hand=_tasks_of(AnnotationTask.objects.held(now)),
        handed_in=_tasks_of(AnnotationTask.objects.filter(state__in=HANDED_IN, handed_in_at__gte=since)),
    )
    did = [(user, (user.in_hand, user.handed_in, made[user.pk], decided[user.pk])) for user in everybody]
    return [
        Line(user.get_username(), [Figure(n, at) for n, at in zip(counts, _theirs(user), strict=True)])
        for user, counts in did
        if any(counts)
    ]


def _reports_of_week(since: datetime) -> tuple[Counter[int], Counter[int]]:
    """By coder the reports made, by reviewer those decided: one reading of the table."""
    was_made, was_decided = Q(created_at__gte=since), Q(reviewed_at__gte=since)
    pairs = _reports().filter(was_made | was_decided).order_by().values_list("coder", "reviewer")
    made: Counter[int] = Counter()
    decided: Counter[int] = Counter()
    for coder, reviewer, coded, reviewed in pairs.annotate(
        coded=Count("pk", filter=was_made), reviewed=Count("pk", filter=was_decided)
    ):
        made[coder] += coded
        decided[reviewer] += reviewed
    return made, decided


def _tasks_of(tasks: Any) -> Coalesce:
    """How many of these tasks are the person's; articles that are part of another one have none to show."""
    hers = tasks.filter(holder=OuterRef("pk"), article__joined_to=None).order_by().values("holder")
    return Coalesce(Subquery(hers.annotate(n=Count("pk")).values("n")), 0)


def _theirs(user: User) -> list[str]:
    reports = reverse("admin:events_report_changelist")
    return [
        list_address("in_work", by=user.pk),
        f"{reverse(ARTICLES)}?handed_in=week&by={user.pk}",
        f"{reports}?coder__id__exact={user.pk}&made=week",
        f"{reports}?reviewer__id__exact={user.pk}&decided=week",
    ]


def suggestions() -> list[Counted]:
    """The suggestions that were taken as they are, with changes, or not at all."""
    return [
        _list(
            SuggestionDecision.objects.filter(outcome=outcome),
            "events_suggestiondecision",
            f"outcome__exact={outcome.value}",
            str(outcome.label).lower(),
        )
        for outcome in Outcome
    ]


def to_check(user: User) -> list[Counted]:
    """Marks whose words changed or are gone, dates to look at, records in quarantine."""
    marks = [*_marks(SpanState.CHECK, "to check"), *_marks(SpanState.ORPHAN, "without their words")]
    return [*marks, *_dates(), _open(), _quarantine(user)]


def _list(rows: Any, page: str, query: str, words: str) -> Counted:
    return Counted(rows, f"{reverse(f'admin:{page}_changelist')}?{query}", words)


def _reports() -> Any:
    """Nobody waits for what hangs on an event merged away. Those events are few: they are looked up, not joined."""
    return Report.objects.exclude(event__in=Event.objects.filter(merged_into__isnull=False))


def _marks(state: str, how: str) -> list[Counted]:
    query = f"state__exact={state}"
    told = Evidence.objects.filter(state=state).values("report")
    return [
        _list(Mention.objects.filter(state=state), "events_mention", query, f"names in texts {how}"),
        _list(Citation.objects.filter(state=state), "articles_citation", query, f"citations {how}"),
        _list(CrossReference.objects.filter(state=state), "articles_crossreference", query, f"cross references {how}"),
        _list(_reports().filter(pk__in=told), "events_report", f"words={state}", f"reports with words {how}"),
    ]


def _dates() -> list[Counted]:
    events = Event.objects.filter(merged_into=None, date_to_check=True)
    claims, cited = _reports().filter(claimed_date_to_check=True), CitedReport.objects.filter(date_to_check=True)
    return [
        _list(events, "events_event", "date_to_check__exact=1", "dates of events to check"),
        _list(claims, "events_report", "claimed_date_to_check__exact=1", "dates in reports to check"),
        _list(cited, "articles_citedreport", "date_to_check__exact=1", "dates of cited reports to check"),
    ]


def _open() -> Counted:
    proposed = _reports().filter(review_state=ReviewState.PROPOSED)
    return _list(proposed, "events_report", "review_state__exact=proposed", "reports to review")


def _quarantine(user: User) -> Counted:
    """Records that did not go in, for those who may decide about them."""
    waiting = ImportProblem.objects.visible_to(user).in_quarantine()
    return _list(waiting, "articles_importproblem", "state__exact=open", "records in quarantine")
