import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from articles.importing.analysis import Analysis
from articles.importing.detect import PARSERS
from articles.importing.gathering import PathUnreadable, read_file
from articles.importing.loader import Loader
from articles.importing.publications import WrongOption
from articles.importing.records import Problem
from articles.importing.run_files import RunFile, files_of_run, named_files
from articles.importing.run_keeping import RunKeeper
from articles.importing.summary import Summary
from articles.models import ImportRun, RunIsBusy, RunState

KEPT_OPTIONS = ("format", "publication", "first_year", "publish")


class Command(BaseCommand):
    help = "Imports articles from files and folders. What is stored already stays as it is; what differs is reported."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        add = parser.add_argument
        add("paths", nargs="*", metavar="PATH", help="files, or folders that are walked")
        add("--format", choices=list(PARSERS), default="", help="the format of all files (default: by their content)")
        add("--publication", default="", metavar="SLUG", help="the publication, made where it does not exist")
        add("--first-year", type=year, metavar="Y", help="the year of volume 1 of a publication that is made")
        add("--dry-run", action="store_true", help="say what would happen and write nothing")
        add("--analyse", action="store_true", help="say what is in the files, fields and categories too, and stop")
        add("--publish", action="store_true", help="publish the articles that are made")
        add("--as", dest="user", default="", metavar="USER", help="the user who imports, for the history")
        add("--report", default="", metavar="FILE", help="write the outcome as JSON")
        add("--run", type=int, metavar="ID", help="the files and options of a run: an upload, or one that broke off")

    def handle(self, *, paths: list[str], run: int | None, analyse: bool, **options: Any) -> None:
        if bool(paths) == bool(run):
            raise CommandError("Name the files to import, or --run ID, and not both.", returncode=2)
        try:
            if analyse:
                self.analyse(named_files(map(str, paths)), options["format"])
            elif run:
                self.work_on(run, options)
            else:
                self.import_named(list(map(str, paths)), options)
        except (PathUnreadable, WrongOption, RunIsBusy) as wrong:
            raise CommandError(str(wrong), returncode=2) from wrong

    def analyse(self, files: list[RunFile], format_name: str) -> None:
        for file in progress(files, "read", " files"):
            for line in Analysis.of_file(file.path, format_name).lines():
                self.stdout.write(line)

    def import_named(self, paths: list[str], options: dict[str, Any]) -> None:
        by = importer(options["user"])
        kept = {"paths": paths, **{name: options[name] for name in KEPT_OPTIONS}}
        keeper = None if options["dry_run"] else RunKeeper(by=by, options=kept)
        self.import_files(named_files(paths), {**options, "by": by}, keeper)

    def work_on(self, pk: int, options: dict[str, Any]) -> None:
        """Import again what a run names: nothing that is in already is written twice."""
        run = ImportRun.objects.filter(pk=pk).first()
        if run is None:
            raise CommandError(f"There is no run {pk}; the admin lists all runs.", returncode=2)
        keeper = RunKeeper(by=run.by, options=run.options, run=run)
        with run.held():
            keeper.begin(RunState.LOOKING if options["dry_run"] else RunState.APPLYING)
            try:
                with files_of_run(run) as files:
                    self.import_files(files, {**options, **run.options, "by": run.by}, keeper)
            except (PathUnreadable, WrongOption) as wrong:
                keeper.fail(str(wrong))
                raise
            except Exception as error:
                keeper.fail(f"{type(error).__name__}: {error}")
                raise

    def import_files(self, files: list[RunFile], options: dict[str, Any], keeper: RunKeeper | None) -> None:
        report = options["report"]
        summary = Summary(with_report=bool(report))
        if report:
            write_report(report, summary)  # now, so that one which cannot be written stops everything
        with self.loader(options, keeper) as loader, self.in_hand(keeper):
            self.take(files, options["format"], loader, summary, keeper)
            self.load(loader, summary, keeper)
            if keeper is not None:
                state = RunState.LOOKED if options["dry_run"] else RunState.DONE
                keeper.end(state, summary.counts, [file.path for file in files])
        if report:
            write_report(report, summary)
        self.stdout.write(summary.last_line())
        if not summary.all_went_in:
            sys.exit(1)

    def in_hand(self, keeper: RunKeeper | None) -> AbstractContextManager[Any]:
        return keeper.in_hand() if keeper is not None else nullcontext()

    def loader(self, options: dict[str, Any], keeper: RunKeeper | None) -> Loader:
        return Loader(
            by=options["by"],
            publication=options["publication"],
            first_year=options["first_year"],
            publish=options["publish"],
            dry_run=options["dry_run"],
            keeper=keeper,
        )

    def take(
        self, files: list[RunFile], format_name: str, loader: Loader, summary: Summary, keeper: RunKeeper | None
    ) -> None:
        for file in progress(files, "read", " files"):
            for item in read_file(file.path, format_name, file.called):
                problem = item if isinstance(item, Problem) else loader.take(item)
                if problem is not None:
                    self.tell(problem, keeper)
                    summary.add_problem(problem)
                if keeper is not None:
                    keeper.progress({**summary.counts, "read": loader.count})

    def load(self, loader: Loader, summary: Summary, keeper: RunKeeper | None) -> None:
        with progress(None, "import", " articles", total=loader.count) as bar:
            for result in loader.load():
                summary.add_result(result)
                for decision in result.decisions:
                    if decision.problem is not None:
                        self.tell(decision.problem, keeper, decision.article.pk if decision.article else None)
                bar.update(len(result.decisions))
                if keeper is not None:
                    keeper.progress({**summary.counts, "read": loader.count})

    def tell(self, problem: Problem, keeper: RunKeeper | None, article: int | None = None) -> None:
        self.stderr.write(str(problem))
        if keeper is not None:
            keeper.note(problem, article)


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
