from typing import Any

import pgtrigger
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles.history import tracked
from articles.models.guards import refuse
from articles.models.row import Row
from articles.models.touches import Mark, touches

VERSION = r"^(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})$"
NEVER_CHANGES = f"""
    IF TG_OP = 'DELETE' OR ROW(NEW.version, NEW.made_at, NEW.codebook_version, NEW.rule, NEW.base, NEW.public_number,
        NEW.manifest) IS DISTINCT FROM ROW(OLD.version, OLD.made_at, OLD.codebook_version, OLD.rule, OLD.base,
        OLD.public_number, OLD.manifest) OR OLD.withdrawn_for <> ''
    THEN {refuse("release_never_changes", "Release % stands as it was made; it may only be withdrawn.", "OLD.version")}
    END IF;
    RETURN NEW;
"""


class WithdrawnFor(models.TextChoices):
    """Why a release was taken back, as readers are told."""

    RIGHTS = "rights", "It held words that their owner did not let us show"
    PRIVACY = "privacy", "It held something about a person that should not be public"
    ERROR = "error", "It was made wrongly"


class ReleaseQuerySet(models.QuerySet["Release"]):
    def public(self) -> "ReleaseQuerySet":
        """All, the withdrawn ones too: that they were is for everybody to know."""
        return self

    def visible_to(self, user: Any) -> "ReleaseQuerySet":
        return self

    def standing(self) -> "ReleaseQuerySet":
        """Those that were not withdrawn."""
        return self.filter(withdrawn_for="")

    def newest_first(self) -> list["Release"]:
        """By version, as numbers."""
        return sorted(self, key=lambda release: release.numbers, reverse=True)


@tracked()
class Release(Row):
    """The data as they were public at one moment, frozen under a version: files that never change."""

    version = models.CharField(max_length=20, primary_key=True, help_text="Semantic version, such as 1.0.0.")
    made_at = models.DateTimeField(help_text="As its files say.")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    codebook_version = models.CharField(max_length=20, help_text="The codebook whose codes it has.")
    rule = models.TextField(help_text="How the reports of an event became what the event says.")
    base = models.CharField(max_length=200, blank=True, help_text="What stands before the addresses in its files.")
    public_number = models.PositiveBigIntegerField(help_text="The public revision of which it was made.")
    manifest = models.JSONField(default=list, help_text="Its files: name, bytes, sha256.")
    withdrawn_for = models.CharField(max_length=10, choices=WithdrawnFor, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-public_number", "-version"]
        permissions = [("make_release", "Can make and withdraw releases")]
        constraints = [
            models.CheckConstraint(condition=Q(version__regex=VERSION), name="release_version_is_semantic"),
            models.CheckConstraint(
                condition=Q(withdrawn_for="", withdrawn_at__isnull=True)
                | Q(withdrawn_for__in=WithdrawnFor.values, withdrawn_at__isnull=False),
                name="release_withdrawn_says_why_and_when",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="never_changes",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                func=NEVER_CHANGES,
            ),
            *touches(Mark("releases", row="version", by_key=True)),
        ]

    def __str__(self) -> str:
        return self.version

    def get_absolute_url(self) -> str:
        return reverse("release", args=[self.version])

    @property
    def numbers(self) -> tuple[int, ...]:
        return numbers_of(self.version)

    @property
    def files(self) -> dict[str, dict[str, Any]]:
        return {file["name"]: file for file in self.manifest}


def numbers_of(version: str) -> tuple[int, ...]:
    """A version as it is compared."""
    return tuple(int(number) for number in version.split("."))
