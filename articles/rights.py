"""Who may see what is not public: the one question that every QuerySet asks."""

from typing import Any

READ_HIDDEN = "articles.read_hidden"


def may_read_hidden(user: Any) -> bool:
    """Whether `user` may read drafts, withdrawn articles, unreviewed reports, notes and history."""
    return bool(user is not None and user.is_active and user.has_perm(READ_HIDDEN))
