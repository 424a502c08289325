"""Environment variables as typed values: each reader refuses nonsense by name."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}
REDIS = re.compile(
    r"rediss?://([^:@/?#\s]*(:[^:@/?#\s]*)?@)?(\[[0-9A-Fa-f:.]+\]|[^:@/?#\s\[\]]+)(:[0-9]{1,5})?(/[0-9]+)?/?"
)
REDIS_TIMEOUTS = {"socket_timeout": 0.5, "socket_connect_timeout": 0.5}  # seconds; a page is made anew in less
FILES = 2_000  # of a shared folder; beyond, a third of them goes


def flag(environ: Mapping[str, str], name: str, default: bool = False) -> bool:
    """Read a yes/no variable; anything but a known yes or no is refused."""
    if name not in environ:
        return default
    value = environ[name].strip().lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise ImproperlyConfigured(f"{name} is {environ[name]!r}: write 1 or 0.")


def number(environ: Mapping[str, str], name: str, default: int, most: int) -> int:
    """Read a whole number from 0 to `most`."""
    value = environ.get(name, str(default)).strip()
    if not (value.isascii() and value.isdigit() and int(value) <= most):
        raise ImproperlyConfigured(f"{name} is {environ[name]!r}: write a whole number from 0 to {most}.")
    return int(value)


def choice(environ: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    """Read one of a few words."""
    value = environ.get(name, default).strip().lower()
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} is {environ[name]!r}: write one of {', '.join(allowed)}.")
    return value


def names(environ: Mapping[str, str], name: str, default: list[str]) -> list[str]:
    """Read a comma-separated list of names without blanks inside."""
    if name not in environ:
        return default
    values = [value.strip() for value in environ[name].split(",") if value.strip()]
    broken = [value for value in values if "/" in value or " " in value]
    if broken:
        raise ImproperlyConfigured(
            f"{name} holds {broken[0]!r}: write host names parted by commas, without scheme or path."
        )
    return values


def mailbox(environ: Mapping[str, str], name: str) -> str:
    """Read an e-mail address; none where the variable is unset."""
    value = environ.get(name, "").strip()
    try:
        validate_email(value or "nobody@example.org")
    except ValidationError as error:
        raise ImproperlyConfigured(f"{name} is {value!r}: write one e-mail address.") from error
    return value


def folder(environ: Mapping[str, str], name: str, default: Path) -> Path:
    """Read a folder's path; relative paths count from the project's root."""
    value = environ.get(name, "").strip()
    path = Path(value).expanduser() if value else default
    if not path.is_absolute():
        path = default.parent / path
    if path.exists() and not path.is_dir():
        raise ImproperlyConfigured(f"{name} is {value!r}, which is a file: name a folder.")
    return path


def cache(environ: Mapping[str, str], name: str) -> dict[str, Any]:
    """Read where processes share a cache, as `CACHES` has it; without one, each process has its own memory."""
    url = environ.get(name, "").strip()
    if not url:
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if url.startswith("file:///"):
        return _folder_cache(name, Path(unquote(url.removeprefix("file://"))))
    if REDIS.fullmatch(url):
        return _redis_cache(name, url)
    raise ImproperlyConfigured(  # without the address: it may hold a password
        f"{name} cannot be used: write redis://HOST:PORT/NUMBER, rediss:// for TLS, with USER:PASSWORD@ before HOST "
        "where Redis asks for it, or file:///FOLDER for a folder that all processes share; unset it to share nothing."
    )


def _folder_cache(name: str, path: Path) -> dict[str, Any]:
    if path == Path("/") or (path.exists() and not path.is_dir()):
        raise ImproperlyConfigured(f"{name} names {path}, which is no folder of its own: name one that is empty.")
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    return {"BACKEND": backend, "LOCATION": path, "KEY_PREFIX": "monitor", "OPTIONS": {"MAX_ENTRIES": FILES}}


def _redis_cache(name: str, url: str) -> dict[str, Any]:
    if find_spec("redis") is None:
        raise ImproperlyConfigured(
            f"{name} names a Redis server, but the package redis is not installed: install it, or name a file:///FOLDER."
        )
    backend = "django.core.cache.backends.redis.RedisCache"
    return {"BACKEND": backend, "LOCATION": url, "KEY_PREFIX": "monitor", "OPTIONS": REDIS_TIMEOUTS}
