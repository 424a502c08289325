"""The import command in tests: records as lines, files of them, and what a run says."""

import io
import json
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection

LONG = "The ferry between the two shores was out of service again, and nobody at the harbour could say for how long."


def line(**over: Any) -> str:
    record = {"publication": "Monitor", "volume": 5, "issue": 107, "text": LONG, **over}
    return json.dumps({name: value for name, value in record.items() if value is not ...}, ensure_ascii=False)


def write(folder: Path, *lines: str, name: str = "a.jsonl") -> Path:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def run(*paths: Path | str, **options: Any) -> tuple[str, list[str], int]:
    """The last line on stdout, the lines on stderr, and the exit code."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    try:
        call_command("import_articles", *map(str, paths), stdout=out, stderr=err, **options)
    except SystemExit as stop:
        code = int(stop.code or 0)
    connection.check_constraints()
    return out.getvalue().splitlines()[-1], err.getvalue().splitlines(), code


def codes(errors: list[str]) -> list[str]:
    return [error.split(": ")[1] for error in errors]


def counts(last_line: str) -> tuple[int, ...]:
    """(created, unchanged, conflicting, refused)"""
    return tuple(int(part.split()[0]) for part in last_line.split(": ")[1].split(";")[0].split(", "))
