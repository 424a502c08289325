"""The tests' own embedded server: in a throw-away folder, without fsync, shared by the workers of one run."""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from monitor.embedded import server

# Statistics taken of a table while a test has it empty would rule the plans of all that follow.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
SECONDS_FOR_WORKERS = 20
SECONDS_TO_BE_FORGOTTEN = 86_400
PREFIX = "monitor-tests-"
folder_of_run = pytest.StashKey[Path]()


def choose(config: pytest.Config) -> None:
    """Point this run at a folder of its own, unless DATABASE_URL names a server; nothing is started yet."""
    if os.environ.get("DATABASE_URL"):
        return
    if not hasattr(config, "workerinput"):  # workers of pytest-xdist inherit the variable
        remove_forgotten()
        config.stash[folder_of_run] = make_folder()
        os.environ["MONITOR_DATA_DIR"] = str(config.stash[folder_of_run])
    settings.DATABASES["default"].update(DATA_DIR=Path(os.environ["MONITOR_DATA_DIR"]), SERVER_SETTINGS=FORGETFUL)


def remove(config: pytest.Config) -> None:
    """Stop the run's server and delete its folder, once the workers have ended."""
    if folder_of_run in config.stash:
        remove_folder(config.stash[folder_of_run])


def make_folder() -> Path:
    """Make an empty data folder that an unprivileged account can enter, as a server started by root needs it."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    folder.chmod(0o755)
    return folder


def remove_folder(folder: Path) -> None:
    until = time.monotonic() + SECONDS_FOR_WORKERS
    while not server.stop(folder) and time.monotonic() < until:
        continue  # each try waits a second
    server.remove(folder)
    shutil.rmtree(folder)


def remove_forgotten() -> None:
    """Delete what runs that were killed have left behind: their servers have stopped, their folders are a day old."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < time.time() - SECONDS_TO_BE_FORGOTTEN:
                shutil.rmtree(folder)


def end_other_sessions() -> None:
    """Let the test database be dropped: beside a browser's loop a worker has a second connection, which outlives it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    connection.close()


def url(asked: BaseDatabaseWrapper) -> str:
    """A test's database as DATABASE_URL names it, for processes of its own."""
    asked.ensure_connection()
    info = asked.connection.info
    return (
        f"postgresql://{info.user}:{quote(info.password or '', safe='')}@/{info.dbname}"
        f"?host={quote(info.host, safe='')}&port={info.port}"
    )
