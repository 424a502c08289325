"""One file with everything, as of one moment; it gets its name when it is complete."""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from monitor.backups.database import BackupTrouble, Database, last_words, program

SECONDS_BETWEEN_LOOKS = 0.2
NAMELESS = getattr(os, "O_TMPFILE", None)  # Linux only
# What must not come back with a restore: who is logged in, who has just failed to, who reads how much this minute.
LEFT_OUT = ("django_session", "axes_accessattempt*", "monitor_anonymous_reads")


def write_file(database: Database, path: Path, *, replace: bool = False, watch: Callable[[int], None]) -> int:
    """Write a backup to `path`, readable by its owner alone, and return its size; `watch` is told how it grows."""
    if path.exists() and not replace:
        raise BackupTrouble(f"{path} exists. Name another file, or say --replace to put the new backup in its place.")
    try:
        with _file_without_name(path) as (file, give_name):
            _dump(database, file, lambda: watch(os.fstat(file).st_size))
            os.fsync(file)
            size = os.fstat(file).st_size
            give_name()
            return size
    except OSError as error:
        raise BackupTrouble(
            f"{path} cannot be written: {error.strerror}. Name a folder with room and rights."
        ) from error


def write_stream(database: Database, stream: int) -> None:
    """Write a backup to an open pipe or file."""
    _dump(database, stream, lambda: None)


def _dump(database: Database, stream: int, look: Callable[[], None]) -> None:
    """Run pg_dump: no owners and no rights of roles, which another server would not have."""
    command = [program("pg_dump", database, as_new_as=database.version), "--format=custom", "--no-owner"]
    command += ["--no-privileges", "--no-password", f"--dbname={database.address}"]
    command += [f"--exclude-table-data={table}" for table in LEFT_OUT]
    with tempfile.TemporaryFile() as said:
        process = database.start(command, stdin=subprocess.DEVNULL, stdout=stream, stderr=said)
        try:
            _watch(process, look)
        finally:
            process.terminate()  # nothing happens where it has ended
            process.wait()
        if process.returncode != 0:
            raise BackupTrouble(f"The backup was not made. pg_dump says:\n{last_words(said)}")


def _watch(process: "subprocess.Popen[bytes]", look: Callable[[], None]) -> None:
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_BETWEEN_LOOKS)
            return
        look()


@contextmanager
def _file_without_name(path: Path) -> Iterator[tuple[int, Callable[[], None]]]:
    """Open a file that the kernel forgets unless it is given its name, so that a kill leaves nothing behind.

    Where the file system has no such files it is called `NAME.part` until then.
    """
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    part = f"{path.name}.part"
    try:
        file, named = _opened(path.parent, folder, part)
        try:
            yield file, lambda: _give_name(file, folder, part, path.name, named)
        finally:
            os.close(file)
            with suppress(FileNotFoundError):
                os.unlink(part, dir_fd=folder)
    finally:
        os.close(folder)


def _opened(place: Path, folder: int, part: str) -> tuple[int, bool]:
    if NAMELESS:
        with suppress(OSError):
            return os.open(place, NAMELESS | os.O_RDWR, 0o600), False
    return os.open(part, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600, dir_fd=folder), True


def _give_name(file: int, folder: int, part: str, name: str, named: bool) -> None:
    if not named:
        with suppress(FileNotFoundError):
            os.unlink(part, dir_fd=folder)
        os.link(f"/proc/self/fd/{file}", part, dst_dir_fd=folder, follow_symlinks=True)
    os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    os.fsync(folder)
