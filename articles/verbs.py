"""How a verb runs: the right asked, all or nothing, every rule checked before the answer, a refusal in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from articles.history import because


class Refused(Exception):
    """A change that a rule forbids. `rule` names it; the message says what to do next. Nothing was written."""

    def __init__(self, rule: str, message: str) -> None:
        self.rule = rule
        super().__init__(message)


@contextmanager
def verb(*, by: User, right: str, reason: str = "") -> Iterator[None]:
    """One change by one person; who and why go into the history."""
    if not by.has_perm(right):
        raise PermissionDenied(f"{by.get_username()} has not the right {right}: ask an administrator for the role.")
    try:
        with transaction.atomic(), because(by=by, reason=reason):
            yield
            check_rules()
    except IntegrityError as error:
        raise refusal(error) from error


# The public revision is no rule: its number is taken when the transaction ends, so it is asked for once more.
CHECK = """
    SET LOCAL monitor.checking_rules = 'on';
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
    SET LOCAL monitor.checking_rules = 'off';
    UPDATE articles_publicrevision SET asked = asked + 1
    WHERE id = nullif(current_setting('monitor.public_revision', true), '')::bigint;
"""


def check_rules() -> None:
    """Check every deferred rule now; further writes of the transaction are deferred again."""
    with connection.cursor() as cursor:
        cursor.execute(CHECK)


def refusal(error: IntegrityError) -> Refused:
    """What the database refused, in words: the advice that the app of the rule gives, else what the database said."""
    diagnosis = getattr(error.__cause__, "diag", None)
    rule = getattr(diagnosis, "constraint_name", None) or "database"
    said = getattr(diagnosis, "message_primary", None) or str(error)
    return Refused(rule, advice(rule) or f"The rule “{rule.replace('_', ' ')}” forbids this: {said}")


def advice(rule: str) -> str:
    """What a person can do about a rule, as the apps' configurations tell; empty where none does."""
    told = (getattr(config, "advice", {}).get(rule, "") for config in apps.get_app_configs())
    return next(filter(None, told), "")
