"""What the server puts on the workbench page: the text sentence by sentence, and the reports as a plain list."""

from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models.article import CORRECT_TEXT
from events.models import ArticleToAnnotate


class ShownSentence(NamedTuple):
    """One block of the page: its words and where they stand, in code points."""

    start: int
    end: int
    words: str
    opens_paragraph: bool


class WorkbenchPage(NamedTuple):
    """The article as the page's script finds it; `work` is the address of what it sends and asks."""

    work: str
    text: str
    sentences: list[ShownSentence]
    reports: SafeString
    correct: str


def workbench_page(article: ArticleToAnnotate, user: User) -> WorkbenchPage:
    """The page of one article, with the way to its correction for those who may correct texts."""
    opening = {paragraph.start for paragraph in article.paragraphs}
    sentences = [
        ShownSentence(one.start, one.end, article.text[one.start : one.end], one.start in opening)
        for one in article.sentences
    ]
    work = reverse("admin:workbench_state", args=[article.pk])
    return WorkbenchPage(work, article.text, sentences, reports_of(article), correction_of(article, user))


def correction_of(article: ArticleToAnnotate, user: User) -> str:
    """Where the text is corrected, and that she comes back; empty for those who may not."""
    if not user.has_perm(CORRECT_TEXT):
        return ""
    back = reverse("admin:events_articletoannotate_change", args=[article.pk])
    return f"{reverse('admin:articles_article_correct', args=[article.pk])}?{urlencode({'back': back})}"


def reports_of(article: ArticleToAnnotate) -> SafeString:
    """The reports of the article as a list of links to their forms."""
    reports: Any = article.reports.select_related("event__type", "coder").order_by("pk")
    return mark_safe(render_to_string("admin/events/_reports.html", {"reports": reports}))
