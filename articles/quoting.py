"""What of the printed words may leave the article page, as the publication's quote policy allows."""

from articles.models import QuotePolicy
from articles.text import sentences


def quotable(policy: str, quote: str) -> str:
    """The part of `quote` that may be shown elsewhere: all of it, its first sentence, or nothing."""
    if policy == QuotePolicy.FULL:
        return quote
    return first_sentence(quote) if policy == QuotePolicy.SENTENCE else ""


def first_sentence(text: str) -> str:
    found = sentences(text)
    return text[found[0].start : found[0].end] if found else ""
