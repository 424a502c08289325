"""The page for operators is true: its commands parse, its variables are those of the code, its links lead on."""

import re
import shlex
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
SOURCES = [ROOT / "gunicorn.conf.py", *(ROOT / "monitor").rglob("*.py")]
VARIABLE = re.compile(r"\b(?:MONITOR_[A-Z_]*[A-Z]|DATABASE_URL|CACHE_URL)\b")
COMMAND = re.compile(r"manage\.py ([^`\n|&>#]+)")
COMMANDS = sorted({command.strip() for command in COMMAND.findall(PAGE)})


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_exists_and_takes_what_is_said(line: str) -> None:
    name, *arguments = shlex.split(line)

    command = load_command_class(get_commands()[name], name)

    command.create_parser("manage.py", name).parse_args(arguments)


def test_the_table_has_every_variable_of_the_example_and_the_code() -> None:
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    example = set(re.findall(r"^#([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    read = {name for path in SOURCES for name in re.findall(rf'"({VARIABLE.pattern})"', path.read_text("utf-8"))}

    assert example | read <= table


def test_no_other_variable_is_named() -> None:
    table = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))

    assert set(VARIABLE.findall(PAGE)) <= table


def test_links_lead_somewhere() -> None:
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in PAGE.splitlines() if line.startswith("#")}
    links = re.findall(r"\]\(([^)]+)\)", PAGE)

    assert [link for link in links if link.startswith("#") and link[1:] not in headings] == []
    assert [link for link in links if not link.startswith("#") and not (ROOT / "docs" / link).exists()] == []
