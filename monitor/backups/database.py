"""A database as PostgreSQL's own programs are told of it, and which of them can speak with its server."""

import os
import re
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.conninfo import make_conninfo

from monitor.embedded import binaries
from monitor.lifetime import ends_with_parent

ENCRYPTED = {"require", "verify-ca", "verify-full"}
LINES_OF_TROUBLE = 12


class BackupTrouble(Exception):
    """A backup or restore was not done: why, and what to do next. The file, or the database, is as it was before."""


@dataclass(frozen=True)
class Database:
    """Where a connection leads; the password stands apart, as command lines can be read by everybody."""

    name: str
    address: str
    password: str
    version: int
    encrypted: bool

    @classmethod
    def of(cls, connection: BaseDatabaseWrapper) -> "Database":
        """Read it from a connection, which is made, so that an embedded server runs."""
        connection.ensure_connection()
        info = connection.connection.info
        given = info.get_parameters()
        far = not info.host.startswith("/") and info.host not in ("localhost", "127.0.0.1", "::1", "")
        encrypted = given.get("sslmode") in ENCRYPTED or (far and bool(connection.connection.pgconn.ssl_in_use))
        return cls(info.dbname, make_conninfo(**given), info.password, info.server_version // 10000, encrypted)

    @property
    def environment(self) -> dict[str, str]:
        """What the programs find in their environment: our own, and the password."""
        return {**os.environ, "LC_ALL": "C", **({"PGPASSWORD": self.password} if self.password else {})}

    def start(self, command: list[str | Path], **streams: Any) -> "subprocess.Popen[bytes]":
        """Start a program that ends with this process, however that ends."""
        return subprocess.Popen(
            [str(word) for word in command],
            env=self.environment,
            preexec_fn=ends_with_parent(signal.SIGTERM),
            **streams,
        )


def program(name: str, database: Database, *, as_new_as: int = 0) -> Path:
    """Return `pg_dump`, `pg_restore` or `psql` fit for the database: the package's, else that of the system.

    The package's programs know no encryption, and a `pg_dump` reads no server newer than itself.
    """
    packaged = binaries.packaged(name)
    if not database.encrypted and int(binaries.major()) >= as_new_as:
        return packaged
    installed = shutil.which(name)
    if installed and _major(installed) >= as_new_as:
        return Path(installed)
    why = "is newer than" if int(binaries.major()) < as_new_as else "is reached through an encrypted connection, unlike"
    raise BackupTrouble(
        f"The server (PostgreSQL {database.version}) {why} the {name} {binaries.version()} that comes with Monitor. "
        f"Install PostgreSQL's client programs, version {max(as_new_as, database.version)} or later, so that PATH "
        f"finds {name}, and run this again."
    )


def last_words(said: Any) -> str:
    """Return the end of what a program printed into a file."""
    said.seek(0)
    lines = said.read().decode(errors="replace").strip().splitlines()
    return "\n".join(f"  {line}" for line in lines[-LINES_OF_TROUBLE:])


def _major(installed: str) -> int:
    """Ask a program of the system for its major version; 0 where it does not say."""
    told = subprocess.run([installed, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\(PostgreSQL\) (\d+)", told)
    return int(found[1]) if found else 0
