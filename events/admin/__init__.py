"""The desk of those who say what the articles report."""

from events.admin import (
    article,
    event,
    mention,
    names,
    publishing,
    records,
    report,
    saved_lists,
    suggestion,
    tokens,
)

__all__ = [
    "article",
    "event",
    "mention",
    "names",
    "publishing",
    "records",
    "report",
    "saved_lists",
    "suggestion",
    "tokens",
]
