"""The figures of the desk: how the work stands, who did what, what is to be checked. Each leads to what it counts."""

from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.db.models.functions import ExtractYear
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


class Line(NamedTuple):
    """A line of a table of figures."""

    name: str
    figures: list[Figure]


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
        "suggestions": suggestions(),
        "checks": to_check(request.user),
    }
    return TemplateResponse(request, "admin/events/dashboard.html", context)


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
    since = week_ago()
    reports, tasks = _reports(), AnnotationTask.objects.filter(article__joined_to=None)
    did = [
        _per("holder", tasks.held(timezone.now())),
        _per("holder", tasks.filter(state__in=HANDED_IN, handed_in_at__gte=since)),
        _per("coder", reports.filter(created_at__gte=since)),
        _per("reviewer", reports.filter(reviewed_at__gte=since)),
    ]
    names = User.objects.filter(pk__in={person for one in did for person in one}).order_by("username")
    return [
        Line(user.get_username(), [Figure(n.get(user.pk, 0), at) for n, at in zip(did, _theirs(user), strict=True)])
        for user in names
    ]


def _per(field: str, rows: Any) -> dict[int, int]:
    named = rows.filter(**{f"{field}__isnull": False}).order_by()
    return dict(named.values_list(field).annotate(n=Count("pk")).values_list(field, "n"))


def _theirs(user: User) -> list[str]:
    reports = reverse("admin:events_report_changelist")
    return [
        list_address("in_work", by=user.pk),
        f"{reverse(ARTICLES)}?handed_in=week&by={user.pk}",
        f"{reports}?coder__id__exact={user.pk}&made=week",
        f"{reports}?reviewer__id__exact={user.pk}&decided=week",
    ]


def suggestions() -> list[Figure]:
    """How many suggestions were taken as they are, with changes, or not at all."""
    page = reverse("admin:events_suggestiondecision_changelist")
    found = counts([SuggestionDecision.objects.filter(outcome=outcome) for outcome in Outcome.values])
    return [
        Figure(n, f"{page}?outcome__exact={outcome.value}", str(outcome.label).lower())
        for n, outcome in zip(found, Outcome, strict=True)
    ]


def to_check(user: User) -> list[Figure]:
    """Marks whose words changed or are gone, dates to look at, records in quarantine; what is in order is left out."""
    marks = [*_marks(SpanState.CHECK, "to check"), *_marks(SpanState.ORPHAN, "without their words")]
    lists = [*marks, *_dates(), _open(), _quarantine(user)]
    found = counts([one.rows for one in lists])
    figures = [Figure(n, one.address, one.words) for n, one in zip(found, lists, strict=True)]
    return [figure for figure in figures if figure.count]


class _List(NamedTuple):
    rows: Any
    address: str
    words: str


def _list(rows: Any, page: str, query: str, words: str) -> _List:
    return _List(rows, f"{reverse(f'admin:{page}_changelist')}?{query}", words)


def _reports() -> Any:
    """Nobody waits for what hangs on an event merged away."""
    return Report.objects.filter(event__merged_into=None)


def _marks(state: str, how: str) -> list[_List]:
    query = f"state__exact={state}"
    told = Evidence.objects.filter(state=state).values("report")
    return [
        _list(Mention.objects.filter(state=state), "events_mention", query, f"names in texts {how}"),
        _list(Citation.objects.filter(state=state), "articles_citation", query, f"citations {how}"),
        _list(CrossReference.objects.filter(state=state), "articles_crossreference", query, f"cross references {how}"),
        _list(_reports().filter(pk__in=told), "events_report", f"evidence__{query}", f"reports with words {how}"),
    ]


def _dates() -> list[_List]:
    events = Event.objects.filter(merged_into=None, date_to_check=True)
    claims, cited = _reports().filter(claimed_date_to_check=True), CitedReport.objects.filter(date_to_check=True)
    return [
        _list(events, "events_event", "date_to_check__exact=1", "dates of events to check"),
        _list(claims, "events_report", "claimed_date_to_check__exact=1", "dates in reports to check"),
        _list(cited, "articles_citedreport", "date_to_check__exact=1", "dates of cited reports to check"),
    ]


def _open() -> _List:
    proposed = _reports().filter(review_state=ReviewState.PROPOSED)
    return _list(proposed, "events_report", "review_state__exact=proposed", "reports to review")


def _quarantine(user: User) -> _List:
    """Records that did not go in, for those who may decide about them."""
    waiting = ImportProblem.objects.visible_to(user).in_quarantine()
    return _list(waiting, "articles_importproblem", "state__exact=open", "records in quarantine")
