"""The texts that an article had, as changes among those of its history."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.http import HttpRequest
from django.urls import reverse

from articles.admin.changes import Difference
from articles.models import Article, TextVersion
from articles.models.article import CORRECT_TEXT


@dataclass(frozen=True)
class TextChange:
    """A correction: the words of one version against those of the version before."""

    before: TextVersion
    after: TextVersion
    restore: str
    what = "text"
    restore_says = "Correct it back to the text before this"

    @property
    def when(self) -> datetime:
        return self.after.made_at

    @property
    def who(self) -> str:
        return self.after.made_by.get_username() if self.after.made_by else "the import"

    @property
    def why(self) -> str:
        return self.after.reason

    @property
    def done(self) -> str:
        return f"corrected to version {self.after.number}"

    @property
    def differences(self) -> list[Difference]:
        return [Difference("text", self.before.text, self.after.text)]


def text_changes(article: Article, request: HttpRequest) -> list[TextChange]:
    """The corrections of an article; whoever may correct it is led to a correction back to a text that it had."""
    versions = list(article.versions.select_related("made_by").order_by("number"))
    address = reverse("admin:articles_article_correct", args=[article.pk])
    may = request.user.has_perm(CORRECT_TEXT)
    return [
        TextChange(one, other, f"{address}?version={one.number}" if may else "") for one, other in pairwise(versions)
    ]
