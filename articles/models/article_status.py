"""Where an article stands on its way to the public."""

from django.db import models


class ArticleStatus(models.TextChoices):
    """What the public gets. Only an editor sets it, through `events.editing`."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    WITHDRAWN = "withdrawn", "Withdrawn"


def of_public(article: str = "") -> models.Q:
    """What says that an article is public, for rows that reach it by this path, such as `issues__articles`."""
    return models.Q((f"{article}__status" if article else "status", ArticleStatus.PUBLISHED))
