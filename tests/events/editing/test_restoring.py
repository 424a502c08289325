"""An earlier state comes back as a new revision, by the verb that changes such a row, with what hung on it then."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles.models import StaleRevision
from articles.restoring import restore_article
from articles.verbs import Refused
from events import editing
from events.editing.events import Part, change_event, make_event
from events.editing.marks import Words
from events.editing.names import change_actor, make_actor
from events.editing.reports import change_report, make_report
from events.editing.restoring import restore
from events.models import EventType
from tests.make import make_actor as stored_actor
from tests.make import make_article, make_user

pytestmark = pytest.mark.django_db
SENTENCE = "Envoys of the two river states met in Varda on May 28."


def first_state(row):
    return row.history.order_by("pgh_id").first()


def sentence(article, words=SENTENCE):
    start = article.text.index(words)
    return Words("sentence", start, start + len(words), words)


@pytest.mark.django_db(transaction=True)
def test_report_comes_back_with_its_words_and_participants():
    annotator, actor = make_user("annotator"), stored_actor()
    article = make_article()
    event = make_event(by=annotator, values={"label": "Envoys meet", "type": EventType.objects.get(code="CONSULT")})
    report = make_report(article, event, by=annotator, words=[sentence(article)], claimed_parts=[Part(actor, "actor")])
    change_report(
        report,
        by=annotator,
        values={"hedged": True},
        words=[sentence(article, "They agreed to reopen the bridge.")],
        claimed_parts=[],
    )

    restored = restore(report, first_state(report), by=annotator, reason="It was right.")

    assert [one.quote for one in restored.evidence.all()] == [SENTENCE]
    assert [part.actor for part in restored.claimed_participations.all()] == [actor]
    assert not restored.hedged
    assert restored.history.latest("pgh_id").pgh_context["reason"] == "It was right."
    assert restored.history.count() > 2


@pytest.mark.django_db(transaction=True)
def test_words_that_the_text_has_no_longer_are_refused():
    annotator, article = make_user("annotator"), make_article()
    event = make_event(by=annotator, values={"label": "Envoys meet", "type": EventType.objects.get(code="CONSULT")})
    report = make_report(article, event, by=annotator, words=[sentence(article)])
    state = first_state(report)
    change_report(report, by=annotator, words=[sentence(article, "They agreed to reopen the bridge.")])
    article.correct_text(
        article.text.replace("May 28", "May 27", 1), by=make_user("editor"), reason="Print.", public_reason="misread"
    )

    with pytest.raises(Refused, match="corrected since"):
        restore(report, state, by=annotator, reason="It was right.")


@pytest.mark.django_db(transaction=True)
def test_event_comes_back_with_its_participants():
    annotator, one, other = make_user("annotator"), stored_actor(), stored_actor()
    values = {"label": "Envoys meet", "type": EventType.objects.get(code="CONSULT"), "date": "1999-05-28"}
    event = make_event(by=annotator, values=values, parts=[Part(one, "actor")])
    change_event(event, by=annotator, values={"label": "Talks", "date": "1999"}, parts=[Part(other, "actor")])

    restored = restore(event, first_state(event), by=annotator, reason="It was right.")

    assert (restored.label, restored.date) == ("Envoys meet", "1999-05-28")
    assert [part.actor for part in restored.participations.all()] == [one]


def test_actor_comes_back_under_its_name_and_keeps_the_later_one_as_a_spelling():
    reviewer = make_user("reviewer")
    actor = make_actor(by=reviewer, name="Ada Varga", kind="person")
    change_actor(actor, by=reviewer, name="Ada Warga")

    restored = restore(actor, first_state(actor), by=reviewer, reason="A misprint.")

    assert restored.name == "Ada Varga"
    assert {one.name for one in restored.names.all()} == {"Ada Varga", "Ada Warga"}


def test_who_may_not_change_it_may_not_restore_it_and_a_stale_page_is_refused():
    reviewer = make_user("reviewer")
    actor = make_actor(by=reviewer, name="Ada Varga", kind="person")

    with pytest.raises(PermissionDenied):
        restore(actor, first_state(actor), by=make_user("annotator"), reason="Why not?")
    with pytest.raises(StaleRevision):
        restore(actor, first_state(actor), by=reviewer, reason="Why not?", revision=actor.revision + 1)


def test_headline_of_an_article_comes_back():
    editor, article = make_user("editor"), make_article(title="The bridge")
    article.title, article.section = "The brigde", "News"
    article.save()

    restored = restore_article(article, first_state(article), by=editor, reason="A misprint.")

    assert (restored.title, restored.section) == ("The bridge", "")


def test_history_page_shows_every_change_of_words_and_leads_to_each_state():
    client, editor = Client(), make_user("editor")
    client.force_login(editor)
    article = make_article(title="The bridge over the long river is open to everybody again from today on")
    article.correct_text(
        article.text.replace("May 28", "May 27", 1), by=editor, reason="The print has 27.", public_reason="misread"
    )
    article.refresh_from_db()
    article.title = article.title.replace("open", "closed")
    article.save()
    address = f"/admin/articles/article/{article.pk}/"

    page = client.get(f"{address}history/").content.decode()
    state = first_state(article).pgh_id
    look = client.get(f"{address}restore/?state={state}").content.decode()
    client.post(f"{address}restore/?state={state}", {"reason": "It is open.", "revision": article.revision})
    back = client.get(f"{address}correct/?version=1").content.decode()

    assert "corrected to version 2 by" in page and "The print has 27." in page
    assert page.count("<del>") == page.count("<ins>") == 2
    assert f"restore/?state={state}" in page and "correct/?version=1" in page
    assert "As it was on" in look and "<ins>" in look
    article.refresh_from_db()
    assert "is open to everybody" in article.title
    assert "met in Varda on May 28" in back


@pytest.mark.parametrize("state", ["", "x", "0", "9" * 30])
def test_state_that_the_history_has_not_is_not_found(state):
    client, article = Client(), make_article()
    client.force_login(make_user("editor"))

    assert client.get(f"/admin/articles/article/{article.pk}/restore/?state={state}").status_code == 404


def test_report_restored_on_its_page_needs_a_reason():
    client, annotator = Client(), make_user("annotator")
    client.force_login(annotator)
    article = make_article()
    event = make_event(by=annotator, values={"label": "Envoys meet", "type": EventType.objects.get(code="CONSULT")})
    report = make_report(article, event, by=annotator, words=[sentence(article)])
    change_report(report, by=annotator, values={"hedged": True})
    address = f"/admin/events/report/{report.pk}/restore/?state={first_state(report).pgh_id}"

    silent = client.post(address, {"reason": ""})
    done = client.post(address, {"reason": "It was right."})
    report.refresh_from_db()
    editing.confirm(report, by=make_user("reviewer"))
    confirmed = client.post(address, {"reason": "Once more."})

    assert [silent.status_code, done.status_code, confirmed.status_code] == [409, 302, 409]
    assert not report.hedged
