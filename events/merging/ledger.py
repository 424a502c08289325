"""What a merge does, step by step, as a MergeRecord keeps it; and each step back.

A step is undone only where its rows are still as the merge left them: what people changed since then stays.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from articles.models import CitedReport
from articles.models.span import PLACED, Span
from events.models import Attribution, Event, EventContext, Evidence, MergeRecord, Participation, Report

Step = dict[str, Any]
AT_ONCE = 250  # rows of one statement
# Rows that are shown as part of others, and the way from those to them.
PART_OF: dict[Any, tuple[tuple[Any, str], ...]] = {
    Participation: ((Event, "participations"), (Report, "claimed_participations")),
    Evidence: ((Report, "evidence"),),
    Attribution: ((Report, "attributions"),),
    CitedReport: ((Report, "attributions__cited_report"),),
    EventContext: ((Event, "event_contexts"),),
}


class Ledger:
    """Writes rows and notes each step."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def note(self, did: str, **values: Any) -> Step:
        self.steps.append({"did": did, **values})
        return self.steps[-1]

    def point(self, rows: QuerySet[Any], **after: Any) -> int:
        """Give the rows these values, named as columns are; how many rows."""
        groups: dict[tuple[Any, ...], list[int]] = defaultdict(list)
        for pk, *before in rows.order_by("pk").values_list("pk", *after):
            groups[tuple(before)].append(pk)
        for values, pks in groups.items():
            before = {name: plain(value) for name, value in zip(after, values, strict=True)}
            self.note("set", table=rows.model._meta.label_lower, rows=pks, before=before, after=_plain(after))
        pks = [pk for group in groups.values() for pk in group]
        write(rows.model, pks, **after)
        touch_owners(rows.model, pks)
        return len(pks)

    def drop(self, row: models.Model, into: models.Model, *, alike: Collection[str]) -> None:
        """Delete a row that says what `into` says; it comes back if `into` is still what it is now in `alike`."""
        self.note(
            "dropped",
            table=row._meta.label_lower,
            row={field.attname: plain(getattr(row, field.attname)) for field in row._meta.concrete_fields},
            into=into.pk,
            alike={name: plain(getattr(into, name)) for name in alike},
        )
        touch_owners(type(row), [row.pk])
        row.delete()

    def lend(self, rows: Iterable[models.Model]) -> None:
        """Save new rows that stand as long as the merge does."""
        for row in rows:
            row.save()
            self.note("lent", table=row._meta.label_lower, row=row.pk)


def lead_to(kept: Any, merged: Any, ledger: Ledger) -> None:
    """Let `merged`, and what was merged into it before, lead to `kept` at once."""
    rows = type(kept)._base_manager
    ledger.point(rows.filter(merged_into=merged.pk), merged_into_id=kept.pk)
    ledger.point(rows.filter(pk=merged.pk), merged_into_id=kept.pk)
    write(type(kept), [kept.pk])


def keep_record(
    what: str, kept: Any, merged: Any, ledger: Ledger, *, by: User, reason: str, now: datetime | None
) -> MergeRecord:
    """The record of a merge that was made, with all its steps."""
    return MergeRecord.objects.create(
        what=what,
        kept=kept.pk,
        merged=merged.pk,
        by=by,
        at=now or timezone.now(),
        reason=reason.strip(),
        moved=ledger.steps,
    )


def write(model: Any, pks: Iterable[int], **values: Any) -> None:
    """Give the rows these values; without any only their revision rises: what is shown of them has changed.

    In parts: the triggers that keep the history compare every old row of a statement with every new one.
    """
    ordered = sorted(pks)
    for start in range(0, len(ordered), AT_ONCE):
        part = model._base_manager.filter(pk__in=ordered[start : start + AT_ONCE])
        part.update(**values, updated_at=timezone.now())


def touch_owners(model: Any, pks: list[int]) -> None:
    """Let the revision rise of whatever these rows are a part of."""
    for owner, path in PART_OF.get(model, ()):
        owners = set(owner._base_manager.filter(**{f"{path}__in": pks}).values_list("pk", flat=True))
        write(owner, owners)


def undo_steps(steps: Iterable[Step], ways_back: dict[str, Callable[[Step], Any]]) -> None:
    """Take the steps back, the last first; `ways_back` are those that only one kind of merge knows."""
    ways = {"set": set_back, "dropped": restore, **ways_back}
    for step in reversed(list(steps)):
        ways[step["did"]](step)


def set_back(step: Step) -> None:
    """Give rows that still have the values of the merge those of before."""
    model = apps.get_model(step["table"])
    if _all_there(model, step["before"]):
        unchanged = model._base_manager.filter(pk__in=step["rows"], **step["after"])
        pks = list(unchanged.values_list("pk", flat=True))
        write(model, pks, **step["before"])
        touch_owners(model, pks)


def restore(step: Step) -> None:
    """Bring a dropped row back beside the one that said the same, unless another says it by now."""
    model = apps.get_model(step["table"])
    beside = model._base_manager.filter(pk=step["into"], **step["alike"]).first()
    if beside is None or model._base_manager.filter(pk=step["row"]["id"]).exists():
        return
    values = {name: _standing(model, name, value) for name, value in step["row"].items()}
    row = model(**{name: model._meta.get_field(name).to_python(value) for name, value in values.items()})
    if isinstance(row, Span):  # the text may have been corrected since
        for name in PLACED:
            setattr(row, name, getattr(beside, name))
    if _all_there(model, values) and _is_new(row):
        row.save_base(raw=True, force_insert=True)  # as it was, its times included
        touch_owners(model, [row.pk])


def plain(value: Any) -> Any:
    """The value as JSON can hold it."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: plain(value) for name, value in values.items()}


def _standing(model: Any, name: str, value: Any) -> Any:
    """The row that a key leads to now, if the one it named was merged away meanwhile; events keep theirs."""
    target = model._meta.get_field(name).related_model
    if value is None or target is None or target is Event or not hasattr(target, "merged_into"):
        return value
    return target._base_manager.filter(pk=value).values_list("merged_into", flat=True).first() or value


def _all_there(model: Any, values: dict[str, Any]) -> bool:
    """Whether every row that the values name still exists."""
    keys = ((model._meta.get_field(name).related_model, value) for name, value in values.items())
    return all(target._base_manager.filter(pk=value).exists() for target, value in keys if target is not None and value)


def _is_new(row: models.Model) -> bool:
    try:
        row.validate_constraints()
    except ValidationError:
        return False
    return True
