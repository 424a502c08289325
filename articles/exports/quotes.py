"""What of the printed words leaves with the data, by the quote policy of their publication."""

from typing import Any

from django.db.models import Case, F, Value, When

from articles.exports.rows import Computed
from articles.models import QuotePolicy
from articles.quoting import may_leave, neutral_heading, quotable


def policy(issue: str) -> str:
    """The quote policy that rules a row; `issue` is the path to its issue."""
    return f"{issue}__publication__quote_policy"


def unless(*withheld: str, issue: str, then: str) -> Case:
    """The column `then`, or null under one of the policies named."""
    held = {f"{issue}__publication__quote_policy__in": withheld}
    return Case(When(**held, then=Value(None)), default=F(then))


def text(issue: str = "issue") -> Case:
    """Whole texts leave under the full policy alone."""
    return unless(QuotePolicy.SENTENCE, QuotePolicy.NONE, issue=issue, then="text")


def quote(issue: str = "article__issue") -> Case:
    """Quotes leave unless there are to be none; `cut` brings them to what the policy allows."""
    return unless(QuotePolicy.NONE, issue=issue, then="quote")


def cut(quote: str | None, ruled_by: str) -> str | None:
    """A quote, shortened to one sentence where the policy says so."""
    return quotable(ruled_by, quote) if quote and ruled_by == QuotePolicy.SENTENCE else quote


def columns() -> dict[str, Any]:
    """The quote of a span, as far as the policy lets it out."""
    return {
        "quote": Computed(("_quote", "_policy"), lambda row, _viewer: cut(row["_quote"], row["_policy"])),
        "_quote": quote(),
        "_policy": policy("article__issue"),
    }


def heading() -> Computed:
    """A working title is text: where the policy keeps it back the row is called by its place."""
    return Computed(("_title", "_derived", "_policy", "_publication", "volume", "number", "position"), _heading)


def _heading(row: dict[str, Any], _viewer: Any) -> str:
    title: str = row["_title"]
    if not row["_derived"] or may_leave(row["_policy"], title):
        return title
    return neutral_heading(row["_publication"], row["volume"], row["number"], row["position"])
