"""The sentence with which an article begins, where it stands for the article elsewhere."""

from articles.models import Article, QuotePolicy
from articles.quoting import first_sentence


def lead_of(item: Article) -> str:
    """The first sentence, as the quote policy allows; none where the title is those words. `item.opening` is loaded."""
    if item.title_is_derived or item.issue.publication.quote_policy == QuotePolicy.NONE:
        return ""
    return first_sentence(item.opening)
