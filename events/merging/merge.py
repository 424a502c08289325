from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import NewsSource, StaleRevision
from articles.verbs import Refused, verb
from events.merging import actors, happenings, places, sources
from events.merging.ledger import Ledger, Step, keep_record, lead_to, undo_steps, write
from events.merging.locking import Keys, hold
from events.models import Actor, Event, MergedKind, MergeRecord, Place

REVIEW = "events.review_report"
EDIT_SOURCES = "articles.change_newssource"


class Kind(Protocol):
    """What a module says of the rows of its kind."""

    WAYS_BACK: dict[str, Callable[[Step], Any]]  # for steps that only this kind knows

    def touched(self, rows: list[int], /) -> Keys: ...

    def check(self, kept: Any, merged: Any, /) -> None: ...

    def move(self, kept: Any, merged: Any, ledger: Ledger, /) -> None: ...


@dataclass(frozen=True)
class Way:
    """How rows of one kind are merged."""

    what: MergedKind
    model: Any
    right: str
    kind: Kind  # a module
    derives: bool = True  # whether what events show depends on it


WAYS: dict[Any, Way] = {
    Actor: Way(MergedKind.ACTOR, Actor, REVIEW, actors, derives=False),
    Place: Way(MergedKind.PLACE, Place, REVIEW, places),
    Event: Way(MergedKind.EVENT, Event, REVIEW, happenings),
    NewsSource: Way(MergedKind.SOURCE, NewsSource, EDIT_SOURCES, sources),
}


def merge(
    kept: Any,
    merged: Any,
    *,
    by: User,
    reason: str,
    revision: int | None = None,
    merged_revision: int | None = None,
    now: datetime | None = None,
) -> MergeRecord:
    """Let one row stand for both: what names `merged` names `kept` from now on, and its address leads there.

    Both rows and both ids stay; `undo` of the record brings everything back that nobody has changed since. The
    revisions are those of `kept` and of `merged`. Raises `StaleRevision` and `Refused`.
    """
    way = _way(kept, merged)
    if not reason.strip():
        raise Refused("merge_has_reason", "Say why the two are one; colleagues see it in the history.")
    with verb(by=by, right=way.right, reason=reason):
        held = hold(lambda: way.kind.touched([kept.pk, merged.pk]))
        kept, merged = _standing(way, kept, revision), _standing(way, merged, merged_revision)
        way.kind.check(kept, merged)
        ledger = Ledger()
        way.kind.move(kept, merged, ledger)
        lead_to(kept, merged, ledger)
        _derive_again(way, held)
        return keep_record(way.what, kept, merged, ledger, by=by, reason=reason, now=now)


def undo(record: MergeRecord, *, by: User, reason: str = "", now: datetime | None = None) -> MergeRecord:
    """Let the two rows of a merge stand for themselves again, each with what it had and still has since."""
    way = next(way for way in WAYS.values() if way.what == record.what)
    with verb(by=by, right=way.right, reason=reason):
        held = hold(lambda: way.kind.touched([record.kept, record.merged]))
        row = MergeRecord.objects.select_for_update().get(pk=record.pk)
        _check_undo(way, row)
        undo_steps(row.moved, way.kind.WAYS_BACK)
        write(way.model, [row.kept])
        _derive_again(way, held)
        row.undone_by, row.undone_at = by, now or timezone.now()
        row.save(update_fields=["undone_by", "undone_at"])
    return row


def _way(kept: Any, merged: Any) -> Way:
    way = WAYS.get(type(kept))
    if way is None or type(kept) is not type(merged):
        raise Refused("merge_joins_rows_of_a_kind", "Two actors, two places, two events or two sources can be merged.")
    if kept.pk == merged.pk:
        raise Refused("merge_record_joins_two_rows", f"{kept} is one row already: choose another one to merge.")
    return way


def _standing(way: Way, row: Any, revision: int | None) -> Any:
    current = way.model._base_manager.get(pk=row.pk)
    if current.merged_into_id:
        raise Refused("merge_joins_standing_rows", f"{current} was merged into {current.merged_into}: take that one.")
    if revision is not None and current.revision != revision:
        raise StaleRevision(current, revision)
    return current


def _check_undo(way: Way, row: MergeRecord) -> None:
    if row.undone_at:
        raise Refused("merge_is_undone_once", f"{row.undone_by} has undone this merge already.")
    if way.model._base_manager.get(pk=row.merged).merged_into_id != row.kept:
        raise Refused("merge_is_undone_in_order", "The row it was merged into was merged further: undo that first.")
    later = MergeRecord.objects.standing().filter(what=row.what, kept=row.kept, pk__gt=row.pk)
    if any(_leans_on(way, one, row) for one in later):
        raise Refused("merge_is_undone_in_order", f"A later merge builds on this one ({later[0]}): undo that first.")


def _leans_on(way: Way, later: MergeRecord, earlier: MergeRecord) -> bool:
    """Whether rows of the later merge were dropped because one that the earlier brought says the same."""
    if way.model is Event:  # participations are shared among all that were merged
        return True
    brought = {(step["table"], pk) for step in earlier.moved if step["did"] == "set" for pk in step["rows"]}
    return any(step["did"] == "dropped" and (step["table"], step["into"]) in brought for step in later.moved)


def _derive_again(way: Way, held: Keys) -> None:
    if way.derives:
        Event.objects.filter(pk__in=held[Event]).derive_again()
