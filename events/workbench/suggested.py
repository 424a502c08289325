"""What the rules propose for an article and nobody has decided, as one document for the desk and for programs."""

from typing import Any

from articles.models import Article
from events.editing.suggesting import Suggested, undecided
from events.suggestions.candidate import Candidate
from events.workbench.reports import Document

SHOWN = ("kind", "start", "end", "quote", "value", "score", "reason", "recogniser")


def suggestions_document(article: Article) -> Document:
    """The suggestions that are still to be decided, in order of the text; computed now."""
    return {"results": [_told(candidate) for candidate in undecided(article)]}


def _told(candidate: Candidate) -> dict[str, Any]:
    """A suggestion; `trigger` goes back with the decision about it."""
    return {**{name: getattr(candidate, name) for name in SHOWN}, "trigger": Suggested.of(candidate).trigger}
