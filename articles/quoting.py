"""What of the printed words may leave the article page, as the publication's quote policy allows."""

from articles.models import Article, QuotePolicy
from articles.text import sentences


def quotable(policy: str, quote: str) -> str:
    """The part of `quote` that may be shown elsewhere: all of it, its first sentence, or nothing."""
    if policy == QuotePolicy.FULL:
        return quote
    return first_sentence(quote) if policy == QuotePolicy.SENTENCE else ""


def heading_of(article: Article) -> str:
    """What the article is called away from its page; its issue and publication are at hand."""
    issue = article.issue
    publication = issue.publication
    if not article.title_is_derived or may_leave(publication.quote_policy, article.title):
        return article.title
    return neutral_heading(publication.title, issue.volume, issue.number, article.position)


def may_leave(policy: str, words: str) -> bool:
    """Whether these words, such as a working title, may be shown elsewhere in full."""
    return quotable(policy, words) == words


def neutral_heading(publication: str, volume: int, number: int, position: int) -> str:
    """Where the article stands, for one whose working title is text that must not leave."""
    return f"{publication}, volume {volume}, issue {number}, article {position}"


def first_sentence(text: str) -> str:
    found = sentences(text)
    return text[found[0].start : found[0].end] if found else ""
