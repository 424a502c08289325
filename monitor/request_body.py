"""The first look at a body: one that is too large is refused before a byte of it is read."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from monitor.problems import problem

View = TypeVar("View", bound=Callable[..., Any])


def takes_up_to(size: int) -> Callable[[View], View]:
    """Let a view take bodies of up to `size` bytes, which it reads as a stream."""

    def mark(view: View) -> View:
        view.largest_body = size
        return view

    return mark


class BodyMiddleware:
    """413 for a body over `DATA_UPLOAD_MAX_MEMORY_SIZE`, or what its view `takes_up_to`; 411 for one of unsaid length.

    Stands before whatever reads forms, such as the check of their tokens.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if "HTTP_TRANSFER_ENCODING" in request.META:
            return problem(request, 411)  # Django would take it for an empty one
        largest = getattr(view, "largest_body", settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
        size = int(request.META.get("CONTENT_LENGTH") or 0)
        if size <= largest:
            return None
        return problem(
            request, 413, f"The body has {size:,} bytes; at most {largest:,} are taken. Send less at a time."
        )
