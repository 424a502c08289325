"""Exports: the rows of the screen, all of them, in every form; from the API, from a command, by a page's links."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.exports import streaming
from monitor.api import RESOURCES
from tests import make
from tests.golden import make_world
from tests.programs import program_of

pytestmark = pytest.mark.django_db

PAGES = ("publications", "articles", "sources", "events", "actors", "places")
FORMS = [(name, renderer.format) for name, view in RESOURCES.items() for renderer in view.streamed]


@pytest.fixture
@transaction.atomic
def world():
    make_world()
    for number in range(3):
        article = make.make_article(published=True, title=f"=Title {number}")
        make.make_report(article=article, event=make.make_event(label=f"-Deed {number}"), confirmed=True)


def body(response):
    assert response.status_code == 200, response.content
    return response.getvalue().decode()


def rows_of(text, form):
    """The rows of an export as JSON would have them, but for CSV's cells."""
    if form == "csv":
        return list(csv.DictReader(StringIO(text, newline=""), strict=True))
    if form == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return [feature["properties"] for feature in json.loads(text)["features"]]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_an_export_has_the_rows_and_fields_of_the_list_in_its_order(client, world, name, form):
    listed = client.get(f"/api/v1/{name}/?page_size=1000&total=1").json()
    text = body(client.get(f"/api/v1/{name}/?format={form}"))

    exported = rows_of(text, form)

    assert len(exported) == listed["total"] > 0
    if form == "csv":
        assert list(exported[0]) == list(RESOURCES[name].rows.fields)
    else:
        assert exported == listed["results"]


def test_csv_says_the_same_as_json(client, world):
    rows = client.get("/api/v1/events/?page_size=1000").json()["results"]

    read = rows_of(body(client.get("/api/v1/events/?format=csv")), "csv")

    assert [row["public_id"] for row in read] == [row["public_id"] for row in rows]
    assert [json.loads(row["participations"]) for row in read] == [row["participations"] for row in rows]
    assert {row["label"] for row in read if "Deed" in row["label"]} == {f"'-Deed {n}" for n in range(3)}
    assert {row["has_conflict"] for row in read} <= {"true", "false"}


def test_geojson_lies_where_the_place_does(client, world):
    features = json.loads(body(client.get("/api/v1/events/?format=geojson&fields=public_id")))["features"]

    found = {feature["id"]: feature["geometry"] for feature in features}
    assert found["E009001"] == {"type": "Point", "coordinates": [32.25, 49.5]}
    assert None in found.values()
    assert all(set(feature["properties"]) == {"public_id"} for feature in features)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/jsonl", "application/jsonl"),
        ("application/geo+json", "application/geo+json"),
        ("application/json", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
    ],
)
def test_accept_chooses_the_form(client, world, accept, kind):
    response = client.get("/api/v1/events/", HTTP_ACCEPT=accept)

    assert response.headers["Content-Type"] == kind
    assert "Accept" in response.headers["Vary"]
    assert response.getvalue() if response.streaming else response.content


@pytest.mark.parametrize("address", ["/api/v1/actors/?format=geojson", "/api/v1/events/E009001/?format=csv"])
def test_a_form_that_an_address_lacks_is_refused_by_name(client, world, address):
    response = client.get(address)

    assert response.status_code == 400
    assert [error["parameter"] for error in json.loads(response.content)["errors"]] == ["format"]


@pytest.mark.parametrize(
    "parameter", ["cursor=x", "page_size=5", "total=1", "expand=type", "ordering=colour", "hue=red"]
)
def test_what_an_export_cannot_mean_is_refused_by_name_as_a_problem(client, world, parameter):
    response = client.get(f"/api/v1/events/?format=csv&{parameter}")

    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert [error["parameter"] for error in json.loads(response.content)["errors"]] == [parameter.partition("=")[0]]


def test_order_and_fields_are_as_asked(client, world):
    text = body(client.get("/api/v1/events/?format=csv&ordering=-id&fields=label,public_id"))

    rows = rows_of(text, "csv")
    assert list(rows[0]) == ["public_id", "label"]
    assert [row["public_id"] for row in rows] == sorted((row["public_id"] for row in rows), reverse=True)


def test_an_export_is_a_file_and_its_head_reads_nothing(client, world):
    whole, head = client.get("/api/v1/events/?format=csv"), client.head("/api/v1/events/?format=csv")

    assert whole.headers["Content-Disposition"] == 'attachment; filename="events.csv"'
    assert head.headers["Content-Type"] == whole.headers["Content-Type"]
    assert (head.getvalue(), bool(whole.getvalue())) == (b"", True)


def test_who_has_the_export_is_told_so(client, world):
    first = client.get("/api/v1/events/?format=csv")
    body(first)

    again = client.get("/api/v1/events/?format=csv", HTTP_IF_NONE_MATCH=first.headers["ETag"])

    assert again.status_code == 304


@pytest.fixture
def others():
    """Connections of other workers."""
    connections = []

    def connect():
        parameters = connection.get_connection_params()
        named = {key: parameters[key] for key in ("host", "port", "user", "password", "dbname") if parameters.get(key)}
        connections.append(psycopg.connect(**named))
        return connections[-1]

    yield connect
    for one in connections:
        one.close()


@pytest.mark.django_db(transaction=True)
def test_a_third_export_at_a_time_is_asked_to_wait(client, others):
    running = []
    for slot in range(streaming.AT_A_TIME):
        running.append(others())
        running[-1].execute("SELECT pg_advisory_xact_lock(%s, %s)", [streaming.LOCK, slot])

    refused = client.get("/api/v1/events/?format=csv")
    running[0].rollback()
    taken = client.get("/api/v1/events/?format=csv")

    assert refused.status_code == 503
    assert refused.headers["Retry-After"] == str(streaming.ExportsBusy.wait)
    assert "/data/" in json.loads(refused.content)["detail"]
    assert taken.status_code == 200
    taken.close()


@pytest.mark.django_db(transaction=True)
def test_an_export_left_halfway_gives_its_slot_back(client, others):
    for _ in range(streaming.AT_A_TIME + 1):
        left = client.get("/api/v1/event-types/?format=jsonl")
        assert next(iter(left.streaming_content)).startswith(b'{"code":')
        left.close()

    free = others().execute("SELECT pg_try_advisory_xact_lock(%s, 0)", [streaming.LOCK]).fetchone()
    assert free == (True,)


@pytest.mark.django_db(transaction=True)
def test_an_export_shows_one_moment_and_writes_nothing(client, world):
    stream = client.get("/api/v1/actors/?format=jsonl")
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("on",)
    body(stream)

    assert not connection.in_atomic_block


def test_an_export_takes_as_many_statements_for_many_rows_as_for_few(client, world):
    few = statements(client)
    for _ in range(5):
        make.make_report(article=make.make_article(published=True), confirmed=True)

    assert statements(client) == few


def statements(client):
    with CaptureQueriesContext(connection) as queries:
        body(client.get("/api/v1/events/?format=jsonl"))
    return len(queries)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("query", ["", "?page_size=1"])
def test_the_links_of_a_page_lead_to_all_that_it_counts(client, world, name, query):
    page = client.get(f"/{name}/{query}")
    links = re.findall(r'<a href="(/api/v1/[^"]+)">([^<]+)</a>', page.content.decode())
    exports = {words: link.replace("&amp;", "&") for link, words in links}

    assert {"CSV", "JSON Lines", "JSON (API)"} | ({"GeoJSON"} if name == "events" else set()) == set(exports)
    total = page.context["listing"].total
    for words, form in (("CSV", "csv"), ("JSON Lines", "jsonl")):
        assert len(rows_of(body(client.get(exports[words])), form)) == total > 0


def test_a_page_as_data_keeps_filters_and_order(client, world):
    page = client.get("/events/?type=CONSULT&ordering=date").content.decode()
    link = re.search(r'href="([^"]+)">CSV<', page)[1]

    assert urlsplit(link.replace("&amp;", "&")).query == "type=CONSULT&ordering=date&format=csv"


def printed(*arguments):
    out = StringIO()
    call_command("export", *arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_the_command_writes_what_the_api_streams(client, world, name, form):
    ordering = RESOURCES[name].filterset_class.orderings[-1].name
    streamed = body(client.get(f"/api/v1/{name}/?format={form}&ordering={ordering}"))

    assert printed(name, "--format", form, "--base", "http://testserver", f"--ordering={ordering}") == streamed


def test_the_command_takes_the_filters_and_writes_files(client, world, tmp_path):
    call_command(
        "export", "events", "--type", "CONSULT", "--type", "AGREE", "--min-sources", "1", "--out", tmp_path / "e"
    )

    streamed = body(client.get("/api/v1/events/?format=csv&type=CONSULT&type=AGREE&min_sources=1"))
    assert (tmp_path / "e").read_bytes().decode() == streamed.replace("http://testserver", "")
    assert len(streamed.splitlines()) == 2


def test_the_command_refuses_what_the_api_refuses(world):
    with pytest.raises(CommandError, match="--type: “WALK”"):
        printed("events", "--type", "WALK")
    with pytest.raises(CommandError, match="nobody-here"):
        printed("events", "--as", "nobody-here")


def test_hidden_rows_are_exported_for_whom_may_read_them_alone(world):
    reviewer = make.make_user("reviewer")

    assert len(printed("reports", "--as", reviewer.username).splitlines()) > len(printed("reports").splitlines())
    answer = program_of(reviewer).get("/api/v1/reports/?format=csv")
    assert len(answer.getvalue().splitlines()) > len(printed("reports").splitlines())
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("name", RESOURCES)
def test_the_code_book_says_of_each_column_what_it_is(name):
    page = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    section = page.partition(f"\n### {name}\n")[2].partition("\n#")[0]

    described = re.findall(r"^\| `([a-z_]+)` \| \S", section, re.MULTILINE)

    assert described == list(RESOURCES[name].rows.fields)
