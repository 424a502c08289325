import argparse
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.addressing import ArticleNotFound, article_at
from articles.dates import DateRefused, Edtf
from articles.text import TextRefused, normalise
from events.gazetteer import gazetteer
from events.lexicon import lexicon_of_rows
from events.suggestions.candidate import Candidate
from events.suggestions.suggest import suggest


class Command(BaseCommand):
    help = "Prints the suggestions for an article of the database, or for a text file without any row."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("address", nargs="?", metavar="ADDRESS", help="an article's address, /publications/…/")
        what.add_argument("--text", type=Path, metavar="FILE", help="a file in UTF-8, taken whole")
        parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="date of the issue, with --text")
        parser.add_argument("--format", choices=("jsonl",), default="jsonl", help="one JSON object a line")

    def handle(self, *, address: str | None, text: Path | None, date: str, **options: Any) -> None:
        found = self._of_file(text, date) if text else self._of_article(address or "", date)
        for candidate in found:
            self.stdout.write(json.dumps(candidate.as_row(), ensure_ascii=False))

    def _of_file(self, path: Path, date: str) -> list[Candidate]:
        try:
            issued = str(Edtf.parse(date)) if date else ""
            text = normalise(path.read_bytes().decode("utf-8"))
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{path} cannot be read as UTF-8: {error}.", returncode=2) from error
        except (DateRefused, TextRefused) as error:
            raise CommandError(str(error), returncode=2) from error
        return suggest(text, issued, gazetteer())

    def _of_article(self, address: str, date: str) -> list[Candidate]:
        if date:
            raise CommandError("--date goes with --text; an article has the date of its issue.", returncode=2)
        try:
            article = article_at(address)
        except ArticleNotFound as error:
            raise CommandError(str(error), returncode=2) from error
        return suggest(article.text, article.issue.date, lexicon_of_rows())
