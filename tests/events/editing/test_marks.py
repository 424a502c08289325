"""Marks that are given another meaning."""

import pytest

from articles.verbs import Refused
from events.editing.events import Part
from events.editing.marks import Words, change_mention
from events.editing.reports import change_report, make_report
from events.models import Mention
from tests.make import make_actor, make_article, make_event, make_mention, make_place, make_user

pytestmark = pytest.mark.django_db

SENTENCE = Words("sentence", 0, 54, "Envoys of the two river states met in Varda on May 28.")


@pytest.fixture
def annotator():
    return make_user("annotator")


def envoys(actor, **over):
    return Words("participant", 0, 6, "Envoys", **{"actor": actor, "role": "actor", "names": actor, **over})


def test_other_reading_of_the_same_words_is_not_lost(annotator):
    actor = make_actor()
    event = make_event(participants=[(actor, "actor")])
    report = make_report(make_article(), event, by=annotator, words=[SENTENCE, envoys(actor)])

    with pytest.raises(Refused) as refused:
        change_report(report, by=annotator, words=[SENTENCE, envoys(actor, reading="metonym")])

    assert refused.value.rule == "mention_is_one_of_its_place"
    assert report.evidence.get(kind="participant").mention.reading == "entity"


def test_words_whose_mention_was_read_anew_are_the_same_words(annotator):
    actor = make_actor()
    event = make_event(participants=[(actor, "actor")])
    report = make_report(make_article(), event, by=annotator, words=[SENTENCE, envoys(actor)])
    row = report.evidence.get(kind="participant")
    change_mention(row.mention, by=annotator, names=actor, reading="metonym")

    change_report(report, by=annotator, words=[SENTENCE, envoys(actor, reading="metonym")])

    assert report.evidence.get(kind="participant").pk == row.pk


def test_words_that_become_a_phrase_name_nobody_and_keep_their_part(annotator):
    actor = make_actor()
    report = make_report(
        make_article(), make_event(), by=annotator, words=[SENTENCE], claimed_parts=[Part(actor, "actor")]
    )
    change_report(report, by=annotator, words=[SENTENCE, envoys(actor)])

    change_report(report, by=annotator, words=[SENTENCE, envoys(actor, names=None)])

    evidence = report.evidence.get(kind="participant")
    assert (evidence.mention, evidence.participation.actor) == (None, actor)


def test_change_of_a_flagged_mention_clears_the_flag(annotator):
    mention = make_mention(make_article(), "Varda", make_place())
    Mention.objects.update(state="check", prefix="")
    other = make_place()

    changed = change_mention(mention, by=annotator, names=other)

    changed.refresh_from_db()
    assert (changed.place, changed.state, changed.prefix[-4:]) == (other, "anchored", " in ")
