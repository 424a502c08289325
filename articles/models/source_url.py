from typing import Any

from django.db import models

from articles.history import tracked
from articles.models.article import Article
from articles.models.article_status import of_public
from articles.models.row import Row
from articles.models.touches import Mark, touches
from articles.rights import may_read_hidden


class SourceUrlQuerySet(models.QuerySet["SourceUrl"]):
    def public(self) -> "SourceUrlQuerySet":
        return self.filter(of_public("article"))

    def visible_to(self, user: Any) -> "SourceUrlQuerySet":
        return self if may_read_hidden(user) else self.public()


@tracked()
class SourceUrl(Row):
    """An address at which the article was found. One address leads to one article."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="urls")
    url = models.CharField(max_length=2000, unique=True)
    first_seen = models.DateTimeField(auto_now_add=True)

    objects = SourceUrlQuerySet.as_manager()

    class Meta:
        ordering = ["first_seen", "id"]
        constraints = [
            models.CheckConstraint(condition=models.Q(url__regex=r"^https?://"), name="source_url_is_web_address"),
        ]
        triggers = touches(Mark("articles", row="article_id", columns=("article_id", "url")))

    def __str__(self) -> str:
        return self.url
