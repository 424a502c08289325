"""The one error of the embedded server: what happened, where, and what to do next."""

from pathlib import Path

from django.db.utils import OperationalError

LINES_OF_LOG = 15


class ServerUnavailable(OperationalError):
    """The embedded server cannot be started, joined or stopped; to Django this is a database that is away."""

    def __init__(self, what: str, log: Path | None = None) -> None:
        tail = _tail(log) if log else ""
        super().__init__(f"The embedded PostgreSQL {what}" + (f"\nThe end of {log}:\n{tail}" if tail else ""))


def _tail(log: Path) -> str:
    """Return the last lines of the log, or nothing where it cannot be read."""
    try:
        lines = log.read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return "\n".join(f"  {line}" for line in lines[-LINES_OF_LOG:])
