"""Where the database comes from: DATABASE_URL's grammar, and the embedded server in use."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django.plugin import DjangoDbBlocker

from monitor import database
from monitor.embedded import server
from tests.monitor.processes import PROJECT, nothing_left, postmaster, wait_until

NOWHERE = Path("/nonexistent")
TIMEOUTS = ["statement_timeout", "idle_in_transaction_session_timeout"]


@pytest.mark.parametrize(
    ("url", "name", "user", "password", "host", "port", "options"),
    [
        ("postgres://u:p@db.example.org:5433/news", "news", "u", "p", "db.example.org", "5433", {}),
        ("postgresql://u@localhost/news", "news", "u", "", "localhost", "", {}),
        ("postgresql:///news", "news", "", "", "", "", {}),
        ("postgresql://u:p%40ss%2Fw%25@h/n%C3%A9ws", "néws", "u", "p@ss/w%", "h", "", {}),
        ("postgresql://u:@h/news", "news", "u", "", "h", "", {}),
        ("postgresql://[::1]:5432/news", "news", "", "", "::1", "5432", {}),
        ("postgresql://%2Fvar%2FRun/news", "news", "", "", "/var/Run", "", {}),
        ("postgresql:///news?host=/var/run/postgresql&port=5433", "news", "", "", "/var/run/postgresql", "5433", {}),
        ("postgresql://u@/news?host=%2Ftmp", "news", "u", "", "/tmp", "", {}),
        ("postgresql://h/news?sslmode=require", "news", "", "", "h", "", {"sslmode": "require"}),
    ],
)
def test_database_url_is_read(
    url: str, name: str, user: str, password: str, host: str, port: str, options: dict[str, str]
) -> None:
    read = database.from_url(url)

    found = tuple(read[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS"))
    assert found == (name, user, password, host, port, options)


@pytest.mark.parametrize(
    ("url", "complaint"),
    [
        ("mysql://u:p@h/news", "form"),
        ("h/news", "form"),
        ("postgresql://h", "form"),
        ("postgresql://h/", "form"),
        ("postgresql://h/a/b", "form"),
        ("postgresql://h/a b", "form"),
        ("postgresql://u:p@ss@h/news", "form"),
        ("postgresql://u:p/w@h/news", "form"),
        ("postgresql://h/news#there", "form"),
        ("postgresql://h:/news", "form"),
        ("postgresql://h:port/news", "port"),
        ("postgresql://h:0/news", "port"),
        ("postgresql://h:65536/news", "port"),
        ("postgresql://h:٣/news", "port"),
        ("postgresql://h:1/news?port=2", "port twice"),
        ("postgresql://h/news?host=/tmp", "host twice"),
        ("postgresql://h/news?ssl=1", "'ssl' is unknown"),
        ("postgresql://h/news?sslmode", "'sslmode' must stand once"),
        ("postgresql://h/news?sslmode=", "'sslmode' must stand once"),
        ("postgresql://h/news?sslmode=a&sslmode=b", "'sslmode' must stand once"),
        ("postgresql://u:100%@h/news", "%25"),
        ("postgresql://u:%ff@h/news", "UTF-8"),
        ("postgresql://u@h/ne%00ws", "NUL"),
    ],
)
def test_nonsense_in_database_url_is_refused(url: str, complaint: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL") as refusal:
        database.configuration({"DATABASE_URL": url}, NOWHERE)

    assert complaint in str(refusal.value)


def test_refusal_of_database_url_keeps_the_password_to_itself() -> None:
    with pytest.raises(ImproperlyConfigured) as refusal:
        database.from_url("postgresql://user:hunter2@host:none/news")

    assert "hunter2" not in str(refusal.value)


@pytest.mark.parametrize("environ", [{}, {"DATABASE_URL": ""}, {"DATABASE_URL": "postgresql://h/news"}])
def test_every_connection_is_checked_and_given_up_in_time(environ: dict[str, str]) -> None:
    chosen = database.configuration(environ, NOWHERE)

    assert chosen["CONN_HEALTH_CHECKS"] is True
    assert chosen["CONN_MAX_AGE"] == 0
    assert chosen["OPTIONS"]["connect_timeout"] == 3


@pytest.mark.parametrize(
    ("query", "options"),
    [("", "-c pgtrigger.ignore={}"), ("?options=-c%20jit%3Doff", "-c pgtrigger.ignore={} -c jit=off")],
)
def test_triggers_find_their_setting_in_every_session(query: str, options: str) -> None:
    chosen = database.configuration({"DATABASE_URL": f"postgresql://h/news{query}"}, NOWHERE)

    assert chosen["OPTIONS"]["options"] == options


def test_time_to_connect_can_be_set_in_the_url() -> None:
    chosen = database.configuration({"DATABASE_URL": "postgresql://h/news?connect_timeout=9"}, NOWHERE)

    assert chosen["OPTIONS"]["connect_timeout"] == "9"


@pytest.mark.parametrize("command", [["check"], ["help"], ["demo", "--help"], ["makemigrations", "--help"]])
def test_command_that_needs_no_database_starts_none(data_dir: Path, command: list[str]) -> None:
    environ = {**os.environ, "MONITOR_DATA_DIR": str(data_dir), "DATABASE_URL": ""}

    subprocess.run([sys.executable, "manage.py", *command], cwd=PROJECT, env=environ, check=True, capture_output=True)

    assert not (data_dir / "postgresql").exists()


@pytest.mark.parametrize("pool", [False, True])
def test_connection_after_the_server_was_killed_finds_a_new_one(
    data_dir: Path, pool: bool, django_db_blocker: DjangoDbBlocker
) -> None:
    connection = connection_to(data_dir, pool)

    with django_db_blocker.unblock():
        for _ in range(2):
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            connection.close()
            os.kill(postmaster(data_dir), signal.SIGKILL)
            assert wait_until(lambda: nothing_left(data_dir), 10)
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_database()")
            found = cursor.fetchone()
        connection.close()
        connection.close_pool()  # does nothing where there is none

    assert found == ("monitor",)
    assert server.stop(data_dir)


def test_web_process_takes_connections_from_a_pool(data_dir: Path, django_db_blocker: DjangoDbBlocker) -> None:
    connection = connection_to(data_dir, pool=True)

    with django_db_blocker.unblock():
        backends = {backend_of(connection) for _ in range(9)}
        connection.close_pool()

    assert len(backends) <= 2  # the pool may add one while it is asked faster than it answers
    assert server.stop(data_dir)


def test_web_process_asks_for_no_longer_than_it_may(data_dir: Path, django_db_blocker: DjangoDbBlocker) -> None:
    limits = {}
    with django_db_blocker.unblock():
        for pool in (False, True):
            connection = connection_to(data_dir, pool)
            with connection.cursor() as cursor:
                cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [TIMEOUTS])
                limits[pool] = dict(cursor.fetchall())
            connection.close()
            connection.close_pool()

    assert limits[True] == {"statement_timeout": "15000", "idle_in_transaction_session_timeout": "60000"}
    assert limits[False] == {"statement_timeout": "0", "idle_in_transaction_session_timeout": "0"}
    assert server.stop(data_dir)


def test_the_url_may_set_another_limit() -> None:
    url = "postgresql://h/news?options=-c%20statement_timeout=9s&keepalives_idle=77"
    chosen = database.configuration({"DATABASE_URL": url}, NOWHERE)

    database.pooled(chosen)

    assert chosen["OPTIONS"]["keepalives_idle"] == "77"
    assert chosen["OPTIONS"]["tcp_user_timeout"] == 20_000

    assert chosen["OPTIONS"]["options"].endswith("-c statement_timeout=9s")
    assert chosen["OPTIONS"]["options"].startswith("-c statement_timeout=15s")


def connection_to(data_dir: Path, pool: bool) -> BaseDatabaseWrapper:
    """Return a connection as commands have it, or as web processes do."""
    chosen = {**database.configuration({}, data_dir), "SERVER_SETTINGS": {"fsync": "off"}}
    if pool:
        database.pooled(chosen)
    return ConnectionHandler({"default": chosen})["default"]


def backend_of(connection: BaseDatabaseWrapper) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        number = cursor.fetchone()[0]
    connection.close()
    return number
