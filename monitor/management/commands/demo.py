"""`manage.py demo`: from a fresh clone to a site with a sample in it, in one command."""

import io
import secrets
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.db.utils import OperationalError

from articles.models import Article
from events.models import Event
from monitor.embedded import server
from monitor.web_server import PortTaken, WebServer, WebServerEnded, listen

ADMINISTRATOR = "admin"
PREPARING = 1_299_145_028  # the advisory lock of those who prepare the database
ADDRESSES = {"The site": "/", "The editors' desk": "/admin/", "The API, explained": "/api/docs/"}


class Command(BaseCommand):
    """Start the database, fill it, serve the site, and stop both on Ctrl-C."""

    help = "Starts the site with its own database and a small annotated sample, and prints where to look."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, help="serve on this port (default: the first free one from 8000 on)")
        parser.add_argument("--fresh", action="store_true", help="first delete the embedded database and all it holds")
        parser.add_argument("--no-serve", action="store_true", help="prepare everything, then stop")

    def handle(self, *args: Any, port: int | None, fresh: bool, no_serve: bool, **options: Any) -> None:
        """Prepare and serve until the web server is stopped; each known trouble is one message."""
        if settings.PRODUCTION:
            raise CommandError(
                "MONITOR_MODE is production: unset it for the demo, or serve with gunicorn monitor.wsgi."
            )
        self.began = time.monotonic()
        try:
            with self.until_stopped():
                listener = None if no_serve else listen(port)
                if fresh:
                    self.delete_database()
                self.step("Database", self.start_database)
                self.step("Static files", self.collect_static_files)
                with serving(listener) as web_server:
                    self.fill()
                    if web_server:
                        self.wait_for(web_server)
        except (OperationalError, PortTaken, WebServerEnded) as error:
            raise CommandError(str(error)) from error

    @contextmanager
    def until_stopped(self) -> Iterator[None]:
        """Take Ctrl-C, SIGTERM and a closed terminal for the wish to stop; whatever happens, leave nothing running."""
        signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        for number in signals:
            signal.signal(number, signal.default_int_handler)
        try:
            yield
        except KeyboardInterrupt:
            self.stdout.write("\nStopping …")
        finally:
            for number in signals:
                signal.signal(number, signal.SIG_IGN)
            self.stop_database()

    def fill(self) -> None:
        """Bring the database to where the site can be read; done already, it is a matter of a moment."""
        with self.alone():
            self.step("Tables", self.migrate)
            self.step("Codebook", self.load_codebook)
            self.step("Roles", self.sync_roles)
            self.step("Administrator", self.make_administrator)
            self.step("Sample", self.load_sample)

    def step(self, name: str, act: Callable[[], str]) -> None:
        """Name what is being done, then say what came of it and how long it took."""
        self.stdout.write(f"{name:<14} ", ending="")
        self.stdout.flush()
        began = time.monotonic()
        try:
            outcome = act()
        except BaseException:
            self.stdout.write("")
            raise
        self.stdout.write(f"{outcome} ({time.monotonic() - began:.1f} s)")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Prepare while no other demo does on the same database."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARING])
            yield
            cursor.execute("SELECT pg_advisory_unlock(%s)", [PREPARING])

    def start_database(self) -> str:
        connection.ensure_connection()
        major, minor = divmod(connection.pg_version, 10000)
        where = server.folder(self.data_dir) if self.data_dir else "where DATABASE_URL says"
        return f"PostgreSQL {major}.{minor} runs, its data {'in ' if self.data_dir else ''}{where}"

    def migrate(self) -> str:
        self.quietly("migrate", "--no-input")
        return "are up to date"

    def load_codebook(self) -> str:
        return self.quietly("load_codebook") or "is loaded"

    def sync_roles(self) -> str:
        self.quietly("sync_roles")
        return "carry their rights"

    def make_administrator(self) -> str:
        """Make `admin` with a password nobody chose; it is shown this once, as only its hash is kept."""
        users = get_user_model().objects
        if users.filter(username=ADMINISTRATOR).exists():
            return (
                f"{ADMINISTRATOR} is there; the password was shown when it was made "
                f"(a new one: manage.py changepassword {ADMINISTRATOR})"
            )
        password = secrets.token_urlsafe(15)
        users.create_superuser(ADMINISTRATOR, password=password)
        return f"{ADMINISTRATOR}, password {password} (note it: it is not shown again)"

    def load_sample(self) -> str:
        """Load the sample into an empty database, all of it or nothing."""
        if Article.objects.exists():
            return "is not needed: there are articles"
        with transaction.atomic():
            self.quietly("load_sample", "--as", ADMINISTRATOR)
        return f"is loaded: {Article.objects.count()} articles, {Event.objects.count()} events"

    def collect_static_files(self) -> str:
        """Copy and compress what pages load, unless the last copy is newer than all of it."""
        manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
        if manifest.exists() and manifest.stat().st_mtime > newest_static_file():
            return "are up to date"
        self.quietly("collectstatic", "--no-input", "--clear")
        return "are collected"

    def quietly(self, command: str, *arguments: str) -> str:
        """Run a command and return the last line it prints; where it fails, all it printed is in the error."""
        out, err = io.StringIO(), io.StringIO()
        try:
            call_command(command, *arguments, stdout=out, stderr=err)
        except (CommandError, SystemExit) as error:
            printed = "\n".join(text for text in (out.getvalue(), err.getvalue(), str(error)) if text.strip())
            raise CommandError(f"manage.py {command} {' '.join(arguments)} failed:\n{printed}") from error
        return (out.getvalue().strip().splitlines() or [""])[-1]

    def wait_for(self, web_server: WebServer) -> None:
        """Print the addresses when they work, then wait until the web server ends, which is for the user to say."""
        self.step("Web server", lambda: self.answering(web_server))
        self.stdout.write(f"\nReady after {time.monotonic() - self.began:.1f} s. Open")
        for name, path in ADDRESSES.items():
            self.stdout.write(f"  {name:<19} http://127.0.0.1:{web_server.port}{path}")
        self.stdout.write("Ctrl-C stops the web server and the database.")
        self.stdout.flush()
        web_server.wait()

    def answering(self, web_server: WebServer) -> str:
        web_server.wait_until_it_answers()
        return f"answers on port {web_server.port}"

    @property
    def data_dir(self) -> Path | None:
        """The data folder of the embedded server; none where DATABASE_URL names another."""
        return settings.DATABASES["default"].get("DATA_DIR")

    def delete_database(self) -> None:
        """Delete the embedded server's data; on a terminal only after a yes. No other database is ever deleted."""
        if not self.data_dir:
            raise CommandError("--fresh deletes the embedded database only. Empty the one of DATABASE_URL yourself.")
        self.stdout.write(f"--fresh deletes the database in {server.folder(self.data_dir)} and all it holds.")
        if sys.stdin.isatty() and input("Type yes to go on: ").strip().lower() != "yes":
            raise CommandError("Nothing was deleted.")
        server.remove(self.data_dir)

    def stop_database(self) -> None:
        """Stop the embedded server, unless other processes work with it: then it stops after the last of them."""
        connection.close()
        if self.data_dir and not server.stop(self.data_dir):
            self.stdout.write("The database goes on for the other processes that use it.")


@contextmanager
def serving(listener: socket.socket | None) -> Iterator[WebServer | None]:
    """Run the web server on the socket, if there is one; it loads its code while the database is being filled."""
    if listener is None:
        yield None
        return
    web_server = WebServer(listener)
    try:
        yield web_server
    finally:
        web_server.stop()


def newest_static_file() -> float:
    """Return when a file that pages load last changed."""
    files = (storage.path(name) for finder in get_finders() for name, storage in finder.list([]))
    return max(Path(file).stat().st_mtime for file in files)
