"""A backup comes back whole, or the database stays what it was."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from monitor.backups import restoring, writing
from monitor.backups.database import BackupTrouble
from tests.database import url
from tests.make import make_article, make_report
from tests.monitor.backups.conftest import Maker, ask, database
from tests.monitor.processes import PROJECT, wait_until

COUNTED = ("pg_trigger WHERE NOT tgisinternal", "articles_articlehistory", "events_reporthistory", "pg_indexes")
ARTICLES = "1000"
MORE = "INSERT INTO articles_article SELECT n, repeat(md5(n::text), 40) FROM generate_series(3001, 60000) AS n"


def ignore(size: int) -> None:
    """Nobody watches."""


@pytest.fixture
def backup(small: BaseDatabaseWrapper, tmp_path: Path) -> Path:
    path = tmp_path / "a.dump"
    writing.write_file(database(small), path, watch=ignore)
    return path


@contextmanager
def work_in(other: BaseDatabaseWrapper) -> Iterator[None]:
    """Let everything inside use another database."""
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = other.settings_dict["NAME"]
    yield
    connection.close()
    connection.settings_dict["NAME"] = name


def count(rows: str) -> int:
    return int(str(ask(connection, f"SELECT count(*) FROM {rows}")))


@pytest.mark.django_db(transaction=True)
def test_everything_comes_back_and_every_promise_holds(
    make_database: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_report(confirmed=True)
    make_article(published=True)
    before = [count(rows) for rows in COUNTED]
    call_command("content_hash")
    content = capsys.readouterr().out
    writing.write_file(database(connection), tmp_path / "a.dump", watch=ignore)

    with work_in(make_database()):
        call_command("restore", str(tmp_path / "a.dump"))
        assert "Next: manage.py sync_roles, manage.py verify" in capsys.readouterr().out
        call_command("content_hash")
        assert capsys.readouterr().out == content
        call_command("verify")
        assert " 0 breaches" in capsys.readouterr().out
        assert [count(rows) for rows in COUNTED] == before
    assert all(before)


def test_sessions_stay_behind(small: BaseDatabaseWrapper, backup: Path, make_database: Maker) -> None:
    other = make_database()

    restoring.restore(database(other), backup)

    assert ask(other, "SELECT count(*) FROM articles_article") == 3000
    assert ask(other, "SELECT count(*) FROM django_session") == 0


def test_a_damaged_backup_changes_nothing(small: BaseDatabaseWrapper, backup: Path, make_database: Maker) -> None:
    other = make_database()
    whole = backup.read_bytes()
    middle = whole.index(b"articles_article") + len(whole) // 2
    backup.write_bytes(whole[:middle] + bytes(200) + whole[middle + 200 :])

    with pytest.raises(BackupTrouble, match="as it was before"):
        restoring.restore(database(other), backup)

    assert restoring.tables_in_the_way(other) == 0


@pytest.mark.parametrize("content", [b"", b"PGDMP", b"no backup\n" * 100])
def test_what_is_no_backup_is_refused(small: BaseDatabaseWrapper, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.dump").write_bytes(content)

    with pytest.raises(BackupTrouble, match=r"a\.dump cannot be restored. pg_restore says"):
        restoring.contents(database(small), tmp_path / "a.dump")


def test_a_backup_of_something_else_is_refused(make_database: Maker, tmp_path: Path) -> None:
    other = make_database()
    writing.write_file(database(other), tmp_path / "a.dump", watch=ignore)

    with pytest.raises(BackupTrouble, match="no table articles_article"):
        restoring.contents(database(other), tmp_path / "a.dump")


def test_an_error_of_the_database_undoes_all(small: BaseDatabaseWrapper, backup: Path, make_database: Maker) -> None:
    other = make_database()
    with other.cursor() as cursor:
        cursor.execute("CREATE TABLE events_event (mine int)")

    with pytest.raises(BackupTrouble, match=r'psql says:\n.*"events_event" already exists'):
        restoring.restore(database(other), backup)

    assert restoring.tables_in_the_way(other) == 1


def test_comments_of_extensions_and_the_schema_are_left_alone() -> None:
    lines = [
        "2; 3079 16390 EXTENSION - pg_trgm \n",
        "4567; 0 0 COMMENT - EXTENSION pg_trgm \n",
        "5; 2615 2200 SCHEMA - public pg_database_owner\n",
        "4569; 0 0 COMMENT - SCHEMA public pg_database_owner\n",
        "4570; 0 0 COMMENT public TRIGGER articles_article keep lead\n",
    ]

    assert restoring.wanted(lines) == [lines[0], lines[4]]


class TestCommand:
    """`manage.py restore` asks before it deletes."""

    @pytest.fixture
    def full(self, make_database: Maker, monkeypatch: pytest.MonkeyPatch) -> BaseDatabaseWrapper:
        """A database with something in it, which the command takes for its own."""
        other = make_database()
        with other.cursor() as cursor:
            cursor.execute("CREATE TABLE kept AS SELECT 7 AS number")
        monkeypatch.setattr("monitor.management.commands.restore.connection", other)
        return other

    @pytest.mark.parametrize(
        ("options", "complaint"),
        [
            ({}, "is not empty.*--replace"),
            ({"replace": True}, "nobody to ask: say --replace --confirm"),
            ({"replace": True, "confirm": "other"}, "not its name"),
            ({"confirm": "NAME"}, "is not empty"),
        ],
    )
    def test_a_database_with_content_is_not_touched(
        self, full: BaseDatabaseWrapper, backup: Path, options: dict[str, object], complaint: str
    ) -> None:
        with pytest.raises(CommandError, match=complaint):
            call_command("restore", str(backup), **options)

        assert ask(full, "SELECT number FROM kept") == 7

    def test_a_database_is_replaced_once_its_name_is_said(
        self,
        full: BaseDatabaseWrapper,
        backup: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr("monitor.management.commands.restore.Command.say_what_next", lambda self: None)

        call_command("restore", str(backup), replace=True, confirm=full.settings_dict["NAME"])

        assert ask(full, "SELECT to_regclass('kept')") is None
        assert ask(full, "SELECT count(*) FROM articles_article") == 3000
        assert "is restored into" in capsys.readouterr().out


@pytest.mark.drill
def test_a_killed_restore_changes_nothing(small: BaseDatabaseWrapper, make_database: Maker, tmp_path: Path) -> None:
    with small.cursor() as cursor:
        cursor.execute(MORE)
    writing.write_file(database(small), tmp_path / "a.dump", watch=ignore)
    other = make_database()
    with other.cursor() as cursor:
        cursor.execute("CREATE TABLE kept AS SELECT 7 AS number")
    command = [sys.executable, "manage.py", "restore", str(tmp_path / "a.dump"), "--replace", "--confirm"]
    for _ in range(10):
        process = subprocess.Popen(
            [*command, other.settings_dict["NAME"]], cwd=PROJECT, env={**os.environ, "DATABASE_URL": url(other)}
        )
        assert wait_until(lambda: restores_running(other) > 0, 20)

        process.send_signal(signal.SIGKILL)
        process.wait()

        assert wait_until(lambda: restores_running(other) == 0, 10)
        assert ask(other, "SELECT number FROM kept") == 7


def restores_running(of: BaseDatabaseWrapper) -> int:
    sql = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'psql' AND datname = current_database()"
    return int(str(ask(of, sql)))


@pytest.mark.drill
def test_a_generated_archive_goes_to_another_server_and_back(
    make_database: Maker, data_dir: Path, tmp_path: Path
) -> None:
    here, again = url(make_database()), url(make_database())
    size = ("--articles", ARTICLES, "--events", str(3 * int(ARTICLES)), "--seed", "1")
    for command in (("migrate", "-v0"), ("load_codebook",), ("sync_roles",), ("generate", *size)):
        manage(*command, DATABASE_URL=here)
    there = {"DATABASE_URL": "", "MONITOR_DATA_DIR": str(data_dir)}
    manage("backup", str(tmp_path / "here.dump"), DATABASE_URL=here)

    manage("restore", str(tmp_path / "here.dump"), **there)
    manage("backup", str(tmp_path / "there.dump"), **there)
    manage("restore", str(tmp_path / "there.dump"), DATABASE_URL=again)

    places = ({"DATABASE_URL": here}, there, {"DATABASE_URL": again})
    assert len({manage("content_hash", **place) for place in places}) == 1
    assert all(" 0 breaches" in manage("verify", **place) for place in places)


def manage(*words: str, **environ: str) -> str:
    """Run a command in a process of its own, say how long it took, and return what it printed."""
    began = time.monotonic()
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=PROJECT, env={**os.environ, **environ}, capture_output=True, text=True)
    print(f"{words[0]} {time.monotonic() - began:.1f} s {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return done.stdout
