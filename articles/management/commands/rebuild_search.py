import sys
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.models import Article
from articles.search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Writes the search rows, names and words anew. Triggers keep them: needed only after a repair or an upgrade."

    def handle(self, **options: Any) -> None:
        total = Article.objects.public().count()
        with tqdm(total=total, unit=" articles", disable=not sys.stderr.isatty()) as bar:
            for done in rebuild():
                bar.update(done)
        self.stdout.write(f"{total:,} articles can be found.")
