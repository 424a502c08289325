import json

import psycopg
import psycopg_pool
import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import ValidationError
from django.db import (
    DatabaseError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    connection,
    transaction,
)
from django.http import HttpResponse, UnreadablePostError
from django.test import Client, RequestFactory, override_settings
from django.urls import include, path
from psycopg import errors
from rest_framework.response import Response
from rest_framework.views import APIView

from articles import public_revision
from monitor import problems, trouble, urls


def wrapped(cause, kind=OperationalError):
    """An exception of the driver as Django hands it on."""
    try:
        raise kind(*cause.args) from cause
    except DatabaseError as error:
        return error
    except InterfaceError as error:
        return error


def following(first, then):
    """An exception that was raised while another was being handled."""
    try:
        try:
            raise first
        except type(first):
            raise then  # noqa: B904
    except type(then) as error:
        return error


def lookup(state, kind=OperationalError):
    return wrapped(errors.lookup(state)("what the server said"), kind)


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        (wrapped(psycopg.OperationalError("connection refused")), trouble.AWAY),
        (wrapped(psycopg.OperationalError("the connection is lost")), trouble.AWAY),
        (wrapped(psycopg_pool.PoolTimeout("couldn't get a connection after 2.00 sec")), trouble.AWAY),
        (wrapped(psycopg.InterfaceError("connection already closed"), InterfaceError), trouble.AWAY),
        (psycopg.OperationalError("connection refused"), trouble.AWAY),
        (OperationalError("The embedded PostgreSQL does not answer"), trouble.AWAY),
        (lookup("57P01"), trouble.AWAY),  # admin shutdown
        (lookup("57P02"), trouble.AWAY),  # crash shutdown
        (lookup("57P03"), trouble.AWAY),  # starting up, or shutting down
        (lookup("08006"), trouble.AWAY),
        (lookup("53300"), trouble.FULL),  # too many connections
        (lookup("53100"), trouble.FULL),  # disk full
        (lookup("25006", InternalError), trouble.READ_ONLY),
        (lookup("25P03", InternalError), trouble.SLOW),
        (lookup("57014"), trouble.SLOW),
        (lookup("40P01"), trouble.CROSSED),
        (lookup("40001"), trouble.CROSSED),
        (lookup("55P03"), trouble.CROSSED),
        (
            following(wrapped(psycopg.OperationalError("lost")), transaction.TransactionManagementError("broken")),
            trouble.AWAY,
        ),
        (lookup("23505", IntegrityError), None),
        (lookup("42P01", ProgrammingError), None),  # no such table: our mistake
        (lookup("25P02", InternalError), None),  # a statement after a failed one: our mistake
        (lookup("54001"), None),  # a statement too complex: our mistake
        (ValueError("no trouble of the database"), None),
        (following(wrapped(psycopg.OperationalError("lost")), ValidationError("wrong")), None),
        (None, None),
    ],
)
def test_what_passes_by_itself_is_told_from_our_own_mistakes(exception, expected):
    assert trouble.trouble_of(exception) == expected


@pytest.mark.parametrize("address", ["/api/v1/events/", "/events/"])
def test_an_answer_says_when_to_try_again_and_is_kept_by_nobody(address):
    response = trouble.answer_for(lookup("57P01"), RequestFactory().get(address))

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert response.headers["Cache-Control"] == "no-store"
    assert trouble.AWAY.detail in response.content.decode()


def test_a_body_that_broke_off_is_no_fault_of_ours():
    response = trouble.answer_for(UnreadablePostError("reset"), RequestFactory().post("/api/v1/events/"))

    assert response.status_code == 400


@pytest.mark.parametrize(
    ("cause", "status"),
    [(lookup("57P01"), 503), (lookup("25006", InternalError), 503), (DatabaseError("no row was affected"), 400)],
)
def test_a_session_that_the_database_could_not_save_is_trouble(cause, status):
    interrupted = following(following(cause, UpdateError()), SessionInterrupted())

    response = trouble.handler400(RequestFactory().post("/admin/"), interrupted)

    assert response.status_code == status


def away(*args, **kwargs):
    raise lookup("57P01")


def slow(request):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = '20ms'")
        cursor.execute("SELECT pg_sleep(5)")
    return HttpResponse("late")


class SlowResource(APIView):
    def get(self, request):
        return Response(slow(request))


class AwayMiddleware:
    """A layer of its own that asks the database, as sessions and the cache do."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return away()


urlpatterns = [
    path("api/slow/", SlowResource.as_view()),
    path("api/away/", away),
    path("slow/", slow),
    path("away/", away),
    path("", include(urls.urlpatterns)),
]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def patient():
    """A client that reads the answer of a broken view as a browser does."""
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def said(response):
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    if response.headers["Content-Type"] == problems.MEDIA_TYPE:
        return json.loads(response.content)["detail"]
    return response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/slow/", "/api/slow/"])
def test_a_question_that_takes_too_long_is_answered_with_advice(patient, address):
    assert trouble.SLOW.detail in said(patient.get(address))


@pytest.fixture
def revision_known(monkeypatch):
    """The public revision, which is read before any view, answers without a database."""
    monkeypatch.setattr(public_revision, "number", lambda: 1)


@pytest.mark.parametrize("address", ["/away/", "/api/away/"])
def test_a_lost_database_is_503_without_another_look_at_it(
    patient, revision_known, address
):  # without the mark, a look would raise
    assert trouble.AWAY.detail in said(patient.get(address))


@pytest.mark.parametrize("layer", range(3))
@pytest.mark.parametrize("address", ["/", "/api/v1/"])
def test_trouble_in_any_layer_is_503(settings, revision_known, address, layer):
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE[: layer * 5],
        f"{__name__}.AwayMiddleware",
        *settings.MIDDLEWARE[layer * 5 :],
    ]

    assert trouble.AWAY.detail in said(Client(raise_request_exception=False).get(address))


def test_not_found_while_the_database_is_away_is_503(patient, revision_known, monkeypatch):
    monkeypatch.setattr(problems.OldAddress.objects, "filter", away)

    assert trouble.AWAY.detail in said(patient.get("/nowhere/"))


@pytest.mark.parametrize("address", ["/", "/api/v1/events/"])
def test_a_public_revision_that_cannot_be_read_is_503(patient, monkeypatch, address):
    monkeypatch.setattr(public_revision, "number", away)

    assert trouble.AWAY.detail in said(patient.get(address))
