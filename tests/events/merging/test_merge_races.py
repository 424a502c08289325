"""Merges beside other merges and beside new rows: nothing is lost, nobody waits for ever."""

import pytest
from django.db import IntegrityError

from articles.verbs import Refused
from events.editing import confirm
from events.merging import merge, undo
from events.models import Actor, Event, Participation, Report
from tests.make import (
    make_actor,
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_report,
    make_source,
    make_user,
)
from tests.races import together

pytestmark = pytest.mark.django_db(transaction=True)
ROUNDS = [pytest.param(8, id="few"), pytest.param(200, id="full", marks=pytest.mark.drill)]


@pytest.fixture
def editor():
    return make_user("editor")


def joined(kept, merged, editor):
    return lambda: merge(kept, merged, by=editor, reason="the same")


@pytest.mark.parametrize("rounds", ROUNDS)
@pytest.mark.parametrize("make", [make_actor, make_event, make_source], ids=["actors", "events", "sources"])
def test_two_opposite_merges_at_once(rounds, make, editor):
    for _ in range(rounds):
        one, other = make(), make()

        outcomes = together(joined(one, other, editor), joined(other, one, editor))

        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MergeRecord", "Refused"]
        assert type(one)._base_manager.filter(pk__in=[one.pk, other.pk], merged_into__isnull=True).count() == 1


@pytest.mark.parametrize("rounds", ROUNDS)
def test_chain_of_merges_made_at_once_from_both_ends_leads_to_one_row(rounds, editor):
    for _ in range(rounds):
        first, second, third = make_actor(), make_actor(), make_actor()
        event = make_event(participants=[(first, "actor"), (second, "actor"), (third, "actor")])

        outcomes = together(joined(second, first, editor), joined(third, second, editor))

        standing = Actor.objects.filter(pk__in=[first.pk, second.pk, third.pk], merged_into__isnull=True)
        merged = sum(not isinstance(outcome, Refused) for outcome in outcomes)
        assert standing.count() == 3 - merged
        assert {part.actor for part in event.participations.all()} == set(standing)
        assert not Actor.objects.filter(merged_into__merged_into__isnull=False).exists()


@pytest.mark.parametrize("rounds", ROUNDS)
def test_merges_of_different_actors_in_the_same_events(rounds, editor):
    for _ in range(rounds):
        actors = [make_actor() for _ in range(4)]
        events = [make_event(participants=[(actor, "actor") for actor in actors]) for _ in range(2)]
        article = make_article()
        for event in events:
            report = make_report(event=event, article=article)
            for part in event.participations.all():
                make_evidence(report, "Envoys", kind="participant", participation=part)

        outcomes = together(joined(actors[0], actors[1], editor), joined(actors[3], actors[2], editor))

        assert [type(outcome).__name__ for outcome in outcomes] == ["MergeRecord", "MergeRecord"]
        assert [event.participations.count() for event in events] == [2, 2]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_merge_of_events_beside_a_new_report(rounds, editor):
    for _ in range(rounds):
        kept, merged, article = make_event(), make_event(), make_article()
        make_report(event=merged)

        outcomes = together(joined(kept, merged, editor), lambda a=article, e=merged: make_report(article=a, event=e))

        assert not isinstance(outcomes[0], Exception)
        assert isinstance(outcomes[1], Report | IntegrityError)
        assert Report.objects.filter(event=merged).count() == 0
        assert Report.objects.filter(event=kept).count() == 1 + isinstance(outcomes[1], Report)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_merge_of_actors_beside_a_new_participation_and_a_new_mention(rounds, editor):
    for _ in range(rounds):
        kept, merged, event, article = make_actor(), make_actor(), make_event(), make_article()

        outcomes = together(
            joined(kept, merged, editor),
            lambda e=event, a=merged: make_participation(e, a),
            lambda t=article, a=merged: make_mention(t, "Envoys", a),
        )

        assert not isinstance(outcomes[0], Exception)
        assert all(isinstance(outcome, IntegrityError | Participation) or outcome.pk for outcome in outcomes[1:])
        assert not Participation.objects.filter(actor=merged).exists()
        assert not merged.mentions.exists()


@pytest.mark.parametrize("rounds", ROUNDS)
def test_merge_of_events_beside_a_decision_on_a_report(rounds, editor):
    for _ in range(rounds):
        kept, merged = make_event(), make_event()
        report = make_report(event=merged, article=make_article(published=True))

        outcomes = together(joined(kept, merged, editor), lambda r=report: confirm(r, by=editor))

        assert not any(isinstance(outcome, Exception) for outcome in outcomes)
        report.refresh_from_db()
        kept.refresh_from_db()
        assert (report.event, report.review_state, kept.status) == (kept, "confirmed", "occurred")


@pytest.mark.parametrize("rounds", ROUNDS)
def test_merge_of_actors_beside_a_correction_of_a_text_that_names_them(rounds, editor):
    for _ in range(rounds):
        kept, merged = make_actor(), make_actor()
        report = make_report(event=make_event(participants=[(merged, "actor"), (kept, "actor")]))
        article = report.article
        for part in report.event.participations.all():
            make_evidence(report, "Envoys", kind="participant", participation=part)
        make_mention(article, "Envoys", merged)

        outcomes = together(
            joined(kept, merged, editor),
            lambda a=article: a.correct_text("Now " + a.text, by=editor, reason="print", public_reason="other"),
        )

        assert not any(isinstance(outcome, Exception) for outcome in outcomes)
        article.refresh_from_db()
        spans = [*report.evidence.all(), *article.mentions.all()]
        assert [span.quote for span in spans] == [article.text[span.start : span.end] for span in spans]
        assert report.evidence.filter(kind="participant").count() == 1


def test_undo_by_two_at_once(editor):
    record = merge(make_event(), make_event(), by=editor, reason="the same")

    outcomes = together(lambda: undo(record, by=editor), lambda: undo(record, by=editor))

    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MergeRecord", "Refused"]
    assert not Event.objects.filter(merged_into__isnull=False).exists()
