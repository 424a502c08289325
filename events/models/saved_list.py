from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.history import tracked


class ListOf(models.TextChoices):
    """The lists of the desk whose filters can be kept; the value is the model's name in the admin's addresses."""

    ARTICLES = "articletoannotate", "Articles to annotate"
    EVENTS = "event", "Events"
    REPORTS = "report", "Reports"
    ACTORS = "actor", "Actors"
    PLACES = "place", "Places"


class SavedListQuerySet(models.QuerySet["SavedList"]):
    def public(self) -> "SavedListQuerySet":
        """None: lists of the desk are for those who work there."""
        return self.none()

    def visible_to(self, user: Any) -> "SavedListQuerySet":
        """Her own, and those that colleagues share."""
        return self.filter(Q(owner=user.pk) | Q(is_shared=True)) if user is not None and user.is_staff else self.none()


@tracked()
class SavedList(models.Model):
    """A filter of one of the desk's lists under a name: her own, or shared with all colleagues."""

    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="saved_lists")
    name = models.CharField(max_length=100)
    of = models.CharField(max_length=20, choices=ListOf)
    query = models.CharField(max_length=2000, blank=True, help_text="The part of the list's address behind “?”.")
    is_shared = models.BooleanField(default=False, help_text="Colleagues see it, too.")

    objects = SavedListQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["owner", "name"], name="saved_list_name_is_its_own"),
            models.CheckConstraint(condition=~Q(name=""), name="saved_list_has_name"),
            models.CheckConstraint(condition=Q(of__in=ListOf.values), name="saved_list_is_of_a_known_list"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Where the list is shown."""
        return f"{reverse(f'admin:events_{self.of}_changelist')}?{self.query}"
