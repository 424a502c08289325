"""A server of its own on the test's database, that can be killed and comes back under the same address."""

import os
import signal
import socket
import subprocess
import sys

from django.db import connection

from tests import database
from tests.monitor.processes import PROJECT


class Killable:
    """The address stays open while nobody serves it: what is asked meanwhile waits for the next one."""

    def __init__(self, secret_key: str) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        number = self.listener.fileno()
        environ = {"DATABASE_URL": database.url(connection), "TEST_SECRET_KEY": secret_key}
        self.parent = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.workbench.served", str(number)],
            cwd=PROJECT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "monitor.settings", **environ},
            pass_fds=[number],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.start()

    def start(self) -> None:
        print("start", file=self.parent.stdin, flush=True)
        self.serving = int(self.parent.stdout.readline())

    def kill(self) -> None:
        """Without a word: no answer that was on its way arrives."""
        os.kill(self.serving, signal.SIGKILL)

    def close(self) -> None:
        self.kill()
        self.parent.communicate()
        self.listener.close()
