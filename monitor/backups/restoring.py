"""A backup into a database, in one transaction: all of it, or nothing has changed."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from django.db.backends.base.base import BaseDatabaseWrapper

from monitor.backups.database import BackupTrouble, Database, last_words, program

# Tables without which a file is no backup of this site.
OURS = ("articles_article", "events_event", "django_migrations")
# What every database has, or its administrator has made: nobody else may make it or comment on it.
LEFT_ALONE = (" SCHEMA - public ", " COMMENT - SCHEMA public ", " COMMENT - EXTENSION ")
UNKNOWN_BEFORE_17 = b"SET transaction_timeout = 0;\n"
EMPTY = (
    "DROP SCHEMA public CASCADE; CREATE SCHEMA public; "
    "GRANT USAGE ON SCHEMA public TO PUBLIC; COMMENT ON SCHEMA public IS 'standard public schema';\n"
)
# Everything in the schema that belongs to no extension.
TABLES = """
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
"""


def tables_in_the_way(connection: BaseDatabaseWrapper) -> int:
    """Count what the database holds; a restore wants 0."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        return int(cursor.fetchone()[0])


def restore(database: Database, path: Path, *, empty_first: bool = False) -> None:
    """Bring the backup into the database, whose own content is dropped first if `empty_first`."""
    with tempfile.NamedTemporaryFile("w", suffix=".list") as chosen:
        chosen.writelines(wanted(contents(database, path)))
        chosen.flush()
        with _script(database, path, chosen.name) as (script, check_read), _psql(database) as sql:
            sql.write(b"BEGIN; SET LOCAL lock_timeout = '10s';\n")
            sql.write(EMPTY.encode() if empty_first else b"")
            _copy(script, sql, database.version)
            check_read()
            sql.write(b"\nCOMMIT;\n")  # without this line nothing has happened, whoever was killed


def contents(database: Database, path: Path) -> list[str]:
    """Return the archive's list of contents, one line an object; refuse what is no backup of this site."""
    command = [str(program("pg_restore", database)), "--list", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=database.environment)
    if done.returncode != 0:
        raise BackupTrouble(f"{path} cannot be restored. pg_restore says:\n  {done.stderr.strip()}")
    lines = done.stdout.splitlines(keepends=True)
    missing = [table for table in OURS if not any(f" TABLE public {table} " in line for line in lines)]
    if missing:
        raise BackupTrouble(f"{path} is no backup of Monitor: it has no table {missing[0]}. Name another file.")
    return lines


def wanted(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not any(alone in line for alone in LEFT_ALONE)]


@contextmanager
def _script(database: Database, path: Path, chosen: str) -> Iterator[tuple[IO[bytes], Any]]:
    """The archive as SQL, and a check that all of it was read."""
    command = [
        program("pg_restore", database),
        "--no-owner",
        "--no-privileges",
        f"--use-list={chosen}",
        "--file=-",
        path,
    ]
    with tempfile.TemporaryFile() as said:
        process = database.start(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said)

        def check_read() -> None:
            if process.wait() != 0:
                raise BackupTrouble(
                    f"{path} is damaged; the database is as it was before. pg_restore says:\n{last_words(said)}"
                )

        try:
            yield process.stdout, check_read
        finally:
            process.stdout.close()
            process.terminate()
            process.wait()


@contextmanager
def _psql(database: Database) -> Iterator[IO[bytes]]:
    """The way into the database: a psql that stops at the first error and then has changed nothing."""
    command = [program("psql", database), "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1"]
    command += [f"--dbname={database.address}"]
    with tempfile.TemporaryFile() as said:
        process = database.start(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
        try:
            yield process.stdin
            process.stdin.close()
        except BrokenPipeError:
            pass  # it has stopped, and says why
        finally:
            _end(process)
        if process.wait() != 0:
            raise BackupTrouble(
                f"Nothing was restored; the database is as it was before. psql says:\n{last_words(said)}"
            )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Close its input, also where that is broken, and wait."""
    with suppress(BrokenPipeError):
        process.stdin.close()
    process.wait()


def _copy(script: IO[bytes], sql: IO[bytes], version: int) -> None:
    """Hand the script on; its head holds a setting that older servers do not know."""
    head = script.read(65536)
    sql.write(head.replace(UNKNOWN_BEFORE_17, b"", 1) if version < 17 else head)
    shutil.copyfileobj(script, sql, 1 << 20)
