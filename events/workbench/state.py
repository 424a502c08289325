"""The whole state of an article at the workbench, in a bounded number of statements."""

from typing import Any

from django.contrib.auth.models import User

from articles.models import Article, Citation
from articles.models.article import CORRECT_TEXT
from events.editing.reviewing import ANNOTATE, REVIEW
from events.workbench.codes import codebook_document
from events.workbench.reports import Document, documents_of, mention_documents


def state_of(article: Article, user: User) -> Document:
    """Article, reports, mentions and codebook, as they are stored now."""
    return {
        "user": _user(user),
        "article": article_document(article),
        "reports": documents_of(article.reports.all(), user),
        "mentions": mention_documents(article),
        "codebook": codebook_document(),
    }


def _user(user: User) -> Document:
    rights = {"may_annotate": ANNOTATE, "may_review": REVIEW, "may_correct": CORRECT_TEXT}
    return {
        "id": user.pk,
        "username": user.get_username(),
        **{name: user.has_perm(right) for name, right in rights.items()},
    }


def article_document(article: Article) -> Document:
    """The text, how it is parted, and what it cites."""
    plain = ("revision", "title", "status", "text", "text_version")
    return {
        "id": article.pk,
        **{name: getattr(article, name) for name in plain},
        "url": article.get_absolute_url(),
        "issue_date": article.issue.date,
        "sentences": [list(one) for one in article.sentences],
        "paragraphs": [list(one) for one in article.paragraphs],
        "citations": [_citation(one) for one in _citations(article)],
    }


def _citations(article: Article) -> Any:
    standing = Citation.objects.filter(article=article).anchored()
    return standing.order_by("start", "pk").prefetch_related("reports__news_source")


def _citation(citation: Citation) -> Document:
    reports = sorted(citation.reports.all(), key=lambda one: one.pk)
    return {
        "id": citation.pk,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "reports": [_cited(one) for one in reports],
    }


def _cited(one: Any) -> Document:
    source = one.news_source
    return {"id": one.pk, "source": source.slug, "name": source.name, "date": one.date, "words": one.date_words}
