"""The first look at an address: what no view could answer is refused here, before anything reads it."""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, unquote_to_bytes, urlencode

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import escape_leading_slashes

from articles.parameters import ParameterError, ParametersRefused
from monitor.problems import parameters_refused, problem

MAX_BYTES = 8 * 1024
TRACKING = re.compile("utm_[a-z_]+|fbclid|gclid")
OWN_LANGUAGE = ("/api/", "/admin/")  # the API refuses what it does not know; the admin has parameters of its own


class CleanQueryMiddleware:
    """Refuses query strings that are no text, are over-long or hold NUL, paths and cookies with NUL, and TRACE.

    Answers views that raise ParametersRefused. Pages lose tracking parameters by a redirect.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "TRACE":
            return problem(request, 405, "TRACE is not answered here. Read with GET.", headers={"Allow": "GET, HEAD"})
        if "\0" in request.path_info:
            return problem(request, 400, "The path holds a NUL byte. No address here does; take it out.")
        if "\\" in request.META.get("HTTP_COOKIE", "") and any("\0" in value for value in request.COOKIES.values()):
            return problem(request, 400, "A cookie holds a NUL byte. Delete the cookies of this site, then try again.")
        try:
            errors = faults(request.META.get("QUERY_STRING", ""))
            given = request.GET
        except TooManyFieldsSent:
            return problem(request, 400, "The query string has too many parameters. Ask in several requests.")
        if errors:
            return parameters_refused(request, errors)
        if not request.path.startswith(OWN_LANGUAGE) and any(TRACKING.fullmatch(name) for name in given):
            return without_tracking(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return parameters_refused(request, exception.errors) if isinstance(exception, ParametersRefused) else None


def faults(query_string: str) -> list[ParameterError]:
    """What is wrong with a query string before any view gives its names a meaning."""
    raw = query_string.encode("latin-1", "replace")  # as WSGI hands over bytes
    if len(raw) > MAX_BYTES:
        message = f"The query string has {len(raw)} bytes; at most {MAX_BYTES} are read. Ask in several requests."
        return [ParameterError("", message)]
    return list(_faulty(raw))


def _faulty(raw: bytes) -> Iterable[ParameterError]:
    for pair in raw.split(b"&"):
        name, _, value = (unquote_to_bytes(part.replace(b"+", b" ")) for part in pair.partition(b"="))
        said = name.replace(b"\0", b"").decode("utf-8", "replace")
        if b"\0" in name + value:
            yield ParameterError(said, "It holds a NUL byte, which no text here has. Take it out.")
        elif not _is_text(name + value):
            yield ParameterError(said, "It is not UTF-8, or holds half of a surrogate pair. Write it as UTF-8.")


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def without_tracking(request: HttpRequest) -> HttpResponse:
    """Lead a reader who followed a link with a tracking parameter to the address without it, and nowhere else."""
    kept = [(name, value) for name, values in request.GET.lists() if not TRACKING.fullmatch(name) for value in values]
    path = escape_leading_slashes(quote(request.path))  # `//host/` would lead to another site
    return HttpResponseRedirect(f"{path}?{urlencode(kept)}" if kept else path)
