"""Who and which request stand behind a write."""

import uuid
from typing import Any

import pghistory.middleware
from django.http import HttpRequest


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Every writing request opens a context: its user, its address and its id go into the history rows."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_context(request), "request": uuid.uuid4().hex}
