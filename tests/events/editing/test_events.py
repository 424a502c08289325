import pytest
from django.core.exceptions import PermissionDenied

from articles.models import StaleRevision
from events import editing
from events.editing.events import Part, change_event, make_event
from events.models import Context, EventType
from tests.make import make_actor, make_evidence, make_place, make_report, make_user
from tests.make import make_event as event_row

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotator():
    return make_user("annotator")


@pytest.fixture
def reviewer():
    return make_user("reviewer")


def a_type(code="CONSULT"):
    return EventType.objects.get(code=code)


def test_event_is_made_whole(annotator):
    actor = make_actor()

    event = make_event(
        by=annotator,
        values={"label": "Envoys meet", "type": a_type(), "date": "1999-05-28"},
        parts=[Part(actor, "actor", "Envoy")],
        contexts=Context.objects.filter(code="diplomatic"),
    )

    part = event.participations.get()
    assert (event.made_by, event.codebook_version, event.date_upper.isoformat()) == (annotator, "1.0.0", "1999-05-28")
    assert (part.actor, part.role, part.office) == (actor, "actor", "Envoy")
    assert [c.code for c in event.contexts.all()] == ["diplomatic"]


def test_annotator_changes_her_own_until_a_report_is_confirmed(annotator):
    event = event_row(made_by=annotator)
    change_event(event, by=annotator, values={"label": "Envoys meet"})
    make_report(event=event, confirmed=True)

    with pytest.raises(PermissionDenied, match="claim"):
        change_event(event, by=annotator, values={"label": "Envoys part"})

    event.refresh_from_db()
    assert event.label == "Envoys meet"


def test_annotator_leaves_a_colleagues_event_alone(annotator):
    with pytest.raises(PermissionDenied):
        change_event(event_row(made_by=make_user("annotator")), by=annotator, values={"label": "Mine"})


def test_silent_confirmed_reports_keep_what_they_said(reviewer):
    old, new = make_place(), make_place()
    event = event_row(date="1999-05-28", place=old)
    silent = make_report(event=event, confirmed=True)
    outspoken = make_report(event=event, confirmed=True, claimed_date="1999-05-30")

    change_event(event, by=reviewer, values={"date": "1999-05-29", "place": new, "type": a_type("AGREE")})

    silent.refresh_from_db()
    outspoken.refresh_from_db()
    assert (silent.claimed_date, silent.claimed_place, silent.claimed_type_id) == ("1999-05-28", old, "CONSULT")
    assert outspoken.claimed_date == "1999-05-30"


def test_report_in_which_the_change_is_made_needs_no_claim(reviewer):
    event = event_row(date="1999-05-28")
    report = make_report(event=event, confirmed=True)

    change_event(event, by=reviewer, values={"date": "1999-05-29"}, through=report)

    report.refresh_from_db()
    assert report.claimed_date == ""


def test_label_alone_makes_no_claims(reviewer):
    event = event_row(date="1999-05-28")
    report = make_report(event=event, confirmed=True)

    change_event(event, by=reviewer, values={"label": "Envoys meet", "date": "1999-05-28"})

    report.refresh_from_db()
    assert report.claimed_date == ""


def test_equal_participations_keep_their_evidence(reviewer):
    kept, dropped, new = make_actor(), make_actor(), make_actor()
    event = event_row(participants=[(kept, "actor"), (dropped, "recipient")])
    report = make_report(event=event)
    part = event.participations.get(actor=kept)
    words = make_evidence(report, "Envoys", kind="participant", participation=part)

    change_event(event, by=reviewer, parts=[Part(kept, "actor", "Envoy"), Part(new, "recipient")], through=report)

    words.refresh_from_db()
    assert words.participation == part
    assert {(p.actor, p.role, p.office) for p in event.participations.all()} == {
        (kept, "actor", "Envoy"),
        (new, "recipient", ""),
    }


def test_other_reports_keep_dropped_participations_as_claims_with_their_evidence(reviewer):
    dropped = make_actor()
    event = event_row(participants=[(dropped, "actor")])
    other = make_report(event=event)
    words = make_evidence(other, "Envoys", kind="participant", participation=event.participations.get())

    change_event(event, by=reviewer, parts=[])

    words.refresh_from_db()
    assert (words.participation.report, words.participation.actor) == (other, dropped)


def test_mode_goes_with_its_type_and_precision_with_its_place(reviewer):
    event = event_row(mode_id="CONSULT.visit", place=make_place(), geo_precision="city")

    changed = change_event(event, by=reviewer, values={"type": a_type("AGREE"), "place": None})

    assert (changed.mode, changed.geo_precision) == (None, "unknown")


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"date": "1999-13"}, editing.Refused),
        ({"label": ""}, editing.Refused),
        ({"mode_id": "SANCTION.expel"}, TypeError),
        ({"status": "occurred"}, TypeError),
    ],
)
def test_value_that_cannot_be_is_refused(reviewer, values, refusal):
    event = event_row(label="Envoys meet")

    with pytest.raises(refusal):
        change_event(event, by=reviewer, values=values)

    event.refresh_from_db()
    assert event.label == "Envoys meet"


def test_role_that_is_not_legal_is_refused_in_words(reviewer):
    with pytest.raises(editing.Refused, match="not legal"):
        change_event(event_row(), by=reviewer, parts=[Part(make_actor(), "victim")])


def test_stale_change_is_refused(reviewer):
    event = event_row()
    seen = event.revision
    change_event(event, by=reviewer, values={"label": "First"})

    with pytest.raises(StaleRevision) as stale:
        change_event(event, by=reviewer, revision=seen, values={"label": "Second"})

    assert stale.value.current.label == "First"


def test_merged_event_is_left_alone(reviewer):
    event = event_row(merged_into=event_row())

    with pytest.raises(editing.Refused, match="merged into"):
        change_event(event, by=reviewer, values={"label": "Again"})
