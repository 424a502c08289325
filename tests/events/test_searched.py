"""What search rows count of events follows their public reports."""

import pytest

from events import editing, merging
from events.editing.events import Part, change_event
from events.models import EventType, Participation
from tests import make
from tests.articles.search.found import counts, found

pytestmark = pytest.mark.django_db
TYPE, ACTOR = 5, 6


@pytest.fixture
def editor(settings):
    settings.SINGLE_EDITOR = True
    return make.make_user("administrator")


def test_types_and_actors_are_counted_while_a_report_is_confirmed(editor):
    actor, other = make.make_actor(slug="ana"), make.make_actor(slug="ben")
    article = make.make_article(published=True)
    report = make.make_report(event=make.make_event(participants=[(actor, "actor")]), article=article)
    proposed = found("bridge")

    editing.confirm(report, by=editor)
    confirmed = found("bridge")
    merging.merge(other, actor, by=editor, reason="The same person.")
    merged = found("bridge")
    editing.give_back(report, by=editor, reason="Look again.")

    assert (counts(proposed, TYPE), counts(proposed, ACTOR)) == ({}, {})
    assert (counts(confirmed, TYPE), counts(confirmed, ACTOR)) == ({"CONSULT": 1}, {"ana": 1})
    assert counts(merged, ACTOR) == {"ben": 1}
    assert counts(found("bridge"), ACTOR) == {}


def test_a_claim_is_counted_in_every_article_while_its_own_is_published(editor):
    host = make.make_actor(slug="host")
    event = make.make_event()
    here = make.make_article(published=True, title="Here")
    there = make.make_article(published=True, title="There")
    make.make_report(event=event, article=here, confirmed=True)
    claiming = make.make_report(event=event, article=there, confirmed=True)
    Participation.objects.create(event=event, report=claiming, actor=host, role="host")
    both = counts(found("bridge"), ACTOR)

    editing.withdraw(there, by=editor, reason="Printed twice.")

    assert both == {"host": 2}
    assert counts(found("bridge"), ACTOR) == {}


def test_a_changed_event_is_counted_by_what_it_is_now(editor):
    ana, ben = make.make_actor(slug="ana"), make.make_actor(slug="ben")
    event = make.make_event(participants=[(ana, "actor")])
    make.make_report(event=event, confirmed=True)

    change_event(event, by=editor, values={"type": make_type("AGREE")}, parts=[Part(ben, "actor")])

    page = found("bridge")
    assert counts(page, TYPE) == {"AGREE": 1}
    assert set(counts(page, ACTOR)) == {"ana", "ben"}  # the report goes on saying what it said


def test_events_that_become_one_are_counted_once(editor):
    one, other = make.make_event(), make.make_event(type_id="AGREE")
    article = make.make_article(published=True)
    make.make_report(event=other, article=article, confirmed=True)
    make.make_report(event=one, confirmed=True, article=make.make_article(published=True))

    record = merging.merge(one, other, by=editor, reason="The same talks.")
    together = counts(found("bridge"), TYPE)
    merging.undo(record, by=editor, reason="Not the same.")

    assert together == {"CONSULT": 2}
    assert counts(found("bridge"), TYPE) == {"CONSULT": 1, "AGREE": 1}


def make_type(code):
    return EventType.objects.get(code=code)
