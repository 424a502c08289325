"""What editors do with suggestions: the verbs that record it, and what is still to be decided."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article
from articles.text import occurrences
from articles.verbs import Refused, verb
from events.editing.marks import WrongWords, mention
from events.editing.names import add_variants
from events.editing.reviewing import ANNOTATE
from events.lexicon import lexicon_of_rows
from events.models import Actor, Mention, Outcome, Place, SuggestionDecision
from events.suggestions.candidate import Candidate
from events.suggestions.lexicon import Lexicon
from events.suggestions.suggest import suggest

NAMES = ("actor", "place")
KEPT = 64  # articles a process has open at a time, some 100 kB each


@dataclass(frozen=True)
class Suggested:
    """A suggestion as a browser or program sends it back; `trigger` is where an event's trigger begins, else None."""

    kind: str
    start: int
    end: int
    quote: str
    recogniser: str
    trigger: int | None = None

    @classmethod
    def of(cls, candidate: Candidate) -> "Suggested":
        """What identifies a candidate."""
        trigger = candidate.value["trigger"] if candidate.kind == "event" else None
        return cls(
            candidate.kind,
            candidate.start,
            candidate.end,
            candidate.quote,
            candidate.recogniser,
            trigger[0] if trigger else None,
        )


def computed(article: Article, lexicon: Lexicon | None = None) -> list[Candidate]:
    """All that the rules read in the article, in order of the text."""
    return list(_suggested(article.text, article.issue.date, lexicon or lexicon_of_rows()))


@lru_cache(maxsize=KEPT)
def _suggested(text: str, issued: str, lexicon: Lexicon) -> tuple[Candidate, ...]:
    """Kept while text, date and names are the same: an article is asked for again after every decision."""
    return tuple(suggest(text, issued, lexicon))


def undecided(article: Article, found: Iterable[Candidate] | None = None) -> list[Candidate]:
    """The suggestions for the article about which nobody has decided, in order of the text."""
    decided = set(article.suggestion_decisions.values_list("kind", "quote", "occurrence", "trigger"))
    all_found = computed(article) if found is None else found
    return [one for one in all_found if _key(article.text, Suggested.of(one)) not in decided]


def decide(
    article: Article, suggested: Suggested, *, outcome: str, by: User, at: datetime | None = None
) -> SuggestionDecision:
    """Record the outcome; a later decision about the same words takes the place of an earlier one."""
    if outcome not in Outcome.values:
        raise Refused(
            "suggestion_outcome_is_known", f"A suggestion is {', '.join(Outcome.values)}: choose one of these."
        )
    with verb(by=by, right=ANNOTATE):
        text = Article.locked(article.pk).text
        kind, quote, occurrence, trigger = _key(text, suggested)
        name, _, version = suggested.recogniser.partition("/")
        values = {"outcome": outcome, "by": by, "at": at or timezone.now(), "recogniser": name, "version": version}
        row, _ = SuggestionDecision.objects.update_or_create(
            article=article, kind=kind, quote=quote, occurrence=occurrence, trigger=trigger, defaults=values
        )
    return row


def decide_all(article: Article, all_suggested: list[Suggested], *, outcome: str, by: User) -> int:
    """The same outcome for several suggestions at once, all or none; how many."""
    with verb(by=by, right=ANNOTATE):
        for suggested in all_suggested:
            decide(article, suggested, outcome=outcome, by=by)
    return len(all_suggested)


def undecide(article: Article, all_suggested: Iterable[Suggested], *, by: User) -> int:
    """Take decisions back: the suggestions come again, and names go that no report rests on; how many were decided."""
    with verb(by=by, right=ANNOTATE):
        text = Article.locked(article.pk).text
        return sum(_undecide(article, suggested, text) for suggested in all_suggested)


def _undecide(article: Article, suggested: Suggested, text: str) -> int:
    key = zip(("kind", "quote", "occurrence", "trigger"), _key(text, suggested), strict=True)
    decisions = article.suggestion_decisions.filter(**dict(key))
    was_taken = decisions.exclude(outcome=Outcome.REJECTED).exists()
    decided, _ = decisions.delete()
    if was_taken and suggested.kind in NAMES:
        words = {"kind": suggested.kind, "start": suggested.start, "end": suggested.end}
        article.mentions.filter(**words, evidence__isnull=True).delete()
    return decided


def accept_name(
    article: Article,
    suggested: Suggested,
    *,
    names: Actor | Place,
    by: User,
    reading: str = "entity",
    edited: bool = False,
) -> Mention:
    """Say that the words name the row: a mention is made, and a spelling the row did not have becomes a variant.

    The words of a metonym are no name of the government and teach nothing.
    """
    if suggested.kind not in NAMES:
        raise Refused("suggestion_names_somebody", f"A {suggested.kind} names nobody: accept it by its own verb.")
    with verb(by=by, right=ANNOTATE):
        made = mention(article, suggested.start, suggested.end, suggested.quote, names=names, by=by, reading=reading)
        if reading == "entity" and _teaches(names, suggested.quote):
            add_variants(names, [" ".join(suggested.quote.split())], by=by)
        decide(article, suggested, outcome=Outcome.EDITED if edited else Outcome.ACCEPTED, by=by)
    return made


def _teaches(names: Actor | Place, quote: str) -> bool:
    """A phrase such as “Russian officials” and a bare surname name somebody in this article only."""
    if isinstance(names, Place):
        return True
    if names.kind == "state":
        return quote[:1].isupper() and quote.rpartition(" ")[2][:1].isupper()
    return names.kind != "person" or " " in quote.strip()


def _key(text: str, suggested: Suggested) -> tuple[str, str, int, int]:
    """What stays the same as long as the words stand: kind, quote, how many times before, trigger within."""
    start, end, quote = suggested.start, suggested.end, suggested.quote
    if not 0 <= start < end <= len(text) or text[start:end] != quote:
        raise WrongWords(quote, text[max(0, start) : max(0, end)])
    trigger = suggested.trigger - start if suggested.trigger is not None else 0
    return suggested.kind, quote, occurrences(text, quote).index(start), max(0, trigger)


def figures() -> list[dict[str, Any]]:
    """Of each recogniser and version: counts of decisions and the share that was accepted as it was or with changes."""
    rows = list(SuggestionDecision.objects.figures())
    return [{**row, "share": (row["accepted"] + row["edited"]) / row["all"]} for row in rows]
