"""Whether this process runs, and whether it can serve: what a supervisor and a load balancer ask."""

from functools import cache

import psycopg
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.parameters import values_of

Migration = tuple[str, str]  # app and name
SECONDS_TO_ANSWER = 2
SECONDS_TO_WAIT = 5


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process runs and takes requests; nothing else is asked."""
    values_of(request.GET, known=())
    return _said("ok")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers on a new connection and has every migration; else 503, which says only which of the two."""
    values_of(request.GET, known=())
    try:
        missing = _missing_migrations()
    except (psycopg.Error, DatabaseError):  # the driver's, or the embedded server's
        return _said("not ready: the database does not answer", status=503)
    return _said("not ready: migrations are missing", status=503) if missing else _said("ready")


def _missing_migrations() -> set[Migration]:
    """The newest migrations that the database has not seen. Raises psycopg.Error where it does not answer in time."""
    with _new_connection() as fresh:
        try:
            return _newest_migrations() - set(fresh.execute("SELECT app, name FROM django_migrations").fetchall())
        except psycopg.errors.UndefinedTable:
            return set(_newest_migrations())


def _new_connection() -> psycopg.Connection:
    """A connection of its own, from no pool, that gives up soon."""
    fresh = connection.copy(alias="readiness")
    options = {name: value for name, value in fresh.settings_dict["OPTIONS"].items() if name != "pool"}
    limited = f"{options.get('options', '')} -c statement_timeout={SECONDS_TO_ANSWER}s"
    fresh.settings_dict["OPTIONS"] = {**options, "connect_timeout": SECONDS_TO_ANSWER, "options": limited}
    return fresh.get_new_connection(fresh.get_connection_params())


@cache
def _newest_migrations() -> frozenset[Migration]:
    """The last migration of each app, as this code knows them: read once a process."""
    return frozenset(MigrationLoader(None).graph.leaf_nodes())


def _said(what: str, status: int = 200) -> HttpResponse:
    headers = {"Cache-Control": "no-store"} | ({} if status == 200 else {"Retry-After": str(SECONDS_TO_WAIT)})
    return HttpResponse(f"{what}\n", status=status, content_type="text/plain; charset=utf-8", headers=headers)
