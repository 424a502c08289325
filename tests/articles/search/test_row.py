"""A search row says what its article says now, whichever way the article changed."""

import pytest
from django.db import connection, transaction

from articles.models import Article, NewsSource, SearchDue, SearchRow
from articles.moving import join_articles, move_article, split_article
from articles.search.rebuilding import rebuild
from articles.verbs import check_rules
from events import editing
from tests import make
from tests.articles.search.found import counts, finds, found, titles

pytestmark = pytest.mark.django_db
CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def editor(settings):
    settings.SINGLE_EDITOR = True
    return make.make_user("administrator")


def row_of(article):
    check_rules()
    return SearchRow.objects.filter(pk=article.pk).first()


def test_an_article_is_found_from_publishing_to_withdrawing(editor):
    article = make.make_article()
    before = finds(article, "bridge")

    editing.publish(article, by=editor)
    published = finds(article, "bridge")
    editing.withdraw(article, by=editor, reason="Printed twice.")

    assert (before, published, finds(article, "bridge")) == (False, True, False)
    assert row_of(article) is None


@pytest.mark.parametrize("status", ["draft", "in_review", "withdrawn"])
def test_what_is_not_published_has_no_row(status):
    assert row_of(make.make_article(status=status)) is None


def test_a_corrected_text_is_found_by_its_new_words_alone(editor):
    article = make.make_article(published=True, title="Talks")

    article.correct_text("Envoys met about a ferry.", by=editor, reason="Misread.", public_reason="misread")

    assert finds(article, "ferry")
    assert not finds(article, "bridge")


def test_a_change_by_form_or_bulk_update_counts_like_any_other():
    article = make.make_article(published=True, title="Talks", section="Politics")
    check_rules()

    Article.objects.filter(pk=article.pk).update(title="Ferry reopened", section="Economy")

    assert finds(article, "ferry")
    assert not finds(article, "ferry talks -reportedly")
    assert counts(found("ferry"), 3) == {"Economy": 1}


def test_a_new_date_of_the_issue_moves_its_articles(editor):
    article = make.make_article(published=True, issue=make.make_issue(date="1999-06-03"))
    undated = make.make_article(published=True, issue=make.make_issue(date=""))

    article.issue.set_date("2001-05", basis="printed", by=editor)

    page = found("bridge")
    assert [hit.article.pk for hit in page.hits] == [article.pk, undated.pk]
    assert counts(page, 1) == {"2001": 1}
    assert str(row_of(article).date) == "2001-05-31"


def test_moved_split_and_joined_articles_are_found_where_they_are(editor):
    first = make.make_article(published=True, title="One", text="A bridge.\n\nA ferry.")
    elsewhere = make.make_issue(date="2003-01-01")

    rest = split_article(first, 11, by=editor, reason="Two items.", title="Two")
    apart = titles("bridge"), titles("ferry")
    joined = join_articles(first, rest, by=editor, reason="One item.")
    together = titles("bridge"), titles("ferry")
    move_article(joined, elsewhere, by=editor, reason="Wrong issue.")

    assert apart == (["One"], ["Two"])
    assert together == (["One"], ["One"])
    assert counts(found("ferry"), 2) == {elsewhere.publication.slug: 1}
    assert counts(found("ferry"), 1) == {"2003": 1}


def test_sources_are_counted_as_the_filter_finds_them():
    kyodo, tass = make.make_source(slug="kyodo"), make.make_source(slug="tass")
    article = make.make_article(published=True)
    citation = make.make_citation(article, CITES, (kyodo, ""), (tass, ""))

    both = counts(found("bridge"), 4)
    NewsSource.objects.filter(pk=tass.pk).update(merged_into=kyodo)
    merged = counts(found("bridge"), 4)
    type(citation).objects.filter(pk=citation.pk).update(state="orphan", start=None, end=None)

    assert both == {"kyodo": 1, "tass": 1}
    assert merged == {"kyodo": 1}
    assert counts(found("bridge"), 4) == {}


def test_a_deleted_article_leaves_no_row():
    article = make.make_article(published=True)
    pk, before = article.pk, row_of(article)

    article.delete()
    check_rules()

    assert before is not None
    assert not SearchRow.objects.filter(pk=pk).exists()


def test_only_facets_are_written_where_the_words_stay():
    article = make.make_article(published=True)
    kyodo = make.make_source(slug="kyodo")
    check_rules()
    SearchRow.objects.filter(pk=article.pk).update(search="'marker'")

    make.make_citation(article, CITES, (kyodo, ""))

    assert finds(article, "marker")
    assert counts(found("marker"), 4) == {"kyodo": 1}


def test_nothing_is_due_once_the_rules_are_checked():
    make.make_article(published=True)
    waiting = SearchDue.objects.count()

    check_rules()

    assert (waiting, SearchDue.objects.count()) == (1, 0)


def test_a_rebuild_writes_what_is_missing_and_drops_what_is_too_much():
    article, draft = make.make_article(published=True, title="Bridge"), make.make_article()
    check_rules()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_searchrow SET search = '', facets = '{1}'")
        cursor.execute("DELETE FROM articles_searchword")
        cursor.execute(
            "INSERT INTO articles_searchrow SELECT %s, date, facets, head, search FROM articles_searchrow", [draft.pk]
        )

    done = sum(rebuild())

    assert done == 1
    assert finds(article, "bridge")
    assert row_of(draft) is None
    assert found("bidge").suggestion == "bridge"


@pytest.mark.django_db(transaction=True)
def test_plain_sql_outside_every_verb_is_followed_at_its_commit():
    article = make.make_article(published=True)
    first = SearchRow.objects.filter(pk=article.pk).exists()

    with connection.cursor() as cursor:
        cursor.execute("UPDATE articles_article SET status = 'withdrawn' WHERE id = %s", [article.pk])

    assert first
    assert not SearchRow.objects.filter(pk=article.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_rolled_back_was_never_found():
    article = make.make_article()

    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(status="published", published_at=article.created_at)
        check_rules()
        raise ZeroDivisionError

    assert not SearchRow.objects.exists()
