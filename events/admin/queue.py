"""The queue at the desk: the next article, and what its holder or an editor can do with one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from articles.admin.verb_pages import VerbPage, Why
from articles.dates import DateRefused
from events import editing
from events.editing.reviewing import ANNOTATE, REVIEW
from events.editing.tasks import TAKE_FROM_HOLDER, Wanted
from events.models import AnnotationTask, ArticleToAnnotate, ReviewState, TaskState

WANTED = "desk_wanted"  # what she asked for last, in her session


@require_POST
def next_article(request: HttpRequest) -> HttpResponse:
    """Hand her the next article as she wants it, and open it; where none waits say so at the desk."""
    if not request.user.has_perm(ANNOTATE):
        raise PermissionDenied
    wanted = _typed(request)
    try:
        task = editing.take_next(by=request.user, wanted=wanted)
    except DateRefused as refused:
        messages.error(request, str(refused))
        return redirect("admin:index")
    request.session[WANTED] = vars(wanted)
    if task is None:
        messages.info(request, "No article waits that fits: choose another publication or period.")
        return redirect("admin:index")
    return redirect("admin:events_articletoannotate_change", task.article_id)


def wanted_of(request: HttpRequest) -> Wanted:
    """What she asked for last."""
    return Wanted(**request.session.get(WANTED, {}))


def _typed(request: HttpRequest) -> Wanted:
    """What the form says; a form that says nothing asks for the same as last time."""
    typed = request.POST
    if "order" not in typed:
        return wanted_of(request)
    names = ("publication", "after", "before")
    return Wanted(**{name: typed.get(name, "").strip() for name in names}, newest_first=typed["order"] == "newest")


TAKE = VerbPage(
    "Take it",
    ANNOTATE,
    lambda row, request, cleaned: editing.take(row, by=request.user),
    "The article is yours for a day.",
    says="Nobody else is handed the article for a day from now. What colleagues did on it stays.",
    button="Take it",
)
SUBMIT = VerbPage(
    "Submit",
    ANNOTATE,
    lambda row, request, cleaned: editing.submit(row, by=request.user),
    "The reports of the article wait for a reviewer.",
    says="A reviewer decides about each report; what is returned comes back to your list.",
    button="Submit",
)
NOTHING = VerbPage(
    "Nothing to report",
    ANNOTATE,
    lambda row, request, cleaned: editing.nothing_to_report(row, by=request.user),
    "The article is read: it reports nothing.",
    says="You read the article, and it reports no event. It is done.",
    button="Nothing to report",
)
RELEASE = VerbPage(
    "Give it back",
    ANNOTATE,
    lambda row, request, cleaned: editing.release(row, by=request.user),
    "The article waits for whoever asks next.",
    says="What you did stays, and whoever is handed the article goes on from there.",
    button="Give it back",
)
TAKE_AWAY = VerbPage(
    "Take it from its holder",
    TAKE_FROM_HOLDER,
    lambda row, request, cleaned: editing.take_away(row, by=request.user, reason=cleaned["reason"]),
    "The article waits for whoever asks next.",
    Why,
    "What the holder did stays. She sees your reason in the history.",
    "Take it from her",
)
PAGES = {"take": TAKE, "submit": SUBMIT, "nothing": NOTHING, "release": RELEASE, "take-away": TAKE_AWAY}
STAYS = {"take"}  # the pages that lead back to the article, not to the desk


def view_of(name: str, model_admin: Any) -> Callable[..., HttpResponse]:
    """The page of one act on one article."""

    def view(request: HttpRequest, object_id: str) -> HttpResponse:
        article = model_admin.get_object(request, object_id)
        row = reverse("admin:events_articletoannotate_change", args=[object_id])
        answer = PAGES[name].answer(request, model_admin, article, row)
        done = answer.status_code == 302
        return redirect("admin:index") if done and name not in STAYS else answer

    return view


def acts(article: ArticleToAnnotate, request: HttpRequest) -> list[tuple[str, str]]:
    """What she can do with the article as the work stands: label and address."""
    task = AnnotationTask.objects.filter(article=article.pk).select_related("holder").first()
    names = [name for name in PAGES if request.user.has_perm(PAGES[name].right) and _fits(name, task, article, request)]
    shown = [
        (PAGES[name].title, reverse(f"admin:events_articletoannotate_{name}", args=[article.pk])) for name in names
    ]
    if request.user.has_perm(REVIEW) and article.reports.filter(review_state=ReviewState.PROPOSED).exists():
        shown.append(("Review", reverse("admin:events_articletoannotate_review", args=[article.pk])))
    return [*shown, ("Preview", reverse("article-preview", args=[article.pk]))]


def _fits(name: str, task: AnnotationTask | None, article: ArticleToAnnotate, request: HttpRequest) -> bool:
    state = task.state if task else None
    hers = task is not None and state == TaskState.IN_WORK and task.holder_id == request.user.pk
    has_reports = article.reports.exclude(review_state=ReviewState.REJECTED).exists()
    in_hands = task is not None and task.holder_id and state in (TaskState.IN_WORK, TaskState.RETURNED)
    return {
        "take": not hers and (task is None or _can_be_taken(task, request)),
        "submit": hers and has_reports,
        "nothing": hers and not has_reports,
        "release": hers,
        "take-away": bool(in_hands) and not hers,
    }[name]


def _can_be_taken(task: AnnotationTask, request: HttpRequest) -> bool:
    if task.state == TaskState.RETURNED:
        return task.holder_id == request.user.pk
    return task.state != TaskState.SUBMITTED and not task.is_held()


def stands_how(article: Any) -> str:
    """How the work stands, in a few words: who has it and until when."""
    task = getattr(article, "task", None)
    if task is None:
        return "waiting"
    if task.state != TaskState.IN_WORK:
        return f"{task.get_state_display().lower()}, {task.holder}"
    if not task.is_held():
        return "begun, waiting"
    return f"in work, {task.holder}, until {task.held_until:%-d %b %H:%M}"
