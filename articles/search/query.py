"""What somebody typed into a search box, read: words, "phrases", OR, -without, after:1999, before:1999-05."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_TERMS = 32
# A date, a phrase in quotes (the last may lack its end), or a word, each perhaps with a minus.
TOKEN = re.compile(
    r'(?P<side>after|before):(?P<date>\S+)|(?P<minus>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))', re.IGNORECASE
)
LETTER = re.compile(r"[^\W_]")


class QueryRefused(ValueError):
    """Words that cannot be searched for, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that an article must have, or must not: words that stand together as they are written."""

    words: str
    negated: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, of which an article meets at least one; of each it meets all terms. Dates as they were typed."""

    alternatives: tuple[tuple[Term, ...], ...]
    after: str = ""
    before: str = ""

    @property
    def terms(self) -> Iterator[Term]:
        return (term for alternative in self.alternatives for term in alternative)


def read_query(text: str) -> Query:
    """The query that `text` means. Raises QueryRefused."""
    alternatives: list[list[Term]] = [[]]
    dates: dict[str, str] = {}
    for token in TOKEN.finditer(text):
        if token["side"]:
            _note_date(dates, token["side"].lower(), token["date"])
        elif _is_or(token):
            alternatives.append([])
        elif term := _term(token):
            alternatives[-1].append(term)
    query = Query(tuple(tuple(terms) for terms in alternatives if terms), **dates)
    _check(query)
    return query


def _note_date(dates: dict[str, str], side: str, date: str) -> None:
    if dates.setdefault(side, date) != date:
        raise QueryRefused(f"“{side}:” is given twice: {dates[side]} and {date}. Give one date.")


def _is_or(token: re.Match[str]) -> bool:
    return (token["word"] or "").lower() == "or" and not token["minus"]


def _term(token: re.Match[str]) -> Term | None:
    """The term, if it holds a letter or figure at all."""
    words = token["word"] if token["phrase"] is None else token["phrase"]
    found = LETTER.search(words)
    return Term(words, bool(token["minus"]), token["phrase"] is not None) if found else None


def _check(query: Query) -> None:
    terms = list(query.terms)
    if len(terms) > MAX_TERMS:
        raise QueryRefused(f"These are {len(terms)} words; at most {MAX_TERMS} are searched for. Leave some out.")
    if not terms:
        raise QueryRefused("Give at least one word to search for; for dates alone there are “after” and “before”.")
    for terms_of_one in query.alternatives:
        if all(term.negated for term in terms_of_one):
            raise QueryRefused(
                f"“-{terms_of_one[0].words}” alone would find nearly everything: add a word that the article must have."
            )
