"""`manage.py demo` as a new user runs it: ready, used again, stopped, with nothing left running."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from monitor import web_server
from monitor.embedded import server
from tests import database
from tests.monitor.processes import PROJECT, ask, end_all, nothing_left, processes_of, wait_until

pytestmark = pytest.mark.xdist_group("demo")  # one worker: all use what one first run has made
SECONDS_TO_BE_READY = 180  # on a busy machine; by itself it takes a fifth of that


class Demo:
    """A running `manage.py demo` and what it has printed so far."""

    def __init__(self, data_dir: Path, *options: str) -> None:
        self.printed = ""
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "demo", *options],
            cwd=PROJECT,
            env=environment(data_dir),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self) -> None:
        for line in self.process.stdout:
            self.printed += line

    def wait_until_ready(self) -> int:
        """Return the port it serves on."""
        wait_until(lambda: "Ctrl-C stops" in self.printed or self.process.poll() is not None, SECONDS_TO_BE_READY)
        served = re.search(r"The site +http://127\.0\.0\.1:(\d+)/", self.printed)
        assert served, self.printed
        return int(served[1])

    def ended_with(self) -> int:
        status = self.process.wait(SECONDS_TO_BE_READY)
        self.reader.join()
        self.process.stdout.close()
        return status

    def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.ended_with()


def environment(data_dir: Path) -> dict[str, str]:
    unset = ("DATABASE_URL", "MONITOR_MODE", "MONITOR_HOSTS", "MONITOR_SECRET_KEY")
    return {
        **{name: value for name, value in os.environ.items() if name not in unset},
        "MONITOR_DATA_DIR": str(data_dir),
    }


def status_of(port: int, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


@pytest.fixture(scope="module")
def first_run() -> Iterator[tuple[Path, str]]:
    """A data folder that `demo --fresh --no-serve` has emptied and filled, and what it printed."""
    folder = database.make_folder()
    ask(str(server.join(folder, {"fsync": "off"})), "CREATE TABLE old ()")
    server.stop(folder)
    demo = Demo(folder, "--fresh", "--no-serve")
    assert demo.ended_with() == 0, demo.printed
    yield folder, demo.printed
    end_all(folder)
    database.remove_folder(folder)


def test_first_run_fills_the_database_and_leaves_nothing_running(first_run: tuple[Path, str]) -> None:
    folder, printed = first_run

    assert re.search(r"Administrator +admin, password \S{20}", printed)
    assert re.search(r"Sample +is loaded: [1-9]\d* articles, [1-9]\d* events", printed)
    assert nothing_left(folder)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_later_run_serves_what_is_there_and_stops_in_order(first_run: tuple[Path, str], number: signal.Signals) -> None:
    folder, printed_first = first_run
    demo = Demo(folder)

    port = demo.wait_until_ready()
    statuses = [status_of(port, path) for path in ("/", "/publications/", "/admin/login/", "/api/v1/events/")]
    ended = demo.stop(number)

    assert statuses == [200, 200, 200, 200]
    assert ended == 0, demo.printed
    assert wait_until(lambda: nothing_left(folder), 2)
    password = re.search(r"password (\S{20})", printed_first)[1]
    assert password not in demo.printed
    assert "manage.py changepassword admin" in demo.printed
    assert "there are articles" in demo.printed


def test_second_demo_shares_the_database_on_the_next_port(first_run: tuple[Path, str]) -> None:
    folder, _ = first_run
    one, other = Demo(folder), Demo(folder)

    ports = {one.wait_until_ready(), other.wait_until_ready()}
    ended = one.stop(signal.SIGTERM)
    left = [port for port in ports if answers(port)]

    assert len(ports) == 2
    assert ended == 0
    assert len(left) == 1
    assert status_of(left[0], "/publications/") == 200
    assert "goes on for the other processes" in one.printed
    assert other.stop(signal.SIGTERM) == 0
    assert wait_until(lambda: nothing_left(folder), 10)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_killed_demo_takes_web_server_and_database_with_it(first_run: tuple[Path, str]) -> None:
    folder, _ = first_run
    demo = Demo(folder)
    port = demo.wait_until_ready()

    demo.stop(signal.SIGKILL)

    assert wait_until(lambda: not answers(port), 20)
    assert wait_until(lambda: nothing_left(folder), 20)


@pytest.mark.parametrize("rounds", [pytest.param(1), pytest.param(20, marks=pytest.mark.drill)])
def test_site_finds_a_new_database_after_every_kill(first_run: tuple[Path, str], rounds: int) -> None:
    folder, _ = first_run
    demo = Demo(folder)
    port = demo.wait_until_ready()
    slowest = 0.0

    for _ in range(rounds):
        for victim in processes_of(folder):  # supervisor, server, and all that the server started
            with suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        killed = time.monotonic()
        assert wait_until(lambda: status_of(port, "/publications/") == 200, 20)
        slowest = max(slowest, time.monotonic() - killed)

    print(f"back after {slowest:.1f} s at most")
    assert demo.stop(signal.SIGTERM) == 0
    assert wait_until(lambda: nothing_left(folder), 5)


def test_taken_port_is_named_and_nothing_is_started(first_run: tuple[Path, str]) -> None:
    folder, _ = first_run
    with web_server.listen(None) as taken:
        port = taken.getsockname()[1]
        demo = Demo(folder, "--port", str(port))

        assert demo.ended_with() != 0

    assert f"Port {port} cannot be used" in demo.printed
    assert "--port" in demo.printed
    assert nothing_left(folder)


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(web_server.PortTaken, match="is no port"):
        web_server.listen(int(port))


def test_next_free_port_is_taken_where_none_is_asked_for() -> None:
    with web_server.listen(None) as first, web_server.listen(None) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_production_has_no_demo(data_dir: Path) -> None:
    production = {
        "MONITOR_MODE": "production",
        "MONITOR_SECRET_KEY": "an-unguessable-string-of-more-than-fifty-characters-1",
        "MONITOR_HOSTS": "monitor.example.org",
        "DATABASE_URL": "postgresql://nobody@localhost:1/none",
    }

    done = run(data_dir, "demo", **production)

    assert done.returncode != 0
    assert "MONITOR_MODE" in done.stderr


def test_fresh_never_deletes_a_database_of_somebody_else(data_dir: Path) -> None:
    done = run(data_dir, "demo", "--fresh", "--no-serve", DATABASE_URL="postgresql://nobody@localhost:1/none")

    assert done.returncode != 0
    assert "--fresh deletes the embedded database only" in done.stderr


def test_fresh_says_what_it_deletes_and_begins_anew(first_run: tuple[Path, str]) -> None:
    folder, printed = first_run

    assert f"deletes the database in {folder}" in printed
    socket_folder = server.join(folder)
    assert ask(str(socket_folder), "SELECT to_regclass('old')") is None
    assert server.stop(folder)


@pytest.mark.parametrize("command", [("demo", "--no-serve"), ("content_hash",)])
def test_database_that_cannot_start_is_one_message(data_dir: Path, command: tuple[str, ...]) -> None:
    (data_dir / "postgresql" / "data").mkdir(parents=True)

    done = run(data_dir, *command)

    assert done.returncode == 1
    assert "no PG_VERSION" in done.stderr
    assert "Traceback" not in done.stderr


def run(data_dir: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env={**environment(data_dir), **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
