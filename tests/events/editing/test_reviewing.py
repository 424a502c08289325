import pytest
from django.core.exceptions import PermissionDenied

from articles.models import StaleRevision
from events import editing
from events.models import Event, Participation, ReviewState
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


@pytest.fixture
def reviewer():
    return make_user("reviewer")


@pytest.fixture(autouse=True)
def several_editors(settings):
    settings.SINGLE_EDITOR = False


def in_state(state):
    report = make_report(confirmed=True)
    report.review_state, report.review_reason = state, "so it was decided"
    report.save()
    return report


MOVES = {
    "confirm": lambda report, by: editing.confirm(report, by=by),
    "reject": lambda report, by: editing.reject(report, by=by, reason="Not in the text."),
    "return": lambda report, by: editing.give_back(report, by=by, reason="Mark the sentence."),
    "propose": lambda report, by: editing.propose_again(report, by=report.coder),
}
ALLOWED = {
    ("proposed", "confirm"): "confirmed",
    ("proposed", "reject"): "rejected",
    ("proposed", "return"): "returned",
    ("confirmed", "return"): "returned",
    ("rejected", "return"): "returned",
    ("returned", "propose"): "proposed",
}


@pytest.mark.parametrize("state", ReviewState.values)
@pytest.mark.parametrize("move", MOVES)
def test_review_moves_only_as_designed(state, move, reviewer):
    report = in_state(state)

    if (state, move) in ALLOWED:
        moved = MOVES[move](report, reviewer)
        assert moved.review_state == ALLOWED[state, move]
    else:
        with pytest.raises(editing.Refused, match="cannot become"):
            MOVES[move](report, reviewer)
        report.refresh_from_db()
        assert report.review_state == state


def test_confirmed_report_shows_its_event_to_the_public(reviewer):
    report = make_report(article=make_article(published=True))

    editing.confirm(report, by=reviewer)

    event = Event.objects.public().get()
    assert (event, event.status) == (report.event, "occurred")


def test_returned_report_takes_its_event_from_the_public(reviewer):
    report = make_report(confirmed=True)

    editing.give_back(report, by=reviewer, reason="The date is missing.")

    report.event.refresh_from_db()
    assert report.event.status == ""
    assert not Event.objects.public().exists()


def test_nobody_reviews_her_own_report(reviewer):
    report = make_report(by=reviewer)

    with pytest.raises(editing.Refused, match="her own"):
        editing.confirm(report, by=reviewer)


def test_single_editor_may_review_her_own_report(reviewer, settings):
    settings.SINGLE_EDITOR = True
    report = make_report(by=reviewer)

    assert editing.confirm(report, by=reviewer).review_state == ReviewState.CONFIRMED


def test_annotator_cannot_confirm():
    with pytest.raises(PermissionDenied):
        editing.confirm(make_report(), by=make_user("annotator"))


def test_only_the_coder_proposes_again():
    with pytest.raises(editing.Refused, match="Only"):
        editing.propose_again(in_state("returned"), by=make_user("annotator"))


def test_report_without_a_sentence_is_not_confirmed(reviewer):
    report = make_report()
    report.evidence.all().delete()
    make_evidence(report, "met", kind="trigger")

    with pytest.raises(editing.Refused) as refusal:
        editing.confirm(report, by=reviewer)

    assert refusal.value.rule == "report_confirmed_has_sentence"


def test_recipient_is_demanded_where_the_type_needs_one(reviewer):
    report = make_report(event=make_event(type_id="AID"))

    with pytest.raises(editing.Refused, match="recipient"):
        editing.confirm(report, by=reviewer)

    make_participation(report.event, make_actor(), "recipient")
    assert editing.confirm(report, by=reviewer).review_state == ReviewState.CONFIRMED


@pytest.mark.parametrize("verb", [editing.reject, editing.give_back])
def test_refusal_needs_a_reason(verb, reviewer):
    with pytest.raises(editing.Refused, match="why"):
        verb(make_report(), by=reviewer, reason="  ")


def test_stale_revision_is_refused(reviewer):
    report = make_report()
    seen = report.revision
    report.hedged = True
    report.save()

    with pytest.raises(StaleRevision) as stale:
        editing.confirm(report, by=reviewer, revision=seen)

    assert stale.value.current.hedged


def test_reason_and_reviewer_stand_in_the_history(reviewer):
    report = editing.give_back(make_report(), by=reviewer, reason="Mark the sentence.")

    written = report.history.order_by("-pgh_id").first()

    assert written.pgh_context == {"user": reviewer.pk, "reason": "Mark the sentence."}
    assert written.review_state == "returned"


def test_confirming_leaves_the_event_alone(reviewer):
    event = make_event(date="1999-05-28")

    editing.confirm(make_report(event=event, claimed_date="1999-05-29"), by=reviewer)

    event.refresh_from_db()
    assert event.date == "1999-05-28"


def test_adopted_date_becomes_the_events_and_others_keep_what_they_said(reviewer):
    event = make_event(date="1999-05-28")
    silent = make_report(event=event, confirmed=True)
    report = make_report(event=event, claimed_date="1999-05-29", claimed_date_words="May 29")

    editing.confirm(report, by=reviewer, adopt={"date"})

    event.refresh_from_db()
    silent.refresh_from_db()
    report.refresh_from_db()
    assert (event.date, event.date_words, event.date_upper.isoformat()) == ("1999-05-29", "May 29", "1999-05-29")
    assert (silent.claimed_date, report.claimed_date) == ("1999-05-28", "")


def test_adopted_place_and_type_become_the_events(reviewer):
    city, capital = make_place(), make_place()
    event = make_event(place=city, geo_precision="city", mode_id="CONSULT.visit")
    silent = make_report(event=event, confirmed=True)
    report = make_report(event=event, claimed_place=capital, claimed_type_id="AGREE")

    editing.confirm(report, by=reviewer, adopt={"place", "type"})

    event.refresh_from_db()
    silent.refresh_from_db()
    assert (event.place, event.type_id, event.mode_id) == (capital, "AGREE", None)
    assert (silent.claimed_place, silent.claimed_type_id) == (city, "CONSULT")


def test_adopted_participations_keep_the_evidence_of_other_reports(reviewer):
    event = make_event()
    first = make_participation(event, make_actor())
    silent = make_report(event=event, confirmed=True)
    words = make_evidence(silent, "Envoys", kind="participant", participation=first)
    report = make_report(event=event)
    claim = Participation.objects.create(event=event, report=report, actor=make_actor(), role="actor")

    editing.confirm(report, by=reviewer, adopt={"participations"})

    words.refresh_from_db()
    assert list(event.participations.of_event_itself()) == [claim]
    assert words.participation.report == silent
    assert words.participation.actor == first.actor


def test_unknown_claim_cannot_be_adopted(reviewer):
    with pytest.raises(editing.Refused, match="date"):
        editing.confirm(make_report(), by=reviewer, adopt={"colour"})
