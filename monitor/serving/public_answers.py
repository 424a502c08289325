"""What stands between readers and the public views: 304 for who has the answer, a kept body, or the view.

Outside it stand only the middlewares that every answer needs (policy, TLS, framing, cross-origin headers): what is kept
here passes through them like any other. Inside it a view runs without cookies, so that none can depend on one.
"""

from collections.abc import Callable
from typing import Protocol

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from monitor.serving import public_number
from monitor.serving.code_version import code_version
from monitor.serving.etag import accepts_gzip, etag, names, names_anything
from monitor.serving.kept import Answer, KeptAnswers, compressed
from monitor.serving.shared import SharedAnswers

NOT_PUBLIC = ("/admin/", "/static/", "/healthz", "/readyz")
NEGOTIATED = "/api/"  # only here the header Accept has a say
OF_THE_DAY = "/on-this-day/"
ROOM = 32 * 1024 * 1024  # bytes a process

View = Callable[[HttpRequest], HttpResponseBase]


class Answers(Protocol):
    """Where answers are kept by name."""

    def has_room_for(self, body_bytes: int) -> bool: ...
    def get(self, name: str) -> Answer | None: ...
    def put(self, name: str, answer: Answer) -> None: ...


class PublicAnswersMiddleware:
    """Public addresses answer everybody alike; an answer that has not changed is not made again."""

    def __init__(self, get_response: View, revision: Callable[[], int] = public_number.read) -> None:
        self.get_response = get_response
        self.revision = revision
        self.answers = _answers()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(NOT_PUBLIC):
            return self.get_response(request)
        _drop_cookies(request)
        if request.method not in ("GET", "HEAD") or "HTTP_AUTHORIZATION" in request.META:
            return self.get_response(request)
        return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        asked = _asked(request)  # refuses a foreign host
        tag = etag(self.revision(), *asked)  # read before the data, never after
        wanted = request.META.get("HTTP_IF_NONE_MATCH", "")
        if names(wanted, tag):
            return _unchanged(request, tag)
        kept = self.answers.get(tag)
        response = self._made_anew(request, tag) if kept is None else _given(request, kept)
        if names_anything(wanted) and response.status_code == 200:
            return _unchanged(request, tag)
        return response

    def _made_anew(self, request: HttpRequest, tag: str) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-cache")  # whoever keeps it asks again each time
        if not _alike_for_everybody(request, response):
            return response
        response.headers["ETag"] = tag
        patch_vary_headers(response, _varies(request))
        if isinstance(response, HttpResponse):
            self._dress(request, response, tag)
        return response

    def _dress(self, request: HttpRequest, response: HttpResponse, tag: str) -> None:
        """Keep a whole body, and send it in the form that the reader takes."""
        keep = self.answers.has_room_for(len(response.content))
        gzip = accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        answer = Answer(
            headers=tuple((name, value) for name, value in response.items() if name != "Content-Length"),
            body=response.content,
            gzipped=compressed(response.content) if keep or gzip else b"",
        )
        if keep:
            self.answers.put(tag, answer)
        _fill(request, response, answer)


def _answers() -> Answers:
    own = KeptAnswers(ROOM if settings.RESPONSE_CACHE else 0)
    return SharedAnswers(own, cache) if settings.RESPONSE_CACHE and settings.SHARED_CACHE else own


def _drop_cookies(request: HttpRequest) -> None:
    request.META.pop("HTTP_COOKIE", None)
    request.COOKIES = {}


def _asked(request: HttpRequest) -> tuple[str, ...]:
    """All that a public answer may depend on beside the data; the query as it was sent, for links repeat its order."""
    of_the_day = request.path_info == "/" or request.path_info.startswith(OF_THE_DAY)
    return (
        code_version(),
        request.scheme or "",
        request.get_host(),
        request.path,
        request.META.get("QUERY_STRING", ""),
        request.META.get("HTTP_ACCEPT", "") if request.path_info.startswith(NEGOTIATED) else "",
        timezone.localdate().isoformat() if of_the_day else "",
    )


def _varies(request: HttpRequest) -> list[str]:
    return ["Accept", "Accept-Encoding"] if request.path_info.startswith(NEGOTIATED) else ["Accept-Encoding"]


def _alike_for_everybody(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether it is a whole answer that depends on nothing but what was asked, and says nothing of this for itself."""
    varies = {name.strip().lower() for name in response.get("Vary", "").split(",") if name}
    return (
        response.status_code == 200
        and not response.cookies
        and varies <= {name.lower() for name in _varies(request)}
        and not any(word in response.headers["Cache-Control"] for word in ("no-store", "private"))
        and not any(response.has_header(name) for name in ("ETag", "Content-Encoding"))
    )


def _unchanged(request: HttpRequest, tag: str) -> HttpResponse:
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": ", ".join(_varies(request))}
    response = HttpResponse(status=304, headers=headers)
    del response.headers["Content-Type"]
    return response


def _given(request: HttpRequest, answer: Answer) -> HttpResponse:
    response = HttpResponse(headers=dict(answer.headers))
    _fill(request, response, answer)
    return response


def _fill(request: HttpRequest, response: HttpResponse, answer: Answer) -> None:
    """Put the body in as the reader takes it; HEAD gets the headers of GET alone."""
    body = answer.body
    if answer.gzipped and accepts_gzip(request.META.get("HTTP_ACCEPT_ENCODING", "")):
        body = answer.gzipped
        response.headers["Content-Encoding"] = "gzip"
    response.content = b"" if request.method == "HEAD" else body
    response.headers["Content-Length"] = str(len(body))
