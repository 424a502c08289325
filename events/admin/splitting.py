"""Pages that give reports to another event: to one made for them, or to one that is known."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect

from articles.admin.verb_pages import VerbPage, Why
from events.editing.reviewing import ANNOTATE, REVIEW
from events.editing.splitting import move_report, split
from events.models import Event, Report


class SplitForm(Why):
    """The reports of another happening, and what that is called."""

    reports = forms.ModelMultipleChoiceField(
        Report.objects.none(), widget=forms.CheckboxSelectMultiple, label="Reports of the new event"
    )
    label = forms.CharField(max_length=300, help_text="What happened, in a short sentence without a final stop.")
    field_order = ["reports", "label", "reason"]

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reports = event.reports.in_print_order().select_related("article__issue__publication")
        self.fields["reports"].queryset = reports
        self.fields["reports"].label_from_instance = _named


class MoveForm(Why):
    """The event that the article reports in truth."""

    to_event = forms.ModelChoiceField(
        Event.objects.filter(merged_into__isnull=True),
        widget=AutocompleteSelect(Report._meta.get_field("event"), admin.site),
        label="Event",
        help_text="Look it up by the beginning of its label, or by its number.",
    )
    field_order = ["to_event", "reason"]


def split_page(event: Event) -> VerbPage:
    return VerbPage(
        "Split this event",
        REVIEW,
        lambda event, request, cleaned: split(event, by=request.user, **cleaned),
        "The reports are of an event of their own now; change its values where they differ.",
        partial(SplitForm, event=event),
        "The new event begins as a copy of this one. Relations to other events stay here.",
        "Split them off",
    )


MOVE = VerbPage(
    "Move to another event",
    ANNOTATE,
    lambda report, request, cleaned: move_report(report, by=request.user, **cleaned),
    "The report is of that event now.",
    MoveForm,
    "Where the two events differ, what the article says stays with the report. An event that nobody reports any more "
    "gives up its number; where that was public, its address leads to the other event.",
    "Move it",
)


def _named(report: Report) -> str:
    said = f"{report.get_status_display()}, {report.get_review_state_display()}".lower()
    return f"{report.article} ({report.article.issue}): {said}"
