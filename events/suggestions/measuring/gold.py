"""A gold set: a folder of NAME.txt and NAME.json, texts with their annotation by hand."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SHAPE = ["sentences", "events", "negative_sentences", "actors", "mentions", "time_expressions", "citations"]
UNSEEN = "_u"


class GoldRefused(ValueError):
    """A gold set that cannot be read; the message says which file and why."""


@dataclass(frozen=True)
class Gold:
    """One annotated article. An article whose name ends in `_u` belongs to the unseen half."""

    name: str
    text: str
    rows: dict[str, Any]

    @property
    def issued(self) -> str:
        """The date of its issue, empty where the set gives none."""
        return self.rows.get("masthead", {}).get("publication_date", {}).get("value") or ""

    @property
    def unseen(self) -> bool:
        """Whether it is kept from those who tune the rules."""
        return self.name.endswith(UNSEEN)


def read_gold(folder: Path) -> list[Gold]:
    """The articles of a folder, by name. Raises GoldRefused."""
    names = sorted(path.stem for path in folder.glob("*.json"))
    if not names:
        raise GoldRefused(f"{folder} holds no NAME.json; give the folder of a gold set.")
    return [_read(folder, name) for name in names]


def _read(folder: Path, name: str) -> Gold:
    try:
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
        rows = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise GoldRefused(f"{folder / name}: {error}; a gold article is NAME.txt and NAME.json, both UTF-8.") from error
    missing = [key for key in SHAPE if not isinstance(rows.get(key), list)] if isinstance(rows, dict) else SHAPE
    if missing:
        raise GoldRefused(
            f"{folder / name}.json has no list {missing[0]}; see the README of the gold set for its shape."
        )
    return Gold(name, text, rows)
