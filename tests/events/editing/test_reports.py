from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import StaleRevision
from events import editing
from events.editing.events import Part
from events.editing.marks import Words, WrongWords, change_mention, mention
from events.editing.reports import change_report, make_report, remove_report
from events.models import Evidence, Mention, Report
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_place,
    make_source,
    make_user,
)
from tests.make import make_report as report_row

pytestmark = pytest.mark.django_db

SENTENCE = "Envoys of the two river states met in Varda on May 28."
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


@pytest.fixture
def annotator():
    return make_user("annotator")


def on(article, quote, kind="sentence", **more):
    start = article.text.index(quote)
    return Words(kind, start, start + len(quote), quote, **more)


def test_report_is_made_whole(annotator):
    article, actor, place = make_article(), make_actor(), make_place()
    event = make_event(participants=[(actor, "actor")], place=place)
    cited = make_citation(article, CITATION, (make_source(), "1999-05-28")).reports.get()

    report = make_report(
        article,
        event,
        by=annotator,
        values={"status": "planned", "hedged": True},
        words=[
            on(article, SENTENCE),
            on(article, "Envoys", "participant", actor=actor, role="actor"),
            on(article, "Varda", "place", names=place),
        ],
        sources={cited: "explicit"},
    )

    assert (report.coder, report.review_state, report.status, report.hedged) == (annotator, "proposed", "planned", True)
    assert {(e.kind, e.quote) for e in report.evidence.all()} == {
        ("sentence", SENTENCE),
        ("participant", "Envoys"),
        ("place", "Varda"),
    }
    assert report.evidence.get(kind="participant").participation.actor == actor
    assert report.evidence.get(kind="place").mention.place == place
    assert report.attributions.get().scope == "explicit"


def test_change_of_any_part_raises_the_revision_once(annotator):
    report = report_row(by=annotator)
    seen = report.revision
    article = report.article

    changed = change_report(
        report,
        by=annotator,
        revision=seen,
        values={"hedged": True},
        words=[on(article, SENTENCE), on(article, "met", "trigger"), on(article, "May 28", "time")],
    )

    changed.refresh_from_db()
    assert changed.revision == seen + 1
    assert changed.evidence.count() == 3


def test_equal_evidence_keeps_its_row_and_the_rest_goes(annotator):
    report = report_row(by=annotator)
    sentence = report.evidence.get()
    make_evidence(report, "met", kind="trigger")

    change_report(report, by=annotator, words=[on(report.article, SENTENCE)])

    assert list(report.evidence.all()) == [sentence]


def test_words_that_are_not_there_are_refused_with_the_actual_ones(annotator):
    report = report_row(by=annotator)

    with pytest.raises(WrongWords) as refusal:
        change_report(report, by=annotator, words=[Words("sentence", 0, 6, "Others")])

    assert refusal.value.actual == "Envoys"
    assert report.evidence.get().quote == SENTENCE


@pytest.mark.parametrize(("start", "end"), [(-3, 3), (6, 6), (9, 3), (0, 10_000)])
def test_impossible_stretch_is_refused(annotator, start, end):
    with pytest.raises(WrongWords):
        change_report(report_row(by=annotator), by=annotator, words=[Words("sentence", start, end, "Envoys")])


def test_claims_differ_from_the_event_and_name_their_own_participants(annotator):
    actor = make_actor()
    report = report_row(by=annotator, event=make_event(participants=[(make_actor(), "actor")]))

    change_report(
        report,
        by=annotator,
        values={"claimed_date": "1999-05-29"},
        claimed_parts=[Part(actor, "actor")],
        words=[on(report.article, SENTENCE), on(report.article, "Envoys", "participant", actor=actor, role="actor")],
    )

    report.refresh_from_db()
    assert (report.claimed_date, report.claimed_date_lower.isoformat()) == ("1999-05-29", "1999-05-29")
    assert report.claimed_participations.get().actor == actor
    assert report.event.participations.of_event_itself().count() == 1


def test_participant_who_takes_no_part_is_refused(annotator):
    report = report_row(by=annotator)
    words = on(report.article, "Envoys", "participant", actor=make_actor(), role="actor")

    with pytest.raises(editing.Refused, match="no actor of the event"):
        change_report(report, by=annotator, words=[words])


def test_confirmed_report_is_returned_before_it_is_changed(annotator):
    report = report_row(by=annotator, confirmed=True)

    with pytest.raises(editing.Refused, match="return it"):
        change_report(report, by=annotator, values={"hedged": True})


def test_colleagues_report_is_a_reviewers_to_change(annotator):
    report = report_row(by=make_user("annotator"))

    with pytest.raises(PermissionDenied):
        change_report(report, by=annotator, values={"hedged": True})
    assert change_report(report, by=make_user("reviewer"), values={"hedged": True}).hedged


def test_stale_change_is_refused(annotator):
    report = report_row(by=annotator)
    seen = report.revision
    change_report(report, by=annotator, values={"note": "first"})

    with pytest.raises(StaleRevision):
        change_report(report, by=annotator, revision=seen, values={"note": "second"})


def test_article_reports_an_event_once(annotator):
    report = report_row(by=annotator)

    with pytest.raises(editing.Refused, match="already"):
        make_report(report.article, report.event, by=annotator)

    assert Report.objects.count() == 1


def test_source_cited_elsewhere_is_refused(annotator):
    elsewhere = make_citation(make_article(), CITATION, (make_source(), "1999-05-28")).reports.get()

    with pytest.raises(editing.Refused, match="another article"):
        change_report(report_row(by=annotator), by=annotator, sources={elsewhere: ""})


def test_report_is_taken_back_only_before_any_decision(annotator, settings):
    settings.SINGLE_EDITOR = True
    fresh, decided = report_row(by=annotator), report_row(by=annotator)
    editing.give_back(decided, by=make_user("reviewer"), reason="Which sentence?")
    editing.propose_again(decided, by=annotator)

    remove_report(fresh, by=annotator)
    with pytest.raises(editing.Refused, match="kept"):
        remove_report(decided, by=annotator)

    assert list(Report.objects.all()) == [decided]


def test_marking_flagged_words_again_clears_the_flag(annotator):
    report = report_row(by=annotator)
    report.evidence.update(state="check")

    change_report(report, by=annotator, words=[on(report.article, SENTENCE)])

    assert report.evidence.get().state == "anchored"


def test_flagged_words_stay_flagged_while_nobody_says_that_they_are_right(annotator):
    report = report_row(by=annotator)
    report.evidence.update(state="check")

    change_report(report, by=annotator, words=[replace(on(report.article, SENTENCE), is_flagged=True)])

    assert report.evidence.get().state == "check"


def test_orphans_stay_for_somebody_to_decide(annotator):
    report = report_row(by=annotator)
    make_evidence(report, "met", kind="trigger")
    report.evidence.filter(kind="trigger").update(state="orphan", start=None, end=None)

    change_report(report, by=annotator, words=[on(report.article, SENTENCE)])

    assert Evidence.objects.get(state="orphan").quote == "met"


def test_mention_is_made_once_and_another_row_under_it_refused(annotator):
    article, state, other = make_article(), make_actor(kind="state"), make_actor(kind="state")
    start = article.text.index("Varda")
    first = mention(article, start, start + 5, "Varda", names=state, by=annotator, reading="metonym")

    again = mention(article, start, start + 5, "Varda", names=state, by=annotator, reading="metonym")
    with pytest.raises(editing.Refused, match="already"):
        mention(article, start, start + 5, "Varda", names=other, by=annotator)

    assert first == again
    assert change_mention(first, by=annotator, names=make_place()).kind == "place"
    assert Mention.objects.count() == 1


def test_metonym_is_no_evidence_of_place(annotator):
    report = report_row(by=annotator)
    state = make_actor(kind="state")

    with pytest.raises(editing.Refused, match=r"another event|place"):
        change_report(
            report, by=annotator, words=[on(report.article, "Varda", "place", names=state, reading="metonym")]
        )


def test_reader_makes_no_report():
    with pytest.raises(PermissionDenied):
        make_report(make_article(), make_event(), by=make_user())


def test_unknown_field_is_a_mistake_of_the_program(annotator):
    with pytest.raises(TypeError):
        change_report(report_row(by=annotator), by=annotator, values={"review_state": "confirmed"})
