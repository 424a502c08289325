"""The public revision as a web process reads it with every request: one statement on the thread's own connection."""

import threading
from contextlib import suppress

import psycopg
from django.db import connection

from articles import public_revision

_thread = threading.local()


def read() -> int:
    """The last public revision that is committed. Raises an error of the database where it does not answer.

    A web process keeps a plain connection for each of its threads beside the pool: taking one from the pool and making
    it ready costs more than the statement. Commands and tests have no pool and ask on their own connection.
    """
    if "pool" not in connection.settings_dict["OPTIONS"]:
        return public_revision.number()
    kept: psycopg.Connection | None = getattr(_thread, "connection", None)
    if kept is not None:
        with suppress(psycopg.OperationalError, psycopg.InterfaceError):  # the server was restarted: once more, anew
            return _ask(kept)
        kept.close()
    _thread.connection = _connect()
    return _ask(_thread.connection)


def _ask(own: psycopg.Connection) -> int:
    row = own.execute(public_revision.NUMBER).fetchone()
    return int(row[0]) if row else 0


def _connect() -> psycopg.Connection:
    """A connection as Django would make it, from no pool, that is never in a transaction."""
    template = connection.copy(alias="public revision")
    template.settings_dict["OPTIONS"].pop("pool")
    own: psycopg.Connection = template.get_new_connection(template.get_connection_params())
    own.autocommit = True
    return own
