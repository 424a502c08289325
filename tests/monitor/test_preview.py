"""A draft in the public page before anybody else can see it; nothing is written by looking."""

import pytest
from django.test import Client

from articles.models import Article
from events.models import Event
from tests.make import make_article, make_event, make_report, make_user

pytestmark = pytest.mark.django_db


def client_of(role):
    client = Client()
    client.force_login(make_user(role))
    return client


def test_draft_is_shown_as_readers_would_see_it_and_stays_a_draft():
    draft = make_article(title="The bridge reopens")
    event = make_report(article=draft, event=make_event(label="Envoys meet in Varda"), confirmed=True).event
    make_report(article=draft, event=make_event(label="Not decided"))
    before = Article.objects.values().get()
    copies = draft.history.count()

    page = client_of("annotator").get(f"/admin/articles/article/{draft.pk}/preview/")

    shown = page.content.decode()
    assert "A preview:" in shown and "The bridge reopens" in shown and "Envoys meet in Varda" in shown
    assert "Not decided" not in shown
    assert "no-store" in page.headers["Cache-Control"]
    assert Article.objects.values().get() == before
    assert draft.history.count() == copies
    assert Event.objects.get(pk=event.pk).status == ""


def test_readers_and_guests_see_no_preview():
    draft = make_article(title="The bridge reopens")
    address = f"/admin/articles/article/{draft.pk}/preview/"
    guest = Client()
    guest.force_login(make_user(is_staff=True))

    answers = [Client().get(address), client_of("").get(address), guest.get(address)]

    assert [answer.status_code for answer in answers] == [302, 302, 403]
    assert all("The bridge" not in answer.content.decode() for answer in answers)


def test_article_that_is_part_of_another_has_no_preview():
    joined = make_article(joined_to=make_article())

    assert client_of("editor").get(f"/admin/articles/article/{joined.pk}/preview/").status_code == 404
    assert client_of("editor").post(f"/admin/articles/article/{joined.pk}/preview/").status_code == 405
