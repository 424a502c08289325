"""The sample files: what a parser makes of each is kept beside it, to be reviewed as a diff.

`REWRITE_SAMPLES=1` writes the expectations anew.
"""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

from articles.importing.records import ArticleRecord, Problem

SAMPLES = Path(__file__).parents[2] / "samples"


def samples(folder: str) -> list[Path]:
    """The sample files of a format, sound and broken."""
    return sorted(path for path in (SAMPLES / folder).rglob(f"*.{'txt' if folder == 'text' else folder}"))


def name_of(path: Path) -> str:
    return "/".join(path.relative_to(SAMPLES).parts)


def check(path: Path, parser: Any) -> None:
    """The parser makes of the file what stands beside it."""
    read = [as_json(item) for item in parser.parse(path.read_bytes(), path.name)]
    expectation = path.with_suffix(".expected.json")
    if os.environ.get("REWRITE_SAMPLES"):
        expectation.write_text(json.dumps(read, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert read == json.loads(expectation.read_text(encoding="utf-8"))


def as_json(item: ArticleRecord | Problem) -> dict[str, Any]:
    if isinstance(item, Problem):
        return {"line": item.line, "code": item.code.value, "message": item.message}
    values = {name: value for name, value in asdict(item).items() if value not in ("", None, ()) and name != "path"}
    return {**values, "given": sorted(item.given)} | ({"urls": list(item.urls)} if item.urls else {})
