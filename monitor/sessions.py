"""Sessions of people who work here: they end after twelve hours without a request, and public pages have none."""

import time

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse

SEEN = "seen"
SECONDS_BETWEEN_NOTES = 300


class IdleSessionMiddleware(SessionMiddleware):
    """Counts the idle time from the last request that asked who is there, not from the log-in.

    A session that no view has looked at is not looked at here either, so a public page costs no statement and varies
    by no cookie. The time is noted every few minutes: twelve hours are at most that much short.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session = request.session
        if session.accessed and SESSION_KEY in session and (session.modified or is_stale(session)):
            session[SEEN] = now()
        return super().process_response(request, response)


def is_stale(session: SessionBase) -> bool:
    """Whether the note is old; it is first made when the log-in itself is written."""
    return now() - session.get(SEEN, now()) > SECONDS_BETWEEN_NOTES


def now() -> int:
    return int(time.time())
