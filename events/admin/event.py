from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, reverse
from django.utils.html import format_html_join

from articles.admin.restoring import Restores
from articles.admin.revisioned import KeptRows, RevisionedAdmin, RevisionedForm, RevisionedInline
from events.admin.merging import Merged, answer
from events.admin.splitting import split_page
from events.admin.standing import StandingFilter
from events.admin.typed_date import of_a_person
from events.editing.events import FIELDS, Part, change_event, make_event, may_change
from events.editing.restoring import restore
from events.editing.reviewing import ANNOTATE, REVIEW
from events.models import Context, Event, EventRelation, Mode, Participation, number_of


class EventForm(RevisionedForm):
    """An event with the contexts in which it stands."""

    stands_in = forms.ModelMultipleChoiceField(
        queryset=Context.objects.in_use(), required=False, widget=forms.CheckboxSelectMultiple, label="Contexts"
    )

    class Meta:
        model = Event
        fields = "__all__"  # the admin's fieldsets say which

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "mode" in self.fields:
            self.fields["mode"].label_from_instance = lambda mode: f"{mode.type_id}: {mode.label}"
            self.fields["mode"].queryset = Mode.objects.in_use().select_related("type")
        if self.instance.pk and "stands_in" in self.fields:
            self.fields["stands_in"].initial = self.instance.contexts.all()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mode, kind = cleaned.get("mode"), cleaned.get("type")
        if mode and kind and mode.type_id != kind.code:
            self.add_error("mode", f"{mode} is a mode of {mode.type_id}: choose one of {kind.code}, or none.")
        if cleaned.get("geo_precision") not in (None, "", "unknown") and not cleaned.get("place"):
            self.add_error("geo_precision", "Without a place this is unknown.")
        return cleaned


def parts_of(formset: KeptRows) -> list[Part]:
    """Those typed, and those that somebody added meanwhile."""
    typed = [f.cleaned_data for f in formset.forms if f.cleaned_data and not f.cleaned_data.get("DELETE")]
    added = [Part(row.actor, row.role, row.office) for row in formset.unseen()]
    return [*(Part(part["actor"], part["role"], part["office"]) for part in typed), *added]


class ParticipationInline(RevisionedInline):
    model = Participation
    extra = 1
    fields = [("actor", "role"), "office"]
    autocomplete_fields = ["actor"]
    verbose_name = "participant"
    verbose_name_plural = "participants"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Participation]:
        return super().get_queryset(request).of_event_itself().select_related("actor")


class RelationInline(RevisionedInline):
    model = EventRelation
    fk_name = "source"
    extra = 0
    fields = [("kind", "target")]
    autocomplete_fields = ["target"]
    verbose_name = "relation"
    verbose_name_plural = "relations to other events"


@admin.register(Event)
class EventAdmin(Merged, RevisionedAdmin):
    form = EventForm
    keeps_lists = True
    list_display = ["public_id", "label", "type", "date", "place", "status", "conflict", "min_sources"]
    list_display_links = ["public_id", "label"]
    list_filter = ["status", "has_conflict", "date_to_check", StandingFilter, "type"]
    list_select_related = ["type", "place"]
    search_fields = ["label__istartswith"]
    search_help_text = "The beginning of the label, or a number such as E000123."
    autocomplete_fields = ["place", "date_read_in"]
    readonly_fields = ["status", "conflict", "min_sources", "merged_into", "codebook_version", "reports_shown"]
    fieldsets = [
        (None, {"fields": ["label", ("type", "mode"), "stands_in"]}),
        ("When", {"fields": [("date", "date_words"), "date_read_in", "date_to_check"]}),
        ("Where", {"fields": [("place", "geo_precision")]}),
        ("What its reports say", {"fields": [("status", "conflict", "min_sources"), "reports_shown"]}),
        ("Record", {"fields": [("merged_into", "codebook_version")]}),
    ]
    inlines = [ParticipationInline, RelationInline]
    ordering = ["-id"]
    restores = Restores(
        ANNOTATE,
        restore,
        "Its fields, participants and contexts become what they were then; confirmed reports keep what they said.",
    )

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        """By number or label; one that was merged away is not offered where a form asks for an event."""
        if request.path.endswith("/autocomplete/"):
            queryset = queryset.filter(merged_into__isnull=True)
        number = number_of(search_term.strip())
        if number:
            return queryset.filter(pk=number), False
        return super().get_search_results(request, queryset, search_term)

    def has_change_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(obj, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Event | None = None) -> bool:
        """An event that anybody reports stays; one that nobody reports may go."""
        return super().has_delete_permission(request, obj) and obj is not None and not obj.reports.exists()

    @admin.display(description="Number", ordering="pk")
    def public_id(self, event: Event) -> str:
        return event.public_id

    @admin.display(description="Conflict", ordering="has_conflict")
    def conflict(self, event: Event) -> str:
        return "Its reports contradict each other" if event.has_conflict else ""

    @admin.display(description="Reports")
    def reports_shown(self, event: Event) -> str:
        if not event.pk:
            return "None yet."
        reports = event.reports.in_print_order().select_related("article__issue__publication")
        rows = (
            (reverse("admin:events_report_change", args=[r.pk]), r.article, r.get_status_display(), r.review_state)
            for r in reports
        )
        return format_html_join("", '<p><a href="{}">{}</a>: {}, {}</p>', rows) or "None yet."

    def buttons(self, request: HttpRequest, obj: Event) -> list[tuple[str, str]]:
        add = reverse("admin:events_report_add")
        shown = [("Add a report of it", f"{add}?event={obj.pk}")] if self.has_change_permission(request) else []
        if request.user.has_perm(REVIEW) and not obj.merged_into_id:
            shown.append(("Split this event", reverse("admin:events_event_split", args=[obj.pk])))
        return [*shown, *self.merge_buttons(request, obj)]

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("split", self.split_view), *self.merge_urls(), *super().get_urls()]

    def split_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return answer(request, self, self.get_object(request, object_id), object_id, split_page)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new event that an article reports takes its date from there."""
        initial = super().get_changeform_initial_data(request)
        return {**initial, "date_read_in": initial.get("article", "")}

    def response_add(self, request: HttpRequest, obj: Event, post_url_continue: str | None = None) -> HttpResponse:
        """An event that was made for an article goes on to its report."""
        article = request.GET.get("article", "")
        if not article.isdecimal() or "_popup" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(request, f"{obj} is made; now the words that report it.")
        return redirect(f"{reverse('admin:events_report_add')}?article={article}&event={obj.pk}")

    def save_model(self, request: HttpRequest, obj: Event, form: Any, change: bool) -> None:
        """Written below, together with the participants."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        event: Event = form.instance
        parts, relations = formsets
        changed = FIELDS if not change else FIELDS & set(form.changed_data)
        document = {
            "by": request.user,
            "values": {**{name: getattr(event, name) for name in changed}, **of_a_person(form, "date")},
            "parts": parts_of(parts),
            "contexts": form.cleaned_data["stands_in"],
        }
        saved = change_event(event, **document) if change else make_event(**document)
        event.__dict__.update(saved.__dict__)
        self.written_by_verb([parts])
        relations.save()
