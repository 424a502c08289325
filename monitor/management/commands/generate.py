import os
import sys
from argparse import ArgumentTypeError
from collections import Counter
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from articles.models import Article
from monitor.generating.filling import Filling
from monitor.generating.scenario import Scenario
from monitor.generating.vocabulary.sources import DIGESTS


class Command(BaseCommand):
    help = "Fills a database with a made-up archive for trials and measurements: the same numbers, the same content."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=whole, required=True, help="how many articles")
        parser.add_argument("--events", type=whole, required=True, help="how many events they report")
        parser.add_argument("--seed", type=whole, default=1, help="another number, another archive (default 1)")
        parser.add_argument(
            "--publication-count",
            type=int,
            choices=range(1, len(DIGESTS) + 1),
            default=4,
            metavar="N",
            help=f"how many digests, at most {len(DIGESTS)} (default 4)",
        )
        parser.add_argument("--add", action="store_true", help="add to the articles that the database holds already")
        parser.add_argument(
            "--processes", type=int, default=min(os.cpu_count() or 1, 4), help="how many write at a time"
        )

    def handle(
        self, *, articles: int, events: int, seed: int, publication_count: int, processes: int, add: bool, **_: Any
    ) -> None:
        if events and not articles:
            raise CommandError("Events need articles that report them: give --articles too.", returncode=2)
        if Article.objects.exists() and not add:
            raise CommandError(
                "The database holds articles already. Give --add to generate more beside them, or use an empty one."
            )
        self.prepare()
        filling = Filling(Scenario(articles=articles, events=events, seed=seed, publications=publication_count))
        counts = self.fill(filling, max(1, processes))
        self.stdout.write(", ".join(f"{name} {counts[name]}" for name in sorted(counts)))

    def prepare(self) -> None:
        """Codebook and roles, without which no event can be coded."""
        call_command("load_codebook", stdout=self.stdout)
        call_command("sync_roles", stdout=self.stdout)

    def fill(self, filling: Filling, processes: int) -> Counter[str]:
        counts: Counter[str] = Counter()
        tqdm.monitor_interval = 0  # no thread that would be copied into the other processes
        with tqdm(total=filling.scenario.articles, unit=" articles", disable=not sys.stderr.isatty()) as bar:
            for written in filling.write(processes):
                counts += written
                bar.update(written["Article"])
        return counts


def whole(value: str) -> int:
    """A number of things, from 0."""
    if not (value.isascii() and value.isdigit()):
        raise ArgumentTypeError(f"{value!r} is no whole number from 0 on")
    return int(value)
