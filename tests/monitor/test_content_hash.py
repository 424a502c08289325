"""One hash for the content: the same for every order of loading, another for every change."""

import io
import json
import random
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from articles.models import Article, Issue, NewsSource, Publication, SourceUrl
from events.models import Event, Report
from monitor.content import content_hash, content_lines
from tests.make import make_article, make_citation, make_report, make_source, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> Report:
    article = make_article(published=True)
    SourceUrl.objects.create(article=article, url="https://a.example/1")
    SourceUrl.objects.create(article=article, url="https://a.example/2")
    make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (make_source(), "1999-05-29"))
    return make_report(article=article, confirmed=True)


def hashed() -> str:
    out = io.StringIO()
    call_command("content_hash", stdout=out)
    return out.getvalue().strip()


def test_it_is_one_line_of_sha256(archive: Report) -> None:
    assert len(hashed()) == 64
    assert hashed() == hashed()


def test_an_empty_archive_has_a_hash_too() -> None:
    assert len(hashed()) == 64


@pytest.mark.parametrize(
    "change",
    [
        lambda report: Article.objects.filter(pk=report.article_id).update(title="Another", title_is_derived=False),
        lambda report: Article.objects.filter(pk=report.article_id).update(section="Economy"),
        lambda report: Article.objects.filter(pk=report.article_id).update(status="withdrawn"),
        lambda report: SourceUrl.objects.filter(url="https://a.example/1").update(url="https://a.example/3"),
        lambda report: Issue.objects.filter(pk=report.article.issue_id).update(
            date="", date_lower=None, date_upper=None, date_basis="unknown"
        ),
        lambda report: Publication.objects.update(title="Another"),
        lambda report: Event.objects.filter(pk=report.event_id).update(label="Another"),
        lambda report: Report.objects.filter(pk=report.pk).update(status="denied"),
        lambda report: Report.objects.filter(pk=report.pk).update(hedged=True),
        lambda report: make_article(),
        lambda report: make_report(article=report.article),
    ],
    ids=["title", "section", "status", "url", "date", "publication", "label", "report", "hedge", "article", "event"],
)
def test_every_change_of_content_changes_it(archive: Report, change: Any) -> None:
    before = hashed()

    change(archive)

    assert hashed() != before


@pytest.mark.parametrize(
    "change",
    [
        lambda report: Article.objects.filter(pk=report.article_id).update(updated_at="2001-01-01T00:00Z", revision=9),
        lambda report: SourceUrl.objects.filter(url="https://a.example/2").update(first_seen="2001-01-01T00:00Z"),
        lambda report: NewsSource.objects.update(aliases=["other"]),
    ],
    ids=["times", "first seen", "aliases"],
)
def test_what_is_no_content_leaves_it(archive: Report, change: Any) -> None:
    before = hashed()

    with transaction.atomic():
        change(archive)

    assert hashed() == before


def test_the_order_of_the_lines_does_not_matter(archive: Report) -> None:
    for _ in range(5):
        make_report(article=archive.article)
    lines = list(content_lines())
    shuffled = random.Random(1).sample(lines, len(lines))

    assert content_hash(shuffled) == content_hash(lines)


def test_two_orders_of_loading_give_the_same_hash(archive: Report, tmp_path: Path) -> None:
    for _ in range(4):
        make_report(article=make_article(published=True, issue=archive.article.issue))
    files = export(tmp_path)

    hashes = {loaded(files, tmp_path, backwards=backwards) for backwards in (False, True)}

    assert len(hashes) == 1


def export(folder: Path) -> tuple[Path, Path]:
    articles, events = folder / "articles.jsonl", folder / "events.jsonl"
    call_command("export_articles", str(articles), stdout=io.StringIO())
    call_command("export_events", str(events), stdout=io.StringIO())
    return articles, events


def loaded(files: tuple[Path, Path], folder: Path, *, backwards: bool) -> str:
    """The hash after loading the files into an empty archive, their lines turned round where wanted, without ids."""
    with transaction.atomic():
        empty()
        user = make_user("administrator").get_username()
        for command, file in zip(("import_articles", "import_events"), files, strict=True):
            call_command(command, str(turned(file, folder, backwards=backwards)), user=user, stdout=io.StringIO())
        result = hashed()
        transaction.set_rollback(True)
    return result


def turned(file: Path, folder: Path, *, backwards: bool) -> Path:
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line.pop("public_id", None)
    turned = folder / f"turned-{file.name}"
    turned.write_text("\n".join(json.dumps(line) for line in (reversed(lines) if backwards else lines)) + "\n")
    return turned


def empty() -> None:
    Report.objects.all().delete()
    Event.objects.all().delete()
    Article.objects.all().delete()
    Issue.objects.all().delete()
    Publication.objects.all().delete()
