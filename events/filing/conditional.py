"""The two headers of a write: which revision it changes, and the key under which it may be sent again."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest

from events.models import RequestKey

STRONG_TAG = re.compile(r'"([0-9]{1,10})"')


class IfMatchMissing(Exception):
    """A change that does not say which revision was read."""


class IfMatchUnknown(Exception):
    """An `If-Match` that names no revision of ours, so none that is current."""


@dataclass(frozen=True)
class Answer:
    """What a write is answered with; `revision` becomes its `ETag`, `location` where a new row is."""

    status: int
    body: Any = None
    revision: int | None = None
    location: str = ""

    def headers(self) -> dict[str, str]:
        """The headers that go with it."""
        headers = {"ETag": f'"{self.revision}"'} if self.revision is not None else {}
        return headers | ({"Location": self.location} if self.location else {})


def seen_revision(headers: Mapping[str, str]) -> int:
    """The revision that `If-Match: "<revision>"` names."""
    given = headers.get("If-Match", "").strip()
    if not given:
        raise IfMatchMissing('Say which revision was read: If-Match: "<revision>", as the row\'s ETag gives it.')
    match = STRONG_TAG.fullmatch(given)
    if match is None:
        raise IfMatchUnknown('If-Match takes one revision in quotes, such as "4", as the row\'s ETag gives it.')
    return int(match[1])


def answered_once(request: HttpRequest, user: User, act: Callable[[], Answer]) -> Answer:
    """What `act` answers; under an `Idempotency-Key` it is done once, and a retry gets the same answer."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return act()
    asked = "\n".join([str(request.method), request.get_full_path(), request.headers.get("If-Match", "")])
    sent = asked + "\n" + request.body.decode("utf-8", "replace")
    return Answer(**RequestKey.objects.answer_once(key, user=user, request=sent, act=lambda: vars(act())))
