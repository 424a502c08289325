import argparse
import shutil
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from articles.verbs import Refused
from events.models import Release
from events.releases import making, shelf


class Command(BaseCommand):
    help = (
        "Freezes what is public under a version: CSV tables, events with their reports, a data package, the changes "
        "since the release before. Of a version that was made already it writes the files again and compares them."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("version", help="semantic version, such as 1.0.0")
        parser.add_argument("--out", type=Path, metavar="DIR", help="a new directory that gets the files, too")
        parser.add_argument("--as", dest="user", metavar="USER", help="who makes it; needed for a new version")
        parser.add_argument(
            "--base", default="", metavar="URL", help="what stands before addresses: https://example.org"
        )

    def handle(self, *, version: str, out: Path | None, user: str | None, base: str, **options: Any) -> None:
        if out is not None and out.exists():
            raise CommandError(f"{out} is there already: name a new directory.")
        known = Release.objects.filter(version=version).first()
        if known:
            self.compare(known, out)
        else:
            self.make(version, out, user, base)

    def make(self, version: str, out: Path | None, user: str | None, base: str) -> None:
        try:
            release = making.make(version, by=user_named(user), base=base)
        except (Refused, PermissionDenied) as error:
            raise CommandError(str(error)) from error
        if out:
            shutil.copytree(shelf.folder_of(version), out)
        total = sum(file["bytes"] for file in release.manifest)
        self.stdout.write(
            f"release {release}: {len(release.manifest)} files, {total:,} bytes, in {shelf.folder_of(version)}"
        )

    def compare(self, release: Release, out: Path | None) -> None:
        if out is None:
            raise CommandError(
                f"Release {release} was made already, and never changes. --out DIR makes it again there."
            )
        differing = making.make_again(release, out)
        if differing:
            said = f"The files in {out} are of what is public now; these are not as they were: {', '.join(differing)}."
            raise CommandError(said)
        self.stdout.write(f"release {release}: made again in {out}, every file the same")


def user_named(name: str | None) -> User:
    user = User.objects.filter(username=name or "", is_active=True).first()
    if user is None:
        raise CommandError(
            f"Say by --as who makes it: {f'there is no active user {name}' if name else 'nobody is named'}."
        )
    return user
