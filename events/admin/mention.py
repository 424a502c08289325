from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from articles.admin.revisioned import RevisionedAdmin, RevisionedForm
from events.editing.marks import change_mention
from events.models import Mention, Reading


class MentionForm(RevisionedForm):
    """Whom or what the words name: an actor or a place."""

    class Meta:
        model = Mention
        fields = "__all__"  # the admin's fields say which

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if bool(cleaned.get("actor")) == bool(cleaned.get("place")):
            self.add_error(None, "Words name an actor or a place: choose one of the two.")
        elif cleaned.get("place") and cleaned.get("reading") == Reading.METONYM:
            self.add_error("reading", "A place that stands for its government is an actor: name that one instead.")
        return cleaned


@admin.register(Mention)
class MentionAdmin(RevisionedAdmin):
    """Names in texts. They are made with the evidence of a report; here they are given another row or reading."""

    form = MentionForm
    list_display = ["quote", "kind", "actor", "place", "reading", "article", "state"]
    list_filter = ["kind", "reading", "state"]
    list_select_related = ["actor", "place", "article"]
    ordering = ["-id"]
    search_fields = ["actor__sort_key__startswith", "place__sort_key__startswith"]
    search_help_text = "The beginning of the actor's or place's name."
    autocomplete_fields = ["actor", "place"]
    fields = ["article", "in_text", ("start", "end"), "state", "actor", "place", "reading"]
    readonly_fields = ["article", "in_text", "start", "end", "state"]

    class Media:
        css = {"all": ["events/admin.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Mention]:
        return super().get_queryset(request).defer("article__text")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Mention | None = None) -> bool:
        """A name on which no evidence rests may go."""
        return super().has_delete_permission(request, obj) and obj is not None and not obj.evidence.exists()

    @admin.display(description="In the text")
    def in_text(self, mention: Mention) -> str:
        around = (mention.prefix, mention.quote, mention.suffix)
        return format_html('<span class="in-text">…{}<mark>{}</mark>{}…</span>', *around)

    def save_model(self, request: HttpRequest, obj: Mention, form: Any, change: bool) -> None:
        """Also of words that were flagged: whoever saves them has looked at them."""
        cleaned = form.cleaned_data
        names = cleaned["actor"] or cleaned["place"]
        saved = change_mention(obj, by=request.user, names=names, reading=cleaned["reading"])
        obj.__dict__.update(saved.__dict__)
