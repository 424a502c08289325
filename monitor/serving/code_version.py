"""Which code and settings answer: what another deployment would render otherwise must not pass for the old page."""

from functools import cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings

PARTS = ("articles", "events", "monitor", "templates", "pyproject.toml")
NOT_SHOWN = {"__pycache__", "static", "sample"}


@cache
def code_version() -> str:
    """A hash of all code, templates, code lists and names of static files, and of what settings pages show; made once.

    It is of their contents, so that machines with the same deployment give the same answer the same name.
    """
    parts = [settings.BASE_DIR / part for part in PARTS]
    return version_of([*parts, Path(settings.STATIC_ROOT) / "staticfiles.json"], shown=settings.CONTACT)


def version_of(parts: list[Path], shown: str = "") -> str:
    """A hash of the files below the parts, by their paths within them; a part that is not there counts for nothing."""
    whole = blake2b(shown.encode(), digest_size=8)
    for part in parts:
        for path in [part] if part.is_file() else sorted(part.rglob("*")):
            if path.is_file() and not NOT_SHOWN & set(path.relative_to(part.parent).parts):
                whole.update(repr((str(path.relative_to(part.parent)), path.read_bytes())).encode())
    return whole.hexdigest()
