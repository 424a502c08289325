"""What the public gets: articles published and withdrawn, and what follows for events."""

from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, ArticleStatus
from articles.verbs import Refused, verb
from events.models import Event

PUBLISH = "articles.publish_article"


def publish(article: Article, *, by: User, revision: int | None = None, now: datetime | None = None) -> Article:
    """Show the article, and with it its confirmed reports, to everybody."""
    with verb(by=by, right=PUBLISH):
        row = Article.locked(article.pk, revision=revision)
        if row.status == ArticleStatus.PUBLISHED:
            raise Refused("article_is_not_published_yet", "The article is published already.")
        row.status = ArticleStatus.PUBLISHED
        row.published_at = row.published_at or now or timezone.now()
        row.save(update_fields=["status", "published_at"])
        Event.objects.filter(reports__article=row).derive_again()
    return row


def withdraw(article: Article, *, by: User, reason: str, revision: int | None = None) -> Article:
    """Take the article, and what only it reports, from the public; its address says that it is gone."""
    if not reason.strip():
        raise Refused("withdrawal_has_reason", "Say why the article is withdrawn; colleagues see it in the history.")
    with verb(by=by, right=PUBLISH, reason=reason):
        row = Article.locked(article.pk, revision=revision)
        if row.status != ArticleStatus.PUBLISHED:
            raise Refused("article_is_published", "Only a published article can be withdrawn.")
        row.status = ArticleStatus.WITHDRAWN
        row.save(update_fields=["status"])
        Event.objects.filter(reports__article=row).derive_again()
    return row
