"""Databases beside the tests' own, on the same server: a backup is made of one and restored into another."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django.plugin import DjangoDbBlocker

from monitor.backups.database import Database

numbers = count(1)
SMALL = """
CREATE TABLE articles_article (id bigint PRIMARY KEY, text text);
CREATE TABLE events_event (id bigint PRIMARY KEY);
CREATE TABLE django_migrations (id bigint PRIMARY KEY);
CREATE TABLE django_session (session_key text);
INSERT INTO articles_article SELECT n, md5(n::text) FROM generate_series(1, 3000) AS n;
INSERT INTO django_session VALUES ('logged in');
"""
Maker = Callable[[], BaseDatabaseWrapper]


@pytest.fixture
def make_database(db: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Maker]:
    """Make empty databases, which are dropped again after the test."""
    made: list[BaseDatabaseWrapper] = []

    def make() -> BaseDatabaseWrapper:
        name = f"{connection.settings_dict['NAME']}_{next(numbers)}"
        on_the_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        on_the_server(f"CREATE DATABASE {name} TEMPLATE template0")
        made.append(ConnectionHandler({"default": {**settings.DATABASES["default"], "NAME": name}})["default"])
        return made[-1]

    yield make
    with django_db_blocker.unblock():
        for other in made:
            other.close()
            on_the_server(f"DROP DATABASE {other.settings_dict['NAME']} WITH (FORCE)")


@pytest.fixture
def small(make_database: Maker) -> BaseDatabaseWrapper:
    """A database with the tables by which ours are known, and little in them."""
    made = make_database()
    with made.cursor() as cursor:
        cursor.execute(SMALL)
    return made


def on_the_server(statement: str) -> None:
    """Run what no transaction may hold."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def ask(of: BaseDatabaseWrapper, sql: str) -> object:
    with of.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def database(of: BaseDatabaseWrapper) -> Database:
    found = Database.of(of)
    of.close()
    return found
