"""Sessions end with a new password and after twelve idle hours; public pages have nothing to do with them."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from monitor import sessions
from tests.make import make_article, make_issue, make_publication, make_user

pytestmark = pytest.mark.django_db

DESK = "/admin/"
RIGHT, NEW = "a long pass phrase", "another long pass phrase"


@pytest.fixture
def editor():
    return make_user("editor", username="ada")


@pytest.fixture
def logged_in(editor):
    return log_in()


def log_in():
    client = Client()
    assert client.post("/admin/login/", {"username": "ada", "password": RIGHT}).status_code == 302
    return client


def later(monkeypatch, **by):
    """Let the sessions middleware believe that time has passed."""
    clock = sessions.now() + int(timedelta(**by).total_seconds())
    monkeypatch.setattr(sessions, "now", lambda: clock)


def test_a_session_lasts_twelve_hours_from_the_last_request(logged_in, monkeypatch):
    left = Session.objects.get().expire_date - timezone.now()
    Session.objects.update(expire_date=timezone.now() + timedelta(hours=1))
    later(monkeypatch, hours=11)

    response = logged_in.get(DESK)

    assert timedelta(hours=11, minutes=59) < left <= timedelta(hours=12)
    assert Session.objects.get().expire_date - timezone.now() > timedelta(hours=11, minutes=59)
    assert response.cookies["sessionid"]["max-age"] == 12 * 60 * 60


def test_a_session_that_was_idle_for_longer_is_over(logged_in):
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    assert logged_in.get(DESK).status_code == 302


def test_a_busy_session_is_written_every_few_minutes_only(logged_in, monkeypatch):
    logged_in.get(DESK)
    with CaptureQueriesContext(connection) as queries:
        logged_in.get(DESK)
    assert not [q for q in queries if "UPDATE" in q["sql"]]

    later(monkeypatch, minutes=6)
    with CaptureQueriesContext(connection) as queries:
        logged_in.get(DESK)

    assert [q["sql"].split()[1] for q in queries if "UPDATE" in q["sql"]][-1] == '"django_session"'


def test_a_new_password_ends_all_other_sessions(logged_in):
    elsewhere = log_in()
    assert elsewhere.get(DESK).status_code == 200

    changed = {"old_password": RIGHT, "new_password1": NEW, "new_password2": NEW}
    assert logged_in.post("/admin/password_change/", changed).status_code == 302

    assert logged_in.get(DESK).status_code == 200
    assert elsewhere.get(DESK).status_code == 302


def test_a_deactivated_person_is_out_at_once(logged_in, editor):
    editor.is_active = False
    editor.save()

    assert logged_in.get(DESK).status_code == 302


@pytest.mark.parametrize("path", ["/", "/publications/", "/sources/", "/publications/digest/5/107/1/", "/nowhere/"])
def test_a_public_page_knows_no_session(logged_in, path):
    make_article(published=True, issue=make_issue(publication=make_publication(slug="digest"), number=107))

    with CaptureQueriesContext(connection) as queries:
        response = logged_in.get(path)

    assert not [q["sql"] for q in queries if "django_session" in q["sql"] or "auth_user" in q["sql"]]
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_log_in_leaves_no_cookie_but_session_and_token(logged_in):
    assert set(logged_in.cookies) == {"sessionid", "csrftoken"}
    assert logged_in.cookies["sessionid"]["samesite"] == settings.CSRF_COOKIE_SAMESITE == "Lax"
    assert logged_in.cookies["sessionid"]["httponly"]
