"""An article as a reader cites it."""

from articles.models import Article


def plain(article: Article, address: str) -> str:
    """One line that names the article, where it was printed and which text was read."""
    issue = article.issue
    date = f" ({issue.date_in_words})" if issue.date else ""
    printed = f"{issue.publication.title}, vol. {issue.volume}, no. {issue.number}{date}, item {article.position}"
    return f"“{article.title.rstrip('.')},” {printed}. Text version {article.text_version}. {address}"
