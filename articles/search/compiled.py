"""A query as the database's own: every word folded as in the rows, every name with those that mean the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import connection

from articles.search.query import Query, QueryRefused, Term, read_query
from articles.search.variants import MOST_WORDS, keys_of, same_names

PHRASE = "phraseto_tsquery('monitor_en', search_fold(%s))"
EMPTY = (
    "Words such as “the” and “of” stand in every text and are not searched for: add one that says what you look for."
)
ALMOST_ALL = "This asks for what an article must not have, and would find nearly all: add a word that it must have."


@dataclass(frozen=True)
class Compiled:
    """A query to be matched with `search @@ tsquery`; `names` says for which words others were searched as well."""

    tsquery: str
    query: Query
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)


def compiled(text: str) -> Compiled:
    """What `text` asks of the search rows. Raises QueryRefused."""
    query = read_query(text)
    names = _names_in(query)
    used: dict[str, Sequence[str]] = {}
    parts: list[str] = []
    words: list[str] = []
    for alternative in query.alternatives:
        units = list(_units(alternative, names, used))
        parts.append(" && ".join(_any_of(spellings, negated) for spellings, negated in units))
        words += [spelling for spellings, _ in units for spelling in spellings]
    return Compiled(_made(" || ".join(f"({part})" for part in parts), words), query, used)


def _names_in(query: Query) -> dict[str, Sequence[str]]:
    """For each run of words that is a name of several, all of its names."""
    runs = {words for terms in query.alternatives for start in range(len(terms)) for words, _ in _runs(terms, start)}
    keys = keys_of(runs)
    same = same_names(set(keys.values()))
    return {words: same[key] for words, key in keys.items() if key in same}


def _runs(terms: Sequence[Term], start: int) -> Iterator[tuple[str, int]]:
    """Words from `start` on that may be one name, the longest first, with their number. Quoted ones are as they are."""
    first = terms[start]
    if first.quoted:
        return
    most = 1
    while most < MOST_WORDS and not first.negated and start + most < len(terms):
        if terms[start + most].quoted or terms[start + most].negated:
            break
        most += 1
    for count in range(most, 0, -1):
        yield " ".join(term.words for term in terms[start : start + count]), count


def _units(
    terms: Sequence[Term], names: Mapping[str, Sequence[str]], used: dict[str, Sequence[str]]
) -> Iterator[tuple[Sequence[str], bool]]:
    """What an article must have, or must not: any of these spellings."""
    start = 0
    while start < len(terms):
        words, count = next((run for run in _runs(terms, start) if run[0] in names), ("", 1))
        if words:
            used[words] = names[words]
        yield names.get(words, [terms[start].words]), terms[start].negated
        start += count


def _any_of(spellings: Sequence[str], negated: bool) -> str:
    either = f"({' || '.join([PHRASE] * len(spellings))})"
    return f"!! {either}" if negated else either


def _made(expression: str, words: Sequence[str]) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT q::text, querytree(q) FROM (SELECT {expression}) made (q)", words)
        tsquery, indexed = cursor.fetchone()
    if not tsquery:
        raise QueryRefused(EMPTY)
    if indexed == "T":
        raise QueryRefused(ALMOST_ALL)
    return str(tsquery)
