"""What is written down of a running site: one line each, as JSON or as text, and never a secret.

No Django is needed here: gunicorn reads the same configuration for its own lines.
"""

import json
import logging
import re
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote

from monitor import environment

FORMATS = ("json", "text")
FACTS = ("method", "path", "status", "ms")  # of an access line
request_id: ContextVar[str] = ContextVar("request_id", default="")

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
SECRET_VARIABLES = ("DATABASE_URL", "CACHE_URL", "MONITOR_SECRET_KEY")
SHORTEST_SECRET = 4  # a shorter password would black out half of every line
HIDDEN = "[hidden]"
SECRETS = (
    (re.compile(r"(\w+://[^\s:/@]*:)[^\s@]+(?=@)"), rf"\1{HIDDEN}"),  # a password in an address
    (re.compile(r"(?i)\b(Bearer|Basic|Token)\s+[^\s,;\"']+"), rf"\1 {HIDDEN}"),
    (
        re.compile(
            r"(?i)((?:password|passwd|secret|token|sessionid|csrftoken|csrfmiddlewaretoken|api_?key|(?:set-)?cookie|"
            r"authorization)[\"']?\s*[=:]\s*)(\"[^\"]*\"|'[^']*'|[^\s&;,\"']+)"
        ),
        rf"\1{HIDDEN}",
    ),
)


def configuration(environ: Mapping[str, str], default: str) -> dict[str, Any]:
    """Return the logging of a process: everything goes to stderr, as `MONITOR_LOG` says.

    The demo speaks to somebody at a terminal: between its own lines stands only what went wrong.
    """
    form = environment.choice(environ, "MONITOR_LOG", FORMATS, default)
    least = "WARNING" if environ.get("MONITOR_MODE") == "demo" else "INFO"
    formatter = {"()": "monitor.logs.JsonLines" if form == "json" else "monitor.logs.TextLines"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"briefly": {"()": "monitor.logs.Briefly"}},
        "formatters": {"lines": {**formatter, "hidden": secrets_of(environ)}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": least},
        "loggers": {
            # The access line says what was refused; only what broke needs more.
            "django": {"handlers": [], "level": least, "propagate": True},
            "django.request": {"level": "ERROR", "filters": ["briefly"]},
            "django.security": {"level": "CRITICAL"},
            "django.server": {"handlers": [], "propagate": True},
            "gunicorn.error": {"level": least, "handlers": [], "propagate": True},
            "gunicorn.access": {"level": "CRITICAL", "handlers": [], "propagate": True},
            "axes": {"level": "WARNING"},
            "psycopg.pool": {"level": "ERROR"},  # it notes every try while the database is away
        },
    }


def secrets_of(environ: Mapping[str, str]) -> list[str]:
    """The secret values that the environment holds, as they stand there and decoded."""
    found = set()
    for name in SECRET_VARIABLES:
        value = environ.get(name, "")
        password = re.search(r"://[^\s:/@]*:([^\s@]+)@", value)
        secret = password[1] if password else "" if "://" in value else value
        found |= {value, secret, unquote(secret), quote(secret, safe="")}
    return sorted((value for value in found if len(value) >= SHORTEST_SECRET), key=len, reverse=True)


class Briefly(logging.Filter):
    """While the database is away each request fails alike: what the driver said is enough, without a trace."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and getattr(record, "status_code", 0) == 503:
            record.msg, record.args = "%s: %s", (record.getMessage(), record.exc_info[1])
            record.exc_info = None
        return True


class Lines(logging.Formatter):
    """A record as one line without secrets; `hidden` are values that nothing may print."""

    def __init__(self, hidden: list[str] | None = None) -> None:
        super().__init__()
        self.hidden = hidden or []

    def format(self, record: logging.LogRecord) -> str:
        return self.line({name: self.clean(value) for name, value in self.told(record).items()})

    def line(self, told: Mapping[str, Any]) -> str:
        raise NotImplementedError

    def told(self, record: logging.LogRecord) -> dict[str, Any]:
        """Everything that a line says, by name."""
        trouble = {"trace": self.formatException(record.exc_info)} if record.exc_info else {}
        stack = {"stack": self.formatStack(record.stack_info)} if record.stack_info else {}
        request = {"request": request_id.get()} if request_id.get() else {}
        facts = {name: getattr(record, name) for name in FACTS if hasattr(record, name)}
        return {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **request,
            **facts,
            **trouble,
            **stack,
        }

    def clean(self, value: Any) -> Any:
        """The value without secrets."""
        if not isinstance(value, str):
            return value
        for secret in self.hidden:
            value = value.replace(secret, HIDDEN)
        for pattern, kept in SECRETS:
            value = pattern.sub(kept, value)
        return value


class JsonLines(Lines):
    """One JSON object a line."""

    def line(self, told: Mapping[str, Any]) -> str:
        return json.dumps(told, ensure_ascii=True, default=str)


class TextLines(Lines):
    """A line for people; a trace follows on lines of its own."""

    def line(self, told: Mapping[str, Any]) -> str:
        head = [told["time"], told["level"], f"{told['logger']}:", one_line(told["message"]), told.get("request", "")]
        rest = [told[name] for name in ("trace", "stack") if name in told]
        return "\n".join([" ".join(filter(None, head)), *rest])


def one_line(text: str) -> str:
    """Text that can neither pass for a second line nor command a terminal."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
