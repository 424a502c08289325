from typing import Any

from django.core.management.base import BaseCommand

from monitor import roles


class Command(BaseCommand):
    help = "Makes the groups annotator, reviewer, editor and administrator carry exactly the rights of the table."

    def handle(self, **options: Any) -> None:
        for name, count in roles.sync().items():
            self.stdout.write(f"{name}: {count} rights")
