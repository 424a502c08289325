import argparse
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from articles.verbs import Refused
from events.management.commands.release import user_named
from events.models import Release, WithdrawnFor
from events.releases import making


class Command(BaseCommand):
    help = "Takes a release back for good (410 with a pointer) and makes a patch version of what is public now."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("version")
        parser.add_argument(
            "--for", dest="why", choices=WithdrawnFor.values, required=True, help="what readers are told"
        )
        parser.add_argument("--reason", required=True, help="the reason in full, for the history")
        parser.add_argument("--as", dest="user", metavar="USER", required=True, help="who takes it back")
        parser.add_argument("--alone", action="store_true", help="make no patch version")

    def handle(self, *, version: str, why: str, reason: str, user: str, alone: bool, **options: Any) -> None:
        release, by = Release.objects.filter(version=version).first(), user_named(user)
        if release is None:
            raise CommandError(f"There is no release {version}.")
        try:
            making.withdraw(release, by=by, why=why, reason=reason)
            self.stdout.write(f"release {release}: withdrawn")
            if not alone:
                patch = making.make(making.patch_after(release), by=by, base=release.base)
                self.stdout.write(f"release {patch}: made in its place")
        except (Refused, PermissionDenied) as error:
            raise CommandError(str(error)) from error
