from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import MD5

from articles.correction import Corrected
from articles.history import tracked
from articles.models.article import Article
from articles.models.row import Row
from articles.rights import may_read_hidden
from articles.text import occurrences
from articles.text_change import Moves
from articles.text_change import Outcome as WordsOutcome


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", "Accepted as it was"
    EDITED = "edited", "Accepted with changes"
    REJECTED = "rejected", "Rejected"


class SuggestionDecisionQuerySet(models.QuerySet["SuggestionDecision"]):
    def public(self) -> "SuggestionDecisionQuerySet":
        """None: suggestions are work on the way."""
        return self.none()

    def visible_to(self, user: Any) -> "SuggestionDecisionQuerySet":
        return self.all() if may_read_hidden(user) else self.none()

    def on_words(self) -> "SuggestionDecisionQuerySet":
        """Those whose words still stand in the text."""
        return self.exclude(occurrence=None)

    def figures(self) -> "models.QuerySet[SuggestionDecision, dict[str, Any]]":
        """How often each recogniser, version by version, was accepted, edited and rejected."""
        counts = {outcome: Count("pk", filter=Q(outcome=outcome)) for outcome in Outcome.values}
        return (
            self.order_by("recogniser", "version").values("recogniser", "version").annotate(**counts, all=Count("pk"))
        )


@tracked()
class SuggestionDecision(Row):
    """What an editor did with a suggestion in an article; the suggestion itself is computed and not stored.

    Made at the first decision; another decision about the same words changes it. The words are known by their quote
    and how many times it stands before them; a correction counts again, so that a decision stays with its words. Where
    the words are gone or changed it is about nothing any more, and kept as what somebody once decided.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="suggestion_decisions")
    recogniser = models.CharField(max_length=40, help_text="Which rules suggested it.")
    version = models.CharField(max_length=20, help_text="Their version.")
    kind = models.CharField(max_length=15, help_text="What was suggested, such as time or event.")
    quote = models.TextField(help_text="The words on which it stood.")
    occurrence = models.PositiveIntegerField(
        default=0,
        null=True,
        help_text="How often the words stand in the text before these; empty where they do not stand there any more.",
    )
    trigger = models.PositiveIntegerField(
        default=0, help_text="Of an event: where its trigger begins in the quote, as a sentence may tell several."
    )
    outcome = models.CharField(max_length=8, choices=Outcome)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SuggestionDecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                "article", "kind", MD5("quote"), "occurrence", "trigger", name="suggestion_is_decided_once"
            ),
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="suggestion_outcome_is_known"),
            models.CheckConstraint(condition=~Q(quote=""), name="suggestion_decision_has_quote"),
            models.CheckConstraint(
                condition=~Q(recogniser="") & ~Q(version="") & ~Q(kind=""), name="suggestion_decision_names_its_rules"
            ),
        ]
        indexes = [
            models.Index(fields=["recogniser", "version", "outcome"], name="suggestion_decision_figures"),
            models.Index(fields=["-at", "-id"], name="suggestion_decision_newest"),  # the admin's list
        ]

    def __str__(self) -> str:
        return f"{self.kind} “{self.quote[:40]}” {self.outcome}"

    @classmethod
    def corrected(cls, article: Article, moves: Moves, *, write: bool) -> Corrected:
        """Stay with the same words, wherever they stand in `moves.new` and however often before."""
        if write:
            places = [(row, row._place_in(moves.old)) for row in cls.objects.filter(article=article).on_words()]
            moved = [(row, moves.move(start, start + len(row.quote))) for row, start in places]
            kept = [(row, new.start if new.outcome == WordsOutcome.MOVED else None) for row, new in moved]
            cls._stand(kept, moves.new)
        return Corrected()

    @classmethod
    def parted(cls, article: Article, rest: Article, at: int) -> None:
        """Go along where the text from `at` on becomes the article `rest`."""
        rows = [(row, row._place_in(article.text)) for row in cls.objects.filter(article=article).on_words()]
        cls._stand([(row, start - at) for row, start in rows if start >= at], rest.text, article=rest)

    @classmethod
    def joined(cls, first: Article, second: Article, offset: int) -> None:
        """Go along where the text of `second` now stands in `first`, from `offset` on."""
        rows = [(row, row._place_in(second.text)) for row in cls.objects.filter(article=second).on_words()]
        cls._stand([(row, start + offset) for row, start in rows], first.text, article=first)

    def _place_in(self, text: str) -> int:
        """Where the words begin."""
        return occurrences(text, self.quote)[self.occurrence or 0]

    @classmethod
    def _stand(
        cls, placed: Iterable[tuple["SuggestionDecision", int | None]], text: str, *, article: Article | None = None
    ) -> None:
        """Each row counts anew. All that change step aside first, since two may change places."""
        counted = [(row, None if start is None else occurrences(text, row.quote).index(start)) for row, start in placed]
        changed = [(row, count) for row, count in counted if article or count != row.occurrence]
        cls.objects.filter(pk__in=[row.pk for row, _ in changed]).update(occurrence=None)
        for row, count in changed:
            row.occurrence, row.article = count, article or row.article
            row.save(update_fields=["occurrence", "article"])
