"""From an address of ours to the article that stands there now."""

import re
from urllib.parse import urlsplit

from articles.models import Article, OldAddress

SHAPE = "/publications/<slug>/<volume>/<number>/<position>/"
_ADDRESS = re.compile(r"/publications/(?P<slug>[-\w]+)/(?P<volume>\d{1,9})/(?P<number>\d{1,9})/(?P<position>\d{1,9})/?")
_BY_ID = re.compile(r"/articles/(?P<id>\d{1,18})/?")


class ArticleNotFound(LookupError):
    """No article stands at an address; the message says what an address looks like."""


def article_at(address: str) -> Article:
    """The article of a permanent address, an old one, or `/articles/<id>/`, hidden ones too; a web address will do."""
    path = urlsplit(address).path
    target = OldAddress.objects.filter(path=f"{path.rstrip('/')}/").values_list("target", flat=True).first()
    article = _found(target or path)
    if article is None:
        raise ArticleNotFound(
            f"No article stands at {address}; give /publications/<slug>/<volume>/<number>/<position>/."
        )
    return article


def _found(path: str) -> Article | None:
    articles = Article.objects.select_related("issue__publication")
    if by_id := _BY_ID.fullmatch(path):
        return articles.filter(pk=by_id["id"]).first()
    if not (parts := _ADDRESS.fullmatch(path)):
        return None
    issue = {
        "issue__publication__slug": parts["slug"],
        "issue__volume": parts["volume"],
        "issue__number": parts["number"],
    }
    return articles.filter(position=parts["position"], **issue).first()
