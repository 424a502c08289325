"""Pages on which two rows become one after a look at both sides, and stand for themselves again."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from articles.admin.changes import shown
from articles.admin.verb_pages import VerbPage, Why
from articles.models import NewsSource
from articles.verbs import Refused
from events.merging import merge, undo
from events.merging.merge import WAYS
from events.models import Actor, Event, MergeRecord, Place

COMPARED: dict[Any, tuple[str, ...]] = {
    Actor: ("name", "slug", "kind", "wikidata", "unrecognised"),
    Place: ("name", "slug", "kind", "country", "parent", "latitude", "longitude", "geonames", "wikidata"),
    Event: ("label", "type", "mode", "date", "date_words", "place", "status", "min_sources"),
    NewsSource: ("name", "slug", "kind", "country", "aliases"),
}
HANGING: dict[Any, tuple[tuple[str, str], ...]] = {
    Actor: (
        ("Spellings", "names"),
        ("Takes part", "participations"),
        ("Named in texts", "mentions"),
        ("Offices", "affiliations"),
    ),
    Place: (("Spellings", "names"), ("Events", "events"), ("Named in texts", "mentions"), ("Lies in it", "children")),
    Event: (("Reports", "reports"), ("Participants", "participations"), ("Contexts", "event_contexts")),
    NewsSource: (("Cited", "cited_reports"),),
}
LISTED = 8  # of what hangs on a row


class MergeForm(Why):
    """The other row, and which of the two stays."""

    other = forms.ModelChoiceField(NewsSource.objects.none(), label="The other one")
    keep = forms.ChoiceField(
        choices=[("this", "This one stays"), ("other", "The other one stays")],
        widget=forms.RadioSelect,
        initial="this",
        label="Which stays",
        help_text="The address of the one that goes leads to the one that stays.",
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # the other row as it was looked at
    field_order = ["other", "keep", "reason"]

    def __init__(self, *args: Any, row: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model = type(row)
        field = model._meta.get_field("merged_into")
        self.fields["other"].queryset = model.objects.filter(merged_into__isnull=True).exclude(pk=row.pk)
        self.fields["other"].widget = AutocompleteSelect(field, admin.site)
        self.fields["other"].widget.choices = self.fields["other"].choices


def merge_page(row: Any) -> VerbPage:
    """Choose the other row, look at both, then let one stand for both."""
    return VerbPage(
        "Merge with another",
        WAYS[type(row)].right,
        _merge,
        "The two are one now.",
        partial(MergeForm, row=row),
        "What names the one that goes names the other from then on. Nothing is lost: the merge can be undone.",
        "Merge the two",
        look=_both_sides,
        template="admin/events/merge.html",
    )


def undo_page(record: MergeRecord) -> VerbPage:
    """Let the rows of a merge stand for themselves again."""
    return VerbPage(
        "Undo this merge",
        next(way.right for way in WAYS.values() if way.what == record.what),
        lambda record, request, cleaned: undo(record, by=request.user, reason=cleaned["reason"]),
        "The two stand for themselves again.",
        Why,
        "Every row that is still as the merge left it goes back; what people changed since stays as it is.",
        "Undo it",
    )


class Merged:
    """For the pages of rows that can be merged: the button and its page."""

    def merge_urls(self: Any) -> list[Any]:
        return [self.page_of_row("merge", self.merge_view)]

    def merge_buttons(self: Any, request: HttpRequest, row: Any) -> list[tuple[str, str]]:
        if row.merged_into_id or not request.user.has_perm(WAYS[type(row)].right):
            return []
        return [("Merge with another", merge_address(row))]

    def merge_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        return answer(request, self, self.get_object(request, object_id), object_id, merge_page)


def answer(
    request: HttpRequest, model_admin: Any, row: Any, object_id: str, page_of: Callable[[Any], VerbPage]
) -> HttpResponse:
    """The page of the row; a row that is not there has none."""
    if row is None:
        raise Http404
    opts = row._meta
    back = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[object_id])
    return page_of(row).answer(request, model_admin, row, back)


def merge_address(row: Any) -> str:
    opts = row._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_merge", args=[row.pk])


def _merge(row: Any, request: HttpRequest, cleaned: dict[str, Any]) -> MergeRecord:
    other, revision = cleaned["other"], cleaned["revision"]
    number, _, seen = cleaned["seen"].partition(":")
    if number != str(other.pk) or not seen.isdecimal():
        raise Refused("merge_looks_at_both", f"Look at {other} beside {row} first.")
    values = {"by": request.user, "reason": cleaned["reason"]}
    if cleaned["keep"] == "other":
        return merge(other, row, **values, revision=int(seen), merged_revision=revision)
    return merge(row, other, **values, revision=revision, merged_revision=int(seen))


def _both_sides(row: Any, form: forms.Form) -> dict[str, Any]:
    """The two beside each other; what she sees of the other is what she decides about."""
    other = form.cleaned_data["other"]
    form.data["seen"] = f"{other.pk}:{other.revision}"
    stays, goes = (other, row) if form.cleaned_data["keep"] == "other" else (row, other)
    return {"stays": stays, "goes": goes, "fields": _fields(stays, goes), "parts": _parts(stays, goes)}


def _fields(stays: Any, goes: Any) -> list[tuple[str, str, str]]:
    names = COMPARED[type(stays)]
    fields = [(str(stays._meta.get_field(name).verbose_name), name) for name in names]
    return [(label, _said(stays, name), _said(goes, name)) for label, name in fields]


def _said(row: Any, name: str) -> str:
    value = getattr(row, name)
    return ", ".join(value) if isinstance(value, list) else shown(row, name)


def _parts(stays: Any, goes: Any) -> list[tuple[str, list[str], list[str]]]:
    return [(label, _some(stays, part), _some(goes, part)) for label, part in HANGING[type(stays)]]


def _some(row: Any, part: str) -> list[str]:
    rows = getattr(row, part).all()
    first, count = list(map(str, rows[:LISTED])), rows.count()
    return [*first, f"and {count - LISTED} more"] if count > LISTED else first
