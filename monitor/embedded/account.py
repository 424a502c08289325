"""Under which account `postgres` runs: our own, or an unprivileged one where we are root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from monitor.embedded.errors import ServerUnavailable

UNPRIVILEGED = "nobody"


@dataclass(frozen=True)
class Account:
    """A user and group to become; -1 where the process stays who it is."""

    uid: int
    gid: int

    @classmethod
    def for_data(cls, data: Path) -> "Account":
        """Return the account for the data in `data`: its owner where we are root and it exists already."""
        if os.geteuid() != 0:
            return cls(-1, -1)
        if data.exists() and data.stat().st_uid != 0:
            return cls(data.stat().st_uid, data.stat().st_gid)
        return cls._unprivileged()

    @classmethod
    def _unprivileged(cls) -> "Account":
        try:
            entry = pwd.getpwnam(UNPRIVILEGED)
        except KeyError:
            raise ServerUnavailable(
                f"must not run as root, and this system has no account {UNPRIVILEGED!r} to run it as. "
                "Run Monitor as an ordinary user, or set DATABASE_URL."
            ) from None
        return cls(entry.pw_uid, entry.pw_gid)

    @property
    def is_another(self) -> bool:
        return self.uid >= 0

    @property
    def prefix(self) -> str:
        """What goes before a shell command that is to run under this account."""
        return f"setpriv --reuid={self.uid} --regid={self.gid} --clear-groups " if self.is_another else ""

    def run(self, command: list[str], **options: Any) -> "subprocess.CompletedProcess[str]":
        """Run `command` under this account and return what it printed and how it ended."""
        switch: dict[str, Any] = {"user": self.uid, "group": self.gid, "extra_groups": []} if self.is_another else {}
        return subprocess.run(
            command, cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, **switch, **options
        )

    def can_enter(self, folder: Path) -> bool:
        """Say whether this account may pass through `folder` and all those above it."""
        return not self.is_another or self.run(["test", "-x", str(folder)]).returncode == 0

    def make_private(self, folder: Path) -> None:
        """Make `folder`, open to this account alone; one that is there already must be so too and stays as it is."""
        if not folder.exists():
            folder.mkdir(mode=0o700)
            if self.is_another:
                os.chown(folder, self.uid, self.gid)
        found = folder.lstat()
        owner = self.uid if self.is_another else os.geteuid()
        if not folder.is_dir() or folder.is_symlink() or found.st_uid != owner or found.st_mode & 0o077:
            raise ServerUnavailable(
                f"needs {folder} as a private folder (mode 0700, owner {owner}), which it is not. "
                "Look who made it; remove it, and start again."
            )
