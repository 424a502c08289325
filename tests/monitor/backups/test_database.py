"""Which programs speak with a server, and what they are told."""

import stat
from pathlib import Path

import pytest

from monitor.backups.database import BackupTrouble, Database, program
from monitor.embedded import binaries


def server(version: int = 15, *, encrypted: bool = False) -> Database:
    return Database("monitor", "dbname=monitor", "secret", version, encrypted)


def install(folder: Path, version: str) -> None:
    """Put a pg_dump of some version where PATH will find it."""
    fake = folder / "pg_dump"
    fake.write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
    fake.chmod(fake.stat().st_mode | stat.S_IXUSR)


@pytest.mark.parametrize("version", [15, 18])
def test_the_packages_own_program_is_taken_where_it_can_be(version: int) -> None:
    assert program("pg_dump", server(version), as_new_as=version) == binaries.packaged("pg_dump")


@pytest.mark.parametrize(
    ("installed", "database"),
    [("19.1", server(19)), ("15.18 (Debian 15.18-0+deb12u1)", server(15, encrypted=True))],
    ids=["a newer server", "an encrypted connection"],
)
def test_a_program_of_the_system_helps_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: str, database: Database
) -> None:
    install(tmp_path, installed)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert program("pg_dump", database, as_new_as=database.version) == tmp_path / "pg_dump"


@pytest.mark.parametrize(
    ("installed", "database", "why"),
    [
        ("18.1", server(19), r"PostgreSQL 19\) is newer than the pg_dump 18.*version 19 or later"),
        ("", server(19), "is newer than"),
        ("", server(15, encrypted=True), "encrypted connection.*version 15 or later"),
        ("14.2", server(15, encrypted=True), "encrypted connection.*version 15 or later"),
    ],
)
def test_where_no_program_fits_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, installed: str, database: Database, why: str
) -> None:
    if installed:
        install(tmp_path, installed)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BackupTrouble, match=why):
        program("pg_dump", database, as_new_as=database.version)


def test_the_password_stands_in_the_environment_alone() -> None:
    assert server().environment["PGPASSWORD"] == "secret"
    assert "secret" not in server().address
