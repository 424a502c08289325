"""A file loaded again changes nothing, wherever its articles have gone since."""

import pytest

from articles.models import Article, Issue
from articles.moving import join_articles, move_article, split_article
from events.editing import publish
from tests.articles.importing.test_import_articles import LONG, codes, counts, line, run, write
from tests.make import make_article, make_issue, make_user

pytestmark = pytest.mark.django_db

OTHER = "A second ferry was promised for the spring.\n\nThe harbour master said that it would be a smaller one."
WHY = "The print has it so."
UNCHANGED = (0, 2, 0, 0)


@pytest.fixture
def editor():
    return make_user("editor")


@pytest.fixture(params=[True, False], ids=["with positions", "without"])
def file(request, tmp_path):
    """A file of two articles, loaded once."""
    places = ({"position": 1}, {"position": 2}) if request.param else ({}, {})
    path = write(tmp_path, line(**places[0]), line(text=OTHER, **places[1]))
    run(path)
    return path


def first_and_second():
    return Article.objects.get(text=LONG), Article.objects.get(text=OTHER)


def outcome(path):
    before = Article.objects.count()
    last, errors, _ = run(path)
    assert Article.objects.count() == before, errors
    return counts(last)


@pytest.mark.parametrize("is_public", [True, False])
def test_article_that_was_moved_to_another_issue_is_unchanged(file, editor, is_public):
    first, _ = first_and_second()
    if is_public:
        publish(first, by=editor)
    move_article(first, make_issue(publication=Issue.objects.get().publication), by=editor, reason=WHY)

    assert outcome(file) == UNCHANGED


def test_article_that_was_moved_and_corrected_is_unchanged(file, editor):
    first, _ = first_and_second()
    move_article(first, make_issue(publication=Issue.objects.get().publication), by=editor, reason=WHY)
    first.refresh_from_db()
    first.correct_text(f"Yesterday {LONG}", by=editor, reason=WHY, public_reason="missing")

    assert outcome(file) == UNCHANGED


def test_articles_that_changed_places_are_unchanged(file, editor):
    first, second = first_and_second()
    for article, position in ((first, 7), (second, 1), (first, 2)):
        move_article(article, article.issue, position=position, by=editor, reason=WHY)
        article.refresh_from_db()

    assert outcome(file) == UNCHANGED


def test_articles_that_were_joined_are_unchanged(file, editor):
    join_articles(*first_and_second(), by=editor, reason=WHY)

    assert outcome(file) == UNCHANGED


def test_article_that_was_split_is_unchanged(file, editor):
    split_article(first_and_second()[1], OTHER.index("The harbour"), by=editor, reason=WHY)

    assert outcome(file) == UNCHANGED


def test_place_that_was_never_public_can_be_another_articles(tmp_path, editor):
    run(write(tmp_path, line(position=1)))
    move_article(Article.objects.get(), make_issue(), by=editor, reason=WHY)

    last, _, _ = run(write(tmp_path, line(position=1, text=OTHER), name="b.jsonl"))

    assert counts(last) == (1, 0, 0, 0)
    assert Article.objects.get(text=OTHER).position == 1


def test_place_that_was_public_is_not_given_to_another_article(tmp_path, editor):
    run(write(tmp_path, line(position=1)))
    publish(Article.objects.get(), by=editor)
    move_article(Article.objects.get(), make_issue(), by=editor, reason=WHY)

    last, errors, code = run(write(tmp_path, line(position=1, text=OTHER), name="b.jsonl"))

    assert (counts(last), code, codes(errors)) == ((0, 0, 1, 0), 1, ["text_differs"])
    assert "article 1 of Monitor, vol. 5, no. 107, which was moved" in errors[0]


def test_articles_of_other_issues_are_not_asked_for(tmp_path):
    make_article()

    last, _, _ = run(write(tmp_path, line()))

    assert counts(last) == (1, 0, 0, 0)
