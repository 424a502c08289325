"""gunicorn as a child process on a port of this machine."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from monitor.lifetime import ends_with_parent

HOST = "127.0.0.1"
PORTS = range(8000, 8100)
SECONDS_TO_ANSWER = 60
SECONDS_TO_STOP = 20
PROJECT = Path(__file__).resolve().parent.parent


class PortTaken(Exception):
    """No port to serve on: which, and what to do."""


class WebServerEnded(Exception):
    """The web server ended, or never answered."""


def listen(port: int | None) -> socket.socket:
    """Take `port`, or the first free one; it is ours from now on, and early callers wait until the site is up."""
    if port is not None and not 0 < port < 65536:
        raise PortTaken(f"{port} is no port: choose one from 1024 to 65535.")
    for candidate in [port] if port else PORTS:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, candidate))
            listener.listen(512)
            return listener
        except OSError as error:
            listener.close()
            refusal = error.strerror or str(error)
    if port:
        raise PortTaken(f"Port {port} cannot be used ({refusal}): choose another, or leave --port out for a free one.")
    raise PortTaken(f"All ports from {PORTS[0]} to {PORTS[-1]} are in use: choose another with --port.")


def gunicorn(bind: str) -> list[str]:
    config = PROJECT / "gunicorn.conf.py"
    options = ["--config", str(config), "--bind", bind, "--preload"]
    return [sys.executable, "-m", "gunicorn", *options, "monitor.wsgi"]


class WebServer:
    """A running gunicorn on the socket it was given."""

    def __init__(self, listener: socket.socket) -> None:
        self.port: int = listener.getsockname()[1]
        with listener:
            self.process = subprocess.Popen(
                gunicorn(f"fd://{listener.fileno()}"),
                cwd=PROJECT,
                env={**os.environ, "MONITOR_MODE": "demo"},
                pass_fds=[listener.fileno()],
                start_new_session=True,  # a Ctrl-C reaches the command alone, which stops this in order
                preexec_fn=ends_with_parent(signal.SIGTERM),
            )

    def wait_until_it_answers(self) -> None:
        """Return when the home page answers; a page of error is none."""
        until = time.monotonic() + SECONDS_TO_ANSWER
        while (status := self._status_of_home()) is None or status >= 500:
            if self.process.poll() is not None:
                self.wait()
            if time.monotonic() > until:
                raise WebServerEnded(f"The home page answers with {status or 'nothing'}: see the messages above.")
            time.sleep(0.1)

    def wait(self) -> None:
        """Wait until it ends, which it should not do by itself."""
        status = self.process.wait()
        raise WebServerEnded(f"The web server ended with status {status}: see the messages above.")

    def stop(self) -> None:
        """Let it finish the requests it has begun; if that takes too long, end it."""
        self.process.terminate()
        try:
            self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _status_of_home(self) -> int | None:
        with closing(http.client.HTTPConnection(HOST, self.port, timeout=SECONDS_TO_ANSWER)) as connection:
            try:
                connection.request("GET", "/")
                return connection.getresponse().status
            except (OSError, http.client.HTTPException):
                return None
