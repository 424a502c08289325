import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from monitor import health


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.django_db
def test_a_site_that_can_serve_says_so(client, address, method):
    response = getattr(client, method)(address)

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def test_health_asks_no_database_and_no_session(client):  # without the mark, a statement would raise
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_readiness_asks_a_connection_of_its_own(client):
    with CaptureQueriesContext(connection) as queries:
        response = client.get("/readyz")

    assert response.content == b"ready\n"
    assert len(queries) == 0


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
@pytest.mark.django_db
def test_health_takes_no_parameter_and_no_other_method(client, address):
    assert client.get(f"{address}?x=1").status_code == 400
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_a_missing_migration_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(health, "_newest_migrations", lambda: frozenset({("events", "9999_of_tomorrow")}))

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"not ready: migrations are missing\n"


@pytest.mark.django_db
def test_a_database_that_refuses_is_not_ready_and_keeps_its_reasons(client, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "NAME", "no_such_database")

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.content == b"not ready: the database does not answer\n"


@pytest.mark.django_db
def test_a_database_that_hangs_is_not_waited_for(client, monkeypatch):
    monkeypatch.setattr(health, "SECONDS_TO_ANSWER", 1)
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE django_migrations")
    begun = time.monotonic()

    response = client.get("/readyz")

    assert response.status_code == 503
    assert time.monotonic() - begun < 3
