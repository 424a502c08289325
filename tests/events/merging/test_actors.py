"""Two actors become one: names, participations, evidence, mentions, offices and claims."""

import pytest
from django.db import connection

from events.merging import merge, undo
from events.models import (
    Actor,
    ActorName,
    Affiliation,
    Event,
    Evidence,
    Mention,
    MergeRecord,
    Participation,
    PlaceClaim,
)
from tests.events.merging.picture import difference, picture
from tests.make import (
    make_actor,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_place,
    make_report,
    make_user,
)

pytestmark = pytest.mark.django_db
WHY = "One man in two spellings."


@pytest.fixture
def reviewer():
    return make_user("reviewer")


@pytest.fixture
def pair():
    return make_actor(name="Viktor Savchuk", slug="savchuk"), make_actor(name="Victor Savciuc", slug="savciuc")


def test_merged_actor_leads_to_the_kept_one_and_both_ids_stay(pair, reviewer):
    kept, merged = pair

    record = merge(kept, merged, by=reviewer, reason=WHY)

    merged.refresh_from_db()
    assert merged.merged_into == kept
    assert (record.what, record.kept, record.merged, record.by) == ("actor", kept.pk, merged.pk, reviewer)
    assert merged.history.last().pgh_context["reason"] == WHY


def test_names_become_variants_and_go_back(pair, reviewer):
    kept, merged = pair
    ActorName.objects.create(actor=merged, name="V. Savciuc", used="1991/1994")
    ActorName.objects.create(actor=merged, name="Mayor Savchuk")
    ActorName.objects.create(actor=kept, name="Mayor Savchuk")

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert set(kept.names.values_list("name", flat=True)) == {
        "Viktor Savchuk",
        "Victor Savciuc",
        "V. Savciuc",
        "Mayor Savchuk",
    }
    assert kept.names.get(name="V. Savciuc").used_upper.year == 1994
    assert Actor.objects.called("victor savciuc").get() == kept

    undo(record, by=reviewer)

    assert set(kept.names.values_list("name", flat=True)) == {"Viktor Savchuk", "Mayor Savchuk"}
    assert Actor.objects.called("victor savciuc").get() == merged


def test_name_that_another_merged_actor_has_too_stays_at_undo(pair, reviewer):
    kept, merged = pair
    other = make_actor(name="Victor Savciuc")
    first = merge(kept, merged, by=reviewer, reason=WHY)
    merge(kept, other, by=reviewer, reason=WHY)

    undo(first, by=reviewer)

    assert kept.names.filter(name="Victor Savciuc").exists()


def test_participations_mentions_and_offices_go_over(pair, reviewer):
    kept, merged = pair
    report = make_report(event=make_event(participants=[(merged, "actor")]))
    mention = make_mention(report.article, "Envoys", merged)
    office = Affiliation.objects.create(person=merged, organisation=make_actor(kind="state"), office="Mayor")
    revision = report.event.revision

    merge(kept, merged, by=reviewer, reason=WHY)

    assert report.event.participations.get().actor == kept
    assert Mention.objects.get(pk=mention.pk).actor == kept
    assert Affiliation.objects.get(pk=office.pk).person == kept
    assert Event.objects.get(pk=report.event_id).revision > revision


def test_equal_participations_become_one_with_the_evidence_and_office_of_both(pair, reviewer):
    kept, merged = pair
    event = make_event(participants=[(kept, "actor")])
    report = make_report(event=event)
    double = make_participation(event, merged, office="Mayor")
    own = event.participations.get(actor=kept)
    make_evidence(report, "Envoys", kind="participant", participation=own)
    twin = make_evidence(report, "Envoys", kind="participant", participation=double)
    more = make_evidence(report, "They", kind="participant", participation=double)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    part = event.participations.get()
    assert (part.actor, part.office) == (kept, "Mayor")
    assert {row.quote for row in part.evidence.all()} == {"Envoys", "They"}
    assert not Evidence.objects.filter(pk=twin.pk).exists()
    assert Evidence.objects.get(pk=more.pk).participation == part

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_claims_of_reports_collapse_within_their_report(pair, reviewer):
    kept, merged = pair
    report = make_report()
    make_participation(report.event, kept, report=report)
    make_participation(report.event, merged, report=report)
    make_participation(report.event, merged)

    merge(kept, merged, by=reviewer, reason=WHY)

    parts = report.event.participations.order_by("report")
    assert [(part.actor, part.report_id) for part in parts] == [(kept, report.pk), (kept, None)]


def test_offices_and_claims_that_both_have_become_one(reviewer):
    kept, merged = make_actor(kind="state"), make_actor(kind="state")
    person, place = make_actor(), make_place()
    for state in (kept, merged):
        Affiliation.objects.create(person=person, organisation=state, office="Consul", start="1998")
        PlaceClaim.objects.create(place=place, state=state)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert Affiliation.objects.get(person=person).organisation == kept
    assert PlaceClaim.objects.get(place=place).state == kept

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_rows_merged_before_lead_to_the_final_one(pair, reviewer):
    kept, merged = pair
    earlier = make_actor()
    first = merge(merged, earlier, by=reviewer, reason=WHY)

    second = merge(kept, merged, by=reviewer, reason=WHY)

    earlier.refresh_from_db()
    assert earlier.merged_into == kept

    undo(second, by=reviewer)
    undo(first, by=reviewer)

    earlier.refresh_from_db()
    assert earlier.merged_into is None


def test_undo_leaves_what_people_changed_since(pair, reviewer):
    kept, merged = pair
    other = make_actor()
    moved, changed = make_event(participants=[(merged, "actor")]), make_event(participants=[(merged, "actor")])
    record = merge(kept, merged, by=reviewer, reason=WHY)
    Participation.objects.filter(event=changed).update(actor=other)
    added = make_event(participants=[(kept, "host")])

    undo(record, by=reviewer)

    assert [e.participations.get().actor for e in (moved, changed, added)] == [merged, other, kept]


def test_dropped_participation_stays_away_where_its_equal_is_gone(pair, reviewer):
    kept, merged = pair
    event = make_event(participants=[(kept, "actor"), (merged, "actor")])
    record = merge(kept, merged, by=reviewer, reason=WHY)
    event.participations.all().delete()

    undo(record, by=reviewer)

    assert not event.participations.exists()


def test_evidence_comes_back_on_the_words_where_they_stand_by_then(pair, reviewer):
    kept, merged = pair
    event = make_event(participants=[(kept, "actor"), (merged, "actor")])
    report = make_report(event=event)
    for part in event.participations.all():
        make_evidence(report, "Envoys", kind="participant", participation=part)
    record = merge(kept, merged, by=reviewer, reason=WHY)
    text = "A line from the print. " + report.article.text
    report.article.correct_text(text, by=make_user("editor"), reason="print", public_reason="missing")

    undo(record, by=reviewer)

    spans = report.evidence.filter(kind="participant")
    assert [text[span.start : span.end] for span in spans] == ["Envoys", "Envoys"]
    assert {span.participation.actor for span in spans} == {kept, merged}


def test_later_merge_that_leans_on_an_earlier_one_is_undone_first(pair, reviewer):
    kept, merged = pair
    third = make_actor()
    event = make_event(participants=[(merged, "actor"), (third, "actor")])
    before = picture()
    first = merge(kept, merged, by=reviewer, reason=WHY)
    second = merge(kept, third, by=reviewer, reason=WHY)

    with pytest.raises(Exception, match="undo that first"):
        undo(first, by=reviewer)
    undo(second, by=reviewer)
    undo(first, by=reviewer)

    assert event.participations.count() == 2
    assert difference(before, picture()) == {}


def test_merged_actor_can_be_named_by_no_new_row(pair, reviewer):
    kept, merged = pair
    merge(kept, merged, by=reviewer, reason=WHY)

    with pytest.raises(Exception, match="name that one"):
        make_participation(make_event(), merged)


def test_every_table_that_names_actors_goes_along():
    """Whoever adds a key to these tables adds it to the merge, too: this list is what the merge knows."""
    tables = {(rel.related_model.__name__, rel.field.name) for rel in Actor._meta.related_objects}

    assert {name for name in tables if not name[0].endswith("History")} == {
        ("Actor", "merged_into"),
        ("ActorName", "actor"),
        ("Affiliation", "person"),
        ("Affiliation", "organisation"),
        ("Mention", "actor"),
        ("Participation", "actor"),
        ("Place", "claimed_by"),
        ("PlaceClaim", "state"),
    }


def test_merge_stands_at_the_end_of_the_transaction(pair, reviewer):
    kept, merged = pair
    make_report(confirmed=True, event=make_event(participants=[(kept, "actor"), (merged, "actor")]))

    merge(kept, merged, by=reviewer, reason=WHY)

    connection.check_constraints()
    assert MergeRecord.objects.standing().of("actor", merged.pk).exists()
