from time import perf_counter

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article, ArticleStatus
from events import editing
from events.models import Event, Report
from tests.make import make_article, make_issue, make_report, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return make_user("editor")


def test_published_article_shows_its_confirmed_reports(editor):
    report = make_report(article=make_article(), confirmed=True)

    editing.publish(report.article, by=editor)

    assert Article.objects.public().get() == report.article
    assert Event.objects.public().get().status == "occurred"


def test_withdrawn_article_takes_its_events_along(editor):
    report = make_report(confirmed=True)

    editing.withdraw(report.article, by=editor, reason="Printed twice.")

    report.event.refresh_from_db()
    assert not Article.objects.public().exists()
    assert not Report.objects.public().exists()
    assert report.event.status == ""


def test_article_published_again_keeps_its_first_time(editor):
    article = editing.publish(make_article(), by=editor)
    withdrawn = editing.withdraw(article, by=editor, reason="A mistake.")

    again = editing.publish(withdrawn, by=editor)

    assert again.published_at == article.published_at


@pytest.mark.parametrize("role", ["annotator", "reviewer"])
def test_only_editors_publish(role):
    with pytest.raises(PermissionDenied):
        editing.publish(make_article(), by=make_user(role))


def test_withdrawal_needs_a_reason_and_a_published_article(editor):
    article = make_article(published=True)

    with pytest.raises(editing.Refused, match="why"):
        editing.withdraw(article, by=editor, reason="")
    with pytest.raises(editing.Refused, match="published"):
        editing.withdraw(make_article(), by=editor, reason="Printed twice.")


def test_published_article_is_not_published_twice(editor):
    article = make_article(published=True)

    with pytest.raises(editing.Refused, match="already"):
        editing.publish(article, by=editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.PUBLISHED


@pytest.mark.parametrize("number", [20, pytest.param(1000, marks=pytest.mark.drill)])
def test_a_set_is_published_and_taken_back_with_every_row_in_the_history(editor, number):
    issue = make_issue()
    articles = [make_article(issue=issue) for _ in range(number)]
    for article in articles:
        make_report(article=article, confirmed=True)
    started = perf_counter()

    published = editing.publish_set([article.pk for article in articles], by=editor)
    shown = Event.objects.public().count()
    between = perf_counter()
    editing.undo_set(published, by=editor, reason="The wrong list.")

    copies = Article.history.rel.related_model.objects.filter(pgh_label="update")
    assert shown == number
    assert not Event.objects.public().exists()
    assert copies.filter(status="published").count() == copies.filter(status="draft").count() == number
    assert max(between - started, perf_counter() - between) < 10
