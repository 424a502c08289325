"""What stands around the name of a source in a parenthesis, and what stands beside it and names nobody.

Around it: how the words came (`as quoted by`, `interview with`, `based on`), what they stood in (`Reuters report`),
where they were filed (`from Chisinau`), a programme, a number, an article. Beside it: pages, issue numbers, hours,
`and others`, `see accompanying story`, `citing two ministers`.
"""

import re

from articles.citations.known_sources import kind_of
from articles.citations.not_sources import is_place_or_weekday

_QUOTES = "\"'“”„«»‘’`"
_EDGES = _QUOTES + " :,/-–—"
_STORY = r"(?:interview|report|article|story|dispatch|editorial|commentary|column|letter|statement)s?"
_LEAD = re.compile(
    r"(?:as\s)?(?:reported|quoted|cited|carried|published|broadcast|released|monitored|aired|printed|shown)\s"
    r"(?:by|in|on)\s|according\sto\s|sources?:\s|(?:all\s)?(?:based|drawn)\son\s|compiled\sfrom\s"
    rf"|(?:an?\s|the\s)?(?:(?-i:[a-z]{{3,12}})\s)?{_STORY}\s(?:with|in|on|by|from|to|for)\s"
    r"|(?:(?-i:[A-Z])[\w.'’-]{0,30}\s){1,2}interview\s(?:with|in|on|by|to)\s"
    r"|(?:the\s)?(?:news\sagency|newspaper|daily|weekly|magazine|web\s?site)\s(?=[\"“]?(?-i:[A-Z]))"
    r"|(?:quoting|citing|via|from|see(?:\salso)?|cf\.|and|also|mainly|especially)\s|e\.g\.,?\s",
    re.IGNORECASE,
)
_ITS_STORY = re.compile(rf"(.{{2,60}}?)\s{_STORY}\s(?:with|in|on|by|from|of)\s", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:[A-Z][\w.'’-]{0,30}\s){1,3}(?:in|for|of)\s(?=[A-Z])")
_PRODUCT = re.compile(rf"\s(?:{_STORY}|dispatches|transcripts?)$", re.IGNORECASE)
_FILED = re.compile(r"\s(?:from|in)\s([A-Z][\w.' -]{1,40})$")
_NUMBER = re.compile(r"\s[\[(]?(?:nos?\.?|#|№|issues?)\s?\d{1,5}[\])]?$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s?[\[(]([^\[\]()]{1,40})[\])]$")
_PROGRAMME = re.compile(r"(?<=\w)['’]s\s(?:[\"“].*|.{1,60}\s(?:program(?:me)?|show|newscast))$")
_OTHERS = re.compile(r"\sand\s(?:many\s|several\s)?others$", re.IGNORECASE)
_ARTICLE = re.compile(r"the\s", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?$")
_STOP = re.compile(r"(?<=\w{4})\.$")
_ASIDE = re.compile(
    r"(?:and\s)?(?:many\s|among\s)?others|etc\.?|inter\salia|for\s(?:example|instance)|i\.e\."
    r"|(?:nos?\.?|#|№|issues?|pp?\.?|pages?|vol\.?)\s?\d[\d\s–-]{0,9}|\d{1,4}|front\spage"
    r"|(?:at\s)?\d{1,2}(?:[:.]?\d\d)?\s?(?:GMT|UTC|CET|(?:Moscow|local)\stime|[ap]\.?m\.?)"
    r"|in\s(?-i:[A-Z])[a-z]{3,15}|see\s(?:also\s)?+(?:the\s)?+(?-i:[a-z]).{0,80}"
    r"|for\s(?:more|details|background|further)(?:\s.{0,60})?",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\s(?:plus|as\swell\sas|along\swith|together\swith)\s", re.IGNORECASE)
_QUOTING = re.compile(r"(?:citing|quoting)\s", re.IGNORECASE)
_TOPIC = re.compile(r"(?:for|on|about|regarding|concerning)\s[^,;]{1,80}", re.IGNORECASE)


def without_wrapping(words: str) -> str:
    """The name alone."""
    bare = " ".join(words.split()).strip(_EDGES)
    story = _ITS_STORY.match(bare)
    bare = story[1] if story and kind_of(story[1]) else bare
    while (lead := _LEAD.match(bare)) is not None:
        bare = bare[lead.end() :]
    bare = _without_end(_PROGRAMME.sub("", _OTHERS.sub("", bare)))
    author = _AUTHOR.match(bare)
    bare = bare[author.end() :] if author and kind_of(bare[author.end() :]) else bare
    article = _ARTICLE.match(bare)
    bare = bare[article.end() :] if article else bare
    return _STOP.sub("", _OWNER.sub("", bare.strip(_EDGES)).strip(_QUOTES))


def _without_end(name: str) -> str:
    """Without what it stood in (only of a known source: `press reports` is a name), where it was filed, a number."""
    name = _NUMBER.sub("", name)
    product = _PRODUCT.search(name)
    name = name[: product.start()] if product and kind_of(name[: product.start()]) else name
    filed = _FILED.search(name)
    name = name[: filed.start()] if filed and is_place_or_weekday(filed[1]) else name
    bracketed = _BRACKETED.search(name)
    return name[: bracketed.start()] if bracketed and _names_nobody(bracketed[1]) else name


def _names_nobody(words: str) -> bool:
    return is_place_or_weekday(words) or is_aside(words)


def is_aside(words: str) -> bool:
    """Words beside the sources that name none."""
    return _ASIDE.fullmatch(words.strip(_EDGES)) is not None


def is_quoted_person(words: str) -> bool:
    """`citing two ministers`: whom the source before it quotes, if these words name no source themselves."""
    return _QUOTING.match(words.strip(_EDGES)) is not None


def is_topic(words: str) -> bool:
    """`on the budget`, before a reference to another issue."""
    return _TOPIC.fullmatch(words.strip(_EDGES)) is not None


def parted(words: str) -> list[str]:
    """The parts of a list of sources; "as well as" parts them too."""
    return re.split(r"[,;]", _ALSO.sub(",", words))
