import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from events.interchange.loader import BATCH, EventLoader, Outcome
from events.interchange.reading import read
from events.interchange.records import EventProblem, EventRecord


class Command(BaseCommand):
    help = "Loads events with their reports and evidence from JSON Lines; what the archive has stays as it is."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="one JSON object a line, as export_events writes them")
        parser.add_argument("--as", dest="user", required=True, help="the user who codes these events")
        parser.add_argument("--confirm", action="store_true", help="confirm the reports at once")

    def handle(self, *, file: Path, user: str, confirm: bool, **options: Any) -> None:
        loader = self.loader(user, confirm)
        with self.opened(file) as data:
            self.load(loader, self.records(read(data, str(file)), loader))
        self.report(loader.outcome)

    def loader(self, name: str, confirm: bool) -> EventLoader:
        try:
            return EventLoader(User.objects.get(username=name, is_active=True), confirm=confirm)
        except User.DoesNotExist:
            raise CommandError(f"There is no user {name}: name one with --as.", returncode=2) from None
        except PermissionDenied as denied:
            raise CommandError(str(denied), returncode=2) from denied

    def opened(self, file: Path) -> Any:
        try:
            return file.open("rb")
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.", returncode=2) from error

    def load(self, loader: EventLoader, records: Iterator[EventRecord]) -> None:
        batch: list[EventRecord] = []
        for record in tqdm(records, unit=" events", disable=not sys.stderr.isatty()):
            batch.append(record)
            if len(batch) == BATCH:
                loader.load(batch)
                batch = []
        if batch:
            loader.load(batch)

    def records(self, items: Iterator[EventRecord | EventProblem], loader: EventLoader) -> Iterator[EventRecord]:
        for item in items:
            if isinstance(item, EventProblem):
                loader.outcome.refuse(item)
            else:
                yield item

    def report(self, outcome: Outcome) -> None:
        for problem in sorted(outcome.problems, key=lambda p: (p.path, p.line)):
            self.stderr.write(str(problem))
        kinds = ("created", "unchanged", "conflicting", "refused")
        self.stdout.write("events: " + ", ".join(f"{outcome.counts[kind]} {kind}" for kind in kinds))
        if outcome.counts["conflicting"] or outcome.counts["refused"]:
            sys.exit(1)
