from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse

from articles.admin.restoring import Restores
from articles.admin.revisioned import GUARDS, RevisionedAdmin, RevisionedInline
from articles.admin.verb_pages import VerbPage
from events.admin.authority import LetterFilter, candidates_page, used_page
from events.admin.merging import Merged
from events.editing import names
from events.editing.restoring import restore
from events.editing.reviewing import ANNOTATE
from events.models import Actor, ActorName, Affiliation, Place, PlaceClaim, PlaceName
from events.pages.world_map import dot_of

ACTOR_FIELDS = ["name", "slug", "kind", "wikidata", "unrecognised", "merged_into"]
PLACE_FIELDS = [
    "name",
    "slug",
    "kind",
    "country",
    "parent",
    "latitude",
    "longitude",
    "geonames",
    "wikidata",
    "merged_into",
]


class ActorNameInline(RevisionedInline):
    model = ActorName
    extra = 0
    fields = ["name", "used"]


class AffiliationInline(RevisionedInline):
    model = Affiliation
    fk_name = "person"
    extra = 0
    fields = ["office", "organisation", "sector", "start", "start_is_real", "end", "end_is_real"]
    autocomplete_fields = ["organisation"]


class PlaceNameInline(RevisionedInline):
    model = PlaceName
    extra = 0
    fields = ["name", "used"]


class PlaceClaimInline(RevisionedInline):
    model = PlaceClaim
    extra = 0
    fields = ["state"]
    autocomplete_fields = ["state"]


class Spelling(forms.Form):
    name = forms.CharField(max_length=200, label="Name or spelling", help_text="As a text prints it.")


class NamedAdmin(Merged, RevisionedAdmin):
    """Rows that texts name: looked up by any name or spelling, misspelt ones too; merged rows are not offered."""

    make: Callable[..., Any]  # the verbs that write such a row
    change: Callable[..., Any]

    ordering = ["sort_key", "id"]
    keeps_lists = True
    search_fields = ["sort_key"]
    search_help_text = "The beginning of any name or spelling; one that is nearly right is found, too."
    list_select_related = ["merged_into"]
    restores = Restores(
        ANNOTATE,
        restore,
        "Its fields become what they were then, and it is found by the names it had.",
    )
    readonly_fields = ["slug", "merged_into"]

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> tuple[QuerySet, bool]:
        found = queryset.looked_up(search_term)
        is_look_up = request.path.endswith("/autocomplete/")
        return (found.filter(merged_into__isnull=True) if is_look_up else found), False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or names.may_change(obj, request.user))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Names that anything hangs on are protected; the page says what does."""
        return super().has_delete_permission(request, obj) and obj is not None

    def get_urls(self) -> list[URLPattern]:
        rows = [self.page_of_row("spelling", self.spelling_view), self.page_of_row("used", self.used_view)]
        view = self.admin_site.admin_view(lambda request: candidates_page(request, self))
        pairs = path("candidates/", view, name=f"events_{self.opts.model_name}_candidates")
        return [pairs, *rows, *self.merge_urls(), *super().get_urls()]

    def used_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return used_page(request, self, object_id)

    def buttons(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        address = reverse(f"admin:events_{self.opts.model_name}_spelling", args=[obj.pk])
        shown = [("Add a spelling", address)] if request.user.has_perm(ANNOTATE) else []
        shown.append(("Where it is used", reverse(f"admin:events_{self.opts.model_name}_used", args=[obj.pk])))
        return [*shown, *self.merge_buttons(request, obj)]

    def spelling_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        page = VerbPage(
            "Add a spelling",
            ANNOTATE,
            lambda row, request, cleaned: names.add_variants(row, [cleaned["name"]], by=request.user),
            "The row is found by this spelling, too.",
            form=Spelling,
            says="Texts that name it so, and people who search, find it by any of its spellings.",
            button="Add it",
        )
        back = reverse(f"admin:events_{self.opts.model_name}_change", args=[object_id])
        return page.answer(request, self, self.get_object(request, object_id), back)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        values = {
            name: form.cleaned_data[name] for name in self.own_fields(form) if not change or name in form.changed_data
        }
        saved = self.change(obj, by=request.user, **values) if change else self.make(by=request.user, **values)
        obj.__dict__.update(saved.__dict__)

    def own_fields(self, form: Any) -> list[str]:
        return [name for name in form.cleaned_data if name not in GUARDS]


@admin.register(Actor)
class ActorAdmin(NamedAdmin):
    list_display = ["name", "kind", "wikidata", "unrecognised", "merged_into"]
    list_filter = ["kind", "unrecognised", LetterFilter]
    fields = ACTOR_FIELDS
    inlines = [ActorNameInline, AffiliationInline]
    make = staticmethod(names.make_actor)
    change = staticmethod(names.change_actor)


@admin.register(Place)
class PlaceAdmin(NamedAdmin):
    list_display = ["name", "kind", "country", "parent", "geonames", "merged_into"]
    list_filter = ["kind", LetterFilter]
    list_select_related = ["parent", "merged_into"]
    fields = [*PLACE_FIELDS, "on_the_map"]
    readonly_fields = [*NamedAdmin.readonly_fields, "on_the_map"]
    autocomplete_fields = ["parent"]
    inlines = [PlaceNameInline, PlaceClaimInline]
    make = staticmethod(names.make_place)
    change = staticmethod(names.change_place)

    class Media:
        css = {"all": ["events/admin.css"]}

    @admin.display(description="On the map")
    def on_the_map(self, place: Place) -> str:
        """Where its coordinates lie: one look shows a wrong sign, or latitude and longitude in each other's place."""
        dot = dot_of(place)
        return render_to_string("events/_dot.html", {"place": place, "dot": dot}) if dot else ""
