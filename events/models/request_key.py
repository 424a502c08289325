from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.db import models, transaction
from django.db.models import Q

from articles.history import tracked
from articles.text import sha256
from articles.verbs import Refused

MAX_KEY = 100


class RequestKeyQuerySet(models.QuerySet["RequestKey"]):
    def public(self) -> "RequestKeyQuerySet":
        """None: an answer may hold hidden rows."""
        return self.none()

    def visible_to(self, user: Any) -> "RequestKeyQuerySet":
        """Those that the user has sent herself."""
        return self.filter(user=user.pk) if user is not None else self.none()

    def answer_once(self, key: str, *, user: User, request: str, act: Callable[[], Any]) -> Any:
        """What `act` answers to the request, as JSON; it is run once a key, and a retry gets the stored answer.

        Two equal requests at once: the second waits for the first. An act that fails leaves no key. Raises `Refused`
        where the key was used for another request.
        """
        if not 0 < len(key) <= MAX_KEY:
            raise Refused("request_key_has_key", f"A request key has 1 to {MAX_KEY} characters: make a random one.")
        with transaction.atomic():
            row, first = self.get_or_create(user=user, key=key, defaults={"request_hash": sha256(request)})
            if row.request_hash != sha256(request):
                raise Refused(
                    "request_key_is_used_once",
                    f"The key {key} was sent with another request: send each request under a key of its own.",
                )
            if first:
                row.answer = act()
                row.save(update_fields=["answer"])
            return row.answer


@tracked()
class RequestKey(models.Model):
    """A request that a person's browser or program sent under a key: sent again, it gets the same answer.

    Made when the request is first answered; without it a retry after a lost answer would make a second row.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="request_keys")
    key = models.CharField(max_length=MAX_KEY, help_text="Chosen by whoever sends the request.")
    request_hash = models.CharField(max_length=64, help_text="SHA-256 of what was asked.")
    answer = models.JSONField(null=True, blank=True, help_text="What was answered.")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = RequestKeyQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="request_key_is_used_once"),
            models.CheckConstraint(condition=~Q(key=""), name="request_key_has_key"),
            models.CheckConstraint(
                condition=Q(request_hash__regex="^[0-9a-f]{64}$"), name="request_key_hash_is_sha256"
            ),
        ]
        indexes = [models.Index(fields=["made_at"], name="request_key_by_age")]  # clearing out old ones

    def __str__(self) -> str:
        return f"{self.key} of {self.user}"
