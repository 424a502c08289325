"""The annotated articles of this folder as plain data, and a small referee for their dates.

Nothing here uses the product's own grammars: a set that is judged by the rules it judges proves nothing.
"""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
DAY, MONTH_DAY = r"(?:XXXX|\d{4})", r"-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6])(?:-(?:0[1-9]|[12]\d|3[01]))?"
UNIT = rf"{DAY}(?:{MONTH_DAY})?[~?]?"
FORMS = [
    rf"({UNIT})",
    rf"({UNIT})/({UNIT})",
    rf"({UNIT})/\.\.",
    rf"\[({UNIT})\.\.({UNIT})\]",
    rf"\[\.\.({UNIT})\]",
    rf"\[({UNIT})\.\.\]",
]


def read(name: str) -> tuple[str, dict[str, Any]]:
    text = (FOLDER / f"{name}.txt").read_bytes().decode("utf-8")
    return text, json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def counts(half: str) -> dict[str, int]:
    """What the half holds; second-tier rows count only where the name says so."""
    golds = [read(name)[1] for name in NAMES if name.endswith("_u") == (half == "unseen")]
    rows = {key: [row for gold in golds for row in gold[key]] for key in ("citations", "time_expressions", "events")}
    first = [event for event in rows["events"] if event["tier"] == 1]
    return {
        "articles": len(golds),
        "citations": sum(1 for row in rows["citations"] if row.get("tier") != 2),
        "cited reports": sum(len(row["items"]) for row in rows["citations"]),
        "cross references": sum(len(gold["cross_references"]) for gold in golds),
        "time expressions": sum(1 for row in rows["time_expressions"] if row.get("tier") != 2),
        "of these in prose": sum(1 for row in rows["time_expressions"] if row.get("tier") != 2 and in_prose(row)),
        "events": len(first),
        "second-tier events": len(rows["events"]) - len(first),
        "sentences": sum(len(gold["sentences"]) - 1 for gold in golds),
        "empty sentences": sum(len(gold["negative_sentences"]) - 1 for gold in golds),
        "mentions": sum(len(gold["mentions"]) for gold in golds),
        "metonyms": sum(1 for gold in golds for row in gold["mentions"] if row["sense"] == "state_by_metonymy"),
    }


def in_prose(row: dict[str, Any]) -> bool:
    return row["kind"] not in ("citation_date", "cross_reference_date")


def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day of a date of the profile; raises ValueError where it is none."""
    if edtf is None:
        return None, None
    form, found = next(((form, match) for form in FORMS if (match := re.fullmatch(form, edtf))), (None, None))
    if form is None or found is None:
        raise ValueError(f"{edtf} is no date of the profile")
    first, last = edge(found[1], 0), edge(found[found.re.groups], 1)
    return (None if edtf.startswith("[..") else first), (None if edtf.rstrip("]").endswith("..") else last)


def edge(unit: str, side: int) -> str | None:
    parts = unit.rstrip("~?").split("-")
    if parts[0] == "XXXX":
        date(2000, *(int(part) for part in parts[1:]))
        return None
    year, *rest = (int(part) for part in parts)
    if len(rest) == 2:
        return date(year, *rest).isoformat()
    months = SEASONS.get(rest[0], (rest[0], rest[0])) if rest else (1, 12)
    year, month = year + (months[side] - 1) // 12, (months[side] - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1] if side else 1).isoformat()


def years(edtf: str | None) -> set[str]:
    return set(re.findall(r"(?<!\d)\d{4}(?!\d)", re.sub(r"-\d\d", "", edtf or "")))


def evidence_spans(gold: dict[str, Any]) -> Iterator[tuple[dict[str, Any], int, int]]:
    """Each trigger and hedge with the evidence it belongs to."""
    for event in gold["events"]:
        for evidence in event["evidence"]:
            for start, end in evidence["trigger"] + evidence.get("hedge", []):
                yield evidence, start, end
