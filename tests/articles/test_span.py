"""No span stands on other words than it quotes, whoever writes (promise 1)."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Article, Citation, TextVersion
from articles.text import sha256
from tests.make import make_actor, make_article, make_citation, make_evidence, make_mention, make_report

WORDS = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
SPANS = {
    "citation": lambda article: make_citation(article, WORDS),
    "mention": lambda article: make_mention(article, "Varda", make_actor()),
    "evidence": lambda article: make_report(article=article).evidence.get(),
}


def write_text(article, text):
    """Change the text as plain SQL would that keeps every other rule."""
    TextVersion.objects.create(article=article, number=article.text_version + 1, text=text, public_reason="other")
    Article.objects.filter(pk=article.pk).update(
        text=text, text_sha256=sha256(text), text_version=article.text_version + 1
    )


@contextmanager
def refused_as(rule):
    """The block, or the check at its end, is refused by the rule of that name."""
    connection.check_constraints()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
        connection.check_constraints()

    assert refusal.value.__cause__.diag.constraint_name == rule


@pytest.mark.django_db
@pytest.mark.parametrize("make", SPANS.values(), ids=SPANS)
def test_text_cannot_change_under_a_span(make):
    article = make_article()
    make(article)

    with refused_as("text_keeps_its_spans"):
        write_text(article, "Now " + article.text)


@pytest.mark.django_db
@pytest.mark.parametrize("make", SPANS.values(), ids=SPANS)
@pytest.mark.parametrize("columns", [{"start": 1}, {"end": 9_000}, {"quote": "other words"}])
def test_span_cannot_leave_its_words(make, columns):
    span = make(make_article())

    with refused_as("span_stands_on_its_words"):
        type(span).objects.filter(pk=span.pk).update(**columns)


@pytest.mark.django_db
def test_bulk_insert_of_a_span_beside_its_words_is_refused():
    article = make_article()
    wrong = Citation(article=article, start=0, end=5, quote="Kyodo")

    with refused_as("span_stands_on_its_words"):
        Citation.objects.bulk_create([wrong])


@pytest.mark.django_db
def test_text_may_change_where_the_spans_go_along():
    article = make_article()
    citation = make_citation(article, WORDS)

    write_text(article, "Now " + article.text)
    Citation.objects.filter(pk=citation.pk).update(start=citation.start + 4, end=citation.end + 4)
    connection.check_constraints()

    citation.refresh_from_db()
    article.refresh_from_db()
    assert article.text[citation.start : citation.end] == WORDS


@pytest.mark.django_db
def test_text_without_its_version_is_refused():
    article = make_article()

    with refused_as("article_text_is_its_version"):
        Article.objects.filter(pk=article.pk).update(text="Other words.")


@pytest.mark.django_db
def test_text_version_is_written_once_and_stays():
    version = make_article().versions.get()
    connection.check_constraints()

    with pytest.raises(Exception, match="written_once"), transaction.atomic():
        TextVersion.objects.update(text="Other words.")
    with refused_as("text_version_goes_with_its_article"):
        TextVersion.objects.filter(pk=version.pk).delete()


@pytest.mark.django_db
def test_article_that_nothing_reports_goes_with_its_versions():
    article = make_article()

    article.delete()
    connection.check_constraints()

    assert not TextVersion.objects.exists()


@pytest.mark.django_db
def test_astral_and_combining_characters_count_as_code_points():
    article = make_article(text="The 𝔐onitor’s e\u0301dition 😀 said (Kyodo, May 28) so.")

    citation = make_citation(article, "(Kyodo, May 28)")
    connection.check_constraints()

    assert article.text[citation.start : citation.end] == citation.quote


@pytest.mark.django_db
def test_evidence_may_overlap_and_stack():
    report = make_report()

    make_evidence(report, "met in Varda")
    make_evidence(report, "met", kind="trigger")
    make_evidence(report, "Envoys of the two river states met", kind="sentence")

    connection.check_constraints()
    assert report.evidence.count() == 4
