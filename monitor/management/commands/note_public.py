from typing import Any

from django.core.management.base import BaseCommand

from articles import public_revision
from monitor.noting import note_all


class Command(BaseCommand):
    help = "Notes what is public and was not noted, and what is noted and is public no more, as verify may ask for."

    def handle(self, **options: Any) -> None:
        before = public_revision.number()
        note_all()
        after = public_revision.number()
        self.stdout.write(f"public revision {after}" if after != before else "nothing to note")
