"""The detached process that owns `postgres`: starts it, watches its users, stops it when they are gone.

Run by `server.py` as `python -m monitor.embedded.supervisor HOME UID GID COMMAND…`; needs nothing but the standard
library. It leaves its starter's session, so a Ctrl-C there does not reach it.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from monitor.embedded import locks
from monitor.lifetime import ends_with_parent

PAUSE = 0.1
SECONDS_WITHOUT_USERS = 5
SECONDS_FOR_REMAINS = 30
SECONDS_TO_STOP = 60


def main(home: Path, uid: int, gid: int, command: list[str]) -> None:
    """Run `command` until nobody uses it any more, somebody demands its end, or it ends by itself."""
    signal.signal(signal.SIGTERM, _finish)
    signal.signal(signal.SIGINT, _finish)
    users = locks.opened(home / "users.lock")
    postgres = _start(home, uid, gid, command)
    with suppress(SystemExit):
        _wait_until_unused(postgres, users)
    _stop(postgres)


def _finish(number: int, frame: object) -> None:
    raise SystemExit


def _start(home: Path, uid: int, gid: int, command: list[str]) -> subprocess.Popen[bytes]:
    """Start the server with the server lock in its hands; the supervisor keeps none of it."""
    with locks.exclusively(home / "server.lock", SECONDS_FOR_REMAINS) as server:
        switch: dict[str, Any] = {"user": uid, "group": gid, "extra_groups": []} if uid >= 0 else {}
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            cwd="/",
            pass_fds=[server],
            preexec_fn=ends_with_parent(signal.SIGINT),
            **switch,
        )


def _wait_until_unused(postgres: subprocess.Popen[bytes], users: int) -> None:
    """Return when the server has ended, its stop is demanded, or it had no users for some seconds.

    In the last case the lock stays taken, so that whoever comes now waits for the stop and then starts anew.
    """
    used = time.monotonic()
    while postgres.poll() is None and not locks.is_held(users):
        if not locks.take_exclusive(users):
            used = time.monotonic()
        elif time.monotonic() - used >= SECONDS_WITHOUT_USERS:
            return
        else:
            locks.release(users)
        time.sleep(PAUSE)


def _stop(postgres: subprocess.Popen[bytes]) -> None:
    """Stop the server as fast as it can be done without losing anything; force it only if it hangs."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if postgres.poll() is None:
            postgres.send_signal(number)
        try:
            postgres.wait(SECONDS_TO_STOP)
            return
        except subprocess.TimeoutExpired:
            continue


def _leave_starter() -> None:
    """Go on as a process of its own, in its own session."""
    if os.fork():
        os._exit(0)
    os.setsid()
    os.chdir("/")


if __name__ == "__main__":
    _leave_starter()
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
