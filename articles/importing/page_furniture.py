"""What of a saved page is no text: navigation, asides, comments, scripts, forms' fields, what is hidden.

Told by the element, its role, and the names that sites have given such parts for thirty years.
"""

import re
from collections.abc import Mapping

from articles.citations.word_list import word_list

_ELEMENTS = word_list(
    "script style template noscript noembed noframes iframe object embed applet svg math canvas audio video map nav "
    "aside footer select button option optgroup datalist textarea input dialog menu"
)
_ROLES = word_list("navigation complementary contentinfo search banner menu menubar toolbar dialog")
_WHOLE_PAGE = word_list("html body main article")
_NAMES = re.compile(
    r"(?:(?:site|main|top|bottom|page|left|right|primary|secondary|global|post|entry|article)[-_]?)?"
    r"(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|comments?|footer|share|sharing|social|related|widget|adverts?"
    r"|ads?|skip-?link|screen-reader-text|pager|pagination|noprint|toolbar|masthead-links)"
    r"(?:[-_](?:bar|list|box|area|section|menu|links?|wrap|wrapper|container|item|column|panel|content))?",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright\b|©|\(c\)\s*\d{4}|all rights reserved\b)", re.IGNORECASE)


def is_furniture(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element with all that is in it belongs to the site and not to the article."""
    if tag in _ELEMENTS:
        return True
    if tag in _WHOLE_PAGE:
        return False
    return attributes.get("role", "").casefold() in _ROLES or _is_hidden(attributes) or _is_named_so(attributes)


def is_copyright(words: str) -> bool:
    """Whether a line at the end of a page only says whose page it is."""
    return _COPYRIGHT.match(words) is not None and len(words) < 200


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    is_hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return is_hidden or _HIDDEN_STYLE.search(attributes.get("style", "")[:1000]) is not None


def _is_named_so(attributes: Mapping[str, str]) -> bool:
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:1000].split()
    return any(_NAMES.fullmatch(name) for name in names)
