"""Which failures of the database are nobody's fault and pass by themselves, and the 503 that says so.

Every exception that nothing else answered comes to `handler500`, from whatever layer: Django turns an exception into
an answer at each middleware, so that none further out would ever see it.
"""

import sys
from dataclasses import dataclass

import psycopg
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import Error, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from monitor import problems
from monitor.problems import problem


@dataclass(frozen=True)
class Trouble:
    """What a reader or a program is told, and after how many seconds trying again makes sense."""

    detail: str
    retry_after: int


AWAY = Trouble("The database cannot be reached. Nothing is lost; try again in a moment.", 5)
FULL = Trouble("The database is busy with others. Try again in a moment.", 5)
READ_ONLY = Trouble("The database takes no changes just now, though it can be read. Nothing was written.", 30)
SLOW = Trouble("The question took longer than it may. Narrow it by a filter or a shorter period, or try again.", 10)
CROSSED = Trouble("Two changes met at the same rows and this one gave way. Nothing was written; send it again.", 1)

BY_STATE = {  # https://www.postgresql.org/docs/current/errcodes-appendix.html
    "25006": READ_ONLY,  # read_only_sql_transaction: a standby, or a recovery
    "25P03": SLOW,  # idle_in_transaction_session_timeout
    "25P04": SLOW,  # transaction_timeout
    "40001": CROSSED,  # serialization_failure
    "40003": AWAY,  # statement_completion_unknown
    "40P01": CROSSED,  # deadlock_detected
    "55P03": CROSSED,  # lock_not_available
    "57014": SLOW,  # query_canceled: the statement timeout
}
BY_CLASS = {"08": AWAY, "53": FULL, "57": AWAY, "58": AWAY}
LOST = (OperationalError, InterfaceError, psycopg.OperationalError, psycopg.InterfaceError)  # where no state is told


def handler500(request: HttpRequest) -> HttpResponse:
    """What nobody answered: trouble that passes, else a mistake of ours, of which nothing is said. Asks no database."""
    return answer_for(sys.exception(), request) or problem(request, 500)


def handler400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What Django refuses; a session that could not be saved because the database is away is no fault of the sender."""
    if isinstance(exception, SessionInterrupted) and exception.__context__:
        return answer_for(exception.__context__.__context__, request) or problems.handler400(request, exception)
    return problems.handler400(request, exception)


def answer_for(exception: BaseException | None, request: HttpRequest) -> HttpResponse | None:
    """503 with `Retry-After` where the database was in trouble, 400 where the sender broke off; None: ours to mend."""
    if isinstance(exception, UnreadablePostError):
        return problem(request, 400, "The body broke off before it was whole. Send it again.")
    trouble = trouble_of(exception)
    if trouble is None:
        return None
    headers = {"Retry-After": str(trouble.retry_after), "Cache-Control": "no-store"}
    return problem(request, 503, trouble.detail, headers=headers)


def trouble_of(exception: BaseException | None) -> Trouble | None:
    """The trouble that an exception of the database means, or that it followed; None for any other exception."""
    lost = False
    while isinstance(exception, Error | psycopg.Error):
        if isinstance(exception, psycopg.Error) and exception.sqlstate:
            return BY_STATE.get(exception.sqlstate) or BY_CLASS.get(exception.sqlstate[:2])
        lost = lost or isinstance(exception, LOST)
        exception = exception.__cause__ or exception.__context__
    return AWAY if lost else None
