"""Answers of exports, facets, changes, releases and annotations as they are meant to be (`tests/golden.py`)."""

import json
import re
from pathlib import Path

import pytest
from django.db import connection

from monitor.api import RESOURCES
from tests.golden import agrees, make_world

pytestmark = pytest.mark.django_db
GOLDEN = Path(__file__).parent / "golden"
ANSWERS = {
    "releases-list": "releases/?total=1",
    "releases": "releases/1.0.0/",
    **{f"{name}-facets": f"{name}/facets/" for name in RESOURCES},
    "reports-annotation": "reports/9001/?format=jsonld",
    "articles-annotation": "articles/9001/?format=jsonld",
}
EXPORTS = [(name, form) for name in ("articles", "events", "reports") for form in ("csv", "jsonl")]


def body(client, address):
    response = client.get(f"/api/v1/{address}")
    assert response.status_code == 200, response.content
    return re.sub(r"#e[0-9]+", "#e…", response.getvalue().decode())  # evidence has no id of our own here


@pytest.mark.parametrize(("name", "address"), ANSWERS.items())
def test_it_answers_as_it_always_did(client, request, name, address):
    make_world()

    answer = json.loads(body(client, address))

    assert agrees(GOLDEN, name, answer, write=request.config.getoption("golden"))


@pytest.mark.parametrize(("name", "form"), [*EXPORTS, ("events", "geojson")])
def test_an_export_is_written_as_it_always_was(client, request, name, form):
    make_world()

    lines = body(client, f"{name}/?format={form}").splitlines()

    assert agrees(GOLDEN, f"{name}-{form}", lines, write=request.config.getoption("golden"))


def test_changes_are_told_as_they_always_were(client, request):
    make_world()
    connection.check_constraints()

    told = json.loads(body(client, "changes/?page_size=1000"))["results"]

    ours = [change for change in told if change["resource"] not in ("event-types", "modes", "contexts")]
    plain = sorted([change["resource"], change["key"], change["change"], change["substantive"]] for change in ours)
    assert agrees(GOLDEN, "changes", plain, write=request.config.getoption("golden"))
