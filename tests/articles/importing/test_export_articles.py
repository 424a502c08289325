import io
import json

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Issue, Publication
from tests.make import make_article, make_issue, make_publication

pytestmark = pytest.mark.django_db


def exported(**options):
    out = io.StringIO()
    call_command("export_articles", stdout=out, **options)
    return out.getvalue()


def imported(path):
    call_command("import_articles", str(path), stdout=io.StringIO(), stderr=io.StringIO())


def test_what_is_exported_is_imported_to_the_same_content(tmp_path):
    publication = make_publication(title="Harbour Digest", slug="harbour-digest")
    full = make_article(
        issue=make_issue(publication=publication, date="1999-06-03"),
        title="A quiet day",
        title_printed="A QUIET DAY.",
        byline="Jane Doe",
        section="Harbours",
        published=True,
    )
    full.urls.create(url="https://a.example/2")
    full.urls.create(url="https://a.example/1")
    make_article(
        issue=make_issue(publication=publication, date="", number=3), position=4, text="Bare.\n\n“So”  it was."
    )
    before = exported()
    path = tmp_path / "export.jsonl"
    path.write_text(before, encoding="utf-8")
    for model in (Article, Issue, Publication):
        model.objects.all().delete()

    imported(path)

    assert exported() == before
    assert Article.objects.get(position=4).title_is_derived


def test_an_import_of_the_export_changes_nothing(tmp_path):
    make_article(title="A quiet day", published=True)
    path = tmp_path / "export.jsonl"
    call_command("export_articles", str(path))
    out = io.StringIO()

    call_command("import_articles", str(path), stdout=out)

    assert out.getvalue() == "articles: 0 created, 1 unchanged, 0 conflicting, 0 refused; issues: 0 created\n"


def test_lines_come_by_address_and_of_one_publication_where_it_is_named():
    one, other = make_publication(slug="b"), make_publication(slug="a")
    for publication, number in ((one, 2), (one, 1), (other, 5)):
        make_article(issue=make_issue(publication=publication, number=number))

    every = [json.loads(line)["issue"] for line in exported().splitlines()]
    of_one = [json.loads(line)["issue"] for line in exported(publication="b").splitlines()]

    assert (every, of_one) == ([5, 1, 2], [1, 2])


def test_an_unknown_publication_is_wrong_usage():
    with pytest.raises(CommandError) as wrong:
        exported(publication="nowhere")

    assert wrong.value.returncode == 2
