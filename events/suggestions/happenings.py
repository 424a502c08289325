"""From the acts of a sentence to its happenings.

Sayings take in what they say, light verbs take the type of their noun. A happening has up to three ranked types, a
status and a score; what stays below `ENOUGH` is dropped.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from articles.citations.word_list import word_list
from events.suggestions.acts import AHEAD, LASTS, Act
from events.suggestions.triggers import TypeGuess

ENOUGH = 0.5
MOST = 4  # happenings of one sentence
STATE, AGREE, REJECT = TypeGuess("X-STATE"), TypeGuess("AGREE"), TypeGuess("REJECT")
_DEEDS = ("ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "X-APPOINT", "X-DISASTER", "SANCTION", "PROTEST")
_TELLING = word_list("say tell state announce report write inform disclose reveal add explain recall estimate confirm")
_MINUS = {"weak": 0.18, "wish": 0.4}
_COMES_TO_BE = ("CONSULT", "X-APPOINT", "X-ECON", "MOBILIZE", "COOPERATE", "AID", "X-LEGISLATE")
_OWN_SUBJECTS = word_list("it he she they we")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that a sentence tells; `place` is the word that carries it."""

    place: int
    types: tuple[TypeGuess, ...]
    status: str
    score: float
    reason: str
    clause: tuple[int, int]
    passive: bool


def happenings(words: Sequence[str], acts: Sequence[Act], later_dates: Iterable[int]) -> list[Happening]:
    """What the acts of a sentence amount to, in their order; `later_dates` are words where "until D" begins."""
    told = list(_told(words, acts, list(later_dates)))
    best = sorted(told, key=lambda one: -one.score)[:MOST]
    return sorted(best, key=lambda one: one.place)


def _told(words: Sequence[str], acts: Sequence[Act], later_dates: list[int]) -> Iterator[Happening]:
    verbs = [act for act in acts if "noun" not in act.row.flags]
    nouns = [act for act in acts if "noun" in act.row.flags]
    absorbed: set[int] = set()
    for act in verbs:
        if act.content_of >= 0 and any(other.place == act.content_of for other in verbs):
            continue
        content = [other for other in verbs if other.content_of == act.place]
        noun = _noun_of(act, nouns) if "light" in act.row.flags else None
        if noun is not None:
            absorbed.add(noun.place)
        inner = {other.place: _noun_of(other, nouns) for other in content if "light" in other.row.flags}
        absorbed |= {found.place for found in inner.values() if found is not None}
        content = [replace(other, types=_own_types(other, inner.get(other.place))) for other in content]
        yield _happening(words, act, content, noun, later_dates)
    for noun in nouns:
        if noun.place not in absorbed and not any(_same_clause(noun, act) and act.score > 0.4 for act in verbs):
            yield _of_noun(words, noun)


def _own_types(act: Act, noun: Act | None) -> tuple[TypeGuess, ...]:
    return (*noun.types, *act.types) if noun is not None else act.types


def _noun_of(act: Act, nouns: Sequence[Act]) -> Act | None:
    near = [noun for noun in nouns if _same_clause(noun, act)]
    behind = [noun for noun in near if noun.place > act.place]
    ahead = [noun for noun in near if noun.place < act.place]
    if act.passive and ahead:
        return ahead[-1]
    return behind[0] if behind else ahead[-1] if ahead else None


def _same_clause(one: Act, other: Act) -> bool:
    return one.clause == other.clause or abs(one.place - other.place) <= 6


def _happening(
    words: Sequence[str], act: Act, content: Sequence[Act], noun: Act | None, later_dates: list[int]
) -> Happening:
    types, status = _types(words, act, content, noun), _status(words, act, noun, later_dates)
    score = act.score - sum(minus for flag, minus in _MINUS.items() if flag in act.row.flags)
    score -= 0.1 if "light" in act.row.flags and not noun else 0
    if act.negated:
        types, score = (REJECT, STATE, *types), score - 0.12
    told = next((other for other in content if "weak" not in other.row.flags), None)
    carrier = told if told is not None and types[0] == told.types[0] != act.types[0] else act
    if told is not None and told.tense == AHEAD and carrier is told and types[0].type in _COMES_TO_BE:
        status = "planned"
    if act.row.lemma == "deny" and types and types[0].type in _DEEDS:
        status = "denied"
    reason = (
        f"“{words[act.place]}”"
        + (f" of “{words[noun.place]}”" if noun else "")
        + (f", {act.reason}" if act.reason else "")
    )
    return Happening(carrier.place, _three(types), status, score, reason, carrier.clause, carrier.passive)


def _of_noun(words: Sequence[str], noun: Act) -> Happening:
    near = words[max(0, noun.place - 7) : noun.place + 9]
    ahead = any(word in ("will", "scheduled", "due", "planned", "set", "expected", "upcoming") for word in near)
    cancelled = any(word in ("cancelled", "canceled") for word in near)
    status = "cancelled" if cancelled else "planned" if ahead else "occurred"
    score = noun.score + (0.15 if ahead else 0)
    return Happening(noun.place, _three(noun.types), status, score, noun.reason, noun.clause, passive=False)


def _types(words: Sequence[str], act: Act, content: Sequence[Act], noun: Act | None) -> tuple[TypeGuess, ...]:
    if noun is not None:
        return (*noun.types, *act.types)
    strong = next((other for other in content if "weak" not in other.row.flags), None)
    if "speech" in act.row.flags:
        return _said(words, act, strong)
    if strong is not None and act.types[0].type in ("AGREE", "X-STATE") and strong.types[0].type == "CONSULT":
        return (strong.types[0], *act.types)
    return act.types


def _said(words: Sequence[str], act: Act, content: Act | None) -> tuple[TypeGuess, ...]:
    """What was said decides more than that it was said."""
    lemma = act.row.lemma
    if lemma == "deny":
        return _denied(act, content)
    if content is None:
        return _by_its_words(words, act)
    inner = content.types[0]
    if content.negated:
        return (REJECT, STATE, inner)
    if content.tense == AHEAD:
        if (inner.type == "CONSULT" and lemma in ("confirm", "announce")) or "light" in content.row.flags:
            return (inner, AGREE, STATE)
        own = _subject(words, content) in _OWN_SUBJECTS
        return (
            inner if inner.type in ("X-APPOINT", "SUPPORT", "X-ECON") and own else AGREE if own else STATE,
            *_rest(own, inner),
        )
    if lemma in ("report", "write", "estimate", "reveal", "disclose") and content.score >= 0.6:
        return (inner, STATE, TypeGuess("ACCUSE", "allege"))
    if lemma in _TELLING and inner.type in _DEEDS and content.score >= 0.6:
        return (inner, STATE, TypeGuess("ACCUSE", "allege"))
    return (STATE, inner, REJECT)


def _rest(own: bool, inner: TypeGuess) -> tuple[TypeGuess, ...]:
    return (AGREE, STATE, inner) if own else (AGREE, inner)


def _denied(act: Act, content: Act | None) -> tuple[TypeGuess, ...]:
    if content is not None and content.types[0].type in _DEEDS and content.tense != AHEAD:
        return (content.types[0], STATE, REJECT)
    return (STATE, REJECT, content.types[0] if content is not None else TypeGuess("ACCUSE"))


def _by_its_words(words: Sequence[str], act: Act) -> tuple[TypeGuess, ...]:
    behind = words[act.place + 1 : act.clause[1] + 12]
    if any(word in ("would", "will", "ready", "willing", "prepared") for word in behind):
        return (
            (STATE, REJECT, AGREE)
            if any(word in ("not", "no", "never", "nobody") for word in behind)
            else (STATE, AGREE, REJECT)
        )
    return act.types


def _subject(words: Sequence[str], act: Act) -> str:
    return next(
        (words[place] for place in range(act.place - 1, max(-1, act.place - 4), -1) if words[place] in _OWN_SUBJECTS),
        "",
    )


def _status(words: Sequence[str], act: Act, noun: Act | None, later_dates: list[int]) -> str:
    flags = act.row.flags
    if "cancelled" in flags:
        return "cancelled"
    if act.row.lemma in ("postpone", "delay", "put", "defer", "adjourn", "reschedule") and "planned" in flags:
        return "planned" if any(act.place < place <= act.place + 6 for place in later_dates) else "cancelled"
    if "planned" in flags or act.tense == AHEAD:
        return "planned"
    if "proposed" in flags:
        return "proposed"
    return "ongoing" if act.tense == LASTS else "occurred"


def _three(types: Iterable[TypeGuess]) -> tuple[TypeGuess, ...]:
    kept: list[TypeGuess] = []
    for guess in types:
        if all(guess.type != other.type for other in kept):
            kept.append(guess)
    return tuple(kept[:3])
