"""An article's headline and notes as they were at an earlier moment; its text comes back by a correction."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from articles.moving import CHANGE_ARTICLE
from articles.verbs import verb

RESTORED = ("title", "title_printed", "title_is_derived", "byline", "section", "notes")


def restore_article(article: Article, state: Any, *, by: User, reason: str, revision: int | None = None) -> Article:
    """Let the headline, byline, section and notes be what the copy `state` of the history says."""
    with verb(by=by, right=CHANGE_ARTICLE, reason=reason):
        row = Article.locked(article.pk, revision=revision)
        for name in RESTORED:
            setattr(row, name, getattr(state, name))
        row.save(update_fields=list(RESTORED))
    return row
