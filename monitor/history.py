"""Who and which request stand behind a write."""

from typing import Any

import pghistory.middleware
from django.http import HttpRequest

from monitor.logs import request_id


class HistoryMiddleware(pghistory.middleware.HistoryMiddleware):
    """Every writing request opens a context: its user, its address and its id go into the history rows."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().get_context(request), "request": request_id.get()}
