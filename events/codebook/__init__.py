"""The codebook as plain values, read from the data files beside this one."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Codebook:
    """One version of the code lists: types, modes and contexts as the files give them, in their order."""

    version: str
    types: tuple[dict[str, Any], ...]
    modes: tuple[dict[str, Any], ...]
    contexts: tuple[dict[str, Any], ...]


@cache
def current() -> Codebook:
    """The codebook of this release."""
    return Codebook(
        version=_read("codebook")["version"],
        types=tuple(_read("types")),
        modes=tuple(_read("modes")),
        contexts=tuple(_read("contexts")),
    )


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
