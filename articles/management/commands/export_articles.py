import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.importing.writing import article_lines
from articles.models import Publication


class Command(BaseCommand):
    help = "Writes all articles, hidden ones too, as JSON Lines that import_articles reads back."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="where to write (default: stdout)")
        parser.add_argument("--publication", default="", metavar="SLUG", help="only this publication")

    def handle(self, *, file: str, publication: str, **options: Any) -> None:
        if publication and not Publication.objects.filter(slug=publication).exists():
            raise CommandError(f"There is no publication {publication}; give the slug of one.", returncode=2)
        if file == "-":
            for line in article_lines(publication):
                self.stdout.write(line)
            return
        try:
            with open(file, "w", encoding="utf-8", newline="\n") as output:
                output.writelines(f"{line}\n" for line in article_lines(publication))
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.", returncode=2) from error
