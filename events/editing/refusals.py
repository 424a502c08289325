"""How a verb ends: all rules checked before the answer, and a refusal in words instead of a server error."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from articles.history import because


class Refused(Exception):
    """A change that a rule forbids. `rule` names it; the message says what to do next. Nothing was written."""

    def __init__(self, rule: str, message: str) -> None:
        self.rule = rule
        super().__init__(message)


# What a person can do about a rule that the database kept.
ADVICE = {
    "report_confirmed_has_sentence": "A confirmed report needs at least one sentence as evidence: mark it first.",
    "span_stands_on_its_words": "The words of a mark are not in the text at its place: mark them again.",
    "text_keeps_its_spans": "The text changed under a mark: correct it by “Correct the text”, which moves the marks.",
    "evidence_fits_its_report": "Evidence names an actor or mention of another event: choose one of this event.",
    "evidence_is_given_once": "This stretch is evidence of this kind already.",
    "participation_role_is_legal": "This role is not legal for the event's type: see the codebook.",
    "participation_is_given_once": "The actor has this role already.",
    "attribution_cites_in_its_article": "The source is cited in another article: choose a citation of this one.",
    "report_is_one_of_event_and_article": "The article has a report of this event already: change that one.",
    "mention_is_one_of_its_place": "These words are a mention of this kind already.",
    "mode_belongs_to_type": "The mode belongs to another type: choose one of this type, or none.",
    "place_lies_in_no_circle": "A place cannot lie in itself: choose another parent.",
}


@contextmanager
def verb(*, by: User, right: str, reason: str = "") -> Iterator[None]:
    """One change by one person: her right, who and why in the history, all or nothing, every rule checked inside."""
    if not by.has_perm(right):
        raise PermissionDenied(f"{by.get_username()} has not the right {right}: ask an administrator for the role.")
    try:
        with transaction.atomic(), because(by=by, reason=reason):
            yield
            check_rules()
    except IntegrityError as error:
        raise refusal(error) from error


def check_rules() -> None:
    """Check every deferred rule now; further writes of the transaction are deferred again."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def refusal(error: IntegrityError) -> Refused:
    """What the database refused, in words."""
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or "database"
    said = getattr(diagnosis, "message_primary", None) or str(error)
    return Refused(rule, ADVICE.get(rule, f"The rule “{rule.replace('_', ' ')}” forbids this: {said}"))
