"""What goes wrong, said so that it helps: `application/problem+json` (RFC 9457) for the API, pages for readers.

Everything under `/api/` is answered by a problem, whoever notices what is wrong: a view, DRF, or Django itself.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from math import ceil
from typing import Any

import orjson
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.multipartparser import MultiPartParserError
from django.template import loader
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from articles.exports.streaming import ExportsBusy
from articles.models import OldAddress
from articles.parameters import ParameterError, ParametersRefused
from articles.public_revision import Fate, fate_of, fate_of_page
from events.api.writing import SomeRefused
from events.filing.refusals import refusal_of
from events.releases.shelf import Withdrawn
from monitor.json_pointer import Error, escaped

API = "/api/"
WRITTEN = (API, "/admin/")  # all else can only be read
READING = ("GET", "HEAD", "OPTIONS")
MEDIA_TYPE = "application/problem+json"

DETAILS = {
    400: "The request cannot be read as it stands.",
    401: "This address wants to know who asks: send `Authorization: Bearer <key>` with the key of a token that holds.",
    403: "You may not do this here. Ask an administrator for the right.",
    404: "There is nothing public at this address. The list one step up tells what there is.",
    405: "This address cannot be used in that way. `Allow` names the methods it takes.",
    406: "There is no answer in any of the forms that `Accept` names. Ask for application/json.",
    409: "This contradicts what is there now. Read it again, then send what still holds.",
    410: "This was public and has been withdrawn. Its address names nothing else, now or later.",
    411: "The request does not say how long its body is. Send `Content-Length`.",
    412: "It was changed since you read it. Read it again and repeat the change.",
    413: "The request is too large. Send less at a time.",
    415: "The body is in a form that is not read here. Send application/json.",
    428: "A change must say which state it changes. Read the row, then send its `ETag` as `If-Match`.",
    429: "Too many requests. Wait for as many seconds as `Retry-After` says; /data/ has everything in a few files.",
    500: "Something broke here. It was noted; try again later.",
    503: "The database cannot be reached. Try again in a moment.",
}
FOREIGN_FORM = (
    "The form was sent without the token that shows it comes from here: it was open too long, cookies are off, or it "
    "comes from elsewhere. Load the page again, then send it."
)
REFUSED_BY_DJANGO = {
    DisallowedHost: "This site does not answer for the host that the request names. Check the address.",
    TooManyFieldsSent: "The form has too many fields. Send it in several parts.",
    TooManyFilesSent: "Too many files at once. Send them in several requests.",
    MultiPartParserError: "The form's parts cannot be told apart. Send it as multipart/form-data with its boundary.",
}
REFUSED = "Parameters are unknown or cannot be read: `errors` names each one and says what to do."


def body(status: int, detail: str = "", errors: Iterable[Error] = ()) -> dict[str, Any]:
    """A problem as its five members."""
    return {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail or DETAILS.get(status, DETAILS[400]),
        "errors": list(errors),
    }


def problem(
    request: HttpRequest,
    status: int,
    detail: str = "",
    errors: Sequence[Error] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer outside DRF: a problem under `/api/`, else the page for that status."""
    said = body(status, detail, errors)
    if request.path.startswith(API):
        return HttpResponse(orjson.dumps(said), status=status, content_type=MEDIA_TYPE, headers=headers)
    page = loader.render_to_string(f"{status}.html", {"detail": detail, "errors": errors}, request)
    return HttpResponse(page, status=status, headers=headers)


class WordsMiddleware:
    """Gives words to Django's bare answer to a method that a page does not take.

    Public pages are read only. That is said before forms are checked: who writes to them needs no token for it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            return problem(request, 405, headers={"Allow": response.headers["Allow"]})
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.method in READING or request.path_info.startswith(WRITTEN):
            return None
        return problem(request, 405, headers={"Allow": ", ".join(READING)})


def parameters_refused(request: HttpRequest, errors: Iterable[ParameterError]) -> HttpResponse:
    """400, naming every parameter at fault."""
    return problem(request, 400, REFUSED, [error._asdict() for error in errors])


def exception_handler(exception: Exception, context: Mapping[str, Any]) -> Response | None:
    """DRF's answer to an exception in a view of the API; None lets Django answer 500 (or 400) and note it."""
    fate = fate_in_api(context["view"]) if isinstance(exception, Http404) else None
    if fate and fate.renamed:
        address = context["view"].reverse_action("detail", args=[fate.key])
        return Response(status=301, headers={"Location": address})
    said = body(410) if fate else said_of(exception)
    if said is None:
        return None
    set_rollback()
    return Response(said, status=said["status"], headers=headers_of(exception), content_type=MEDIA_TYPE)


def fate_in_api(view: Any) -> Fate | None:
    """What became of the row that the address names, if it was public once and is not there now."""
    return (
        fate_of(view.filterset_class.resource, view.kwargs[view.lookup_field])
        if getattr(view, "detail", False)
        else None
    )


def said_of(exception: Exception) -> dict[str, Any] | None:
    """The problem that an exception is; None for one that nobody expected."""
    if isinstance(exception, ParametersRefused):
        return body(400, REFUSED, [error._asdict() for error in exception.errors])
    if isinstance(exception, Http404):
        return body(404)
    if refused := refusal_of(exception):
        return refused.body()
    if isinstance(exception, SomeRefused):
        return body(exception.status, str(exception), exception.errors)
    if isinstance(exception, exceptions.ValidationError):
        return body(400, "The body was read, but not everything in it can be kept.", pointers(exception.detail))
    if isinstance(exception, exceptions.ParseError):
        return body(400, str(exception.detail), getattr(exception, "errors", ()))
    if isinstance(exception, exceptions.APIException):
        return body(exception.status_code, FOREIGN_FORM if "CSRF" in str(exception.detail) else "")
    if isinstance(exception, Withdrawn):
        return body(410, str(exception))
    if isinstance(exception, ExportsBusy):
        return body(503, str(exception))
    return None


def pointers(detail: Any, place: str = "") -> list[Error]:
    """Each message of DRF's nested errors with the place in the body that it is about."""
    if isinstance(detail, dict):
        return [error for name, inner in detail.items() for error in pointers(inner, f"{place}/{escaped(name)}")]
    if isinstance(detail, list) and any(isinstance(inner, dict | list) for inner in detail):
        return [error for number, inner in enumerate(detail) for error in pointers(inner, f"{place}/{number}")]
    messages = detail if isinstance(detail, list) else [detail]
    return [{"pointer": place, "message": str(message)} for message in messages]


def headers_of(exception: Exception) -> dict[str, str]:
    headers = {}
    if getattr(exception, "auth_header", None):
        headers["WWW-Authenticate"] = exception.auth_header
    if getattr(exception, "wait", None) is not None:
        headers["Retry-After"] = str(ceil(exception.wait))
    return headers


def handler400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What Django itself refuses: a foreign host, a form that cannot be read, a body that is too large."""
    if isinstance(exception, RequestDataTooBig):
        return problem(request, 413)
    return problem(request, 400, REFUSED_BY_DJANGO.get(type(exception), ""))


def handler403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem(request, 403)


def foreign_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that does not come from a page of ours, or from one too old."""
    return problem(request, 403, FOREIGN_FORM)


def handler404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The new address where a row moved; 410 where it was withdrawn; else the same bytes for what never was and what
    always was hidden."""
    moved = OldAddress.objects.filter(path=request.path).values_list("target", flat=True).first()
    if moved:
        return HttpResponsePermanentRedirect(moved)
    fate = fate_of_page(request.path)
    if fate and fate.renamed:
        return HttpResponsePermanentRedirect(fate.path)
    return problem(request, 410 if fate else 404)
