"""The list of everything that `manage.py verify` looks at, the guards first: without them the rest holds by luck."""

from monitor.verifying import (
    authorities,
    dates,
    derived,
    evidence,
    guards,
    history,
    public_changes,
    search,
    texts,
    visibility,
)
from monitor.verifying.check import Check


def all_checks() -> list[Check]:
    parts = (guards, evidence, texts, authorities, dates, derived, history, visibility, public_changes, search)
    return [check for part in parts for check in part.checks()]
