"""Tokens of the API: made and shown once, revoked, never changed."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, reverse
from django.utils import timezone

from articles.admin.revisioned import RevisionedAdmin
from articles.admin.verb_pages import VerbPage
from articles.rights import READ_HIDDEN, may_read_hidden
from articles.verbs import Refused
from events.editing.tokens import make_token, revoke_token
from events.models import ApiToken
from events.models.api_token import ADMINISTER

USUAL = timedelta(days=180)


class TokenForm(forms.ModelForm):
    """What a new token is for, what it may do, and until when."""

    expires = forms.DateField(
        label="Expires at the end of",
        initial=lambda: timezone.localdate() + USUAL,
        widget=admin.widgets.AdminDateWidget,
        help_text="A year from now at most.",
    )
    refused = ""

    class Meta:
        model = ApiToken
        fields = ["name", "scope", "owner"]

    def clean_expires(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["expires"], time(23, 59, 59)))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.refused:
            self.add_error(None, self.refused)
        return cleaned


@admin.register(ApiToken)
class ApiTokenAdmin(RevisionedAdmin):
    form = TokenForm
    list_display = ["name", "owner", "scope", "state", "expires", "last_used"]
    list_filter = ["scope"]
    list_select_related = ["owner"]
    search_fields = ["name__istartswith"]
    fields = ["name", "scope", "expires", "owner"]
    readonly_fields = ["made_at", "last_used", "revoked_at"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ApiToken]:
        return super().get_queryset(request).filter(pk__in=ApiToken.objects.visible_to(request.user))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_read_hidden(request.user)

    def has_view_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        return may_read_hidden(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_read_hidden(request.user)

    def has_change_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ApiToken | None = None) -> bool:
        return False

    @admin.display(description="State")
    def state(self, token: ApiToken) -> str:
        return token.state

    def get_fields(self, request: HttpRequest, obj: ApiToken | None = None) -> list[str]:
        """Who is no administrator makes tokens for herself alone."""
        if obj is not None:
            return [*self.fields, *self.readonly_fields]
        return self.fields if request.user.has_perm(ADMINISTER) else self.fields[:-1]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"owner": request.user.pk, **super().get_changeform_initial_data(request)}

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "owner":
            kwargs["queryset"] = User.objects.filter(is_active=True).order_by("username")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: HttpRequest, obj: ApiToken, form: Any, change: bool) -> None:
        values = {name: form.cleaned_data[name] for name in ("name", "scope", "expires")}
        owner = form.cleaned_data.get("owner") or request.user
        token, request.key_to_show = make_token(owner, by=request.user, **values)
        obj.__dict__.update(token.__dict__)

    def response_add(self, request: HttpRequest, obj: ApiToken, post_url_continue: str | None = None) -> HttpResponse:
        """The key, now and never again: it goes into no message, session or log."""
        context = {
            **self.admin_site.each_context(request),
            "title": "The key of your new token",
            "opts": self.opts,
            "key": request.key_to_show,
            "token": obj,
        }
        answer = TemplateResponse(request, "admin/events/apitoken/key.html", context)
        answer.headers["Cache-Control"] = "private, no-store"
        return answer

    def get_urls(self) -> list[URLPattern]:
        return [self.page_of_row("revoke", self.revoke_view), *super().get_urls()]

    def buttons(self, request: HttpRequest, obj: ApiToken) -> list[tuple[str, str]]:
        return [] if obj.revoked_at else [("Revoke", reverse("admin:events_apitoken_revoke", args=[obj.pk]))]

    def revoke_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        page = VerbPage(
            "Revoke the token",
            READ_HIDDEN,
            lambda row, request, cleaned: _revoke(row, request),
            "The token opens nothing any more.",
            says="Programs that send it are refused from now on. It cannot be given back its rights: make a new one.",
            button="Revoke",
        )
        back = reverse("admin:events_apitoken_change", args=[object_id])
        return page.answer(request, self, self.get_object(request, object_id), back)


def _revoke(row: ApiToken, request: HttpRequest) -> None:
    try:
        revoke_token(row, by=request.user)
    except PermissionDenied as denied:
        raise Refused("api_token_is_hers", str(denied)) from denied
