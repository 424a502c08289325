"""How much a sentence reports: signs of a happening and signs of mood, wish, forecast and generality.

The answer moves the score of every act in the sentence. A named actor, a day, a citation speak for a happening; an
empty subject, a comparison, a wish and a bare "is" against it.
"""

import re
from collections.abc import Sequence

from articles.citations.word_list import word_list

_EMPTY_OPENERS = word_list(
    "it this there what nobody one neither whether somebody everybody somehow perhaps of to between not most such "
    "these those no both nothing each everyone anyone whoever"
)
_WISH = re.compile(
    r"\b(?:would (?:rather|prefer|like|sooner|have)|had hoped|one would|deserve[sd]?|need not|ought|may well|may yet"
    r"|hardly|no doubt|evidently|surely|probably|seems?|appears? to|it is (?:no|a|an|not|the|hard|easy)|anybody's guess"
    r"|no hurry|must be|must have|can only|cannot|better than|worth|afraid|sorry|tired|in no|would not be the first)\b"
)
_COMPARED = re.compile(r"\bmore \w+ than\b|\bas \w+ as\b|\brather than\b|\bless \w+ than\b")


def weight(low: Sequence[str], text: str, actors: int, days: int, cited: bool) -> float:
    """What to add to the score of an act in a sentence of these words."""
    total = 0.08 * min(actors, 2) + (0.1 if days else 0.0) + (0.06 if cited else 0.0)
    first = low[0] if low else ""
    if first in _EMPTY_OPENERS and not actors:
        total -= 0.15
    if _WISH.search(text.lower()):
        total -= 0.2
    if _COMPARED.search(text.lower()):
        total -= 0.1
    if not actors and not days:
        total -= 0.12 if len(low) > 9 else 0.2
    return total
