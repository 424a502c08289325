"""The page on which a row becomes again what it was at an earlier moment, by the verb that changes such a row."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from articles.admin.changes import Change
from articles.admin.verb_pages import VerbPage, Why


class Restores(NamedTuple):
    """Who may restore rows of a kind, the verb that does, and what of the row it brings back."""

    right: str
    verb: Callable[..., Any]
    says: str


def restore_page(request: HttpRequest, model_admin: admin.ModelAdmin, row: Any, restores: Restores) -> HttpResponse:
    """Show what would change; after a yes with a reason the row is as it was then, as a new revision."""
    state = state_of(row, request.GET.get("state", ""))
    now = row.history.order_by("-pgh_id").first()
    page = VerbPage(
        "Restore an earlier state",
        restores.right,
        lambda row, request, cleaned: restores.verb(
            row, state, by=request.user, reason=cleaned["reason"], revision=cleaned["revision"]
        ),
        "The row is as it was then.",
        Why,
        restores.says,
        "Restore it",
        context={"state": state, "differences": Change(now, state).differences},
        template="admin/restore.html",
    )
    back = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_history", args=[row.pk])
    return page.answer(request, model_admin, row, back)


def state_of(row: Any, number: str) -> Any:
    """The copy of the row that the history keeps under this number. Raises Http404."""
    copies = row.history.exclude(pgh_label="delete")
    state = copies.filter(pgh_id=number).first() if number.isdecimal() and len(number) < 19 else None
    if state is None:
        raise Http404
    return state
