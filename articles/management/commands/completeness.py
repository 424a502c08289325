import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.completeness import findings
from articles.models import Publication


class Command(BaseCommand):
    help = "Lists what is missing or doubtful in each publication: issue numbers, announced items, dates."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="publications (default: all)")

    def handle(self, *, slugs: list[str], **options: Any) -> None:
        publications = Publication.objects.order_by("slug")
        missing = set(slugs) - set(publications.values_list("slug", flat=True))
        if missing:
            raise CommandError(f"There is no publication {min(missing)}; give the slug of one.", returncode=2)
        for publication in publications.filter(slug__in=slugs) if slugs else publications:
            found = list(findings(publication))
            for finding in found:
                self.stdout.write(f"{publication.slug}: {finding.kind}: {finding.sentence}")
            self.stdout.write(f"{publication.slug}: {len(found)} to look after")
