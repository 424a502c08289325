"""Who may merge and undo, what is refused, what the record says."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import StaleRevision
from articles.verbs import Refused
from events.merging import merge, undo
from events.models import MergeRecord
from tests.make import make_actor, make_event, make_place, make_source, make_user

pytestmark = pytest.mark.django_db
MAKERS = {"actor": make_actor, "place": make_place, "event": make_event, "source": make_source}
NOON = datetime(2026, 5, 28, 12, tzinfo=UTC)


def refused(rule, kept, merged, **over):
    with pytest.raises(Refused) as refusal:
        merge(kept, merged, **{"by": make_user("editor"), "reason": "the same", **over})

    assert refusal.value.rule == rule


@pytest.mark.parametrize(
    ("what", "role", "allowed"),
    [
        ("actor", "annotator", False),
        ("actor", "reviewer", True),
        ("place", "annotator", False),
        ("place", "reviewer", True),
        ("event", "annotator", False),
        ("event", "reviewer", True),
        ("source", "reviewer", False),
        ("source", "editor", True),
    ],
)
def test_right_to_merge_and_undo(what, role, allowed):
    kept, merged = MAKERS[what](), MAKERS[what]()
    standing = merge(MAKERS[what](), MAKERS[what](), by=make_user("editor"), reason="the same")
    person = make_user(role)

    for act in (lambda: merge(kept, merged, by=person, reason="the same"), lambda: undo(standing, by=person)):
        if allowed:
            act()
        else:
            with pytest.raises(PermissionDenied):
                act()

    assert MergeRecord.objects.count() == 1 + allowed


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS)
def test_row_is_not_merged_with_itself_nor_with_one_merged_away(make):
    kept, merged, third = make(), make(), make()
    merge(kept, merged, by=make_user("editor"), reason="the same")

    refused("merge_record_joins_two_rows", kept, kept)
    refused("merge_joins_standing_rows", merged, third)
    refused("merge_joins_standing_rows", third, merged)


def test_rows_of_two_kinds_are_not_merged():
    refused("merge_joins_rows_of_a_kind", make_actor(), make_place())
    refused("merge_joins_rows_of_a_kind", make_actor(kind="person"), make_actor(kind="state"))
    refused("merge_joins_rows_of_a_kind", make_user("editor"), make_user("editor"))


@pytest.mark.parametrize("reason", ["", "  "])
def test_merge_has_a_reason(reason):
    refused("merge_has_reason", make_actor(), make_actor(), reason=reason)


def test_stale_row_is_not_merged():
    kept, merged, reviewer = make_actor(), make_actor(), make_user("reviewer")
    merged.save()

    with pytest.raises(StaleRevision) as stale:
        merge(kept, merged, by=reviewer, reason="the same", revision=1, merged_revision=1)

    assert stale.value.current == merged
    merge(kept, merged, by=reviewer, reason="the same", revision=1, merged_revision=2)


def test_record_says_who_when_and_why_of_both_merge_and_undo():
    reviewer, colleague = make_user("reviewer"), make_user("reviewer")
    record = merge(make_actor(), make_actor(), by=reviewer, reason=" the same ", now=NOON)

    done = undo(record, by=colleague, reason="They met in May.", now=NOON)

    assert (done.by, done.at, done.reason) == (reviewer, NOON, "the same")
    assert (done.undone_by, done.undone_at) == (colleague, NOON)
    assert done.history.last().pgh_context["reason"] == "They met in May."


def test_merge_is_undone_once_and_the_last_first():
    one, two, three, reviewer = make_actor(), make_actor(), make_actor(), make_user("reviewer")
    first = merge(two, one, by=reviewer, reason="the same")
    second = merge(three, two, by=reviewer, reason="the same")

    with pytest.raises(Refused) as too_early:
        undo(first, by=reviewer)
    undo(second, by=reviewer)
    with pytest.raises(Refused) as twice:
        undo(second, by=reviewer)
    undo(first, by=reviewer)

    assert (too_early.value.rule, twice.value.rule) == ("merge_is_undone_in_order", "merge_is_undone_once")


def test_refused_merge_writes_nothing():
    kept, merged = make_place(kind="site"), make_place(kind="site")
    kept.parent = merged
    kept.save()

    refused("place_lies_in_no_circle", kept, merged)

    assert not MergeRecord.objects.exists()
    assert kept.names.count() == 1


def test_records_are_for_colleagues_only():
    merge(make_actor(), make_actor(), by=make_user("reviewer"), reason="the same")

    assert not MergeRecord.objects.public().exists()
    assert not MergeRecord.objects.visible_to(make_user()).exists()
    assert MergeRecord.objects.visible_to(make_user("annotator")).exists()
