"""Two events become one happening: reports, what they say and rest on, contexts and relations."""

import pytest
from django.db import connection

from articles.verbs import Refused
from events.merging import merge, undo
from events.models import Attribution, Event, EventContext, EventRelation, Report
from tests.events.merging.picture import difference, picture
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_participation,
    make_place,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db
WHY = "Both tell of the talks in Varda."
SECOND = "They agreed to reopen the bridge."


@pytest.fixture
def reviewer():
    return make_user("reviewer")


def parts_of(rows):
    return {(part.actor, part.role) for part in rows}


def again(row):
    row.refresh_from_db()
    return row


def test_reports_go_over_and_the_kept_event_shows_them(reviewer):
    kept, merged = make_event(), make_event()
    make_report(event=kept, status="planned", confirmed=True)
    report = make_report(event=merged, status="occurred", confirmed=True)

    merge(kept, merged, by=reviewer, reason=WHY)

    assert again(report).event == kept
    assert again(kept).status == "occurred"
    assert (again(merged).merged_into, merged.status) == (kept, "")


def test_report_keeps_what_it_said_where_the_events_differ(reviewer):
    varda, orsk = make_place(), make_place()
    article = make_article(published=True)
    kept = make_event(date="1999-05-28", place=varda)
    merged = make_event(
        date="1999-05-29",
        date_words="May 29",
        date_read_in=article,
        date_origin="rule",
        place=orsk,
        type_id="X-DISASTER",
    )
    report = make_report(event=merged, article=article, confirmed=True)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    again(report)
    assert (report.claimed_date, report.claimed_date_words, report.claimed_date_origin) == (
        "1999-05-29",
        "May 29",
        "rule",
    )
    assert report.claimed_date_upper.isoformat() == "1999-05-29"
    assert (report.claimed_place, report.claimed_type_id) == (orsk, "X-DISASTER")
    assert again(kept).date == "1999-05-28"

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_equal_values_leave_the_report_silent(reviewer):
    actor = make_actor()
    values = {"date": "1999-05-28", "place": make_place(), "participants": [(actor, "actor")]}
    kept, merged = make_event(**values), make_event(**values)
    report = make_report(event=merged)
    span = make_evidence(report, "Envoys", kind="participant", participation=merged.participations.get())
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    again(report)
    assert (report.claimed_date, report.claimed_place, report.claimed_type) == ("", None, None)
    assert not report.claimed_participations.exists()
    assert again(span).participation == kept.participations.get()

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_kept_event_gets_the_participations_it_lacks_and_each_report_says_what_it_said(reviewer):
    both, only = make_actor(), make_actor()
    kept, merged = (
        make_event(participants=[(both, "actor")]),
        make_event(participants=[(both, "actor"), (only, "host")]),
    )
    one, other = make_report(event=kept, confirmed=True), make_report(event=merged, confirmed=True)
    at_kept = make_evidence(one, "Envoys", kind="participant", participation=kept.participations.get())
    at_merged = make_evidence(other, "Varda", kind="participant", participation=merged.participations.get(actor=only))
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert parts_of(kept.participations.of_event_itself()) == {(both, "actor"), (only, "host")}
    assert parts_of(one.claimed_participations.all()) == {(both, "actor")}
    assert not other.claimed_participations.exists()
    assert again(at_kept).participation.report == one
    assert again(at_merged).participation == kept.participations.of_event_itself().get(actor=only)

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_report_of_fewer_participants_claims_them(reviewer):
    both, only = make_actor(), make_actor()
    kept = make_event(participants=[(both, "actor"), (only, "host")])
    merged = make_event(participants=[(both, "actor")])
    report = make_report(event=merged)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert parts_of(report.claimed_participations.all()) == {(both, "actor")}

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_role_that_the_kept_type_does_not_know_stays_a_claim(reviewer):
    victim = make_actor()
    kept, merged = make_event(), make_event(type_id="X-DISASTER", participants=[(victim, "victim")])
    report = make_report(event=merged, confirmed=True)
    kept.type.roles = ["actor", "recipient"]
    kept.type.save()

    merge(kept, merged, by=reviewer, reason=WHY)

    assert not kept.participations.of_event_itself().exists()
    assert parts_of(report.claimed_participations.all()) == {(victim, "victim")}
    assert again(report).claimed_type_id == "X-DISASTER"


def test_of_two_reports_in_one_article_the_merged_one_stays_and_its_grounds_move(reviewer):
    article = make_article(published=True)
    actor = make_actor()
    kept, merged = make_event(), make_event(participants=[(actor, "actor")])
    one = make_report(event=kept, article=article, confirmed=True)
    other = make_report(event=merged, article=article, words=SECOND, confirmed=True)
    named = make_evidence(other, "They", kind="participant", participation=merged.participations.get())
    citation = make_citation(article, "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)", (make_source(), ""))
    attribution = Attribution.objects.create(report=other, cited_report=citation.reports.get())
    Event.objects.all().derive_again()
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    again(other)
    assert (other.event, other.review_state, other.evidence.count()) == (merged, "proposed", 0)
    assert {span.quote for span in one.evidence.all()} == {TEXT[:54], SECOND, "They"}
    assert again(named).participation == kept.participations.get()
    assert again(attribution).report == one
    assert again(kept).min_sources == 1

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_grounds_that_both_reports_have_stay_where_they_are(reviewer):
    article = make_article(published=True)
    kept, merged = make_event(), make_event()
    one = make_report(event=kept, article=article, confirmed=True)
    other = make_report(event=merged, article=article, confirmed=True)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert (one.evidence.count(), other.evidence.count()) == (1, 1)
    assert again(other).review_state == "confirmed"
    assert not Report.objects.public().filter(pk=other.pk).exists()

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_report_that_claims_participants_gets_those_of_its_twin(reviewer):
    article = make_article()
    first, second = make_actor(), make_actor()
    kept, merged = make_event(), make_event()
    one = make_report(event=kept, article=article)
    other = make_report(event=merged, article=article, words=SECOND)
    make_participation(kept, first, report=one)
    claim = make_participation(merged, second, "host", report=other)
    make_evidence(other, "They", kind="participant", participation=claim)
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert parts_of(one.claimed_participations.all()) == {(first, "actor"), (second, "host")}
    assert one.evidence.get(kind="participant").participation.report == one

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_confirmed_report_does_not_vanish_behind_one_that_is_not(reviewer):
    article = make_article(published=True)
    kept, merged = make_event(), make_event()
    make_report(event=kept, article=article)
    make_report(event=merged, article=article, confirmed=True)

    with pytest.raises(Refused, match="confirm it first") as refusal:
        merge(kept, merged, by=reviewer, reason=WHY)

    assert refusal.value.rule == "merge_keeps_confirmed_reports"


def test_contexts_and_relations_go_over_once_and_never_to_itself(reviewer):
    kept, merged, talks = make_event(), make_event(), make_event()
    for context in ("diplomatic", "military"):
        EventContext.objects.create(event=merged, context_id=context)
    EventContext.objects.create(event=kept, context_id="military")
    EventRelation.objects.create(source=merged, target=kept, kind="realises")
    EventRelation.objects.create(source=talks, target=merged, kind="about")
    for event in (kept, merged):
        EventRelation.objects.create(source=event, target=talks, kind="part_of")
    before = picture()

    record = merge(kept, merged, by=reviewer, reason=WHY)

    assert set(kept.contexts.values_list("code", flat=True)) == {"diplomatic", "military"}
    standing = EventRelation.objects.exclude(source=merged).exclude(target=merged)
    assert sorted(standing.values_list("source", "kind", "target")) == sorted(
        [(kept.pk, "part_of", talks.pk), (talks.pk, "about", kept.pk)]
    )

    undo(record, by=reviewer)

    assert difference(before, picture()) == {}


def test_undo_leaves_reports_that_came_since_and_what_they_say(reviewer):
    actor = make_actor()
    kept, merged = make_event(), make_event(participants=[(actor, "host")])
    moved = make_report(event=merged)
    record = merge(kept, merged, by=reviewer, reason=WHY)
    later = make_report(event=kept, confirmed=True)
    span = make_evidence(later, "Varda", kind="participant", participation=kept.participations.get())

    undo(record, by=reviewer)

    assert (again(moved).event, again(later).event) == (merged, kept)
    assert parts_of(later.claimed_participations.all()) == {(actor, "host")}
    assert again(span).participation.report == later
    assert not kept.participations.of_event_itself().exists()


def test_undo_leaves_a_report_that_was_moved_on(reviewer):
    kept, merged, elsewhere = make_event(), make_event(), make_event()
    report, other = make_report(event=merged), make_report(event=merged)
    record = merge(kept, merged, by=reviewer, reason=WHY)
    Report.objects.filter(pk=report.pk).update(event=elsewhere)

    undo(record, by=reviewer)

    assert (again(report).event, again(other).event) == (elsewhere, merged)


def test_evidence_added_since_goes_back_with_its_report(reviewer):
    both, only = make_actor(), make_actor()
    kept = make_event(participants=[(both, "actor"), (only, "host")])
    merged = make_event(participants=[(both, "actor"), (only, "host")])
    report = make_report(event=merged)
    record = merge(kept, merged, by=reviewer, reason=WHY)
    part = kept.participations.get(actor=only)
    span = make_evidence(report, "Varda", kind="participant", participation=part)
    new = make_participation(kept, make_actor(), "recipient")
    other = make_evidence(report, "They", kind="participant", participation=new)

    undo(record, by=reviewer)

    connection.check_constraints()
    assert again(span).participation.event == merged
    assert again(other).participation.report == report
    assert parts_of(report.claimed_participations.all()) == {(both, "actor"), (only, "host"), (new.actor, "recipient")}


def test_merges_into_one_event_are_undone_in_order(reviewer):
    kept, first, second = make_event(), make_event(), make_event()
    earlier = merge(kept, first, by=reviewer, reason=WHY)
    later = merge(kept, second, by=reviewer, reason=WHY)

    with pytest.raises(Refused, match="undo that first"):
        undo(earlier, by=reviewer)
    undo(later, by=reviewer)
    undo(earlier, by=reviewer)

    assert not Event.objects.filter(merged_into__isnull=False).exists()


def test_merged_event_takes_no_new_report(reviewer):
    kept, merged = make_event(), make_event()
    merge(kept, merged, by=reviewer, reason=WHY)

    with pytest.raises(Exception, match="name that one"):
        make_report(event=merged)


def test_every_table_that_names_events_goes_along():
    tables = {(rel.related_model.__name__, rel.field.name) for rel in Event._meta.related_objects}

    assert {name for name in tables if not name[0].endswith("History")} == {
        ("Event", "merged_into"),
        ("EventContext", "event"),
        ("EventRelation", "source"),
        ("EventRelation", "target"),
        ("Participation", "event"),
        ("Report", "event"),
    }
