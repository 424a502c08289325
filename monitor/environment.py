"""Environment variables as typed values: each reader refuses nonsense by name."""

from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}


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
