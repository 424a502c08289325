from typing import Any

from django.contrib.auth.models import User
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import MD5

from articles.history import tracked
from articles.models.article import Article
from articles.models.row import Row
from articles.rights import may_read_hidden


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
    and how many times it stands before them, so that a decision outlives a correction elsewhere in the text.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="suggestion_decisions")
    recogniser = models.CharField(max_length=40, help_text="Which rules suggested it.")
    version = models.CharField(max_length=20, help_text="Their version.")
    kind = models.CharField(max_length=15, help_text="What was suggested, such as time or event.")
    quote = models.TextField(help_text="The words on which it stood.")
    occurrence = models.PositiveIntegerField(default=0, help_text="How often the words stand in the text before these.")
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
