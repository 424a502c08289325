import argparse
import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from events.interchange import writer
from events.models import Event


class Command(BaseCommand):
    help = "Writes all events with their reports and evidence as JSON Lines, hidden ones included."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", help="where to write; standard output if left out")

    def handle(self, *, file: Path | None, **options: Any) -> None:
        if file is None:
            self.write(self.stdout)
            return
        with file.open("w", encoding="utf-8") as out:
            count = self.write(out)
        self.stdout.write(f"events: {count} written")

    def write(self, out: Any) -> int:
        events = Event.objects.filter(merged_into__isnull=True, reports__isnull=False).distinct().order_by("pk")
        count = 0
        for record in tqdm(writer.records(events), unit=" events", disable=not sys.stderr.isatty()):
            out.write(json.dumps(writer.line(record), ensure_ascii=False) + "\n")
            count += 1
        return count
