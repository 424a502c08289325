"""A backup is a whole file under its name, or nothing."""

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from monitor.backups import writing
from monitor.backups.database import BackupTrouble
from tests.database import url
from tests.monitor.backups.conftest import database
from tests.monitor.processes import PROJECT, wait_until

SLOW = "INSERT INTO articles_article SELECT n, repeat(md5(n::text), 40) FROM generate_series(3001, {}) AS n"


def ignore(size: int) -> None:
    """Nobody watches."""


def test_a_backup_is_readable_by_its_owner_alone(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    path = tmp_path / "a.dump"

    size = writing.write_file(database(small), path, watch=ignore)

    assert path.stat().st_size == size > 1000
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_backup_is_replaced_only_if_asked(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    path = tmp_path / "a.dump"
    path.write_text("older")

    with pytest.raises(BackupTrouble, match="--replace"):
        writing.write_file(database(small), path, watch=ignore)
    assert path.read_text() == "older"
    writing.write_file(database(small), path, replace=True, watch=ignore)

    assert path.read_bytes().startswith(b"PGDMP")
    assert list(tmp_path.iterdir()) == [path]


def test_without_nameless_files_the_part_gets_its_name_in_the_end(
    small: BaseDatabaseWrapper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "NAMELESS", None)

    writing.write_file(database(small), tmp_path / "a.dump", watch=ignore)

    assert (tmp_path / "a.dump").read_bytes().startswith(b"PGDMP")
    assert list(tmp_path.iterdir()) == [tmp_path / "a.dump"]


def test_a_failing_dump_leaves_no_file_and_says_why(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    gone = database(small)
    gone = type(gone)(gone.name, gone.address.replace(gone.name, "nowhere"), gone.password, gone.version, False)

    with pytest.raises(BackupTrouble, match=r'pg_dump says:\n.*database "nowhere" does not exist'):
        writing.write_file(gone, tmp_path / "a.dump", watch=ignore)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_named(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    with pytest.raises(BackupTrouble, match=r"none/a\.dump cannot be written: No such file"):
        writing.write_file(database(small), tmp_path / "none" / "a.dump", watch=ignore)


def test_a_stream_is_the_same_archive(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    with (tmp_path / "a.dump").open("wb") as file:
        writing.write_stream(database(small), file.fileno())

    assert (tmp_path / "a.dump").read_bytes().startswith(b"PGDMP")


@pytest.mark.drill
def test_a_killed_backup_leaves_nothing(small: BaseDatabaseWrapper, tmp_path: Path) -> None:
    with small.cursor() as cursor:
        cursor.execute(SLOW.format(60_000))
    environ = {**os.environ, "DATABASE_URL": url(small)}
    path = tmp_path / "a.dump"
    for number in range(10):
        process = subprocess.Popen([sys.executable, "manage.py", "backup", str(path)], cwd=PROJECT, env=environ)
        assert wait_until(lambda: dumps_running(small) > 0, 20)
        time.sleep(number * 0.01)

        process.send_signal(signal.SIGKILL)
        process.wait()

        assert list(tmp_path.iterdir()) == []
        assert wait_until(lambda: dumps_running(small) == 0, 10)


def dumps_running(of: BaseDatabaseWrapper) -> int:
    with of.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_dump' AND datname = current_database()"
        )
        return int(cursor.fetchone()[0])
