import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.importing.detect import PARSERS
from articles.importing.gathering import PathUnreadable, files_under, read_file
from articles.importing.loader import Loader
from articles.importing.publications import WrongOption
from articles.importing.records import ArticleRecord, Problem
from articles.importing.summary import Summary


class Command(BaseCommand):
    help = "Imports articles from files and folders. What is stored already stays as it is; what differs is reported."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        add("paths", nargs="+", metavar="PATH", help="files, or folders that are walked")
        add("--format", choices=list(PARSERS), default="", help="the format of all files (default: by their content)")
        add("--publication", default="", metavar="SLUG", help="the publication, made where it does not exist")
        add("--first-year", type=year, metavar="Y", help="the year of volume 1 of a publication that is made")
        add("--dry-run", action="store_true", help="say what would happen and write nothing")
        add("--publish", action="store_true", help="publish the articles that are made")
        add("--as", dest="user", default="", metavar="USER", help="the user who imports, for the history")
        add("--report", default="", metavar="FILE", help="write the outcome as JSON")

    def handle(self, *, paths: list[str], report: str, **options: Any) -> None:
        summary = Summary(with_report=bool(report))
        try:
            files = files_under(map(str, paths))
            if report:
                write_report(report, summary)  # now, so that one which cannot be written stops everything
            with self.loader(options) as loader:
                self.take(files, options["format"], loader, summary)
                self.load(loader, summary)
        except (PathUnreadable, WrongOption) as wrong:
            raise CommandError(str(wrong), returncode=2) from wrong
        if report:
            write_report(report, summary)
        self.stdout.write(summary.last_line())
        if not summary.all_went_in:
            sys.exit(1)

    def loader(self, options: dict[str, Any]) -> Loader:
        return Loader(
            by=importer(options["user"]),
            publication=options["publication"],
            first_year=options["first_year"],
            publish=options["publish"],
            dry_run=options["dry_run"],
        )

    def take(self, files: list[str], format_name: str, loader: Loader, summary: Summary) -> None:
        for item in self.items(files, format_name):
            problem = item if isinstance(item, Problem) else loader.take(item)
            if problem is not None:
                self.tell(problem)
                summary.add_problem(problem)

    def items(self, files: list[str], format_name: str) -> Iterator[ArticleRecord | Problem]:
        for file in progress(files, "read", " files"):
            yield from read_file(file, format_name)

    def load(self, loader: Loader, summary: Summary) -> None:
        with progress(None, "import", " articles", total=loader.count) as bar:
            for result in loader.load():
                summary.add_result(result)
                for decision in result.decisions:
                    if decision.problem is not None:
                        self.tell(decision.problem)
                bar.update(len(result.decisions))

    def tell(self, problem: Problem) -> None:
        self.stderr.write(str(problem))


def year(words: str) -> int:
    """A year as an option."""
    if not (words.isdigit() and 1500 <= int(words) <= 2500):
        raise argparse.ArgumentTypeError(f"{words} is no year between 1500 and 2500")
    return int(words)


def importer(name: str) -> User | None:
    """The user of that name; None where none is named."""
    user = User.objects.filter(username=name, is_active=True).first()
    if name and user is None:
        raise CommandError(f"There is no active user {name}; name one with --as.", returncode=2)
    return user


def progress(over: Iterable[Any] | None, what: str, unit: str, total: int | None = None) -> Any:
    """A progress bar on a terminal, silence elsewhere."""
    return tqdm(over, desc=what, unit=unit, total=total, disable=not sys.stderr.isatty())


def write_report(path: str, summary: Summary) -> None:
    """The outcome as JSON in a file."""
    try:
        with open(path, "w", encoding="utf-8") as file:
            json.dump(summary.as_json(), file, ensure_ascii=False, indent=1)
    except OSError as error:
        raise CommandError(f"The report {path} cannot be written: {error.strerror}.", returncode=2) from error
