"""Anonymous reads of the API are counted over all workers, by whom our proxies saw, and refused with a way on."""

import json
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from monitor import throttling
from tests.make import make_user
from tests.programs import program_of
from tests.races import together

LIST = "/api/v1/event-types/"


@pytest.fixture
def within_a_minute():
    """A minute that ends while a test counts would begin its count anew."""
    if time.time() % 60 > 57:
        time.sleep(60 - time.time() % 60)


@pytest.fixture
def three_a_minute(settings, within_a_minute):
    settings.THROTTLE = 3
    settings.PROXIES = 1


def read(reader="203.0.113.5", address=LIST, **headers):
    return Client().get(address, HTTP_X_FORWARDED_FOR=reader, **headers)


def statuses(readers):
    return [read(reader).status_code for reader in readers]


@pytest.mark.django_db
def test_the_read_too_many_is_refused_with_the_way_on(three_a_minute):
    answers = [read() for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[3].headers["Content-Type"] == "application/problem+json"
    assert 1 <= int(answers[3].headers["Retry-After"]) <= 60
    assert answers[3].headers["Cache-Control"] == "no-cache"
    problem = json.loads(answers[3].content)
    assert problem["status"] == 429
    assert "Retry-After" in problem["detail"] and "/data/" in problem["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "readers",
    [
        [f"192.0.2.{n}, 203.0.113.5" for n in range(4)],
        [f"2001:db8:0:7::{n}" for n in range(4)],
        ["203.0.113.5", "::ffff:203.0.113.5", "203.0.113.5:81", " 203.0.113.5"],
    ],
)
def test_no_header_and_no_address_of_the_same_line_gives_a_fresh_count(three_a_minute, readers):
    assert statuses(readers) == [200, 200, 200, 429]


@pytest.mark.django_db
def test_a_session_is_counted_as_anybody(three_a_minute):
    assert [read(HTTP_COOKIE="sessionid=x").status_code for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.django_db
def test_others_are_counted_for_themselves(three_a_minute):
    statuses(["203.0.113.5"] * 4)

    assert statuses(["203.0.113.6", "2001:db8:0:8::1", "203.0.113.5"]) == [200, 200, 429]


@pytest.mark.django_db
def test_the_next_minute_counts_anew(three_a_minute):
    statuses(["203.0.113.5"] * 4)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE monitor_anonymous_reads SET minute = minute - 1")

    assert statuses(["203.0.113.5"] * 4) == [200, 200, 200, 429]


@pytest.mark.django_db
def test_colleagues_pages_and_a_throttle_of_none_are_not_counted(three_a_minute, settings):
    program = program_of(make_user("annotator"))

    assert {program.get(LIST).status_code for _ in range(5)} == {200}
    assert {read(address="/publications/").status_code for _ in range(5)} == {200}
    settings.THROTTLE = 0
    assert set(statuses(["203.0.113.5"] * 5)) == {200}


@pytest.mark.django_db
def test_answers_that_are_kept_or_unchanged_are_free(three_a_minute, settings):
    settings.RESPONSE_CACHE = True
    client = Client()
    tag = client.get(LIST).headers["ETag"]

    kept = {client.get(LIST).status_code for _ in range(5)}
    unchanged = {client.get(LIST, HTTP_IF_NONE_MATCH=tag).status_code for _ in range(5)}

    assert (kept, unchanged) == ({200}, {304})


@pytest.mark.django_db
def test_old_counts_are_cleared_up_and_name_nobody(three_a_minute):
    sweeper = next(f"198.51.100.{n}" for n in range(256) if throttling.client_of(f"198.51.100.{n}")[0] < 8)
    read()
    with connection.cursor() as cursor:
        cursor.execute("SELECT client FROM monitor_anonymous_reads")
        kept = bytes(cursor.fetchall()[0][0])
        cursor.execute("UPDATE monitor_anonymous_reads SET minute = minute - 2")

    read(sweeper)

    with connection.cursor() as cursor:
        cursor.execute("SELECT client FROM monitor_anonymous_reads")
        assert [bytes(client) for (client,) in cursor] == [throttling.client_of(sweeper)]
    assert b"203.0.113.5" not in kept and len(kept) == 16


@pytest.mark.django_db
def test_counting_is_one_statement(three_a_minute):
    read()

    with CaptureQueriesContext(connection) as queries:
        read()

    assert sum("monitor_anonymous_reads" in query["sql"] for query in queries) == 1


@pytest.mark.django_db(transaction=True)
def test_readers_at_once_are_all_counted(within_a_minute):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM monitor_anonymous_reads")

    counted = [number for _ in range(5) for number, _ in together(*[lambda: throttling.counted("198.51.100.77")] * 8)]

    assert sorted(counted) == list(range(1, 41))
