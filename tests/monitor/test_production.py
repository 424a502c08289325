"""`gunicorn monitor.wsgi` as it serves in production: what it refuses to start without, and several of them at once."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from articles.models import Publication
from monitor.management.commands.demo import newest_static_file
from tests.database import url
from tests.make import make_article, make_user
from tests.monitor.processes import PROJECT, wait_until

pytestmark = pytest.mark.xdist_group("demo")  # which collects static files, too
HOST = "monitor.example.org"
PASSWORD = "a long pass phrase"
ENVIRONMENT = {
    "MONITOR_MODE": "production",
    "MONITOR_SECRET_KEY": "an-unguessable-string-of-more-than-fifty-characters-1",
    "MONITOR_HOSTS": HOST,
    "DATABASE_URL": "postgresql://nobody@localhost:1/none",
}


@pytest.mark.parametrize("missing", ["MONITOR_SECRET_KEY", "MONITOR_HOSTS", "DATABASE_URL"])
def test_production_does_not_start_without(missing: str) -> None:
    environ = {**os.environ, **ENVIRONMENT, missing: ""}

    done = subprocess.run(
        [sys.executable, "-c", "import monitor.wsgi"], cwd=PROJECT, env=environ, capture_output=True, text=True
    )

    assert done.returncode != 0
    assert f"{missing} is missing" in done.stderr


class Site:
    """A gunicorn of its own behind a proxy that speaks TLS, which the tests play."""

    def __init__(self, environ: dict[str, str]) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            self.port: int = listener.getsockname()[1]
            command = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{listener.fileno()}", "--workers", "1"]
            self.process = subprocess.Popen(
                [*command, "monitor.wsgi"],
                cwd=PROJECT,
                env=environ,
                pass_fds=[listener.fileno()],
                stderr=subprocess.DEVNULL,
            )
        self.cookies: dict[str, str] = {}
        self.set_cookies: list[str] = []

    def ask(self, path: str, form: dict[str, object] | None = None) -> tuple[int, str]:
        """Return status and body; cookies are kept as a browser does."""
        headers = {
            "Host": HOST,
            "X-Forwarded-For": "192.0.2.7",
            "X-Forwarded-Proto": "https",
            "Origin": f"https://{HOST}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        body = None
        if form is not None:
            body = urlencode({**form, "csrfmiddlewaretoken": self.cookies["__Host-csrftoken"]})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)) as line:
            line.request("GET" if form is None else "POST", path, body, headers)
            answer = line.getresponse()
            self._keep(answer.headers.get_all("Set-Cookie") or [])
            return answer.status, answer.read().decode()

    def answers(self) -> bool:
        try:
            return self.ask("/publications/")[0] == 200
        except OSError:
            return False

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(20) == 0

    def _keep(self, given: list[str]) -> None:
        self.set_cookies += given
        for line in given:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value


@pytest.fixture
def two_sites(transactional_db: None) -> Iterator[tuple[Site, Site]]:
    """Two web servers on the test's database, as on two machines."""
    environ = {**os.environ, **ENVIRONMENT, "DATABASE_URL": url(connection)}
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    if not manifest.exists() or manifest.stat().st_mtime < newest_static_file():
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--clear", "-v0"]
        subprocess.run(collect, cwd=PROJECT, env=environ, check=True)
    sites = Site(environ), Site(environ)
    yield sites
    for site in sites:
        site.stop()


def test_a_change_through_one_is_seen_through_the_other_at_once(two_sites: tuple[Site, Site], settings: Any) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]  # as those processes have
    publication = make_article(published=True).issue.publication
    make_user("editor", username="ada", password=PASSWORD)
    one, other = two_sites
    assert wait_until(one.answers, 30) and wait_until(other.answers, 30)
    other.ask(publication.get_absolute_url())

    one.ask("/admin/login/")
    assert one.ask("/admin/login/", {"username": "ada", "password": PASSWORD})[0] == 302
    status, body = one.ask(f"/admin/articles/publication/{publication.pk}/change/", changed(publication, "Renamed"))
    assert status == 302, body

    assert "Renamed" in other.ask(publication.get_absolute_url())[1]
    assert '"Renamed"' in other.ask(f"/api/v1/publications/{publication.slug}/")[1]
    assert set(one.cookies) == {"__Host-sessionid", "__Host-csrftoken"}
    for line in one.set_cookies:
        assert re.search(r"; Path=/(;|$)", line) and "; Secure" in line and "; SameSite=Lax" in line
        assert "Domain" not in line


def changed(publication: Publication, title: str) -> dict[str, object]:
    """The values of the change form, with another title."""
    desk = Client()
    desk.force_login(make_user("editor"))
    form = desk.get(f"/admin/articles/publication/{publication.pk}/change/").context["adminform"].form
    values = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    return {**{name: "" if value is None else value for name, value in values.items()}, "title": title}
