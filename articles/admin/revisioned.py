"""The base of all admin pages that write: no stale save, no server error, who and why in the history."""

from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import IntegrityError, transaction
from django.forms.models import _get_foreign_key
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse

from articles.admin.changes import changes_with_parts
from articles.admin.restoring import Restores, restore_page
from articles.admin.two_versions import Hanging, TwoVersions, revision_of, two_versions
from articles.history import because
from articles.models import StaleRevision
from articles.rights import may_read_hidden
from articles.verbs import Refused, check_rules, refusal

CHANGES_ON_A_PAGE = 50
GUARDS = ("overwrite", "reason", "seen_revision")
STALE = (
    "Somebody changed this row while you had it open. Nothing of yours is saved or lost: "
    "look at both versions, then say which to keep."
)


class RevisionedForm(forms.ModelForm):
    """Knows at which revision the row was read; a save on top of somebody else's is refused with both versions."""

    seen_revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    overwrite = forms.Field(required=False, widget=forms.CheckboxSelectMultiple, label="Which to keep")
    reason = forms.CharField(
        required=False, max_length=500, label="Why", help_text="For colleagues; kept in the history."
    )
    refused = ""  # what a rule said when this very form was first saved
    hanging: list[Hanging] = []  # the models whose rows hang on this one
    versions: TwoVersions | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["overwrite"].widget = forms.MultipleHiddenInput()
        if self.instance.pk:
            self.fields["seen_revision"].initial = revision_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.refused:
            self.add_error(None, self.refused)
        if self.instance.pk:
            self._refuse_stale(cleaned.get("seen_revision"))
        return cleaned

    def _refuse_stale(self, seen: int | None) -> None:
        """What somebody else alone changed stays; where her words would replace theirs she is asked first."""
        rows = type(self.instance)._base_manager.select_for_update(of=("self",))
        current = rows.get(pk=self.instance.pk)  # locked until the admin's transaction ends
        revision = revision_of(current)
        if seen == revision:
            return
        self.versions = two_versions(current, seen, self.cleaned_data, self.hanging)
        for field in self.versions.theirs:
            self._take(field.name, getattr(current, field.name))
        if str(revision) in self.data.getlist(self.add_prefix("overwrite")):
            return
        self.fields["overwrite"].widget = forms.CheckboxSelectMultiple(
            choices=[(revision, "Save what I typed over the version that is stored now")]
        )
        self.add_error(None, STALE)

    def _take(self, name: str, value: Any) -> None:
        """Let the field be as somebody else left it, here and where the form is shown again."""
        self.cleaned_data[name] = value
        self.data, typed = self.data.copy(), self.add_prefix(name)
        self.data.pop(typed, None)
        if value is not None and value is not False:
            self.data[typed] = "on" if value is True else self.fields[name].prepare_value(value)


class KeptRows(forms.BaseInlineFormSet):
    """Rows that hang on the form's row: one that somebody deleted meanwhile can be shown again, and made again."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        is_gone = self.is_bound and index is not None and index < self.initial_form_count() and not form.instance.pk
        if is_gone:
            form.fields[self.model._meta.pk.name] = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def unseen(self) -> list[Any]:
        """Rows that were not there when the form was opened: nobody has asked to remove them."""
        seen = {form.instance.pk for form in self.initial_forms}
        return [row for row in self.get_queryset() if row.pk not in seen] if self.is_bound else []


class RevisionedInline(admin.StackedInline):
    formset = KeptRows


class RevisionedAdmin(admin.ModelAdmin):
    """Saves in one transaction with its reason; a broken rule is a message on the form, everything typed kept.

    Subclasses that write through verbs override `save_model` or `save_related`; `Refused` is answered here.
    """

    form = RevisionedForm
    show_full_result_count = False
    list_per_page = 50
    restores: Restores | None = None  # how an earlier state comes back
    keeps_lists = False  # whether a filter of its list can be kept under a name

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The declared sets; below them, where an existing row may be changed, why it is and what guards the save."""
        sets = [
            (name, {**options, "fields": [f for f in options["fields"] if f not in GUARDS]})
            for name, options in super().get_fieldsets(request, obj)
        ]
        guarded = obj is not None and self.has_change_permission(request, obj)
        return [*sets, (None, {"fields": ["reason", "seen_revision"]})] if guarded else sets

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        more = {"refused": getattr(request, "refused", ""), "hanging": self.parts(request)}
        return type(form.__name__, (form,), more)

    def parts(self, request: HttpRequest) -> list[Hanging]:
        """The models whose rows hang on this one, and by which field."""
        inlines = [inline for inline in self.inlines if hasattr(inline.model, "history")]
        return [(i.model, _get_foreign_key(self.model, i.model, fk_name=i.fk_name).name) for i in inlines]

    def changeform_view(self, request: HttpRequest, object_id: Any = None, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, *args, **kwargs)
        try:
            with transaction.atomic(), because(by=request.user, reason=request.POST.get("reason", "").strip()):
                response = super().changeform_view(request, object_id, *args, **kwargs)
                check_rules()
                return response
        except IntegrityError as error:
            request.refused = str(refusal(error))
        except (Refused, StaleRevision, PermissionDenied) as error:  # a page that is not hers is refused again below
            request.refused = str(error)
        return super().changeform_view(request, object_id, *args, **kwargs)  # shows the form with what was refused

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write only what was changed: columns that the form does not show stay as somebody else may have set them."""
        if not change:
            super().save_model(request, obj, form, change)
            return
        columns = {field.name for field in obj._meta.concrete_fields} & set(form.changed_data)
        if columns:
            obj.save(update_fields=columns)

    def written_by_verb(self, formsets: Any) -> None:
        """Tell the admin's log that a verb has written what hangs on the row."""
        for formset in formsets:
            formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        with because(by=request.user, reason=request.POST.get("reason", "").strip() or "deleted in the admin"):
            super().delete_model(request, obj)
            check_rules()

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().delete_view(request, object_id, extra_context)
        except IntegrityError as error:
            refused = str(refusal(error))
        except Refused as error:
            refused = str(error)
        except PermissionDenied as error:
            if not error.args:  # the admin's own: the page is not hers
                raise
            refused = str(error)
        messages.error(request, refused)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Rows are deleted one by one: each shows what goes with it, and is refused by itself."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any) -> Any:
        context["buttons"] = self.buttons(request, obj) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def buttons(self, request: HttpRequest, obj: Any) -> list[tuple[str, str]]:
        """Labels and addresses of what can be done with the row besides saving it."""
        return []

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """Who changed what, when and why, the newest first; of the rows that hang on it, too."""
        row = self.get_object(request, object_id)
        if not may_read_hidden(request.user) or not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        if row is None or not hasattr(row, "history"):
            return super().history_view(request, object_id, extra_context)
        changes = Paginator(self.changes_shown(request, row), CHANGES_ON_A_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "object": row,
            "opts": self.opts,
            "changes": changes.get_page(request.GET.get("page")),
        }
        return self.answer(request, "admin/history_of_row.html", context)

    def changes_shown(self, request: HttpRequest, row: Any) -> list[Any]:
        """All writes to the row and its parts; from all but the last of the row itself a state can be restored."""
        changes = changes_with_parts(row, self.parts(request))
        if self.restores is None or not self.has_change_permission(request, row):
            return changes
        own = [change for change in changes if not change.what and change.done != "deleted"]
        address = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_restore", args=[row.pk])
        ways = {change: f"{address}?state={change.after.pgh_id}" for change in own[1:]}
        return [replace(change, restore=ways.get(change, "")) for change in changes]

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        return restore_page(request, self, row, self.restores)

    def get_urls(self) -> list[URLPattern]:
        restoring = [self.page_of_row("restore", self.restore_view)] if self.restores else []
        return [*restoring, *super().get_urls()]

    def answer(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        return admin.options.TemplateResponse(request, template, context)

    def page_of_row(self, name: str, view: Any) -> URLPattern:
        """A page below a row's address, such as `…/12/confirm/`, named after model and page."""
        opts = self.opts
        address = f"{opts.app_label}_{opts.model_name}_{name}"
        return path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=address)


class ReadOnlyAdmin(RevisionedAdmin):
    """Rows to look at: nobody adds, changes or deletes them here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
