"""Pages that do one thing to a row after a look and a yes: publish, confirm, correct."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from articles.dates import DateRefused
from articles.models import StaleRevision
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

    The form carries the revision that was looked at, as `cleaned["revision"]`, for the verb to compare.
    """

    title: str
    right: str
    act: Callable[[Any, HttpRequest, dict[str, Any]], Any]
    done: str
    form: Callable[..., forms.Form] = forms.Form
    says: str = ""  # what will happen, in a sentence
    button: str = "Do it"
    context: dict[str, Any] = field(default_factory=dict)

    def answer(self, request: HttpRequest, model_admin: admin.ModelAdmin, row: Any, back: str) -> HttpResponse:
        """Show the form, or do it and go back to `back`."""
        if row is None:
            raise Http404
        if not request.user.has_perm(self.right):
            raise PermissionDenied
        form = self.form(request.POST if request.method == "POST" else None, initial={"revision": row.revision})
        form.fields["revision"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if request.method == "POST" and form.is_valid() and self._does(form, row, request):
            messages.success(request, self.done)
            return redirect(back)
        context = {
            **model_admin.admin_site.each_context(request),
            **self.context,
            "title": self.title,
            "page": self,
            "form": form,
            "object": row,
            "opts": model_admin.opts,
            "back": back,
        }
        return TemplateResponse(request, "admin/verb_page.html", context, status=409 if form.errors else 200)

    def _does(self, form: forms.Form, row: Any, request: HttpRequest) -> bool:
        try:
            self.act(row, request, form.cleaned_data)
        except (Refused, StaleRevision, TextRefused, DateRefused) as refused:
            form.add_error(None, str(refused))
            return False
        return True
