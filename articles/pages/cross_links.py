"""Where the words of an article lead in print, and from where print leads to it: public targets only."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Article, CrossReference, Issue


class CrossLink(NamedTuple):
    """Printed words such as `see the Monitor, June 3`, with the page they mean; no address where none is public."""

    start: int
    end: int
    words: str
    href: str
    label: str


def cross_links(article: Article) -> list[CrossLink]:
    """What the article refers its reader to, in the order of its text."""
    return [cross_link(reference) for reference in with_public_targets(article)]


def each_once(links: Iterable[CrossLink]) -> list[CrossLink]:
    """The links for a list: a page that is named twice stands once, and so do words without a page."""
    return list({link.href or link.words: link for link in reversed(list(links))}.values())[::-1]


def with_public_targets(article: Article) -> QuerySet[CrossReference]:
    """The references of `article`, each telling whether its target is public."""
    return (
        CrossReference.objects.public()
        .filter(article=article)
        .select_related("target_issue__publication", "target_article__issue__publication")
        .defer("target_article__text")
        .annotate(
            article_is_public=Exists(Article.objects.public().filter(pk=OuterRef("target_article"))),
            issue_is_public=Exists(Issue.objects.public().filter(pk=OuterRef("target_issue"))),
        )
        .order_by("start", "id")
    )


def cross_link(reference: CrossReference) -> CrossLink:
    target = reference.target_article if reference.article_is_public else None
    target = target or (reference.target_issue if reference.issue_is_public else None)
    label = target_label(target) if target else ""
    href = target.get_absolute_url() if target else ""
    return CrossLink(reference.start, reference.end, reference.quote, href, label)


def target_label(target: Article | Issue) -> str:
    """How a reader names it: `Monitor, no. 96, 17 May 1999, item 4`."""
    issue = target.issue if isinstance(target, Article) else target
    item = f"item {target.position}" if isinstance(target, Article) else ""
    return ", ".join(filter(None, (issue.publication.title, f"no. {issue.number}", issue.date_in_words, item)))


def articles_referring_to(article: Article) -> QuerySet[Article]:
    """The other public articles that refer to this one, or to its issue as a whole, in order of print."""
    leads_here = Q(target_article=article) | Q(target_issue=article.issue_id)
    references = CrossReference.objects.public().filter(leads_here, article=OuterRef("pk"))
    others = Article.objects.public().filter(Exists(references)).exclude(pk=article.pk).with_issue().defer("text")
    return others.order_by("issue__volume", "issue__number", "order", "id")
