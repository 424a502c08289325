"""Marks on the words of an article: mentions, and the evidence of reports."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from articles.models import Article, SpanState
from articles.models.span import Span
from articles.verbs import Refused, verb
from events.editing.reviewing import ANNOTATE
from events.models import Actor, Evidence, EvidenceKind, Mention, MentionKind, Participation, Place, Report


class WrongWords(Refused):
    """The text reads otherwise where a mark was put; `actual` is what stands there."""

    def __init__(self, quote: str, actual: str) -> None:
        self.actual = actual
        super().__init__(
            "span_stands_on_its_words",
            f"The mark quotes “{quote[:80]}”, but the text reads “{actual[:80]}” there: mark anew.",
        )


@dataclass(frozen=True)
class Words:
    """Words of the article that carry a report: half-open, in code points.

    Of a participant `actor` and `role` name the part; `names` is the row that the words name (none for a phrase such
    as “the two ministers”), `reading` how they mean it. `is_flagged` leaves a flag as it stands.
    """

    kind: str
    start: int
    end: int
    quote: str
    actor: Actor | None = None
    role: str = ""
    names: Actor | Place | None = None
    reading: str = "entity"
    is_flagged: bool = False


def mention(
    article: Article, start: int, end: int, quote: str, *, names: Actor | Place, by: User, reading: str = "entity"
) -> Mention:
    """Say whom or what the words name; the mention that says so already is given back."""
    with verb(by=by, right=ANNOTATE):
        return take_mention(Article.locked(article.pk), start, end, quote, names, reading)


def change_mention(
    row: Mention, *, by: User, names: Actor | Place, reading: str = "entity", revision: int | None = None
) -> Mention:
    """Let the words name another row, or be read otherwise; flagged words are right from now on."""
    with verb(by=by, right=ANNOTATE):
        article = Article.locked(row.article_id)
        current = Mention.locked(row.pk, revision=revision)
        _confirm_place(current, article)
        current.kind, current.reading = _kind_of(names), reading
        current.actor = names if isinstance(names, Actor) else None
        current.place = names if isinstance(names, Place) else None
        current.save()
    return current


def remove_mention(row: Mention, *, by: User, revision: int | None = None) -> None:
    """Say no longer that the words name somebody; refused where a report rests on it."""
    with verb(by=by, right=ANNOTATE):
        Article.locked(row.article_id)
        current = Mention.locked(row.pk, revision=revision)
        if current.evidence.exists():
            raise Refused(
                "mention_carries_no_report", f"A report names “{current.quote[:80]}”: remove its words first."
            )
        current.delete()


def take_mention(article: Article, start: int, end: int, quote: str, names: Actor | Place, reading: str) -> Mention:
    """The mention of these words, made where there is none; other words or another row under them are refused."""
    kind = _kind_of(names)
    there = Mention.objects.filter(article=article, start=start, end=end, kind=kind).first()
    if there is None:
        made = Mention(article=article, kind=kind, reading=reading, **{kind: names})
        place_on(made, article, start, end, quote)
        made.save()
        return made
    named = there.actor if kind == MentionKind.ACTOR else there.place
    if named != names or there.reading != reading:
        raise Refused(
            "mention_is_one_of_its_place", f"“{quote[:80]}” names {named} already: change that mention first."
        )
    return there


def set_evidence(report: Report, words: Iterable[Words]) -> None:
    """Let these be the words that carry the report; equal ones keep their row, orphans stay."""
    wanted = {_key(one): one for one in words}
    for stored in report.evidence.anchored().select_related("participation", "mention__actor", "mention__place"):
        one = wanted.get(_key_of(stored))
        if one is None or not _names_as(stored, one):
            stored.delete()
        else:
            wanted.pop(_key_of(stored))
            if not one.is_flagged and _confirm_place(stored, report.article):
                stored.save(update_fields=["state", "prefix", "suffix", "text_version"])
    for one in wanted.values():
        _add(report, one)


def place_on(span: Span, article: Article, start: int, end: int, quote: str) -> None:
    """Put a mark on words of the text as it is now; refused where they are not the ones quoted."""
    actual = article.text[max(start, 0) : max(end, 0)]
    if not 0 <= start < end or actual != quote:
        raise WrongWords(quote, actual)
    span.place_on(article.text, start, end, version=article.text_version)


def _add(report: Report, words: Words) -> None:
    article = report.article
    named = None
    if words.names is not None:
        named = take_mention(article, words.start, words.end, words.quote, words.names, words.reading)
    evidence = Evidence(
        report=report, article=article, kind=words.kind, participation=_part(report, words), mention=named
    )
    place_on(evidence, article, words.start, words.end, words.quote)
    evidence.save()


def _part(report: Report, words: Words) -> Participation | None:
    """The participation that the words name: the report's claim where it makes one, else the event's own."""
    if words.kind != EvidenceKind.PARTICIPANT:
        return None
    claimed = report.claimed_participations.all()
    parts = claimed if claimed.exists() else report.event.participations.of_event_itself()
    part = parts.filter(actor=words.actor, role=words.role).first()
    if part is None:
        raise Refused("evidence_participant_names_participation", f"{words.actor} is no {words.role} of the event.")
    return part


def _confirm_place(span: Span, article: Article) -> bool:
    """Marking flagged words again says that they are right; whether they were flagged."""
    flagged = span.state == SpanState.CHECK
    if flagged:
        place_on(span, article, span.start or 0, span.end or 0, span.quote)
    return flagged


def _key(words: Words) -> tuple[object, ...]:
    return words.kind, words.start, words.end, words.quote, words.actor.pk if words.actor else None, words.role


def _key_of(evidence: Evidence) -> tuple[object, ...]:
    part = evidence.participation
    who = (part.actor_id, part.role) if part else (None, "")
    return evidence.kind, evidence.start, evidence.end, evidence.quote, *who


def _names_as(evidence: Evidence, words: Words) -> bool:
    """Whether the stored words name the same row in the same sense, or none as these."""
    named = evidence.mention
    if named is None or words.names is None:
        return named is None and words.names is None
    return (named.actor or named.place) == words.names and named.reading == words.reading


def _kind_of(row: Actor | Place) -> str:
    return MentionKind.ACTOR.value if isinstance(row, Actor) else MentionKind.PLACE.value
