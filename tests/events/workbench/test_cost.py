"""What an article with many events costs to open: statements that do not grow with them, and a quarter of a second."""

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.make import make_article, make_reports, make_user

pytestmark = pytest.mark.django_db


def opened(client, article):
    """The page and what its script asks for: statements and seconds, of each."""
    address = f"/admin/events/articletoannotate/{article.pk}/"
    told = []
    for rest in ("change/", "work/", "work/suggestions/"):
        client.get(address + rest)  # what is built once a process is built
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address + rest).status_code == 200
        began = time.perf_counter()
        client.get(address + rest)
        told.append((len(asked), time.perf_counter() - began))
    return told


def test_article_with_sixty_events_opens_at_a_bounded_cost():
    article = make_article()
    client = Client()
    client.force_login(make_user("annotator"), backend="django.contrib.auth.backends.ModelBackend")
    make_reports(article, 3)
    few = opened(client, article)
    make_reports(article, 57)

    many = opened(client, article)

    assert [count for count, _ in many] == [count for count, _ in few]
    assert sum(count for count, _ in many) <= 90
