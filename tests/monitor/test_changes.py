"""`changes` of the API: whoever follows it holds what the public gets, wherever he began."""

import json
import random
from collections.abc import Iterator
from itertools import islice

import pytest
from django.db import connection, transaction
from django.test import Client

from articles import public_revision
from articles.exports.changes import Progress, progress_of
from articles.models import PublicChange
from events import editing
from events.editing.names import change_actor
from events.merging.merge import merge
from events.models import Event
from monitor.api import RESOURCES
from tests import make
from tests.golden import make_world
from tests.hidden import WORD, make_archive
from tests.monitor.follower import Act, Scene, by_review, by_status, by_verbs, scenes, slowly
from tests.programs import program_of
from tests.races import together

pytestmark = pytest.mark.django_db
CHANGES = "/api/v1/changes/"


class Replica:
    """A program that keeps what the public gets, by following `changes` alone."""

    def __init__(self, page_size: int = 100) -> None:
        self.cursor, self.page_size, self.read = "0", page_size, 0
        self.rows: dict[str, dict[str, dict]] = {name: {} for name in RESOURCES}

    def follow(self) -> list[dict]:
        told, address = [], f"{CHANGES}?since={self.cursor}&page_size={self.page_size}"
        while address:
            answer = Client().get(address)
            assert answer.status_code == 200, answer.content
            page = json.loads(answer.content)
            told += page["results"]
            self.cursor, address = page["cursor"], page["next"]
        for change in told:
            self.take(change)
        self.read += len(told)
        return told

    def take(self, change: dict) -> None:
        rows = self.rows[change["resource"]]
        rows.pop(change["key"], None)
        if change["object"] is not None:
            rows[change["key"]] = change["object"]


def public_state() -> dict[str, dict[str, dict]]:
    return {name: dict(rows_of(name, view.lookup_field)) for name, view in RESOURCES.items()}


def rows_of(name: str, key: str) -> Iterator[tuple[str, dict]]:
    address = f"/api/v1/{name}/?page_size=1000"
    while address:
        page = json.loads(Client().get(address).content)
        yield from ((str(row[key]), row) for row in page["results"])
        address = page["next"]


def ended() -> None:
    """As if the transaction had ended: what was touched is judged."""
    connection.check_constraints()


@pytest.fixture
def admin(settings):
    settings.SINGLE_EDITOR = True
    return make.make_user("administrator")


@pytest.fixture
def replica(admin):
    make_world()
    ended()
    replica = Replica()
    replica.follow()
    return replica


def said(changes: list[dict]) -> set[tuple[str, str, str, bool]]:
    return {(c["resource"], c["key"], c["change"], c["substantive"]) for c in changes}


@pytest.mark.parametrize("page_size", [1, 7, 1000])
def test_replaying_from_zero_rebuilds_the_public_state(replica, page_size):
    again = Replica(page_size)

    told = again.follow()

    assert again.rows == replica.rows == public_state()
    assert len({(c["resource"], c["key"]) for c in told}) == len(told) > 50


def test_nothing_new_is_told_as_nothing_and_the_cursor_stays(replica):
    before = replica.cursor

    assert replica.follow() == []
    assert replica.cursor == before


def test_a_label_is_cosmetic_a_date_is_not(replica):
    event = Event.objects.get(pk=9001)
    event.label = "Envoys meet again"
    event.save()
    ended()
    cosmetic = said(replica.follow())
    event.refresh_from_db()
    event.date = "1999-05-29"
    event.save()
    ended()

    assert ("events", "E009001", "changed", False) in cosmetic
    assert ("events", "E009001", "changed", True) in said(replica.follow())
    assert replica.rows == public_state()


def test_what_changed_twice_is_told_once_and_stays_substantive(replica):
    event = Event.objects.get(pk=9001)
    event.date = "1999-05-29"
    event.save()
    ended()
    event.refresh_from_db()
    event.label = "Envoys meet again"
    event.save()
    ended()

    told = [change for change in replica.follow() if change["key"] == "E009001"]

    assert [(change["change"], change["substantive"]) for change in told] == [("changed", True)]


def test_page_by_page_a_row_stays_what_it_is_to_whoever_began(replica, admin):
    article = make.make_article(published=True)
    ended()
    make.make_report(article=article, event=make.make_event(), confirmed=True, by=admin)
    ended()
    replica.page_size = 1

    told = {change["key"]: change["change"] for change in replica.follow() if change["resource"] == "articles"}

    assert told[str(article.pk)] == "created"
    assert replica.rows == public_state()


def test_withdrawn_rows_leave_tombstones_for_good(replica, admin):
    for report in Event.objects.get(pk=9001).reports.all():
        if report.review_state == "confirmed":
            editing.give_back(report, by=admin, reason="Look again.")
    ended()

    first = said(replica.follow())
    late = Replica()
    late.follow()

    gone = {("events", "E009001", "gone", True), ("actors", "ivan-petrov", "gone", True)}
    assert gone <= first
    assert replica.rows == late.rows == public_state()
    assert {("events", "E009001"), ("actors", "ivan-petrov")} <= {
        (c["resource"], c["key"]) for c in json.loads(Client().get(f"{CHANGES}?page_size=1000").content)["results"]
    }


def test_a_merged_row_says_into_which(replica, admin):
    other = make.make_event()
    make.make_report(article=make.make_article(published=True), event=other, confirmed=True, by=admin)
    ended()
    replica.follow()

    merge(Event.objects.get(pk=9001), other, by=admin, reason="The same.")
    ended()

    told = {change["key"]: change for change in replica.follow() if change["resource"] == "events"}
    merged = told[other.public_id]
    assert (merged["change"], merged["moved_to"], merged["object"]) == ("merged", "E009001", None)
    assert replica.rows == public_state()


def test_a_renamed_row_says_what_it_is_called_now(replica):
    RESOURCES["actors"].model.objects.filter(slug="ivan-petrov").update(slug="i-petrov")
    ended()

    told = {change["key"]: change for change in replica.follow() if change["resource"] == "actors"}

    assert (told["ivan-petrov"]["change"], told["ivan-petrov"]["moved_to"]) == ("renamed", "i-petrov")
    assert (told["i-petrov"]["change"], told["i-petrov"]["moved_to"]) == ("created", None)
    assert replica.rows == public_state()


def test_what_was_hidden_always_is_in_no_change(settings):
    settings.SINGLE_EDITOR = True
    archive = make_archive()
    ended()

    for client in (Client(), program_of(archive.editor)):
        assert WORD not in client.get(f"{CHANGES}?page_size=1000").content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "since=1",
        "since=nonsense",
        "since=0&since=0",
        "since=",
        "page_size=0",
        "page_size=1001",
        "colour=red",
        "format=csv",
    ],
)
def test_what_is_no_cursor_is_refused_by_name(client, query):
    response = client.get(f"{CHANGES}?{query}")

    assert response.status_code == 400
    assert [error["parameter"] for error in json.loads(response.content)["errors"]] == [query.partition("=")[0]]


def test_a_cursor_from_after_the_archive_was_set_back_is_refused(client, replica):
    ahead = Progress(public_revision.number() + 1, 1, 1).written()

    response = client.get(f"{CHANGES}?since={ahead}")

    assert response.status_code == 400
    assert "ahead" in response.content.decode()


def test_a_cursor_is_read_as_it_was_written(replica):
    progress = Progress(public_revision.number(), 12, 3)

    assert progress_of(progress.written()) == progress
    assert progress_of("0") == Progress()


@pytest.mark.parametrize("address", ["/api/v1/events/", "/events/"])
def test_events_are_filtered_by_what_changed_since_a_cursor(client, replica, admin, address):
    other = make.make_event()
    make.make_report(article=make.make_article(published=True), event=other, confirmed=True, by=admin)
    ended()

    since = replica.cursor
    answer = client.get(f"{address}?changed_since={since}")

    assert answer.status_code == 200
    assert other.public_id in answer.content.decode()
    assert "E009001" not in answer.content.decode()
    assert client.get(f"{address}?changed_since=x").status_code == 400


def test_changes_cost_a_statement_a_resource(client, replica):
    few = statements(client)
    for _ in range(5):
        make.make_report(article=make.make_article(published=True), confirmed=True)
    ended()

    assert statements(client) == few


def statements(client) -> int:
    asked = []

    def count(execute, *args):
        asked.append(args[0])
        return execute(*args)

    with connection.execute_wrapper(count):
        assert client.get(f"{CHANGES}?page_size=1000").status_code == 200
    return len(asked)


def by_verbs_and_merges(scene: Scene, seed: int) -> Iterator[Act]:
    """Labels, dates, names, new reports, corrections, merges, in no order."""
    chance = random.Random(seed)
    own: list[Event] = []

    def relabel() -> None:
        Event.objects.filter(pk=scene.event.pk).update(label=f"Deed {chance.random()}")

    def redate() -> None:
        Event.objects.filter(pk=scene.event.pk).update(date=f"1999-05-{chance.randint(10, 28)}")

    def rename() -> None:
        change_actor(scene.actor, by=scene.by, wikidata=f"Q{chance.randint(1, 999)}")

    def report() -> None:
        event = make.make_event(participants=[(scene.shared, "actor"), (scene.actor, "recipient")])
        make.make_report(article=make.make_article(published=True), event=event, confirmed=True, by=scene.by)
        own.append(event)

    def join() -> None:
        if own:
            merge(Event.objects.get(pk=scene.event.pk), own.pop(), by=scene.by, reason="The same.")

    while True:
        yield transaction.atomic(chance.choice([relabel, redate, rename, report, join]))


def editing_until(acts: Iterator[Act], edits: int):
    def write() -> int:
        for act in islice(acts, edits):
            act()
        return edits

    return write


EDITS = [pytest.param(160, id="hundredth"), pytest.param(10_000, id="full", marks=pytest.mark.drill)]


@pytest.mark.parametrize("edits", EDITS)
@pytest.mark.django_db(transaction=True)
def test_a_replica_holds_the_public_state_after_random_edits_of_eight(edits, admin):
    *own, crossed, one, _ = scenes(7, admin)
    acts = [
        *(by_verbs_and_merges(scene, seed) for seed, scene in enumerate(own)),
        by_verbs(own[0]),
        by_status(crossed),
        by_review(crossed),
        slowly(one),
    ]
    early = Replica(page_size=50)
    early.follow()

    outcomes = together(*(editing_until(act, edits // 8) for act in acts))
    early.follow()
    late = Replica(page_size=1000)
    late.follow()

    assert len(acts) == 8
    assert [outcome for outcome in outcomes if not isinstance(outcome, int)] == []
    assert early.rows == public_state()
    assert late.rows == early.rows
    assert PublicChange.objects.count() > edits
