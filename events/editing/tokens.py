"""Tokens of the API made and revoked: by their owners, and by administrators for everybody."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.rights import READ_HIDDEN
from articles.text import sha256
from articles.verbs import Refused, verb
from events.models import ApiToken, Scope
from events.models.api_token import ADMINISTER, new_key

LONGEST = timedelta(days=366)


def make_token(
    owner: User, *, by: User, name: str, scope: str, expires: datetime, now: datetime | None = None
) -> tuple[ApiToken, str]:
    """A token and its key, which is stored nowhere: show it now or never."""
    _own_or_administered(owner, by)
    now = now or timezone.now()
    if not now < expires <= now + LONGEST:
        raise Refused("api_token_expires", "A token holds for a year at most: choose a day from tomorrow on.")
    if not owner.has_perm(Scope(scope).right):
        raise Refused(
            "api_token_scope_is_within_rights",
            f"{owner.get_username()} may not {Scope(scope).label.lower()}: choose a narrower scope.",
        )
    key = new_key()
    with verb(by=by, right=READ_HIDDEN):
        token = ApiToken.objects.create(owner=owner, name=name, scope=scope, expires=expires, hash=sha256(key))
    return token, key


def revoke_token(token: ApiToken, *, by: User, reason: str = "", now: datetime | None = None) -> ApiToken:
    """The token opens nothing any more; the row stays and says until when it did."""
    _own_or_administered(token.owner, by)
    with verb(by=by, right=READ_HIDDEN, reason=reason):
        row = ApiToken.objects.select_for_update().get(pk=token.pk)
        if row.revoked_at:
            raise Refused("api_token_is_revoked_once", "The token is revoked already.")
        row.revoked_at = now or timezone.now()
        row.save(update_fields=["revoked_at"])
    return row


def _own_or_administered(owner: User, by: User) -> None:
    if owner.pk != by.pk and not by.has_perm(ADMINISTER):
        raise PermissionDenied("The token is a colleague's: an administrator may make and revoke it.")
