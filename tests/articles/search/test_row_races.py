"""Two people change what a search row says at once: whoever comes second writes what both changed."""

import pytest
from django.db import connection

from articles.models import Article, CitedReport, SearchRow
from events import editing
from tests.make import make_article, make_citation, make_report, make_source, make_user
from tests.races import together

CITES = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"
ROUNDS = [pytest.param(10, id="tenth"), pytest.param(100, id="full", marks=pytest.mark.drill)]
STALE = """
    SELECT count(*) FROM search_rows_anew((SELECT array_agg(id) FROM articles_article)) n
    LEFT JOIN articles_searchrow s USING (article_id)
    WHERE (s.date, s.facets, s.head, s.search) IS DISTINCT FROM (n.date, n.facets, n.head, n.search)
"""


def stale_rows():
    with connection.cursor() as cursor:
        cursor.execute(STALE)
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_changes_of_one_article_at_once_all_show(rounds, settings):
    settings.SINGLE_EDITOR = True
    editor = make_user("administrator")
    for _ in range(rounds):
        article = make_article(published=True)
        cited = make_citation(article, CITES, (make_source(), "")).reports.get()
        report = make_report(article=article, by=editor)
        other = make_source()

        outcomes = together(
            lambda a=article: Article.objects.filter(pk=a.pk).update(title="A ferry", section="Trade"),
            lambda c=cited, s=other: CitedReport.objects.filter(pk=c.pk).update(news_source=s),
            lambda r=report: editing.confirm(r, by=editor),
        )

        assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes

    assert stale_rows() == 0
    assert SearchRow.objects.count() == rounds


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_changes_that_reach_many_articles_do_not_lock_each_other_out(rounds):
    articles = [make_article(published=True) for _ in range(12)]
    sources = [make_source(), make_source()]
    cited = [make_citation(article, CITES, (sources[0], "")).reports.get().pk for article in articles]

    for number in range(rounds):
        outcomes = together(
            lambda n=number: Article.objects.filter(pk__gt=0).update(section=f"Section {n}"),
            lambda n=number: CitedReport.objects.filter(pk__in=cited).update(news_source=sources[n % 2]),
        )

        assert not any(isinstance(outcome, Exception) for outcome in outcomes), outcomes

    assert stale_rows() == 0
