"""What the public gets: articles published and withdrawn, and what follows for events."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.models import Article, ArticleStatus
from articles.verbs import Refused, verb
from events.models import Event, PublishedSet

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


def publish_set(articles: Iterable[int], *, by: User, reason: str = "", now: datetime | None = None) -> PublishedSet:
    """Show all these articles (their ids) at once; those that are public or part of another one stay as they are."""
    now, wanted = now or timezone.now(), list(articles)
    with verb(by=by, right=PUBLISH, reason=reason):
        rows = Article.objects.standing().exclude(status=ArticleStatus.PUBLISHED).filter(pk__in=wanted)
        before = dict(rows.order_by("pk").select_for_update(of=("self",)).values_list("pk", "status"))
        if not before:
            raise Refused("published_set_is_not_empty", "None of these articles waits to be published.")
        first_time = Coalesce("published_at", Value(now))
        _set_status(before, ArticleStatus.PUBLISHED, published_at=first_time)
        return PublishedSet.objects.create(
            by=by, at=now, before={str(pk): status for pk, status in before.items()}, count=len(before)
        )


def undo_set(published: PublishedSet, *, by: User, reason: str, now: datetime | None = None) -> PublishedSet:
    """Let the articles of the set be what they were before it; one that was withdrawn since stays as it is now."""
    if not reason.strip():
        raise Refused("withdrawal_has_reason", "Say why the articles are taken back; colleagues see it in the history.")
    with verb(by=by, right=PUBLISH, reason=reason):
        row = PublishedSet.objects.select_for_update().get(pk=published.pk)
        if row.undone_at is not None:
            raise Refused("published_set_is_undone_once", "The set was taken back already.")
        wanted = {int(pk): status for pk, status in row.before.items()}
        untouched = _still_public(wanted, since=row.at)
        for status in set(wanted.values()):
            _set_status([pk for pk in untouched if wanted[pk] == status], status)
        row.undone_by, row.undone_at = by, now or timezone.now()
        row.save(update_fields=["undone_by", "undone_at"])
    return row


def _still_public(articles: Iterable[int], since: datetime) -> list[int]:
    """Those of the set that are public by it still, and not because somebody published them anew."""
    rows = Article.objects.public().filter(pk__in=list(articles)).order_by("pk")
    again = Article.history.rel.related_model.objects.filter(status=ArticleStatus.WITHDRAWN, pgh_created_at__gt=since)
    return list(
        rows.exclude(pk__in=again.values("pgh_obj")).select_for_update(of=("self",)).values_list("pk", flat=True)
    )


def _set_status(articles: Iterable[int], status: str, **more: Any) -> None:
    """Write the status and what follows for the events of these articles."""
    rows = list(articles)
    Article.objects.filter(pk__in=rows).update(status=status, updated_at=timezone.now(), **more)
    Event.objects.filter(reports__article__in=rows).distinct().derive_again()
