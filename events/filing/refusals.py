"""What went wrong with a write, as a problem says it: the same words at the workbench and in the API."""

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from articles.models import StaleRevision
from articles.parameters import ParametersRefused
from articles.text import TextRefused
from articles.verbs import Refused
from events.documents import DocumentRefused
from events.editing.marks import WrongWords
from events.filing.conditional import IfMatchMissing, IfMatchUnknown
from events.filing.events import RevisionMissing
from events.filing.reports import WordsDiffer

UNREADABLE = "The body was read, but not everything in it can be kept: `errors` names each place."
OTHER_WORDS = "The text reads otherwise where evidence quotes it. Read it again and mark the words anew."
PARAMETERS = "Parameters are unknown or cannot be read: `errors` names each one and says what to do."


@dataclass(frozen=True)
class Refusal:
    """A problem before it is written: `more` are members beside those that every problem has."""

    status: int
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        """The problem as RFC 9457 has it."""
        title = HTTPStatus(self.status).phrase
        five = {"type": "about:blank", "title": title, "status": self.status, "detail": self.detail}
        return {**five, "errors": self.errors, **self.more}


def refusal_of(exception: BaseException) -> Refusal | None:
    """What the exception tells whoever wrote; None for one that nobody expected."""
    if isinstance(exception, DocumentRefused):
        errors = [fault.as_error() for fault in exception.faults]
        other_words = isinstance(exception, WordsDiffer)
        return Refusal(409 if other_words else 400, OTHER_WORDS if other_words else UNREADABLE, errors)
    if isinstance(exception, RevisionMissing):
        return Refusal(428, str(exception), [{"pointer": exception.pointer, "message": str(exception)}])
    if isinstance(exception, WrongWords):
        error = {"pointer": "", "message": str(exception), "actual": exception.actual}
        return Refusal(409, OTHER_WORDS, [error], {"rule": exception.rule})
    if isinstance(exception, Refused):
        return Refusal(409, str(exception), more={"rule": exception.rule})
    return _plain(exception)


def may(user: Any, right: str) -> None:
    """Raise PermissionDenied where the user has not the right."""
    if not user.has_perm(right):
        raise PermissionDenied(f"This asks for the right {right}: ask an administrator for the role.")


def _plain(exception: BaseException) -> Refusal | None:
    if isinstance(exception, IfMatchMissing):
        return Refusal(428, str(exception))
    if isinstance(exception, StaleRevision | IfMatchUnknown):
        return Refusal(412, str(exception))
    if isinstance(exception, TextRefused):
        return Refusal(400, UNREADABLE, [{"pointer": "/text", "message": str(exception)}])
    if isinstance(exception, PermissionDenied):
        return Refusal(403, str(exception) or "You may not do this here. Ask an administrator for the right.")
    if isinstance(exception, ParametersRefused):
        return Refusal(400, PARAMETERS, [error._asdict() for error in exception.errors])
    if isinstance(exception, Http404):
        return Refusal(404, "There is nothing at this address that you may see.")
    return None
