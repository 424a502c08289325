import argparse
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from articles.derived_dates import derivations, resolve_anew, write_derived


class Command(BaseCommand):
    help = (
        "Derives dates of issues that nobody printed: from neighbouring issues, counting working days, and from "
        "cross references. Printed dates stay; evidence that contradicts itself gives no date and is told."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="say what would be derived and write nothing")
        parser.add_argument("--as", dest="user", default="", metavar="USER", help="who derives, for the history")

    def handle(self, *, dry_run: bool, user: str, **options: Any) -> None:
        by = User.objects.filter(username=user, is_active=True).first()
        if user and by is None:
            raise CommandError(f"There is no active user {user}; name one with --as.", returncode=2)
        derived = conflicts = reread = 0
        for one in list(derivations()):
            if one.derived.is_conflict:
                conflicts += 1
                self.stderr.write(str(one))
            elif one.changes:
                derived += 1
                self.stdout.write(str(one))
                reread += 0 if dry_run else write_derived(one, by=by)
        resolved = 0 if dry_run or not derived else resolve_anew(by=by)
        self.stdout.write(
            f"issues: {derived} dated, {conflicts} in contradiction; dates read again: {reread}; "
            f"cross references resolved: {resolved}"
        )
