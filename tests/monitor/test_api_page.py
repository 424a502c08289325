"""The page for programs is true: its examples run, its links lead on, what it names exists."""

import contextlib
import io
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class
from django.db import transaction

from monitor.api import schema
from tests.golden import make_world

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
HERE = "http://localhost:8000"


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


COMMANDS = [line for block in blocks("sh") for line in block.splitlines()]


@pytest.fixture
def site(live_server):
    with transaction.atomic():
        make_world()
    return live_server.url


@pytest.mark.django_db(transaction=True)
def test_the_python_examples_run(site):
    out, names = io.StringIO(), {}

    with contextlib.redirect_stdout(out):
        for block in blocks("python"):
            exec(compile(block.replace(HERE, site), "docs/api.md", "exec"), names)

    assert "E009001 1999-05-28 Envoys of two states meet in Varda" in out.getvalue()
    assert "1 events" in out.getvalue()
    assert "1.0.0 2026-11-24T12:00:00+00:00 stands" in out.getvalue().replace("Z ", "+00:00 ")
    assert len(names["kept"]) > 50


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@pytest.mark.django_db(transaction=True)
def test_the_curl_examples_run(site, tmp_path):
    answers = [subprocess.run(shlex.split(line.replace(HERE, site)), cwd=tmp_path, capture_output=True, check=True)
               for line in COMMANDS]  # fmt: skip

    assert [event["public_id"] for event in json.loads(answers[0].stdout)["results"]] == ["E009001"]
    assert json.loads(answers[1].stdout)["type"] == "Annotation"
    assert (tmp_path / "events.csv").read_bytes().startswith(b"public_id,url,")
    assert len(json.loads((tmp_path / "events.geojson").read_bytes())["features"]) == 1
    assert json.loads(answers[-1].stdout)["errors"][0]["parameter"] == "colour"


def test_every_parameter_in_the_examples_is_in_the_schema():
    known = {
        parameter["name"] for path in schema()["paths"].values() for parameter in path["get"].get("parameters", [])
    }

    named = {name for line in COMMANDS for name in re.findall(r"[?&]([a-z_]+)=", line)}

    assert named - known == {"colour"}


def test_every_command_takes_what_is_said():
    lines = re.findall(r"`manage\.py ([^`]+)`", PAGE)

    for line in lines:
        name, *arguments = shlex.split(line)
        load_command_class(get_commands()[name], name).create_parser("manage.py", name).parse_args(arguments)
    assert lines


def test_the_resources_of_the_page_are_those_of_the_schema():
    for path in (
        "/api/v1/changes/",
        "/api/v1/releases/",
        "/api/v1/releases/{version}/events/",
        "/api/v1/events/facets/",
    ):
        assert path in schema()["paths"]
