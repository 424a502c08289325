"""Which database the site talks to: the one `DATABASE_URL` names, or the embedded PostgreSQL of the data folder.

Nothing is started here. The engine `monitor.embedded` starts its server, or joins the running one, at the first
connection of a process, so that commands which touch no database start nothing.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured

URL = re.compile(
    r"postgres(?:ql)?://"
    r"(?:(?P<user>[^:@/?#\s]+)(?::(?P<password>[^:@/?#\s]*))?@)?"
    r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^:@/?#\s\[\]]+)?(?::(?P<port>[^:@/?#\s]+))?"
    r"/(?P<name>[^/?#\s]+)"
    r"(?:\?(?P<query>[^#\s]*))?"
)
BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
SECONDS_TO_CONNECT = 3
NOTHING_IGNORED = "-c pgtrigger.ignore={}"  # unset, every trigger raises and catches an error to learn that
POOL = {
    "min_size": 1,
    "max_size": 8,
    "timeout": 2,  # seconds that a request waits for a connection
    "reconnect_timeout": 2,  # else the pool waits ever longer between its tries, minutes after a long outage
}
LIMITS_OF_REQUESTS = {
    "statement_timeout": "15s",
    "idle_in_transaction_session_timeout": "60s",  # an export whose reader stalls
}
NOTICES_SILENCE = {  # a server whose machine or network died without a word
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,  # milliseconds
}
URL_PARAMETERS = (
    "application_name",
    "connect_timeout",
    "gssencmode",
    "host",
    "keepalives",
    "keepalives_count",
    "keepalives_idle",
    "keepalives_interval",
    "options",
    "port",
    "sslcert",
    "sslcrl",
    "sslkey",
    "sslmode",
    "sslrootcert",
    "target_session_attrs",
)

Configuration = dict[str, Any]


def configuration(environ: Mapping[str, str], data_dir: Path) -> Configuration:
    """Return `DATABASES["default"]`, every connection checked before use and closed after the request."""
    url = environ.get("DATABASE_URL", "").strip()
    chosen = from_url(url) if url else embedded(data_dir)
    given = chosen["OPTIONS"]
    session = f"{NOTHING_IGNORED} {given.get('options', '')}".strip()
    options = {"connect_timeout": SECONDS_TO_CONNECT, **given, "options": session}
    return {**chosen, "OPTIONS": options, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def pooled(chosen: Configuration) -> None:
    """Let the connections of a web process come from a pool, and bound what a request may ask of the database.

    Called by `monitor.wsgi` in each worker, so the pool is made after gunicorn's fork. Commands and tests have neither.
    """
    limits = [f"-c {name}={value}" for name, value in LIMITS_OF_REQUESTS.items()]
    own = chosen["OPTIONS"].get("options", "")  # of DATABASE_URL; what comes last counts
    given = {**NOTICES_SILENCE, **chosen["OPTIONS"]}
    chosen["OPTIONS"].update(given, pool=POOL, options=" ".join([*limits, own]).rstrip())


def embedded(data_dir: Path) -> Configuration:
    """The server of `data_dir`; the engine finds its socket and starts it when it is first needed."""
    return {
        "ENGINE": "monitor.embedded",
        "NAME": "monitor",
        "USER": "monitor",
        "OPTIONS": {},
        "DATA_DIR": data_dir,
        "SERVER_SETTINGS": {},
    }


def from_url(url: str) -> Configuration:
    """Read `postgresql://user:password@host:port/name?sslmode=require`; a socket's folder goes into `?host=`."""
    parts = URL.fullmatch(url)
    if parts is None:
        raise _refused("it has not the form of a PostgreSQL address")
    options = _options(parts["query"] or "")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": _decoded(parts["name"], "the database's name"),
        "USER": _decoded(parts["user"] or "", "the user"),
        "PASSWORD": _decoded(parts["password"] or "", "the password"),
        "HOST": _host(options.pop("host", ""), _decoded((parts["host"] or "").strip("[]"), "the host")),
        "PORT": _port(options.pop("port", ""), parts["port"] or ""),
        "OPTIONS": options,
    }


def _options(query: str) -> dict[str, str]:
    """Read the part behind `?`: parameters of the driver that make sense here, each once."""
    options: dict[str, str] = {}
    for pair in query.split("&") if query else []:
        name, equals, value = pair.partition("=")
        if name not in URL_PARAMETERS:
            raise _refused(f"its parameter {name!r} is unknown (known: {', '.join(URL_PARAMETERS)})")
        if not equals or not value or name in options:
            raise _refused(f"its parameter {name!r} must stand once and have a value")
        options[name] = _decoded(value, f"the parameter {name!r}")
    return options


def _host(parameter: str, written: str) -> str:
    if parameter and written:
        raise _refused("it names a host twice, before the path and as ?host=")
    return parameter or written


def _port(parameter: str, written: str) -> str:
    if parameter and written:
        raise _refused("it names a port twice, after the host and as ?port=")
    port = parameter or written
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise _refused("its port is no number from 1 to 65535")
    return port


def _decoded(value: str, what: str) -> str:
    """Undo percent-encoding, refusing half an escape and what no database takes."""
    if BROKEN_ESCAPE.search(value):
        raise _refused(f"{what} holds a % that starts no escape: write it as %25")
    try:
        decoded = unquote(value, errors="strict")
    except UnicodeDecodeError as error:
        raise _refused(f"{what} is not UTF-8 once its % escapes are undone") from error
    if "\0" in decoded:
        raise _refused(f"{what} holds the character NUL")
    return decoded


def _refused(why: str) -> ImproperlyConfigured:
    """Say what is wrong, never repeating the address: it may hold a password."""
    return ImproperlyConfigured(
        f"DATABASE_URL cannot be used: {why}. Write postgresql://USER:PASSWORD@HOST:PORT/NAME, "
        "or postgresql:///NAME?host=/FOLDER/OF/THE/SOCKET, special characters percent-encoded (@ is %40, / is %2F); "
        "unset it to use the embedded server."
    )
