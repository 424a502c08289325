"""Two places become one: events, claims, mentions, and what lies in them."""

import pytest

from articles.verbs import Refused
from events.merging import merge, undo
from events.models import Event, Place, PlaceClaim, PlaceName
from tests.events.merging.picture import difference, picture
from tests.make import make_actor, make_event, make_mention, make_place, make_report, make_user

pytestmark = pytest.mark.django_db
WHY = "One town in two spellings."


@pytest.fixture
def reviewer():
    return make_user("reviewer")


def test_events_claims_mentions_children_names_and_claims_of_states_go_over_and_come_back(reviewer):
    kept, merged = make_place(name="Kyiv"), make_place(name="Kiev")
    state = make_actor(kind="state")
    event = make_event(place=merged, geo_precision="city")
    report = make_report(event=event, claimed_place=merged)
    mention = make_mention(report.article, "Varda", merged)
    child = make_place(parent=merged, kind="site")
    grandchild = make_place(parent=child, kind="site")
    PlaceName.objects.create(place=merged, name="Kiew")
    for place in (kept, merged):
        PlaceClaim.objects.create(place=place, state=state)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    for row in (event, report, mention, child, grandchild, merged):
        row.refresh_from_db()
    assert (event.place, report.claimed_place, mention.place, child.parent) == (kept, kept, kept, kept)
    assert grandchild.ancestors == [kept.pk, child.pk]
    assert merged.merged_into == kept
    assert set(kept.names.values_list("name", flat=True)) == {"Kyiv", "Kiev", "Kiew"}
    assert kept.place_claims.count() == 1

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_conflict_ends_where_the_two_places_were_one(reviewer):
    kept, merged = make_place(), make_place()
    inside = make_place(parent=merged, kind="site")
    event = make_event(place=kept)
    make_report(event=event, confirmed=True)
    make_report(event=event, claimed_place=inside, confirmed=True)
    assert Event.objects.get(pk=event.pk).has_conflict

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert not Event.objects.get(pk=event.pk).has_conflict

    undo(record, by=reviewer)

    assert Event.objects.get(pk=event.pk).has_conflict


def test_place_goes_into_what_it_lies_in_but_not_the_other_way_round(reviewer):
    outer = make_place(kind="site")
    inner = make_place(kind="site", parent=make_place(kind="site", parent=outer))

    with pytest.raises(Refused) as refusal:
        merge(inner, outer, by=reviewer, reason=WHY)
    merge(outer, inner, by=reviewer, reason=WHY)

    assert refusal.value.rule == "place_lies_in_no_circle"
    assert Place.objects.get(pk=inner.pk).merged_into == outer


def test_place_of_another_kind_is_refused(reviewer):
    with pytest.raises(Refused, match="change the kind") as refusal:
        merge(make_place(kind="city"), make_place(kind="country"), by=reviewer, reason=WHY)

    assert refusal.value.rule == "merge_joins_rows_of_a_kind"


def test_event_placed_elsewhere_since_stays_there_at_undo(reviewer):
    kept, merged, other = make_place(), make_place(), make_place()
    event = make_event(place=merged)
    record = merge(kept, merged, by=reviewer, reason=WHY)
    Event.objects.filter(pk=event.pk).update(place=other)

    undo(record, by=reviewer)

    assert Event.objects.get(pk=event.pk).place == other


def test_every_table_that_names_places_goes_along():
    tables = {(rel.related_model.__name__, rel.field.name) for rel in Place._meta.related_objects}

    assert {name for name in tables if not name[0].endswith("History")} == {
        ("Event", "place"),
        ("Mention", "place"),
        ("Place", "merged_into"),
        ("Place", "parent"),
        ("PlaceClaim", "place"),
        ("PlaceName", "place"),
        ("Report", "claimed_place"),
    }
