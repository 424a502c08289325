"""Processes that use an embedded server, to be watched, stopped and killed by tests."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

PROJECT = Path(__file__).resolve().parent.parent.parent
PACKAGES = Path(psycopg.__file__).resolve().parent.parent
JOIN_AND_STAY = """
import sys
from pathlib import Path
from monitor.embedded import server
print(server.join(Path(sys.argv[1]), {"fsync": "off"}), flush=True)
sys.stdin.read()
"""


class User:
    """A process that joins the server of a data folder and stays until it is killed."""

    def __init__(self, data_dir: Path, uid: int | None = None) -> None:
        account = {} if uid is None else {"user": uid, "group": uid, "extra_groups": []}
        self.process = subprocess.Popen(
            [interpreter(uid), "-c", JOIN_AND_STAY, str(data_dir)],
            cwd=PROJECT,
            env={"PATH": os.defpath, "PYTHONPATH": str(PACKAGES), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **account,
        )

    def socket_folder(self) -> str:
        """Wait until it has joined."""
        folder = self.process.stdout.readline().strip()
        assert folder, self.process.stderr.read()
        return folder

    def refusal(self) -> str:
        """Wait until it has failed to join and return what it says."""
        assert self.process.wait(90) != 0
        return self.process.stderr.read()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()


@contextmanager
def user_of(data_dir: Path, uid: int | None = None) -> Iterator[User]:
    """A user that is there until the block ends."""
    user = User(data_dir, uid)
    try:
        yield user
    finally:
        user.kill()


def interpreter(uid: int | None) -> str:
    """Return a Python that `uid` may run: ours, or the system's of the same version; "" where there is none."""
    if uid is None:
        return sys.executable
    account = {"user": uid, "group": uid, "extra_groups": []}
    for candidate in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        try:
            if subprocess.run([candidate, "-S", "-c", ""], cwd="/", check=False, **account).returncode == 0:
                return candidate
        except OSError:
            continue
    return ""


def ask(socket_folder: str, sql: str, database: str = "monitor") -> object:
    """Run one statement and return its first value."""
    with psycopg.connect(host=socket_folder, user="monitor", dbname=database, autocommit=True) as connection:
        cursor = connection.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


def started_at(socket_folder: str) -> object:
    """Return what tells one run of a server from another."""
    return ask(socket_folder, "SELECT pg_postmaster_start_time()")


def postmaster(data_dir: Path) -> int:
    return int((data_dir / "postgresql" / "data" / "postmaster.pid").read_text().split()[0])


def supervisor(data_dir: Path) -> int:
    """Return the parent of the server, which owns it."""
    return int(Path(f"/proc/{postmaster(data_dir)}/stat").read_text().rpartition(")")[2].split()[1])


def processes_of(folder: Path) -> list[int]:
    """Return the living processes that name a folder in their command or work in it, zombies apart."""
    return [
        int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit() and _belongs(entry, str(folder))
    ]


def _belongs(entry: Path, folder: str) -> bool:
    try:
        command = (entry / "cmdline").read_bytes().decode(errors="replace")
        return int(entry.name) != os.getpid() and (folder in command or os.readlink(entry / "cwd").startswith(folder))
    except OSError:
        return False


def nothing_left(folder: Path) -> bool:
    return not processes_of(folder)


def wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    """Say whether the condition came to hold in time."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def end_all(folder: Path) -> None:
    """Kill whatever a test left running on its own folder."""
    for number in processes_of(folder):
        with suppress(ProcessLookupError):  # it may have ended by itself meanwhile
            os.kill(number, signal.SIGKILL)
    wait_until(lambda: nothing_left(folder), 10)
