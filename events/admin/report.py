from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, reverse

from articles.admin.restoring import Restores
from articles.admin.revisioned import KeptRows, RevisionedAdmin, RevisionedForm, RevisionedInline
from articles.models import Article, SpanState
from events.admin.event import parts_of
from events.admin.evidence_form import EvidenceForm, as_stored
from events.admin.lists import DecidedFilter, MadeFilter
from events.admin.merging import answer
from events.admin.reading import event_in_words, marked_reading
from events.admin.reviews import FROM, REVIEWS, after, confirm_page, label_of
from events.admin.sources import SourceInline, sources_of
from events.admin.splitting import MOVE
from events.admin.standing import StandingEventFilter
from events.admin.typed_date import of_a_person
from events.editing.marks import Words
from events.editing.reports import FIELDS, change_report, make_report, may_change, remove_report
from events.editing.restoring import restore
from events.editing.reviewing import ANNOTATE
from events.editing.splitting import may_link
from events.models import Evidence, Participation, Report, ReviewState, number_of


class ReportForm(RevisionedForm):
    """What the article says; its words and sources hang below."""

    class Meta:
        model = Report
        fields = "__all__"  # the admin's fieldsets say which


class WordsFormSet(KeptRows):
    """Evidence forms that know their report, also before it is saved."""

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form = super()._construct_form(i, **kwargs)
        form.report = self.instance
        return form


class EvidenceInline(RevisionedInline):
    model = Evidence
    form = EvidenceForm
    formset = WordsFormSet
    fk_name = "report"
    extra = 1
    verbose_name = "words"
    verbose_name_plural = "evidence: the words that say so"
    fields = [("kind", "participation", "reading"), "quote", "occurrence"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return super().get_queryset(request).anchored().select_related("participation__actor", "mention")

    def get_formset(self, request: HttpRequest, obj: Report | None = None, **kwargs: Any) -> Any:
        self.event_id = obj.event_id if obj else request.POST.get("event") or request.GET.get("event")
        self.report_id = obj.pk if obj else None
        return super().get_formset(request, obj, **kwargs)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "participation":
            kwargs["queryset"] = self.parts()
            field = super().formfield_for_foreignkey(db_field, request, **kwargs)
            field.label_from_instance = lambda part: f"{part}, as this article has it" if part.report_id else str(part)
            return field
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def parts(self) -> QuerySet[Participation]:
        """Those of the event itself and those that this report claims, not what other articles say."""
        parts = Participation.objects.select_related("actor").filter(Q(report=None) | Q(report=self.report_id))
        return parts.filter(event=self.event_id) if str(self.event_id or "").isdecimal() else parts.none()


class ClaimedPartInline(RevisionedInline):
    model = Participation
    fk_name = "report"
    extra = 0
    verbose_name = "claimed participant"
    verbose_name_plural = (
        "claimed participants: only where this article names others than the event has; then all of them"
    )
    fields = [("actor", "role"), "office"]
    autocomplete_fields = ["actor"]


class WordsFilter(admin.SimpleListFilter):
    """Reports with words that are to be looked at on the text; nearly all others stand in order."""

    title = "its words"
    parameter_name = "words"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(state.value), str(state.label)) for state in SpanState if state != SpanState.ANCHORED]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Each report once, however many of its words are meant."""
        told = Evidence.objects.filter(state=self.value()).values("report")
        return queryset.filter(pk__in=told) if self.value() else queryset


@admin.register(Report)
class ReportAdmin(RevisionedAdmin):
    form = ReportForm
    keeps_lists = True
    list_display = ["event", "article", "status", "said_how", "review_state", "coder"]
    list_filter = [
        "review_state",
        "status",
        WordsFilter,
        StandingEventFilter,
        MadeFilter,
        DecidedFilter,
    ]
    list_select_related = ["event", "article", "coder"]
    search_fields = ["event__label__istartswith"]
    search_help_text = "The beginning of the event's label, or its number such as E000123."
    autocomplete_fields = ["event", "article", "claimed_place"]
    readonly_fields = ["review_state", "review_reason", "coder", "reviewer", "codebook_version"]
    fieldsets = [
        (None, {"fields": ["article", "event", ("status", "hedged", "background")]}),
        (
            "Only where the article differs from the event",
            {
                "fields": [
                    ("claimed_date", "claimed_date_words", "claimed_date_to_check"),
                    ("claimed_type", "claimed_place"),
                ]
            },
        ),
        (
            "Review",
            {"fields": [("review_state", "coder", "reviewer", "codebook_version"), "review_reason", "note"]},
        ),
    ]
    inlines = [EvidenceInline, SourceInline, ClaimedPartInline]
    ordering = ["-id"]
    restores = Restores(
        ANNOTATE,
        restore,
        "Its fields, words, sources and claimed participants become what they were then; its review stays.",
    )

    class Media:
        css = {"all": ["events/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return super().get_queryset(request).defer("article__text") if self.is_list(request) else Report.objects.all()

    def is_list(self, request: HttpRequest) -> bool:
        return bool(request.resolver_match and request.resolver_match.url_name.endswith("changelist"))

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        number = number_of(search_term.strip())
        if number:
            return queryset.filter(event=number), False
        return super().get_search_results(request, queryset, search_term)

    def get_readonly_fields(self, request: HttpRequest, obj: Report | None = None) -> list[str]:
        return [*self.readonly_fields, "article", "event", "event_says"] if obj else self.readonly_fields

    def get_fieldsets(self, request: HttpRequest, obj: Report | None = None) -> Any:
        """A new report has no review yet; of a stored one the page says what the event has: empty claims mean that."""
        first, claims, *others = super().get_fieldsets(request, obj)
        if obj is None:
            return [first, claims, (None, {"fields": ["note"]})]
        return [first, (claims[0], {"fields": ["event_says", *claims[1]["fields"]]}), *others]

    def has_change_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or may_change(obj, request.user))

    @admin.display(description="The event has")
    def event_says(self, report: Report) -> str:
        return event_in_words(report.event)

    @admin.display(description="How")
    def said_how(self, report: Report) -> str:
        return ", ".join(word for word in ("hedged", "background") if getattr(report, word))

    def get_inlines(self, request: HttpRequest, obj: Report | None) -> list[Any]:
        """A report that she may only look at tells on what it rests in one table."""
        return self.inlines if obj is None or self.has_change_permission(request, obj) else []

    def has_delete_permission(self, request: HttpRequest, obj: Report | None = None) -> bool:
        return obj is not None and obj.review_state == ReviewState.PROPOSED and self.has_change_permission(request, obj)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any) -> Any:
        """The text stands beside the words that are pasted from it, also before the report is saved."""
        number = obj.article_id if obj else request.POST.get("article") or request.GET.get("article") or ""
        article = Article.objects.filter(pk=number).first() if str(number).isdecimal() else None
        evidence = obj.evidence.anchored() if obj else ()
        context["article_text"] = marked_reading(article, evidence) if article else ""
        context["rests_on"] = rests_on(obj) if obj and not self.has_change_permission(request, obj) else None
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        """Written below, together with words and sources: one document, one revision."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        report: Report = form.instance
        evidence, sources, parts = formsets
        document = {
            "by": request.user,
            "values": {
                **{name: getattr(report, name) for name in FIELDS if not change or name in form.changed_data},
                **of_a_person(form, "claimed_date"),
            },
            "sources": sources_of(sources),
            "claimed_parts": parts_of(parts),
            "words": self.words(report, evidence),
        }
        saved = change_report(report, **document) if change else make_report(report.article, report.event, **document)
        report.__dict__.update(saved.__dict__)
        self.written_by_verb(formsets)

    def words(self, report: Report, evidence: Any) -> list[Words]:
        """Those typed, and those that somebody added meanwhile."""
        place = report.claimed_place or report.event.place
        typed = [form.words(place) for form in evidence.forms if form.has_changed() or form.instance.pk]
        return [*filter(None, typed), *map(as_stored, evidence.unseen())]

    def delete_model(self, request: HttpRequest, obj: Report) -> None:
        remove_report(obj, by=request.user, reason="taken back in the admin")

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Report]) -> None:
        for report in queryset:
            self.delete_model(request, report)

    def get_urls(self) -> list[URLPattern]:
        pages = [self.page_of_row(name, self.view_of(name)) for name in REVIEWS]
        return [self.page_of_row("move", self.move_view), *pages, *super().get_urls()]

    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Her own until it is confirmed; a reviewer moves any."""
        report = self.get_object(request, object_id)
        if report is not None and not may_link(report, request.user):
            raise PermissionDenied
        return answer(request, self, report, object_id, lambda report: MOVE)

    def buttons(self, request: HttpRequest, obj: Report) -> list[tuple[str, str]]:
        shown = [
            (label_of(name, obj), reverse(f"admin:events_report_{name}", args=[obj.pk]))
            for name, review in REVIEWS.items()
            if request.user.has_perm(review.right) and obj.review_state in FROM[name]
        ]
        if may_link(obj, request.user):
            shown.append((MOVE.title, reverse("admin:events_report_move", args=[obj.pk])))
        return [*shown, ("The article", reverse("admin:events_articletoannotate_change", args=[obj.article_id]))]

    def view_of(self, name: str) -> Any:
        def view(request: HttpRequest, object_id: str) -> HttpResponse:
            report = self.get_object(request, object_id)
            back = reverse("admin:events_report_change", args=[object_id])
            page = confirm_page(report) if name == "confirm" and report else REVIEWS[name]
            answer = page.answer(request, self, report, back)
            return after(request, report, name) if answer.status_code == 302 else answer

        return view


def rests_on(report: Report) -> dict[str, Any]:
    """The words, the sources and the claimed participants of a report, to look at."""
    return {
        "evidence": report.evidence.select_related("participation__actor", "mention").order_by("start", "end", "id"),
        "sources": report.attributions.select_related("cited_report__news_source"),
        "parts": report.claimed_participations.select_related("actor"),
    }
