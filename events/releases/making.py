"""The verbs of releases: made once, made again to compare, withdrawn."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from articles import public_revision
from articles.verbs import Refused, verb
from events import codebook
from events.models import Release, WithdrawnFor
from events.models.release import numbers_of
from events.releases import shelf
from events.releases.package import RULE, Facts
from events.releases.writing import write

RIGHT = "events.make_release"


def make(version: str, *, by: User, base: str = "", at: datetime | None = None) -> Release:
    """The release of what is public now. Raises Refused where the version does not follow the newest."""
    if not by.has_perm(RIGHT):  # before the work of minutes
        raise PermissionDenied(f"{by.get_username()} has not the right {RIGHT}: ask an administrator for the role.")
    _refuse_old(version)
    release = Release(
        version=version,
        made_at=(at or datetime.now(UTC)).replace(microsecond=0),
        made_by=by,
        codebook_version=codebook.current().version,
        rule=RULE,
        base=base.rstrip("/"),
        public_number=public_revision.number(),
    )
    folder = shelf.folder_of(f".{version}.{os.getpid()}")
    try:
        release.manifest = _written(folder, release)
        with verb(by=by, right=RIGHT, reason=f"Release {version}"):
            release.save(force_insert=True)
            _put(folder, shelf.folder_of(version))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return release


def make_again(release: Release, folder: Path) -> list[str]:
    """The same release of what is public now; the names of the files that differ from those of then."""
    now = {file["name"]: file["sha256"] for file in _written(folder, release)}
    then = {name: file["sha256"] for name, file in release.files.items()}
    return sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name))


def withdraw(release: Release, *, by: User, why: str, reason: str, at: datetime | None = None) -> Release:
    """Take a release back, for good; why is told to readers, the reason stays in the history."""
    if why not in WithdrawnFor.values or not reason.strip():
        raise Refused("release_withdrawn_says_why_and_when", "Say why readers may not have it, and the reason in full.")
    with verb(by=by, right=RIGHT, reason=reason):
        release = Release.objects.select_for_update().get(pk=release.pk)
        if release.withdrawn_for:
            raise Refused("release_never_changes", f"Release {release} was withdrawn already.")
        release.withdrawn_for, release.withdrawn_at = why, at or datetime.now(UTC)
        release.save(update_fields=["withdrawn_for", "withdrawn_at"])
    return release


def patch_after(release: Release) -> str:
    """The version of what takes the place of a release: the next patch that is free."""
    major, minor, _ = release.numbers
    patches = [r.numbers[2] for r in Release.objects.all() if r.numbers[:2] == (major, minor)]
    return f"{major}.{minor}.{max(patches) + 1}"


def _refuse_old(version: str) -> None:
    try:
        numbers = numbers_of(version)
        if len(numbers) != 3 or ".".join(map(str, numbers)) != version:
            raise ValueError(version)
    except ValueError as error:
        message = f"“{version}” is no semantic version: write three numbers, as 1.0.0."
        raise Refused("release_version_is_semantic", message) from error
    known = Release.objects.all().newest_first()
    if any(release.version == version for release in known):
        raise Refused("release_version_is_new", f"Release {version} was made already, and never changes.")
    patched = [release for release in known if release.numbers[:2] == numbers[:2]]
    before = patched or known
    if before and numbers < before[0].numbers:
        raise Refused("release_version_is_new", f"Release {before[0]} was made already: choose a higher version.")


def _written(folder: Path, release: Release) -> list[dict[str, Any]]:
    folder.mkdir(parents=True)
    facts = Facts(
        version=release.version,
        made_at=release.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        codebook_version=release.codebook_version,
        base=release.base,
        public_number=release.public_number,
    )
    return write(folder, facts, _previous(release))


def _previous(release: Release) -> Path | None:
    """The files of the release before, withdrawn or not: readers learn what is no longer there."""
    before = [other for other in Release.objects.all().newest_first() if other.numbers < release.numbers]
    folders = (shelf.folder_of(other.version) for other in before)
    return next((folder for folder in folders if (folder / shelf.EVENTS).exists()), None)


def _put(folder: Path, place: Path) -> None:
    """What stands there without a row is of a run that was killed."""
    if place.exists():
        shutil.rmtree(place)
    settings.RELEASES_DIR.mkdir(parents=True, exist_ok=True)
    folder.rename(place)
