"""Lists and look-ups of the desk read an index: each query here names the one that serves it."""

import pytest
from django.db import connection

from articles.models import Article, Citation, CitedReport, CrossReference, NewsSource
from events.models import ActorName, AnnotationTask, Event, Evidence, Mention, PlaceName

pytestmark = pytest.mark.django_db

SERVED = [
    (lambda: Article.objects.filter(title__istartswith="Envoys").order_by(), "article_by_beginning"),
    (lambda: Event.objects.filter(label__istartswith="Envoys").order_by(), "event_by_beginning"),
    (lambda: NewsSource.objects.filter(sort_key__startswith="kyo").order_by(), "news_source_by_beginning"),
    (lambda: NewsSource.objects.order_by("sort_key", "id")[:50], "news_source_by_name"),
    (lambda: Citation.objects.filter(state="check").order_by(), "citation_to_check"),
    (lambda: CrossReference.objects.filter(state="orphan").order_by(), "cross_reference_to_check"),
    (lambda: Mention.objects.filter(state="check").order_by(), "mention_to_check"),
    (lambda: Evidence.objects.filter(state="check").order_by(), "evidence_to_check"),
    (lambda: CitedReport.objects.filter(date_to_check=True).order_by(), "cited_report_date_to_check"),
    (lambda: Event.objects.filter(date_to_check=True).order_by(), "event_date_to_check"),
    (lambda: ActorName.objects.filter(key__trigram_word_similar="komura").order_by(), "actor_name_by_trigram"),
    (lambda: ActorName.objects.filter(key__startswith="ko").order_by(), "actor_name_by_key"),
    (lambda: PlaceName.objects.filter(key__trigram_word_similar="varda").order_by(), "place_name_by_trigram"),
    (lambda: PlaceName.objects.filter(key="varda").order_by(), "place_name_by_key"),
    (lambda: Article.objects.standing().filter(issue=1).order_by("order", "id").values("id"), "article_of_the_desk"),
    (lambda: AnnotationTask.objects.filter(state="submitted").order_by().values("article"), "task_by_state"),
    (lambda: AnnotationTask.objects.filter(holder=1).order_by(), "task_by_holder"),
]


@pytest.mark.parametrize(("rows", "index"), SERVED, ids=[index for _, index in SERVED])
def test_query_is_served_by_its_index(rows, index):
    with connection.cursor() as cursor:
        # the tables of a test are too small to be worth an index
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")

    assert index in rows().explain()
