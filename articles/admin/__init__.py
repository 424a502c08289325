"""The desk of those who keep the printed record."""

from articles.admin import article, issue, publication, source

__all__ = ["article", "issue", "publication", "source"]
