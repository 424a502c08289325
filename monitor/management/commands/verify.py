import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.snapshot import snapshot
from monitor.verifying.all_checks import all_checks
from monitor.verifying.check import Check, Finding


class Command(BaseCommand):
    help = "Checks the promises on the live database, all as of one moment; exit 1 where a row breaks one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only", action="append", default=[], metavar="CHECK", help="only this check; may be repeated"
        )
        parser.add_argument("--list", action="store_true", help="name the checks and what they say, and stop")

    def handle(self, *, only: list[str], list: bool, **options: Any) -> None:
        checks = self.chosen(only)
        if list:
            self.stdout.writelines(f"{check.name}: {check.says}\n" for check in checks)
            return
        with snapshot():
            breaches = sum(self.look(check) for check in tqdm(checks, unit=" checks", disable=not sys.stderr.isatty()))
        self.stdout.write(f"{len(checks)} checks, {breaches:,} {'breach' if breaches == 1 else 'breaches'}")
        if breaches:
            sys.exit(1)

    def chosen(self, only: list[str]) -> list[Check]:
        checks = {check.name: check for check in all_checks()}
        for name in only:
            if name not in checks:
                raise CommandError(f"There is no check {name}: manage.py verify --list names them.", returncode=2)
        return [check for name, check in checks.items() if not only or name in only]

    def look(self, check: Check) -> int:
        """Run one check and print what it found; the number of breaches."""
        began = time.monotonic()
        finding = check.run()
        seconds = time.monotonic() - began
        verdict = "BREACH" if finding.breaches else "ok"
        self.say(f"{verdict:<7}{check.name:<44}{finding.looked_at:>11,} looked at {seconds:7.1f} s")
        if finding.breaches:
            self.explain(check, finding)
        return finding.breaches

    def explain(self, check: Check, finding: Finding) -> None:
        self.say(f"       {check.says} Not so in {finding.breaches:,}:")
        for breach in finding.shown:
            self.say(f"         {breach}")
        if finding.breaches > len(finding.shown):
            self.say(f"         … and {finding.breaches - len(finding.shown):,} more")
        self.say(f"       What to do: {check.advice}")

    def say(self, words: str) -> None:
        """Print without tearing the progress bar."""
        with tqdm.external_write_mode():
            self.stdout.write(words)
