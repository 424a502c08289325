"""What of the printed words leaves with the data, by the quote policy of their publication."""

from typing import Any

from django.db.models import Case, F, Value, When

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


def cut(row: dict[str, Any], ruled_by: str) -> None:
    """Shorten the row's quote to one sentence where the policy says so."""
    if ruled_by == QuotePolicy.SENTENCE and row["quote"]:
        row["quote"] = quotable(ruled_by, row["quote"])


def retitle(row: dict[str, Any], *, is_derived: bool, ruled_by: str, publication: str) -> None:
    """A working title is text: where the policy keeps it back the row is called by its place."""
    if is_derived and not may_leave(ruled_by, row["title"]):
        row["title"] = neutral_heading(publication, row["volume"], row["number"], row["position"])
