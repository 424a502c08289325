"""Imports at the desk: upload, look, decide, apply, watch, continue, undo."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from articles.admin.revisioned import ReadOnlyAdmin
from articles.admin.upload import LARGEST_UPLOAD, BoundedUpload, UploadForm
from articles.admin.verb_pages import VerbPage
from articles.importing.problems import ProblemCode
from articles.importing.starting import start
from articles.importing.undoing import undo, what_holds_back
from articles.models import ImportRun, RunIsBusy, RunState
from articles.models.import_run import IMPORT_ARTICLES
from articles.verbs import Refused

SHOWN_PROBLEMS = 20
FORM_AROUND_FILES = 1_000_000


@admin.register(ImportRun)
class ImportRunAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "how_it_stands", "by", "created_at", "came_of_it"]
    list_filter = ["state"]
    list_select_related = ["by"]
    search_fields = ["by__username__startswith"]
    search_help_text = "The beginning of the name of who imported."
    ordering = ["-id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImportRun]:
        return ImportRun.objects.with_life()

    @admin.display(description="State", ordering="state")
    def how_it_stands(self, run: Any) -> str:
        broken_off = RunState(run.state).is_under_way and not run.at_work
        return "Broken off" if broken_off else run.get_state_display()

    @admin.display(description="What came of it")
    def came_of_it(self, run: ImportRun) -> str:
        return ", ".join(f"{count} {name}" for name, count in run.counts.items() if count)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(IMPORT_ARTICLES)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages = [("look", self.look_view), ("apply", self.apply_view), ("undo", self.undo_view)]
        own = [path("add/", wrap(upload_view(self)), name="articles_importrun_add")]
        return [*own, *(self.page_of_row(name, view) for name, view in pages), *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """One run: how far it has come, what stands in its way, and what can be done with it."""
        run = self.get_object(request, object_id)
        if run is None:
            raise Http404
        if not self.has_view_permission(request, run):
            raise PermissionDenied
        is_alive = run.is_alive
        context = {
            **self.admin_site.each_context(request),
            **_problems(run),
            "title": str(run),
            "opts": self.opts,
            "object": run,
            "is_alive": is_alive or run.state == RunState.UPLOADED,
            "is_broken_off": RunState(run.state).is_under_way and not is_alive,
            "may_apply": run.state != RunState.UPLOADED and not is_alive,
            "may_undo": run.state in (RunState.DONE, RunState.FAILED, RunState.APPLYING) and not is_alive,
            "files": run.files.all()[:SHOWN_PROBLEMS],
        }
        return TemplateResponse(request, "admin/articles/import_run.html", context)

    def look_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._started(request, object_id, dry_run=True)

    def apply_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._started(request, object_id, dry_run=False)

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Say what would hold an undo back, then undo."""
        run = self.get_object(request, object_id)
        held = list(what_holds_back(run)) if run else []
        page = VerbPage(
            title="Undo the whole import",
            right=IMPORT_ARTICLES,
            act=_undo,
            done="Everything that the import had made is gone.",
            form=forms.Form,
            says=f"It cannot be undone: {'; '.join(held)}."
            if held
            else "All articles, issues and publications that it made are deleted; what it found stored stays.",
            button="Undo it",
        )
        return page.answer(request, self, run, reverse("admin:articles_importrun_change", args=[object_id]))

    def _started(self, request: HttpRequest, object_id: str, *, dry_run: bool) -> HttpResponse:
        run = self.get_object(request, object_id)
        if run is None:
            raise Http404
        if not request.user.has_perm(IMPORT_ARTICLES):
            raise PermissionDenied
        if request.method != "POST":
            return redirect("admin:articles_importrun_change", run.pk)
        if run.is_alive:
            messages.warning(request, f"{run} is at work already: wait until it has ended.")
        else:
            start(run, dry_run=dry_run)
            messages.success(request, "It has begun: this page shows how far it has come.")
        return redirect("admin:articles_importrun_change", run.pk)


def upload_view(model_admin: ImportRunAdmin) -> Any:
    """The upload page. How a body is read must be said before the check against forged forms reads it."""

    @csrf_exempt
    def view(request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            request.upload_handlers = [BoundedUpload(request)]
        return csrf_protect(page)(request)

    def page(request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm(IMPORT_ARTICLES):
            raise PermissionDenied
        form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
        if request.method == "POST" and form.is_valid():
            run = form.save(request.user)
            start(run, dry_run=True)
            return redirect("admin:articles_importrun_change", run.pk)
        context = {
            **model_admin.admin_site.each_context(request),
            "title": "Import articles",
            "opts": model_admin.opts,
            "form": form,
        }
        return TemplateResponse(request, "admin/articles/upload.html", context, status=400 if form.errors else 200)

    view.largest_body = LARGEST_UPLOAD + FORM_AROUND_FILES  # the site takes less of any other page
    return view


def _problems(run: ImportRun) -> dict[str, Any]:
    """What stands in the way, by code, and the first of them in full."""
    waiting = run.problems.in_quarantine()
    by_code = waiting.values_list("code").annotate(count=Count("id")).order_by("-count", "code")
    return {
        "codes": [(code, count, ProblemCode(code).severity.value) for code, count in by_code],
        "problems": waiting.defer("record")[:SHOWN_PROBLEMS],
        "quarantine": f"{reverse('admin:articles_importproblem_changelist')}?run__id__exact={run.pk}",
        "notes": run.problems.filter(severity="note").defer("record")[:SHOWN_PROBLEMS],
    }


def _undo(run: ImportRun, request: HttpRequest, cleaned: dict[str, Any]) -> None:
    try:
        undo(run, by=request.user)
    except RunIsBusy as busy:
        raise Refused("import_is_at_rest", str(busy)) from busy
