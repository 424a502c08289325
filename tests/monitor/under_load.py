"""The site as production runs it, and people who read and write it while its database comes and goes."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.monitor.database_proxy import listening
from tests.monitor.processes import PROJECT

HOST = "monitor.example"
FORM = "/admin/articles/newssource/add/"
SESSION_COOKIE, CSRF_COOKIE = "__Host-sessionid", "__Host-csrftoken"
WELL = {200, 302}  # a page, and a form that was taken
READ = ("/publications/", "/sources/", "/api/v1/events/", "/", "/healthz")


class Site:
    """gunicorn with two workers of four threads, in production mode, on a database."""

    def __init__(self, url: str, secret: str, log: Path) -> None:
        with listening(0) as listener, log.open("wb") as lines:
            self.port = listener.getsockname()[1]
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "gunicorn",
                    "-b",
                    f"fd://{listener.fileno()}",
                    "--preload",
                    "tests.monitor.site_wsgi",
                ],
                cwd=PROJECT,
                env={
                    **os.environ,
                    "DATABASE_URL": url,
                    "MONITOR_MODE": "production",
                    "MONITOR_HOSTS": HOST,
                    "MONITOR_SECRET_KEY": secret,
                    "MONITOR_THROTTLE": "0",
                },
                pass_fds=[listener.fileno()],
                stdout=lines,
                stderr=lines,
            )

    def workers(self) -> set[int]:
        """The processes that answer."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return {int(number) for number in children.split()}

    def wait(self, seconds: float = 60) -> None:
        """Return when it reads its database."""
        until = time.monotonic() + seconds
        while ask(self.port, "GET", "/publications/").status != 200:
            assert self.process.poll() is None, "gunicorn ended"
            assert time.monotonic() < until, "the site does not come up"
            time.sleep(0.1)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


@dataclass
class Answer:
    status: int  # 0: no answer at all
    at: float


def ask(port: int, method: str, path: str, session: str = "", form: dict[str, str] | None = None) -> Answer:
    """One request over a connection of its own, as the proxy of a production site hands it on."""
    token = "t" * 32
    headers = {"Host": HOST, "X-Forwarded-Proto": "https", "Origin": f"https://{HOST}", "Connection": "close"}
    headers["Cookie"] = f"{SESSION_COOKIE}={session}; {CSRF_COOKIE}={token}" if session else ""
    body = urlencode({**form, "csrfmiddlewaretoken": token}) if form else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        try:
            connection.request(method, path, body, headers)
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException):
            status = 0
    return Answer(status, time.monotonic())


@dataclass
class Load:
    """Readers and writers that go on until told to stop; each write is of a row of its own."""

    port: int
    session: str
    readers: int = 6
    writers: int = 2
    answers: list[Answer] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> "Load":
        self.threads = [threading.Thread(target=self._read, args=[n]) for n in range(self.readers)]
        self.threads += [threading.Thread(target=self._write, args=[n]) for n in range(self.writers)]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_trouble: object) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join()

    def _read(self, number: int) -> None:
        while not self.over.is_set():
            number += 1
            self.answers.append(ask(self.port, "GET", READ[number % len(READ)]))

    def _write(self, writer: int) -> None:
        number = 0
        while not self.over.is_set():
            number += 1
            slug = f"written-{writer}-{number}"
            form = {"name": slug, "slug": slug, "aliases": "[]", "kind": "agency", "country": ""}
            answer = ask(self.port, "POST", FORM, self.session, form)
            self.answers.append(answer)
            if answer.status == 302:
                self.acknowledged.append(slug)

    def statuses(self, since: float = 0.0, until: float = float("inf")) -> Counter[int]:
        return Counter(answer.status for answer in self.answers if since <= answer.at <= until)

    def seconds_until_well(self, back: float) -> float:
        """How long after the database was back the last answer failed."""
        return max([0.0, *(answer.at - back for answer in self.answers if answer.status not in WELL)])
