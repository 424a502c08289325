import json
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.history import because
from articles.models import Article, Publication, PublicReason
from events.interchange import authorities
from events.merging import merge
from events.models import Actor

SAMPLE = Path(__file__).resolve().parents[2] / "sample"


class Command(BaseCommand):
    help = "Loads the sample digest: publications, actors, places, articles and the events they report."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as", dest="user", required=True, help="the user who imports and codes")

    def handle(self, *, user: str, **options: Any) -> None:
        by = User.objects.filter(username=user, is_active=True).first()
        if by is None:
            raise CommandError(f"There is no user {user}: name one with --as.")
        self.make_publications(by)
        authorities.load_actors(lines("actors"), by=by)
        authorities.load_places(lines("places"), by=by)
        call_command("import_articles", SAMPLE / "articles.jsonl", publish=True, user=user, stdout=self.stdout)
        call_command("import_events", SAMPLE / "events.jsonl", confirm=True, user=user, stdout=self.stdout)
        authorities.load_relations(lines("relations"), by=by)
        for line in lines("corrections"):
            self.correct(line, by)
        for line in lines("merges"):
            self.merge(line, by)

    def make_publications(self, by: User) -> None:
        with because(by=by, reason="sample digest"):
            for line in lines("publications"):
                Publication.objects.get_or_create(slug=line.pop("slug"), defaults=line)

    def correct(self, line: dict[str, Any], by: User) -> None:
        """Put words of an article's text right, unless they are right."""
        article = Article.objects.get(
            issue__publication__title=line["publication"],
            issue__volume=line["volume"],
            issue__number=line["issue"],
            position=line["position"],
        )
        text = article.text
        for change in line["changes"]:
            text = text.replace(change["old"], change["new"], 1)
        if text != article.text:
            article.correct_text(text, by=by, reason=line["reason"], public_reason=PublicReason.MISREAD)

    def merge(self, line: dict[str, Any], by: User) -> None:
        """Let one actor stand for both, once."""
        merged = Actor.objects.get(name=line["merged"])
        if merged.merged_into is None:
            merge(Actor.objects.get(name=line["kept"]), merged, by=by, reason=line["reason"])


def lines(name: str) -> list[dict[str, Any]]:
    """The objects of one of the sample's files."""
    return [json.loads(line) for line in (SAMPLE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
