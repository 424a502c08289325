"""File locks that end with the process that holds them, however it ends."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAUSE = 0.02


def opened(path: Path) -> int:
    """Open a lock's file, made if missing, not passed on to programs this process runs."""
    return os.open(path, os.O_RDONLY | os.O_CREAT | os.O_CLOEXEC, 0o644)


def take_shared(lock: int, seconds: float = 0) -> bool:
    return _take(lock, fcntl.LOCK_SH, seconds)


def take_exclusive(lock: int, seconds: float = 0) -> bool:
    return _take(lock, fcntl.LOCK_EX, seconds)


def release(lock: int) -> None:
    fcntl.flock(lock, fcntl.LOCK_UN)


def is_held(lock: int) -> bool:
    """Say whether somebody holds the lock exclusively; this process must not hold it itself."""
    if not take_shared(lock):
        return True
    release(lock)
    return False


@contextmanager
def exclusively(path: Path, seconds: float) -> Iterator[int]:
    """Hold the lock of `path`, or raise TimeoutError after `seconds`."""
    lock = opened(path)
    try:
        if not take_exclusive(lock, seconds):
            raise TimeoutError(f"{path} was held by another process for {seconds:.0f} s")
        yield lock
    finally:
        os.close(lock)


def _take(lock: int, kind: int, seconds: float) -> bool:
    """Try until `seconds` have passed, at least once."""
    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(lock, kind | fcntl.LOCK_NB)
            return True
        except BlockingIOError:
            if time.monotonic() >= until:
                return False
            time.sleep(PAUSE)
