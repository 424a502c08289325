"""Start, reuse and stop the embedded server: what a process that uses the database calls."""

import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from monitor.embedded import locks
from monitor.embedded.cluster import ROLE, Cluster
from monitor.embedded.errors import ServerUnavailable

DATABASE = "monitor"
SECONDS_FOR_LOCKS = 90
SECONDS_TO_ANSWER = 60
SECONDS_TO_TRY = 0.02
SOURCES = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Membership:
    """This process uses a server: the open locks, the first of them held shared until the process ends."""

    cluster: Cluster
    users: int
    server: int


_memberships: dict[Path, Membership] = {}
_one_thread = threading.RLock()


def join(data_dir: Path, settings: Mapping[str, str] | None = None, *, certain: bool = False) -> Path:
    """Make sure the server of `data_dir` runs and stays while this process lives; return its socket's folder.

    `settings` are options of `postgres`, used where this call is the one that starts it. A process that has joined
    asks the kernel only whether the server still lives; with `certain` it must also have answered.
    """
    with _one_thread, _folder_trouble_explained(data_dir):
        member = _memberships.get(data_dir)
        if certain or member is None or not locks.is_held(member.server):
            member = member or _become_member(data_dir)
            _memberships[data_dir] = member  # also where the start fails: the next try finds the locks open
            _reuse_or_start(member, settings or {})
        return member.cluster.socket_folder


def stop(data_dir: Path) -> bool:
    """End this process's use and stop the server at once; False where other processes still use it.

    A server left to others stops by itself some seconds after the last of them has ended.
    """
    with _one_thread, _folder_trouble_explained(data_dir):
        member = _memberships.pop(data_dir, None) or _opened(data_dir)
        try:
            return _stop(member)
        finally:
            os.close(member.users)
            os.close(member.server)


def remove(data_dir: Path) -> None:
    """Stop the server and delete its data; refused while other processes use it."""
    cluster = Cluster.of(data_dir)
    if not stop(data_dir):
        raise ServerUnavailable(f"in {cluster.home} is used by other processes. End them, then delete it.")
    cluster.remove()


def folder(data_dir: Path) -> Path:
    """Return where the server of `data_dir` keeps its data and its log."""
    return Cluster.of(data_dir).home


@contextmanager
def _folder_trouble_explained(data_dir: Path) -> Iterator[None]:
    """Turn what the system says of a folder or program into our error."""
    try:
        yield
    except (OSError, subprocess.SubprocessError) as error:
        raise ServerUnavailable(
            f"for {data_dir} cannot work with its files: {error}. "
            "Put right what is named (rights, space), or name another folder in MONITOR_DATA_DIR."
        ) from error


def _opened(data_dir: Path) -> Membership:
    cluster = Cluster.of(data_dir)
    return Membership(cluster, locks.opened(cluster.home / "users.lock"), locks.opened(cluster.home / "server.lock"))


def _become_member(data_dir: Path) -> Membership:
    """Take the users' lock; a server that is just stopping is waited for."""
    member = _opened(data_dir)
    member.cluster.refuse_stranger()
    if not locks.take_shared(member.users, SECONDS_FOR_LOCKS):
        raise ServerUnavailable(
            f"in {member.cluster.home} has been stopping for {SECONDS_FOR_LOCKS} s. "
            "Look at what it waits for, end it, and start again.",
            member.cluster.log,
        )
    return member


def _reuse_or_start(member: Membership, settings: Mapping[str, str]) -> None:
    """Leave a server that answers and has our database; of several processes that come at once, one starts it."""
    cluster = member.cluster
    try:
        with locks.exclusively(cluster.home / "start.lock", SECONDS_FOR_LOCKS) as start_lock:
            if not _answers(cluster, lambda: locks.is_held(member.server)):
                _start(cluster, settings, start_lock)
    except TimeoutError as error:
        raise ServerUnavailable(
            f"cannot be started: {error}. End that process and start again.", cluster.log
        ) from error


def _start(cluster: Cluster, settings: Mapping[str, str], start_lock: int) -> None:
    programs = cluster.prepare(start_lock, durable=settings.get("fsync") != "off")
    ended, alive = os.pipe()
    try:
        _run_supervisor(cluster, programs, settings, alive)
        os.close(alive)
        if not _answers(cluster, lambda: not select.select([ended], [], [], 0)[0]):
            raise ServerUnavailable(
                f"in {cluster.home} ended while starting. Put right what its log names, and start again.", cluster.log
            )
    finally:
        os.close(ended)


def _run_supervisor(cluster: Cluster, programs: Path, settings: Mapping[str, str], alive: int) -> None:
    """Start the detached supervisor; it holds `alive` open as long as it lives."""
    command = [sys.executable, "-S", "-m", "monitor.embedded.supervisor", str(cluster.home)]
    command += [str(cluster.account.uid), str(cluster.account.gid), *_postgres(cluster, programs, settings)]
    with cluster.opened_log() as log:
        subprocess.run(
            command,
            check=True,
            cwd=SOURCES,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            pass_fds=[alive],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )


def _postgres(cluster: Cluster, programs: Path, settings: Mapping[str, str]) -> list[str]:
    """The server's command line: reachable by its socket alone, and by its own account and root alone."""
    fixed = {
        "listen_addresses": "",
        "port": "5432",
        "unix_socket_directories": str(cluster.socket_folder),
        "unix_socket_permissions": "0700",
        "logging_collector": "off",
    }
    options = [f"--{name}={value}" for name, value in {**settings, **fixed}.items()]
    return [str(programs / "postgres"), "-D", str(cluster.data), *options]


def _answers(cluster: Cluster, lives: Callable[[], bool]) -> bool:
    """Whether the server takes a connection while it lives; what is left of a killed one is waited for to its end."""
    until = time.monotonic() + SECONDS_TO_ANSWER
    while lives():
        if (refusal := _refusal(cluster)) is None:
            return True
        if time.monotonic() > until:
            raise ServerUnavailable(f"in {cluster.home} runs but does not answer: {refusal}", cluster.log)
        time.sleep(SECONDS_TO_TRY)
    return False


def _refusal(cluster: Cluster) -> str | None:
    """Connect for real and make the database if it is missing; return why that failed."""
    try:
        with psycopg.connect(
            host=str(cluster.socket_folder), user=ROLE, dbname="postgres", autocommit=True, connect_timeout=5
        ) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(f"CREATE DATABASE {DATABASE}")
    except psycopg.OperationalError as error:
        return str(error)
    return None


def _stop(member: Membership) -> bool:
    """Demand the stop by holding the users' lock alone until no process of the server is left."""
    locks.release(member.users)
    if not locks.take_exclusive(member.users, 1):
        return not locks.is_held(member.server)
    if not locks.take_exclusive(member.server, SECONDS_FOR_LOCKS):
        raise ServerUnavailable(f"in {member.cluster.home} does not stop. See what it waits for.", member.cluster.log)
    return True
