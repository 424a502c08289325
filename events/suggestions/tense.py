"""Whether the verb beside a time looks ahead of the issue or back; asked of a weekday, a month, a season."""

import re

from articles.citations.word_list import word_list

_WORD = re.compile(r"[^\W\d_]+")
_BORDERS = re.compile(r"[;:()“”\"]|\.\s|,\s(?=and\b|but\b)")
_AHEAD_PHRASES = re.compile(
    r"\b(?:is|are|was|were|be|been)\s(?:now\s|still\s|also\s)?(?:set|due|scheduled|planned|expected|slated|supposed)\b"
    r"|\b(?:is|are|was|were)\sto\s(?:be\s|have\s)?\w+"
    r"|\b(?:will|shall|would|should|must|may|can|could|might)(?:\s(?:not|then|also|now|soon|probably|only))?"
    r"(?:\s(?:be|have))?\s\w+(?:\sin|\sup)?"
    r"|\bto\sbe\s\w+|\b(?:due|scheduled|slated|hopes?|plans?|planned\s(?:to|for)"
    r"|wants?|intends?|means\sto|going\sto|set\sfor|expects?|ready\sto"
    r"|arrives|meets|begins|opens|starts|takes|leaves|returns|comes|goes|visits|travels|holds|votes|flies"
    r"|expires|ends|receives|decides|hears|resumes|convenes|demands?\sthat|promis(?:ed?|es|ing)\s(?:to|that)"
    r"|vow(?:ed|s)?\sto|pledg(?:ed?|es)\s(?:to|that)|forecasts?|postponed|put\soff)\b"
)
_PAST_WORDS = word_list(
    "said told held met went came left took gave became was were had did wrote sent began broke cut shot fell "
    "rose won lost spoke flew drove made saw found brought sold bought paid led struck fought stood sat hit has "
    "have got blew ran kept withdrew threw drew grew knew swore chose forbade froze fled bade laid lay rode sank "
    "spread thought understood undertook won wound woke"
)


def looks_ahead(text: str, first: int, start: int, end: int, last: int) -> bool | None:
    """Of the words from `first` to `last` with the time from `start` to `end`; None where no verb tells."""
    before = _last_clause(text[first:start])
    answer = _last_cue(before)
    return answer if answer is not None else _first_cue(_first_clause(text[end:last]))


def speaks_with_one_voice(text: str, first: int, start: int, end: int, last: int) -> bool:
    """Whether the clause around the time does not look both ways."""
    clause = f"{_last_clause(text[first:start])} {_first_clause(text[end:last])}"
    return not (_AHEAD_PHRASES.search(clause) and any(_is_past(word[0]) for word in _WORD.finditer(clause)))


def _last_clause(words: str) -> str:
    borders = [border.end() for border in _BORDERS.finditer(words)]
    return words[borders[-1] :] if borders else words


def _first_clause(words: str) -> str:
    border = _BORDERS.search(words)
    return words[: border.start()] if border else words


def _last_cue(words: str) -> bool | None:
    ahead = max((found.end() for found in _AHEAD_PHRASES.finditer(words)), default=-1)
    past = max((found.end() for found in _WORD.finditer(words) if _is_past(found[0])), default=-1)
    return None if ahead == past == -1 else ahead >= past


def _first_cue(words: str) -> bool | None:
    ahead = _AHEAD_PHRASES.search(words)
    past = next((found.start() for found in _WORD.finditer(words) if _is_past(found[0])), None)
    if ahead is None:
        return None if past is None else False
    return past is None or ahead.start() <= past


def _is_past(word: str) -> bool:
    return word in _PAST_WORDS or (word.endswith("ed") and len(word) > 4 and word[0].islower())
