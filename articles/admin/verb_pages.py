"""Pages that do one thing to a row after a look and a yes: publish, confirm, move, merge."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from articles.admin.changes import Change, changes_of
from articles.admin.two_versions import revision_of
from articles.dates import DateRefused
from articles.models import ImportProblem, ImportRun, StaleRevision
from articles.text import TextRefused
from articles.verbs import Refused


class Why(forms.Form):
    """A reason that colleagues will read."""

    reason = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), label="Why", help_text="Colleagues read it in the history."
    )


@dataclass
class VerbPage:
    """One act on one row: asked for by GET, done by POST; what a rule refuses is said on the page.

    The form carries the revision that was looked at, as `cleaned["revision"]`, for the verb to compare; where somebody
    changed the row meanwhile, the page shows what, and a second yes counts for the row as it is then.
    """

    title: str
    right: str
    act: Callable[[Any, HttpRequest, dict[str, Any]], Any]
    done: str
    form: Callable[..., forms.Form] = forms.Form
    says: str = ""  # what will happen, in a sentence
    button: str = "Do it"
    context: dict[str, Any] = field(default_factory=dict)
    # What is to be seen first, as values for the template; then the page asks once more.
    look: Callable[[Any, forms.Form], dict[str, Any]] | None = None
    template: str = "admin/verb_page.html"

    def answer(self, request: HttpRequest, model_admin: admin.ModelAdmin, row: Any, back: str) -> HttpResponse:
        """Show the form, or do it and go back to `back`."""
        if row is None:
            raise Http404
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        form = self._form(request, row)
        meanwhile: list[Change] = []
        looks = self.look is not None and "do" not in request.POST
        if form.is_valid() and not looks and self._does(form, row, request, meanwhile):
            messages.success(request, self.done)
            return redirect(back)
        context = {
            **model_admin.admin_site.each_context(request),
            **self.context,
            **self._seen(form, row),
            "title": self.title,
            "page": self,
            "form": form,
            "object": row,
            "opts": model_admin.opts,
            "back": back,
            "meanwhile": meanwhile,
        }
        return TemplateResponse(request, self.template, context, status=409 if form.errors else 200)

    def _form(self, request: HttpRequest, row: Any) -> forms.Form:
        data = request.POST.copy() if request.method == "POST" else None
        form = self.form(data, initial={"revision": _revision(row)})
        form.fields["revision"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        return form

    def _seen(self, form: forms.Form, row: Any) -> dict[str, Any]:
        readable = form.is_bound and set(form.errors) <= {forms.forms.NON_FIELD_ERRORS}
        return self.look(row, form) if self.look is not None and readable else {}

    def _does(self, form: forms.Form, row: Any, request: HttpRequest, meanwhile: list[Change]) -> bool:
        try:
            self.act(row, request, form.cleaned_data)
        except StaleRevision as stale:
            form.add_error(None, str(stale))
            meanwhile += changes_since(stale.current, stale.expected)
            if stale.current.pk == row.pk:
                form.data["revision"] = stale.current.revision
            return False
        except (Refused, TextRefused, DateRefused) as refused:
            form.add_error(None, str(refused))
            return False
        return True


def _revision(row: Any) -> int | None:
    """That of the row; of a record in quarantine that of the article it speaks of, if any."""
    if isinstance(row, ImportProblem):
        return row.article.revision if row.article else None
    return None if isinstance(row, ImportRun) else revision_of(row)


def changes_since(row: Any, revision: int) -> list[Change]:
    """What happened to the row since it was at that revision, the newest first."""
    return [change for change in changes_of(row) if change.after.revision > revision]
