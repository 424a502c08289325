"""The rows that every test finds, and how they come back after a test that commits."""

from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase
from psycopg import sql

SECONDS_FOR_LOCKS = 30
_kept: dict[str, bytes] = {}
_digests: dict[str, str | None] = {}


def fill() -> None:
    """Load the codebook and the roles into empty tables, and remember every table as it then stands."""
    call_command("flush", verbosity=0, interactive=False)  # --reuse-db: what a run that was killed has left behind
    call_command("load_codebook", verbosity=0, stdout=_Silence())
    call_command("sync_roles", verbosity=0, stdout=_Silence())
    _digests.update(_digests_now())
    _kept.update({table: _rows_of(table) for table, digest in _digests.items() if digest})
    TransactionTestCase._fixture_teardown = (
        _restore  # Django's own empties all tables: 0.4 s a test with what fills them
    )


def _restore(case: TransactionTestCase) -> None:
    """Put back the tables whose rows a test has changed; no trigger notes it, and the rows keep their numbers."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{SECONDS_FOR_LOCKS}s'; SET LOCAL session_replication_role = replica")
        for table, digest in _digests_now().items():
            if digest != _digests[table]:
                cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
                _copy_back(table)


def _digests_now() -> dict[str, str | None]:
    """Each table's digest of its rows, None where it has none."""
    one = sql.SQL("SELECT {name}, (SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {table} t)")
    tables = [name for name in connection.introspection.table_names() if name != "django_migrations"]
    each = [one.format(name=sql.Literal(name), table=sql.Identifier(name)) for name in tables]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(each))
        return dict(cursor.fetchall())


def _rows_of(table: str) -> bytes:
    connection.ensure_connection()
    with connection.connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as rows:
        return b"".join(bytes(block) for block in rows)


def _copy_back(table: str) -> None:
    if table in _kept:
        with connection.connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as rows:
            rows.write(_kept[table])


class _Silence:
    """Takes what commands print."""

    def write(self, *words: Any) -> None:
        """Nothing to say."""
