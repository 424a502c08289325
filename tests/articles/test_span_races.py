"""A text that changes while somebody marks its words: no order of commits leaves a span on other words."""

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article, Citation, TextVersion
from articles.text import sha256
from articles.verbs import Refused
from events.models import Evidence
from tests.make import make_article, make_evidence, make_report, make_user
from tests.races import together

WORDS = "They agreed to reopen the bridge."
ROUNDS = [pytest.param(30, id="tenth"), pytest.param(300, id="full", marks=pytest.mark.drill)]
WRONG = """
    SELECT count(*) FROM {table} s JOIN articles_article a ON a.id = s.article_id
    WHERE s.state <> 'orphan' AND substr(a.text, s.start + 1, s."end" - s.start) <> s.quote
"""


def wrong_spans(table):
    with connection.cursor() as cursor:
        cursor.execute(WRONG.format(table=table))
        return cursor.fetchone()[0]


def change_by_sql(article):
    """A whole change of the text as SQL can do it: new version, new text, no thought of spans."""
    text = "Now " + article.text
    with transaction.atomic():
        TextVersion.objects.create(article_id=article.pk, number=2, text=text, public_reason="other")
        Article.objects.filter(pk=article.pk).update(text=text, text_sha256=sha256(text), text_version=2)


def mark(article):
    citation = Citation(article=article)
    start = article.text.index(WORDS)
    citation.place_on(article.text, start, start + len(WORDS), version=1)
    with transaction.atomic():
        citation.save()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_text_changed_by_sql_beside_a_new_span(rounds):
    refused = 0
    for _ in range(rounds):
        article = make_article()

        outcomes = together(lambda a=article: change_by_sql(a), lambda a=article: mark(a))

        assert all(outcome is None or isinstance(outcome, IntegrityError) for outcome in outcomes)
        refused += sum(isinstance(outcome, IntegrityError) for outcome in outcomes)

    assert wrong_spans("articles_citation") == 0
    assert refused == rounds  # one of the two comes second and is told so


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_text_corrected_beside_new_evidence(rounds):
    editor = make_user("editor")
    for _ in range(rounds):
        report = make_report()
        article = Article.objects.get(pk=report.article_id)

        outcomes = together(
            lambda a=article: a.correct_text("Now " + a.text, by=editor, reason="print", public_reason="other"),
            lambda r=report: make_evidence(r, WORDS),
        )

        assert not isinstance(outcomes[0], Exception)
        assert isinstance(outcomes[1], Evidence | IntegrityError | Refused)

    assert wrong_spans("events_evidence") == 0
    assert Article.objects.filter(text_version=2).count() == rounds


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_two_who_delete_the_last_two_sentences_at_once(rounds):
    for _ in range(rounds):
        report = make_report(confirmed=True)
        make_evidence(report, WORDS)
        first, second = report.evidence.all()

        together(first.delete, second.delete)

        assert Evidence.objects.filter(report=report, kind="sentence").exists()
