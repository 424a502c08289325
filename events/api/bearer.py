"""Who asks: `Authorization: Bearer <key>`. Nothing else counts in the API; a session there is nobody's."""

import re
from typing import Any

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from events.models import ApiToken, TokenHolder

KEY = re.compile(r"(?i:bearer) +([-\w.~+/]{1,200}=*)", re.ASCII)
REFUSED = "No token that holds has this key: it is unknown, expired, revoked, or its owner may no longer log in."


class BearerAuthentication(BaseAuthentication):
    """The owner of the token, with her rights as far as the token's scope goes."""

    def authenticate(self, request: Request) -> tuple[TokenHolder, str] | None:
        given = request.headers.get("Authorization")
        if given is None:
            return None
        match = KEY.fullmatch(given.strip())
        holder: Any = match and ApiToken.objects.holder_of(match[1])
        if holder is None:
            raise AuthenticationFailed(REFUSED)
        return holder, "bearer"

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="Monitor"'
