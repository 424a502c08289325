import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.history import tracked
from articles.rights import READ_HIDDEN
from articles.text import sha256

BEGINNING = "monitor_"  # by which a leaked key is recognised
BYTES = 32
SELDOM = timedelta(hours=1)
ADMINISTER = "auth.change_user"


class Scope(models.TextChoices):
    """How much of what its owner may do a token may do; each includes those before it."""

    READ = "read", "Read"
    ANNOTATE = "annotate", "Annotate"
    REVIEW = "review", "Review"
    EDIT = "edit", "Edit"

    @classmethod
    def needed_for(cls, right: str) -> "Scope | None":
        """The least scope that opens a right; None for rights that no token has: those over users."""
        named = {READ_HIDDEN: cls.READ, "events.annotate": cls.ANNOTATE, "events.review_report": cls.REVIEW}
        app, _, codename = right.partition(".")
        if app not in ("articles", "events"):
            return None
        return named.get(right) or (cls.READ if codename.startswith("view_") else cls.EDIT)

    @property
    def right(self) -> str:
        """The right without which the scope is more than its owner may."""
        return {"read": READ_HIDDEN, "annotate": "events.annotate", "review": "events.review_report"}.get(
            self.value, "articles.publish_article"
        )

    def opens(self, right: str) -> bool:
        """Whether a token of this scope may use a right that its owner has."""
        needed = Scope.needed_for(right)
        return needed is not None and list(Scope).index(needed) <= list(Scope).index(self)


class TokenHolder(User):
    """The owner of a token as the program that sends it: with the owner's rights, as far as the scope goes."""

    scope = Scope.READ

    class Meta:
        proxy = True
        ordering = ["id"]
        default_permissions = ()

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        return self.scope.opens(perm) and super().has_perm(perm, obj)


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def public(self) -> "ApiTokenQuerySet":
        """None: whoever has one keeps it to herself."""
        return self.none()

    def visible_to(self, user: Any) -> "ApiTokenQuerySet":
        """Her own; an administrator sees everybody's."""
        if user is None or not user.is_active:
            return self.none()
        return self if user.has_perm(ADMINISTER) else self.filter(owner=user.pk)

    def holding(self, now: datetime | None = None) -> "ApiTokenQuerySet":
        """Those that open the API: neither revoked nor expired, their owners active."""
        return self.filter(revoked_at__isnull=True, expires__gt=now or timezone.now(), owner__is_active=True)

    def holder_of(self, key: str, *, now: datetime | None = None) -> TokenHolder | None:
        """Who comes with this key; None where no token that holds has it. Notes, once an hour, that it was used."""
        now = now or timezone.now()
        token = self.holding(now).filter(hash=sha256(key)).first()
        if token is None:
            return None
        if token.last_used is None or token.last_used <= now - SELDOM:
            self.filter(pk=token.pk).update(last_used=now)
        holder = TokenHolder.objects.get(pk=token.owner_id)
        holder.scope = Scope(token.scope)
        return holder


@tracked(without=("hash", "last_used"))
class ApiToken(models.Model):
    """A key by which a person's program uses the API. Made in the admin, shown once, kept as its hash; it expires."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=100, help_text="What it is for, such as the name of the program.")
    hash = models.CharField(max_length=64, unique=True, editable=False, help_text="SHA-256 of the key.")
    scope = models.CharField(max_length=8, choices=Scope, default=Scope.READ)
    expires = models.DateTimeField(help_text="It opens nothing from then on.")
    made_at = models.DateTimeField(auto_now_add=True)
    last_used = models.DateTimeField(null=True, blank=True, editable=False, help_text="To the hour.")
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        verbose_name = "API token"
        constraints = [
            models.CheckConstraint(condition=Q(scope__in=Scope.values), name="api_token_scope_is_known"),
            models.CheckConstraint(condition=Q(hash__regex="^[0-9a-f]{64}$"), name="api_token_hash_is_sha256"),
            models.CheckConstraint(condition=~Q(name=""), name="api_token_has_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> str:
        """How the token stands, in a word."""
        if self.revoked_at:
            return "revoked"
        return "holds" if self.expires > timezone.now() else "expired"


def new_key() -> str:
    """A key that nobody can guess."""
    return BEGINNING + secrets.token_urlsafe(BYTES)
