"""Reports that belong to another event: split off, or linked to a known one."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from articles.models import StaleRevision
from articles.verbs import Refused
from events.editing import give_back, publish, withdraw
from events.editing.splitting import move_report, split
from events.merging import merge, undo
from events.models import Event, EventContext, EventRelation, MergeRecord, Report
from tests.make import (
    make_actor,
    make_article,
    make_event,
    make_evidence,
    make_participation,
    make_place,
    make_report,
    make_user,
)

pytestmark = pytest.mark.django_db
WHY = "The June talks are another round."


@pytest.fixture
def reviewer():
    return make_user("reviewer")


def again(row):
    row.refresh_from_db()
    return row


def parts_of(rows):
    return {(part.actor, part.role) for part in rows}


def test_split_gives_reports_an_event_of_their_own_that_begins_as_a_copy(reviewer):
    actor = make_actor()
    event = make_event(date="1999-05-28", place=make_place(), participants=[(actor, "actor")])
    EventContext.objects.create(event=event, context_id="diplomatic")
    EventRelation.objects.create(source=event, target=make_event(), kind="part_of")
    stays = make_report(event=event, status="occurred", confirmed=True)
    goes = make_report(event=event, status="planned", confirmed=True)
    span = make_evidence(goes, "Envoys", kind="participant", participation=event.participations.get())

    new = split(event, [goes], by=reviewer, reason=WHY, label="A second round of talks")

    assert (again(goes).event, again(stays).event) == (new, event)
    assert (new.label, new.date, new.place, new.made_by) == (
        "A second round of talks",
        event.date,
        event.place,
        reviewer,
    )
    assert (new.status, again(event).status) == ("planned", "occurred")
    assert again(span).participation == new.participations.get(actor=actor)
    assert set(new.contexts.all()) == set(event.contexts.all())
    assert (new.relations.count(), event.relations.count()) == (0, 1)
    assert goes.history.last().pgh_context["reason"] == WHY


def test_claims_go_along_with_a_report_that_is_split_off(reviewer):
    actor = make_actor()
    event = make_event()
    make_report(event=event)
    goes = make_report(event=event, claimed_date="1999-06-01")
    make_participation(event, actor, report=goes)

    new = split(event, [goes], by=reviewer, reason=WHY, label="Another")

    connection.check_constraints()
    assert again(goes).claimed_date == "1999-06-01"
    assert parts_of(new.participations.filter(report=goes)) == {(actor, "actor")}


@pytest.mark.parametrize(
    ("choose", "rule"),
    [
        (lambda reports, other: [], "split_names_reports_of_the_event"),
        (lambda reports, other: [reports[0], other], "split_names_reports_of_the_event"),
        (lambda reports, other: reports, "split_leaves_a_report"),
    ],
    ids=["none", "another's", "all"],
)
def test_split_takes_some_of_the_events_reports(reviewer, choose, rule):
    event = make_event()
    reports = [make_report(event=event), make_report(event=event)]

    with pytest.raises(Refused) as refusal:
        split(event, choose(reports, make_report()), by=reviewer, reason=WHY, label="Another")

    assert refusal.value.rule == rule


def test_split_needs_reason_label_right_and_the_current_revision(reviewer):
    event = make_event()
    goes = [make_report(event=event), make_report(event=event)][:1]

    with pytest.raises(Refused, match="why"):
        split(event, goes, by=reviewer, reason=" ", label="Another")
    with pytest.raises(Refused, match="event has label"):
        split(event, goes, by=reviewer, reason=WHY, label=" ")
    with pytest.raises(PermissionDenied):
        split(event, goes, by=make_user("annotator"), reason=WHY, label="Another")
    with pytest.raises(StaleRevision):
        split(event, goes, by=reviewer, reason=WHY, label="Another", revision=99)


def test_report_linked_to_a_known_event_keeps_what_it_said(reviewer):
    both, only = make_actor(), make_actor()
    source = make_event(date="1999-05-29", participants=[(both, "actor"), (only, "host")])
    make_report(event=source)
    target = make_event(date="1999-05-28", place=make_place(), participants=[(both, "actor")])
    report = make_report(event=source)
    span = make_evidence(report, "Envoys", kind="participant", participation=source.participations.get(actor=both))

    move_report(report, target, by=reviewer, reason=WHY)

    again(report)
    assert (report.event, report.claimed_date, report.claimed_place) == (target, "1999-05-29", None)
    assert parts_of(report.claimed_participations.all()) == {(both, "actor"), (only, "host")}
    assert again(span).participation.report == report
    assert parts_of(target.participations.of_event_itself()) == {(both, "actor")}


def test_report_that_says_the_same_becomes_silent_on_it(reviewer):
    actor = make_actor()
    values = {"date": "1999-05-28", "participants": [(actor, "actor")]}
    source, target = make_event(**values), make_event(**values)
    report = make_report(event=source)
    span = make_evidence(report, "Envoys", kind="participant", participation=source.participations.get())

    moved = move_report(report, target, by=reviewer, reason=WHY)

    assert (moved.claimed_date, moved.claimed_participations.count()) == ("", 0)
    assert again(span).participation == target.participations.get()


def test_event_never_public_gives_up_its_number(reviewer):
    source, target, talks = make_event(participants=[(make_actor(), "actor")]), make_event(), make_event()
    EventRelation.objects.create(source=source, target=talks, kind="part_of")
    EventRelation.objects.create(source=source, target=target, kind="about")
    report = make_report(event=source)

    move_report(report, target, by=reviewer, reason=WHY)

    assert not Event.objects.filter(pk=source.pk).exists()
    assert target.relations.get().target == talks
    assert make_event().pk > max(source.pk, target.pk)


def test_event_once_public_leads_to_the_other_and_can_be_brought_back(reviewer):
    source, target = make_event(date="1999-05-29"), make_event()
    report = make_report(event=source, confirmed=True)
    give_back(report, by=reviewer, reason="Look at the date again.")
    withdraw(report.article, by=make_user("editor"), reason="Printed twice.")

    move_report(report, target, by=reviewer, reason=WHY)

    assert again(source).merged_into == target

    undo(MergeRecord.objects.get(), by=reviewer)

    assert (again(source).merged_into, again(report).event, report.claimed_date) == (None, source, "")


def test_event_to_which_others_were_merged_stays_reachable(reviewer):
    earlier, source, target = make_event(), make_event(), make_event()
    report = make_report(event=source)
    merge(source, earlier, by=reviewer, reason="the same")

    move_report(report, target, by=reviewer, reason=WHY)

    assert (again(source).merged_into, again(earlier).merged_into) == (target, target)


def test_event_with_other_reports_stays(reviewer):
    source = make_event()
    report = make_report(event=source, confirmed=True)
    make_report(event=source, status="planned", confirmed=True)

    move_report(report, make_event(), by=reviewer, reason=WHY)

    assert (again(source).status, source.merged_into) == ("planned", None)


def test_confirmed_report_stays_confirmed_and_both_events_show_it(reviewer):
    source, target = make_event(), make_event()
    report = make_report(event=source, confirmed=True)

    moved = move_report(report, target, by=reviewer, reason=WHY)

    assert moved.review_state == "confirmed"
    assert (again(source).status, again(target).status) == ("", "occurred")


@pytest.mark.parametrize(
    ("role", "own", "confirmed", "allowed"),
    [
        ("annotator", True, False, True),
        ("annotator", False, False, False),
        ("annotator", True, True, False),
        ("reviewer", False, False, True),
        ("reviewer", False, True, True),
        ("", True, False, False),
    ],
)
def test_annotators_link_their_own_until_it_is_confirmed(role, own, confirmed, allowed):
    user = make_user(role)
    report = make_report(by=user if own else None, confirmed=confirmed)
    target = make_event()

    if allowed:
        assert move_report(report, target, by=user, reason=WHY).event == target
    else:
        with pytest.raises(PermissionDenied):
            move_report(report, target, by=user, reason=WHY)


def test_report_goes_to_no_event_that_the_article_reports_or_that_was_merged_away(reviewer):
    article = make_article()
    report, other = make_report(article=article), make_report(article=article)
    gone = make_event()
    merge(make_event(), gone, by=reviewer, reason="the same")

    for event, rule in [
        (report.event, "report_changes_its_event"),
        (other.event, "report_is_one_of_event_and_article"),
        (gone, "event_is_not_merged_away"),
    ]:
        with pytest.raises(Refused) as refusal:
            move_report(report, event, by=reviewer, reason=WHY)
        assert refusal.value.rule == rule


def test_stale_report_is_not_moved(reviewer):
    report = make_report()
    report.save()

    with pytest.raises(StaleRevision):
        move_report(report, make_event(), by=reviewer, reason=WHY, revision=1)


def test_ever_public_asks_the_history(reviewer):
    editor = make_user("editor")
    shown, draft, unconfirmed, moved_away = make_event(), make_event(), make_event(), make_event()
    make_report(event=shown, confirmed=True)
    make_report(event=draft, article=make_article(), confirmed=True)
    make_report(event=unconfirmed, article=make_article(published=True))
    passing = make_report(event=moved_away, confirmed=True)
    Report.objects.filter(pk=passing.pk).update(event=shown, review_state="proposed")

    assert set(Event.objects.ever_public()) == {shown, moved_away}

    late = draft.reports.get().article
    publish(late, by=editor)
    withdraw(late, by=editor, reason="Printed twice.")

    assert draft in Event.objects.ever_public()
