"""Programs that use the API as somebody."""

import json
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone
from rest_framework.test import APIClient

from articles.text import sha256
from events.models import ApiToken
from events.models.api_token import new_key


def make_token(owner: User, **over: Any) -> tuple[ApiToken, str]:
    """A token that holds, and its key."""
    key = new_key()
    values = {"name": "a program", "scope": "edit", "expires": timezone.now() + timedelta(days=1), **over}
    return ApiToken.objects.create(owner=owner, hash=sha256(key), **values), key


def program_of(user: User, scope: str = "edit") -> APIClient:
    """A client that sends a token of the user's; a session would count for nothing in the API."""
    return APIClient(HTTP_AUTHORIZATION=f"Bearer {make_token(user, scope=scope)[1]}")


class Program:
    """Somebody's program that writes."""

    def __init__(self, user: User, scope: str = "edit") -> None:
        self.user, self.client = user, program_of(user, scope)

    def send(
        self, method: str, address: str, document: Any = None, *, revision: int | None = None, key: str = ""
    ) -> Any:
        """The answer to a document sent to an address below `/api/v1/`."""
        headers = {} if revision is None else {"If-Match": f'"{revision}"'}
        headers |= {"Idempotency-Key": key} if key else {}
        body = json.dumps(document) if document is not None else None
        send = getattr(self.client, method)
        return send(f"/api/v1/{address}", body, content_type="application/json", headers=headers)

    def get(self, address: str) -> Any:
        return self.client.get(f"/api/v1/{address}")
