"""A draft as readers would see it: published, shown in the public page, and rolled back before anybody else could look.

Nothing is written: the transaction never commits. What the page shows is what publishing would show, by the same rules.
"""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Article, ArticleStatus
from articles.rights import may_read_hidden
from articles.views import ArticlePage
from events.models import Event


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of an article as it would be if it were published now; for those who may read drafts."""
    if not may_read_hidden(request.user):
        raise PermissionDenied
    with transaction.atomic():
        article = get_object_or_404(Article.objects.standing().with_issue().defer("text"), pk=pk)
        _publish(article)
        response = _page(request, article)
        transaction.set_rollback(True)
    return response


def _publish(article: Article) -> None:
    shown_at = Coalesce("published_at", Value(timezone.now()))
    Article.objects.filter(pk=article.pk).update(status=ArticleStatus.PUBLISHED, published_at=shown_at)
    Event.objects.filter(reports__article=article).derive_again()


def _page(request: HttpRequest, article: Article) -> HttpResponse:
    issue = article.issue
    where = {"volume": issue.volume, "number": issue.number, "position": article.position}
    view = ArticlePage.as_view(extra_context={**ArticlePage.extra_context, "is_preview": True})
    return view(request, slug=issue.publication.slug, **where).render()


preview_view = admin.site.admin_view(preview)
