"""Where the files of releases stand, and what may be taken from there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.http import Http404

from events.models import Release

EVENTS = "events.jsonl"


class Withdrawn(Exception):
    """The release was taken back; the message says why and which to take instead."""

    def __init__(self, release: Release) -> None:
        others = Release.objects.standing().newest_first()
        instead = f"Take version {others[0]} instead: /data/{others[0]}/." if others else "No other release stands yet."
        super().__init__(
            f"Release {release} was withdrawn on {release.withdrawn_at:%Y-%m-%d}: "
            f"{release.get_withdrawn_for_display().lower()}. {instead}"
        )


def folder_of(version: str) -> Path:
    return settings.RELEASES_DIR / version


def standing(version: str) -> Release:
    """The release of that version. Raises Http404 if there never was one, Withdrawn if it was taken back."""
    release = Release.objects.filter(version=version).first()
    if release is None:
        raise Http404
    if release.withdrawn_for:
        raise Withdrawn(release)
    return release


def file_of(release: Release, name: str) -> Path:
    """A file of a release, as it was made. Raises Http404, and OSError where this machine lacks it."""
    if name not in release.files:
        raise Http404
    path = folder_of(release.version) / name
    if path.stat().st_size != release.files[name]["bytes"]:
        raise OSError(f"{path} has not the {release.files[name]['bytes']} bytes with which it was made: restore it.")
    return path


def events_from(path: Path, offset: int, most: int) -> tuple[list[bytes], int]:
    """At most so many lines of the file from that byte on, and where the next begins; 0 at the end."""
    with path.open("rb") as lines:
        lines.seek(offset)
        found = [line for _, line in zip(range(most), lines, strict=False)]
    following = offset + sum(map(len, found))
    return found, following if following < path.stat().st_size else 0


def events_in(folder: Path) -> Iterator[dict[str, Any]]:
    """The events of a release, one after the other."""
    with (folder / EVENTS).open("rb") as lines:
        for line in lines:
            yield orjson.loads(line)
