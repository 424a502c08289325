"""One line for every request, and the id by which all lines of a request are found."""

import logging
import re
import time
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from monitor.logs import request_id

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9][-A-Za-z0-9._]{7,63}")
PROBES = {"/healthz", "/readyz"}
logger = logging.getLogger(__name__)


class AccessMiddleware:
    """Stands outermost: gives the request its id, sends it back, and notes what was answered in what time.

    The query string is not noted: people search for what is nobody else's business. Probes are noted when they fail.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.perf_counter()
        own = request_id.set(id_of(request))
        try:
            response = self.get_response(request)
            response.headers[HEADER] = request_id.get()
            if response.status_code != 200 or request.path not in PROBES:
                note(request, response.status_code, round((time.perf_counter() - begun) * 1000, 1))
            return response
        finally:
            request_id.reset(own)  # what the server says between requests belongs to none


def id_of(request: HttpRequest) -> str:
    """The id that the proxy gave the request, if it is well formed; else a new one."""
    given = request.headers.get(HEADER, "")
    return given if WELL_FORMED.fullmatch(given) else uuid.uuid4().hex


def note(request: HttpRequest, status: int, ms: float) -> None:
    facts = {"method": request.method, "path": request.path, "status": status, "ms": ms}
    logger.info("%s %s %s %s ms", request.method, request.path, status, ms, extra=facts)
