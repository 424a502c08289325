"""A web process reads the public revision on a connection that outlives requests, and servers."""

from threading import Thread

import psycopg
import pytest
from django.db import connection

from monitor.serving import public_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def web_process(monkeypatch, settings):
    """As `monitor.wsgi` leaves it: with a pool, whose connections this must not take."""
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "pool", {"min_size": 1})
    yield
    pool = connection._connection_pools.pop(connection.alias, None)  # else it keeps connections for ever
    if pool:
        pool.close()
    own = getattr(public_number._thread, "connection", None)
    if own:
        own.close()
        del public_number._thread.connection


def own_backend():
    return public_number._thread.connection.execute("SELECT pg_backend_pid()").fetchone()[0]


def set_number(number):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO articles_publiccounter VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET number = %s", [number] * 2
        )


def test_without_a_pool_djangos_connection_is_asked(django_assert_num_queries):
    set_number(4)

    with django_assert_num_queries(1):
        assert public_number.read() == 4


@pytest.mark.django_db(transaction=True)
def test_every_commit_is_seen_at_once_on_one_connection(web_process):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_publiccounter")
    seen, backends = [public_number.read()], set()

    for number in (5, 6, 7):
        set_number(number)
        seen.append(public_number.read())
        backends.add(own_backend())

    assert seen == [0, 5, 6, 7]
    assert len(backends) == 1


def test_a_connection_that_was_cut_is_made_anew(web_process):
    number = public_number.read()
    cut = own_backend()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 2000)", [cut])

    assert public_number.read() == number
    assert own_backend() != cut


def test_a_database_that_stays_away_is_an_error(web_process, monkeypatch):
    public_number.read()
    public_number._thread.connection.close()
    monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
    monkeypatch.setitem(connection.settings_dict, "PORT", "1")

    with pytest.raises(psycopg.OperationalError):
        public_number.read()


def test_each_thread_has_its_own(web_process):
    public_number.read()
    others = []

    def other():
        public_number.read()
        others.append(own_backend())
        public_number._thread.connection.close()

    thread = Thread(target=other)
    thread.start()
    thread.join()

    assert len(others) == 1 and others[0] != own_backend()
