import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from events.gazetteer import gazetteer
from events.suggestions.measuring.figures import measure
from events.suggestions.measuring.gold import GoldRefused, read_gold


class Command(BaseCommand):
    help = "Compares the suggestions with an annotated set and prints precision, recall and F1; needs no database."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of NAME.txt and NAME.json")
        parser.add_argument("--half", choices=("seen", "unseen"), help="only names without, or with, _u at their end")
        parser.add_argument("--json", action="store_true", help="the figures as JSON instead of a table")

    def handle(self, *, gold: Path, half: str | None, json: bool, **options: Any) -> None:
        try:
            articles = [one for one in read_gold(gold) if half is None or one.unseen == (half == "unseen")]
        except GoldRefused as error:
            raise CommandError(str(error), returncode=2) from error
        figures = measure(articles, gazetteer())
        self.stdout.write(_as_json(figures.as_data()) if json else figures.table())


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
