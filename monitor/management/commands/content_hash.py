import sys
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.models import Article
from articles.snapshot import snapshot
from events.models import Event
from monitor.content import content_hash, content_lines


class Command(BaseCommand):
    help = "Prints one hash of all articles and events: equal where their content is, whatever ids, times and order."

    def handle(self, **options: Any) -> None:
        with snapshot():
            total = Article.objects.count() + Event.objects.count()
            lines = tqdm(content_lines(), total=total, unit=" rows", disable=not sys.stderr.isatty())
            self.stdout.write(content_hash(lines))
