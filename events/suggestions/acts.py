"""The acts of one sentence: verbs and nouns of the trigger table, with what grammar says of each.

A sentence is read once from left to right. Commas, semicolons, "that", "if" and the words before a verb decide whether
the verb tells a happening, the content of a saying, a plan, a wish or a condition. No parser: a few words on either
side are enough in this genre, and where they are not, the act gets a low score.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from events.suggestions.grammar_words import (
    ADVERBS,
    AFTER_PRESENT,
    AHEAD_GOVERNORS,
    BE,
    CONDITIONS,
    DETERMINERS,
    HAVE,
    MAY,
    NOUNS_TOO,
    PRONOUNS,
    SCHEDULE,
    WILL,
)
from events.suggestions.triggers import Row, Triggers, TypeGuess
from events.suggestions.verb_forms import BASE, GERUND, PARTICIPLE, PAST, PRESENT

FARTHEST_HELPER = 6  # words before a verb
HAPPENED, LASTS, AHEAD, DENIED, NOT = "happened", "lasts", "ahead", "denied", "not"


@dataclass(frozen=True, slots=True)
class Act:
    """One verb or noun that carries an act; places count the words of the sentence."""

    place: int
    row: Row
    tense: str
    score: float
    reason: str
    content_of: int = -1  # the place of the saying whose content this is
    types: tuple[TypeGuess, ...] = ()
    clause: tuple[int, int] = (0, 0)
    negated: bool = False
    passive: bool = False
    modal: str = ""


def find_acts(words: Sequence[str], capital: Sequence[bool], quoted: Sequence[bool], table: Triggers) -> list[Act]:
    """The acts in these words (lower case), those inside quotation marks left out."""
    return _Walk(words, capital, quoted, table).acts()


class _Walk:
    def __init__(self, words: Sequence[str], capital: Sequence[bool], quoted: Sequence[bool], table: Triggers) -> None:
        self.words, self.capital, self.quoted, self.table = words, capital, quoted, table
        self.saying = -1  # the place of the saying whose content is being read
        self.condition = False
        self.found: list[Act] = []
        self.clauses = _clauses(words)

    def acts(self) -> list[Act]:
        for place, word in enumerate(self.words):
            self._border(place, word)
            if self.quoted[place] or (self.capital[place] and place > 0):
                continue
            act = self._verb(place, word)
            if act is not None:
                self.found.append(act)
                if self._content_follows(place, act.row):
                    self.saying = place
        return self.found + self._nouns()

    def _border(self, place: int, word: str) -> None:
        if word in (";", ":", "–", "—") or (word in ("and", "but") and self._new_start(place)):
            self.saying, self.condition = -1, False
        elif word == "," and self.condition:
            self.condition = False
        elif word in CONDITIONS and (word != "should" or self._is_inverted(place)):
            self.condition = True

    def _new_start(self, place: int) -> bool:
        """A conjunction before a finite verb goes on with the main clause."""
        following = place + 1
        while following < len(self.words) and (
            self.words[following] in ADVERBS or self.words[following].endswith("ly")
        ):
            following += 1
        kinds = self._kinds(following)
        return bool(kinds & {PAST, PRESENT}) and BASE not in kinds

    def _is_inverted(self, place: int) -> bool:
        return place + 1 < len(self.words) and (self.capital[place + 1] or self.words[place + 1] in PRONOUNS)

    def _kinds(self, place: int) -> frozenset[str]:
        if not 0 <= place < len(self.words):
            return frozenset()
        return frozenset(kind for _, kinds in self.table.verbs.get(self.words[place], ()) for kind in kinds)

    def _content_follows(self, place: int, row: Row) -> bool:
        """ "said … that", "said it would", but not "said in Minsk on Friday"."""
        ahead = self.words[place + 1 : place + (14 if "speech" in row.flags else 8)]
        for word in ahead:
            if word in (";", ".", ":"):
                return False
            if word == "that":
                return True
        following = self.words[place + 1 : place + 2] if "speech" in row.flags else []
        return bool(following) and (following[0] in PRONOUNS or following[0] == "the" or self.capital[place + 1])

    def _verb(self, place: int, word: str) -> Act | None:
        rows = self.table.verbs.get(word)
        if not rows:
            return None
        clause = self._clause_of(place)
        beside = self._beside(place, clause)
        after = list(self.words[place + 1 : place + 6])
        fitting = next(((row, kinds) for row, kinds in rows if row.fits(after, beside)), None)
        if fitting is None:
            return None
        row, kinds = fitting
        return self._in_grammar(Act(place, row, HAPPENED, 0.7, "", types=row.types, clause=clause), kinds)

    def _beside(self, place: int, clause: tuple[int, int]) -> set[str]:
        """The words of the clause but for the verb and for names, with a sign for a name behind the verb."""
        beside = {self.words[at] for at in range(*clause) if at != place and not (self.capital[at] and at > 0)}
        return beside | {"^"} if any(self.capital[place + 1 : place + 5]) else beside

    def _clause_of(self, place: int) -> tuple[int, int]:
        return next(clause for clause in self.clauses if clause[0] <= place < clause[1])

    def _in_grammar(self, act: Act, kinds: frozenset[str]) -> Act | None:
        before, negated = self._before(act.place)
        helper = self.words[before] if before >= 0 else ""
        act = replace(act, negated=negated, content_of=self.saying)
        if self.condition:
            return None
        if PARTICIPLE in kinds and helper in BE:
            return self._passive(act, before)
        if PARTICIPLE in kinds and helper in HAVE:
            return self._perfect(act, before)
        if PAST in kinds:
            return self._past(act, before, kinds)
        if PRESENT in kinds:
            return self._present(act, before)
        if BASE in kinds:
            return self._base(act, before)
        return self._going_on(act, before) if GERUND in kinds else None

    def _before(self, place: int) -> tuple[int, bool]:
        """The last word before the verb that is no adverb, and whether a negation stands between."""
        negated, place, floor = False, place - 1, place - FARTHEST_HELPER
        while place >= max(0, floor) and (
            self.words[place] in ADVERBS or (self.words[place].endswith("ly") and self.words[place] != "july")
        ):
            if self.words[place] in ("been", "have"):
                return place, negated
            negated = negated or self.words[place] in ("not", "never")
            place -= 1
        return place, negated

    def _passive(self, act: Act, before: int) -> Act | None:
        act = replace(act, passive=True)
        helper = self.words[before]
        if helper == "be":
            return self._base(act, self._before(before)[0])
        if helper == "been":
            perfect, negated = self._before(before)
            return self._perfect(replace(act, negated=act.negated or negated), perfect)
        tense = LASTS if helper == "being" else HAPPENED
        present = helper in ("is", "are")
        if present and "planned" in act.row.flags:
            return replace(act, tense=AHEAD, score=0.6, reason="it is arranged")
        return replace(act, tense=tense, score=0.45 if present else 0.7, reason="passive")

    def _perfect(self, act: Act, before: int) -> Act | None:
        helper = self.words[before] if before >= 0 else ""
        if helper not in HAVE:
            return replace(act, score=0.4, reason="participle") if helper else None
        governor = self.words[self._before(before)[0]] if before > 0 else ""
        if governor in MAY or governor in WILL:
            return None
        if governor == "to" and self._was_to(before):
            return None
        return replace(act, score=0.72, reason="perfect tense", tense=HAPPENED)

    def _was_to(self, place: int) -> bool:
        """ "was to have visited": it did not come about."""
        return any(word in ("was", "were") for word in self.words[max(0, place - 3) : place])

    def _past(self, act: Act, before: int, kinds: frozenset[str]) -> Act | None:
        helper = self.words[before] if before >= 0 else ""
        following = self.words[act.place + 1] if act.place + 1 < len(self.words) else ""
        if helper == "'s":
            if not self._object_follows(act.place):
                return None
        elif helper in DETERMINERS and not self._is_subject(before):
            return None
        if helper in WILL or helper in MAY or helper == "to":
            return self._base(act, before) if BASE in kinds else None
        if following == "by" and not self._measured(act.place):
            return replace(act, score=0.35, reason="participle with “by”", passive=True)
        if helper == "not":
            return None
        return replace(act, score=0.72, reason="past tense")

    def _is_subject(self, place: int) -> bool:
        return place == 0 and self.words[0] in ("some", "many", "several", "few", "most", "all", "others")

    def _measured(self, place: int) -> bool:
        """ "rose by 17 percent", "spoke by telephone": no agent behind "by"."""
        following = self.words[place + 2] if place + 2 < len(self.words) else ""
        return following in ("telephone", "phone", "a", "half", "some", "about", "nearly") or following.isdigit()

    def _object_follows(self, place: int) -> bool:
        following = self.words[place + 1] if place + 1 < len(self.words) else ""
        return following in ("the", "a", "an", "its", "his", "their") or self.capital[place + 1 : place + 2] == [True]

    def _present(self, act: Act, before: int) -> Act | None:
        helper = self.words[before] if before >= 0 else ""
        following = self.words[act.place + 1] if act.place + 1 < len(self.words) else ""
        joined = helper in ("and", ",") and following in ("that", "to", "the", "a", "on")
        if (not helper or helper in DETERMINERS or helper in ("and", "or", ",")) and not joined:
            return None
        named = self.capital[before] or helper in PRONOUNS or helper == ")"
        if not named and following not in AFTER_PRESENT:
            return None
        if self.words[act.place] in NOUNS_TOO and following not in AFTER_PRESENT and not self.capital[act.place + 1]:
            return None
        if act.row.lemma in SCHEDULE:
            return replace(act, tense=AHEAD, score=0.55, reason="present tense of a timetable")
        return replace(act, tense=HAPPENED, score=0.6, reason="present tense")

    def _base(self, act: Act, before: int) -> Act | None:
        helper = self.words[before] if before >= 0 else ""
        if helper == "to":
            return self._infinitive(act, self._before(before)[0])
        if helper in WILL:
            return replace(act, tense=AHEAD, score=0.5, reason=f"“{helper}”", modal=helper)
        if helper in MAY:
            return replace(act, tense=AHEAD, score=0.15, reason=f"“{helper}”", modal=helper)
        if helper in ("do", "does", "did"):
            return replace(act, score=0.1 if act.negated else 0.7, reason=f"“{helper}”")
        plural = before >= 0 and (
            helper in ("they", "who") or self.capital[before] or (helper.endswith("s") and helper not in DETERMINERS)
        )
        following = self.words[act.place + 1] if act.place + 1 < len(self.words) else ""
        if (plural and following in AFTER_PRESENT - {"on", "into"}) or (
            before >= 0 and helper in ("and", "both") and following == "to"
        ):
            return replace(act, score=0.55, reason="present tense")
        return None

    def _infinitive(self, act: Act, governor: int) -> Act | None:
        word = self.words[governor] if governor >= 0 else ""
        if word in ("is", "are", "was", "were", "be"):
            return replace(act, tense=AHEAD, score=0.6, reason=f"“{word} to”", modal="to")
        if word in AHEAD_GOVERNORS and not self.quoted[governor]:
            arranged = self.table.verbs.get(word) and any(found.place == governor for found in self.found)
            score = 0.35 if arranged else 0.55
            return replace(act, tense=AHEAD, score=score, reason=f"“{word} to”", modal="to")
        if word in ("continues", "continue", "continued", "began", "begun", "started", "went", "came"):
            return replace(
                act, tense=LASTS if word.startswith("contin") else HAPPENED, score=0.65, reason=f"“{word} to”"
            )
        return None

    def _going_on(self, act: Act, before: int) -> Act | None:
        helper = self.words[before] if before >= 0 else ""
        if helper in ("is", "are", "was", "were", "been"):
            return replace(act, tense=LASTS, score=0.55, reason="progressive")
        return None

    def _nouns(self) -> list[Act]:
        """Nouns that carry an act; weak on their own."""
        found, taken = [], {act.place for act in self.found}
        for place, word in enumerate(self.words):
            rows = self.table.nouns.get(word)
            if not rows or place in taken or self.quoted[place] or (self.capital[place] and place > 0):
                continue
            clause = self._clause_of(place)
            row = next((row for row in rows if row.fits([], self.words[clause[0] : clause[1]])), None)
            if row is not None:
                found.append(Act(place, row, HAPPENED, 0.3, f"the noun “{word}”", types=row.types, clause=clause))
        return found


def _clauses(words: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches between semicolons, dashes, and commas or conjunctions that start a clause of their own."""
    borders = [0]
    for place, word in enumerate(words):
        following = words[place + 1] if place + 1 < len(words) else ""
        starts = word in (";", ":", "–", "—") or (
            word == "," and following in ("and", "but", "which", "who", "whom", "where", "while", "after", "when", "a")
        )
        if starts:
            borders.append(place + 1)
    borders.append(len(words))
    return [(first, last) for first, last in pairwise(borders) if first < last] or [(0, 1)]
