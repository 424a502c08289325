"""Releases: complete, described, the same bytes when made again, compared with the one before, withdrawn for good."""

import csv
import hashlib
import json
import shutil
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from frictionless import Package, system

from articles.models import Publication, QuotePolicy
from articles.verbs import Refused
from events import editing
from events.models import ActorKind, Event, EvidenceKind, GeoPrecision, Quad, Release, ReportStatus, Role
from events.models.report import AttributionScope
from events.releases import making, shelf, tables
from tests import make
from tests.golden import make_world

pytestmark = pytest.mark.django_db
PUBLIC_REASONS = {"new", "withdrawn", "merged", "moved", "recoded", "text", "reports", "names"}


@pytest.fixture
def editor(settings, tmp_path):
    settings.RELEASES_DIR = tmp_path / "shelf"
    settings.SINGLE_EDITOR = True
    make_world(with_release=False)
    deed = make.make_event(label="=Deed", date="[1999..2000]")
    make.make_report(article=make.make_article(published=True), event=deed, confirmed=True)
    return make.make_user("editor")


def release_of(editor, version="1.0.0", **over):
    return making.make(version, by=editor, **over)


def table(version, name):
    with (shelf.folder_of(version) / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_a_release_has_every_public_event_with_its_reports(editor, client):
    release_of(editor, base="https://example.org")

    events = list(shelf.events_in(shelf.folder_of("1.0.0")))
    listed = client.get("/api/v1/events/?ordering=id").json()["results"]
    assert [event["public_id"] for event in events] == [event["public_id"] for event in listed]
    assert [[report["id"] for report in event["reports"]] for event in events] == [e["reports"] for e in listed]
    assert len(table("1.0.0", "events")) == len(events) == 2
    assert len(table("1.0.0", "reports")) == client.get("/api/v1/reports/?total=1").json()["total"] == 3
    event = next(event for event in events if event["public_id"] == "E009001")
    assert event["url"] == "https://example.org/events/E009001/"
    assert event["reports"][0]["article_url"] == "https://example.org/publications/monitor/5/107/1/"


def test_the_files_are_those_of_the_manifest_and_the_sums(editor):
    release = release_of(editor)

    folder = shelf.folder_of("1.0.0")
    assert {path.name for path in folder.iterdir()} == set(release.files)
    assert set(release.files) == {
        *(f"{table.name}.csv" for table in tables.TABLES),
        *["events.jsonl", "datapackage.json", "codebook.json", "CHANGES.csv", "LICENSE", "CITATION.cff", "SHA256SUMS"],
    }
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    for path in folder.iterdir():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert release.files[path.name] == {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}
        assert path.name == "SHA256SUMS" or sums[path.name] == digest


def test_frictionless_finds_the_data_package_valid(editor):
    release_of(editor)

    with system.use_context(trusted=True):
        package = Package(str(shelf.folder_of("1.0.0") / "datapackage.json"))
        report = package.validate()

    assert report.valid, report.flatten(["name", "type", "note"])
    assert {resource.name for resource in package.resources} >= {table.name for table in tables.TABLES}


def test_the_data_package_keeps_to_version_2_of_the_standard(editor):
    release_of(editor)

    package = json.loads((shelf.folder_of("1.0.0") / "datapackage.json").read_text())

    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    for resource in package["resources"]:
        path = shelf.folder_of("1.0.0") / resource["path"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        assert resource["bytes"] == path.stat().st_size
        for field in resource.get("schema", {}).get("fields", []):
            assert field["description"] and field["type"]


@pytest.mark.parametrize(
    ("listed", "choices"),
    [
        (tables.ROLES, Role),
        (tables.STATUSES, ReportStatus),
        (tables.QUADS, Quad),
        (tables.PRECISIONS, GeoPrecision),
        (tables.ACTOR_KINDS, ActorKind),
        (tables.EVIDENCE_KINDS, EvidenceKind),
        (tables.SCOPES, AttributionScope),
    ],
)
def test_the_codes_of_the_tables_are_those_of_the_models(listed, choices):
    assert list(listed) == list(choices.values)


def test_made_again_of_the_same_data_every_byte_is_the_same(editor, tmp_path):
    release_of(editor, "0.9.0")
    release_of(editor)

    call_command("release", "1.0.0", "--out", tmp_path / "again", stdout=StringIO())

    for path in shelf.folder_of("1.0.0").iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_made_again_of_other_data_says_what_differs(editor, tmp_path):
    release_of(editor)
    Event.objects.filter(pk=9001).update(label="Envoys meet again")

    with pytest.raises(CommandError, match=r"events\.csv, events\.jsonl"):
        call_command("release", "1.0.0", "--out", tmp_path / "again", stdout=StringIO())


def test_text_that_a_spreadsheet_would_calculate_is_safe_and_exact_in_json(editor):
    release_of(editor)

    assert "'=Deed" in [row["label"] for row in table("1.0.0", "events")]
    assert "=Deed" in [event["label"] for event in shelf.events_in(shelf.folder_of("1.0.0"))]


@pytest.mark.parametrize(
    ("policy", "quotes"),
    [
        (QuotePolicy.FULL, {"met", "Envoys of the two river states met in Varda on May 28."}),
        (QuotePolicy.SENTENCE, {"met", "Envoys of the two river states met in Varda on May 28."}),
        (QuotePolicy.NONE, {""}),
    ],
)
def test_quotes_leave_as_far_as_the_policy_lets_them(editor, policy, quotes):
    Publication.objects.update(quote_policy=policy)
    release_of(editor)

    rows = table("1.0.0", "evidence")
    assert {row["quote"] for row in rows} == quotes
    assert all(row["start"] and row["end"] for row in rows)
    assert all(len(row["article_sha256"]) == 64 for row in table("1.0.0", "reports"))
    whole = b"".join(path.read_bytes() for path in shelf.folder_of("1.0.0").iterdir())
    assert b"Varda has proposed a second round." not in whole  # a text as a whole never


def test_changes_since_the_release_before_have_public_reasons_alone(editor):
    release_of(editor)
    report = Event.objects.get(pk=9001).reports.get(pk=9002)
    editing.give_back(report, by=make.make_user("administrator"), reason="Ask Anna, she knows him.")
    Event.objects.exclude(pk=9001).update(date="2001")
    make.make_report(article=make.make_article(published=True), confirmed=True)

    release_of(editor, "1.1.0")

    rows = table("1.1.0", "CHANGES")
    assert {(row["table"], row["change"], row["public_reason"]) for row in rows} == {
        ("events", "changed", "recoded"),
        ("events", "added", "new"),
        ("reports", "added", "new"),
        ("reports", "removed", "withdrawn"),
    }
    assert {row["public_reason"] for row in rows} <= PUBLIC_REASONS
    assert {row["version"] for row in rows} == {"1.1.0"}
    assert "Anna" not in (shelf.folder_of("1.1.0") / "CHANGES.csv").read_text()
    assert table("1.0.0", "CHANGES") == []


@pytest.mark.parametrize("version", ["1", "1.0", "v1.0.0", "1.0.0-beta", "01.0.0", "1.0.0.0", "", "1.0.0", "0.9.0"])
def test_a_version_is_semantic_and_follows_the_newest(editor, version):
    release_of(editor)

    with pytest.raises(Refused):
        release_of(editor, version)

    assert [path.name for path in shelf.folder_of("").iterdir()] == ["1.0.0"]


def test_an_older_line_may_still_be_patched(editor):
    for version in ("1.0.0", "2.0.0", "1.0.1"):
        release_of(editor, version)

    assert [str(release) for release in Release.objects.all().newest_first()] == ["2.0.0", "1.0.1", "1.0.0"]


def test_annotators_and_reviewers_make_and_withdraw_no_release(editor):
    release = release_of(editor)

    for role in ("annotator", "reviewer"):
        person = make.make_user(role)
        with pytest.raises(PermissionDenied):
            release_of(person, "2.0.0")
        with pytest.raises(PermissionDenied):
            making.withdraw(release, by=person, why="error", reason="Wrong.")


@pytest.mark.parametrize("change", [{"rule": "x"}, {"manifest": []}, {"version": "3.0.0"}, {"public_number": 7}])
def test_a_release_never_changes(editor, change):
    release = release_of(editor)

    with pytest.raises(IntegrityError, match="stands as it was made"), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(**change)
    with pytest.raises(IntegrityError, match="stands as it was made"), transaction.atomic():
        release.delete()


def test_a_withdrawal_says_why_and_is_for_good(editor):
    release = release_of(editor)
    with pytest.raises(Refused):
        making.withdraw(release, by=editor, why="whim", reason="x")
    with pytest.raises(Refused):
        making.withdraw(release, by=editor, why="error", reason=" ")

    making.withdraw(release, by=editor, why="rights", reason="The owner of the words wrote to us.")

    with pytest.raises(Refused, match="already"):
        making.withdraw(release, by=editor, why="error", reason="Again.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.update(withdrawn_for="", withdrawn_at=None)


def test_a_takedown_withdraws_and_a_patch_follows(editor, client):
    call_command("release", "1.0.0", "--as", editor.username, stdout=StringIO())
    article = Event.objects.get(pk=9001).reports.get(pk=9001).article
    editing.withdraw(article, by=make.make_user("administrator"), reason="Takedown.")

    out = StringIO()
    call_command(
        "withdraw_release", "1.0.0", "--for", "rights", "--reason", "Letter.", "--as", editor.username, stdout=out
    )

    assert out.getvalue() == "release 1.0.0: withdrawn\nrelease 1.0.1: made in its place\n"
    for address in ("/data/1.0.0/", "/data/1.0.0/events.csv"):
        gone = client.get(address)
        assert gone.status_code == 410
        assert "/data/1.0.1/" in gone.content.decode()
        assert "Letter" not in gone.content.decode()
    for address in ("/api/v1/releases/1.0.0/", "/api/v1/releases/1.0.0/events/"):
        gone = client.get(address)
        assert gone.status_code == 410
        assert "/data/1.0.1/" in json.loads(gone.content)["detail"]
    assert article.pk not in {int(row["article"]) for row in table("1.0.1", "reports")}
    assert {row["public_reason"] for row in table("1.0.1", "CHANGES")} & {"withdrawn"}
    withdrawn = client.get("/api/v1/releases/").json()["results"]
    assert {row["version"]: row["withdrawn_for"] for row in withdrawn} == {"1.0.0": "rights", "1.0.1": ""}


def test_pages_list_releases_and_their_files_are_taken_whole(editor, client):
    release = release_of(editor)

    assert b'href="/data/1.0.0/"' in client.get("/data/").content
    page = client.get("/data/1.0.0/").content.decode()
    for name, file in release.files.items():
        assert f'href="/data/1.0.0/{name}"' in page and file["sha256"] in page
        answer = client.get(f"/data/1.0.0/{name}")
        assert hashlib.sha256(answer.getvalue()).hexdigest() == file["sha256"]
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert client.head(f"/data/1.0.0/{name}").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/data/9.9.9/",
        "/data/9.9.9/events.csv",
        "/data/1.0.0/nothing.csv",
        "/data/1.0.0/..%2f..%2fetc",
        "/data/1.0.0/.",
        "/api/v1/releases/9.9.9/",
        "/api/v1/releases/9.9.9/events/",
    ],
)
def test_what_never_was_is_not_found(editor, client, address):
    release_of(editor)

    assert client.get(address).status_code == 404


def test_the_events_of_a_release_come_page_by_page_from_its_file(editor, client):
    release_of(editor)
    Event.objects.update(label="Changed since")
    seen, address = [], "/api/v1/releases/1.0.0/events/?page_size=1"

    while address:
        page = json.loads(client.get(address).content)
        seen += page["results"]
        address = page["next"]

    assert seen == list(shelf.events_in(shelf.folder_of("1.0.0")))
    assert "Changed since" not in str(seen)


@pytest.mark.parametrize("query", ["cursor=x", "page_size=0", "page_size=1001", "type=CONSULT", "total=1"])
def test_what_a_frozen_list_cannot_answer_is_refused_by_name(editor, client, query):
    release_of(editor)

    response = client.get(f"/api/v1/releases/1.0.0/events/?{query}")

    assert response.status_code == 400
    assert [error["parameter"] for error in json.loads(response.content)["errors"]] == [query.partition("=")[0]]


def test_files_that_this_machine_lacks_are_not_found_rather_than_wrong(editor, client):
    release_of(editor)
    shutil.rmtree(shelf.folder_of("1.0.0"))

    assert client.get("/data/1.0.0/events.csv").status_code == 404
    assert client.get("/data/1.0.0/").status_code == 200


def test_what_a_killed_run_left_is_replaced(editor):
    shelf.folder_of("1.0.0").mkdir(parents=True)
    (shelf.folder_of("1.0.0") / "half").write_text("x")

    release = release_of(editor)

    assert {path.name for path in shelf.folder_of("1.0.0").iterdir()} == set(release.files)


def test_who_makes_a_release_is_named(editor):
    with pytest.raises(CommandError, match="--as"):
        call_command("release", "1.0.0", stdout=StringIO())
    with pytest.raises(CommandError, match="nobody-here"):
        call_command("release", "1.0.0", "--as", "nobody-here", stdout=StringIO())
