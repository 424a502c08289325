"""The database is cut, stopped and restarted under load: 503, never 500, nothing acknowledged lost, soon well again."""

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from articles.models import NewsSource
from monitor.embedded import binaries
from monitor.embedded.account import Account
from monitor.embedded.cluster import INITDB, ROLE
from tests import make
from tests.monitor.database_proxy import Wire
from tests.monitor.processes import PROJECT, wait_until
from tests.monitor.under_load import WELL, Load, Site

SECONDS_TO_COME_BACK = 5
ALLOWED = {*WELL, 503}
PREPARE = """
from django.contrib.auth.models import User
from django.test import Client
user = User.objects.create_superuser("writer", password="a long pass phrase")
client = Client()
client.force_login(user)
print(client.cookies["sessionid"].value)
"""


@pytest.fixture
def wire() -> Iterator[Wire]:
    """A wire to the server of the tests."""
    parameters = connection.get_connection_params()
    wire = Wire((parameters["host"] or "127.0.0.1", str(parameters.get("port") or 5432)))
    yield wire
    wire.stop()


def test_what_is_acknowledged_stays_while_the_wire_is_cut(transactional_db: None, wire: Wire, tmp_path: Path) -> None:
    client = Client()
    client.force_login(make.make_user("administrator", is_superuser=True))
    log = tmp_path / "log"
    site = Site(through(wire), settings.SECRET_KEY, log)
    try:
        site.wait()
        workers = site.workers()
        with Load(site.port, client.cookies["sessionid"].value, readers=3, writers=1) as load:
            time.sleep(0.4)
            wire.cut()
            time.sleep(0.3)
            wire.stop()
            time.sleep(0.5)
            wire.start()
            back = time.monotonic()
            assert wait_until(lambda: well_for(load, 0.5), SECONDS_TO_COME_BACK)
        assert site.workers() == workers
    finally:
        site.stop()

    assert set(load.statuses()) <= ALLOWED, (load.statuses(), log.read_text()[-3000:])
    assert load.statuses()[503]
    assert load.seconds_until_well(back) < SECONDS_TO_COME_BACK
    assert_kept(load.acknowledged, set(NewsSource.objects.values_list("slug", flat=True)))


def through(wire: Wire) -> str:
    """The address of the tests' database by way of the wire."""
    chosen = connection.settings_dict
    who = f"{chosen['USER']}:{chosen['PASSWORD']}@" if chosen["PASSWORD"] else f"{chosen['USER']}@"
    return f"postgresql://{who}127.0.0.1:{wire.port}/{chosen['NAME']}?sslmode=disable"


def well_for(load: Load, seconds: float) -> bool:
    """Whether reads and writes have gone well for some time."""
    lately = load.statuses(since=time.monotonic() - seconds)
    return lately[302] > 0 and lately[200] > 5 and set(lately) <= WELL


def assert_kept(acknowledged: list[str], stored: set[str]) -> None:
    assert acknowledged
    assert set(acknowledged) <= stored


class OutsideServer:
    """A PostgreSQL of the package that this test starts, stops and kills, reached by its port alone."""

    def __init__(self, folder: Path, port: int) -> None:
        self.account, self.folder, self.port = Account.for_data(folder / "data"), folder, port
        self.programs = binaries.usable_by(self.account, folder)
        self.account.make_private(folder / "server")
        done = self.account.run([str(self.programs / "initdb"), "-D", str(folder / "server" / "data"), *INITDB])
        assert done.returncode == 0, done.stderr
        self.start()
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute("CREATE DATABASE news")

    def url(self, database: str = "news") -> str:
        return f"postgresql://{ROLE}@127.0.0.1:{self.port}/{database}?sslmode=disable"

    def start(self) -> None:
        """Start it and return when it answers."""
        who = {"user": self.account.uid, "group": self.account.gid} if self.account.is_another else {}
        command = [str(self.programs / "postgres"), "-D", str(self.folder / "server" / "data"), "-p", str(self.port)]
        options = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen([*command, *options], cwd="/", stdout=log, stderr=log, **who)
        assert wait_until(self.answers, 30)

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        self.process.send_signal(how)
        self.process.wait(30)

    def say(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as admin:
            admin.execute(sql)


@pytest.fixture
def outside(data_dir: Path, unused_port: int) -> Iterator[OutsideServer]:
    server = OutsideServer(data_dir, unused_port)
    yield server
    if server.process.poll() is None:
        server.stop(signal.SIGQUIT)


@pytest.fixture
def unused_port() -> int:
    wire = Wire(("127.0.0.1", "0"))
    wire.stop()
    return wire.port


def manage(url: str, secret: str, *command: str) -> str:
    environ = {**os.environ, "DATABASE_URL": url, "MONITOR_SECRET_KEY": secret}
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=PROJECT, env=environ, check=True, capture_output=True, text=True
    )
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


CUT = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'news'"
READ_ONLY = "ALTER SYSTEM SET default_transaction_read_only = {}"


def outages(server: OutsideServer) -> dict[str, Callable[[], None]]:
    """What happens to a database, each ending with it back."""

    def cut() -> None:
        for _ in range(5):
            server.say(CUT)
            time.sleep(0.2)

    def restarted() -> None:
        server.stop()
        server.start()

    def stopped() -> None:
        server.stop()
        time.sleep(8)
        server.start()

    def crashed() -> None:
        server.stop(signal.SIGQUIT)
        server.start()

    def read_only() -> None:
        server.say(READ_ONLY.format("on"))
        server.say("SELECT pg_reload_conf()")
        time.sleep(2)
        server.say(READ_ONLY.format("off"))
        server.say("SELECT pg_reload_conf()")

    return {"cut": cut, "restarted": restarted, "stopped": stopped, "crashed": crashed, "read-only": read_only}


@pytest.mark.drill
def test_the_site_comes_back_from_every_outage(outside: OutsideServer, tmp_path: Path) -> None:
    secret, log, told = secrets.token_urlsafe(64), tmp_path / "log", {}
    manage(outside.url(), secret, "migrate", "-v0")
    manage(outside.url(), secret, "sync_roles")
    session = manage(outside.url(), secret, "shell", "-v0", "-c", PREPARE)
    site = Site(outside.url(), secret, log)
    try:
        site.wait()
        workers = site.workers()
        with Load(site.port, session) as load:
            for name, outage in outages(outside).items():
                time.sleep(2)
                begun = time.monotonic()
                outage()
                back = time.monotonic()
                assert wait_until(lambda: well_for(load, 1), SECONDS_TO_COME_BACK + 2), (name, load.statuses(begun))
                told[name] = (load.statuses(begun), round(load.seconds_until_well(back), 2))
        assert site.workers() == workers
    finally:
        site.stop()

    print(told, len(load.acknowledged), "acknowledged,", len(load.answers), "answers")
    assert set(load.statuses()) <= ALLOWED, (load.statuses(), log.read_text()[-3000:])
    assert all(statuses[503] for statuses, _seconds in told.values()), told
    assert all(seconds < SECONDS_TO_COME_BACK for _statuses, seconds in told.values()), told
    with psycopg.connect(outside.url()) as reader:
        assert_kept(load.acknowledged, {slug for (slug,) in reader.execute("SELECT slug FROM articles_newssource")})
