"""The desk: a name in a text is given another row or reading, and flagged words are looked at."""

import pytest

from events.models import Mention
from tests.events.test_admin_report import desk, errors, typed
from tests.make import make_actor, make_article, make_evidence, make_mention, make_place, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def varda():
    return make_mention(make_article(), "Varda", make_place(name="Varda"))


def page_of(mention):
    return f"/admin/events/mention/{mention.pk}/change/"


def test_name_is_given_an_actor_read_as_metonym_and_history_says_why(varda):
    client, state = desk("annotator"), make_actor(kind="state")
    values = {**typed(client, page_of(varda)), "place": "", "actor": state.pk, "reading": "metonym", "reason": "Talks."}

    response = client.post(page_of(varda), values)

    varda.refresh_from_db()
    assert response.status_code == 302, errors(response)
    assert (varda.kind, varda.actor, varda.place, varda.reading) == ("actor", state, None, "metonym")
    assert varda.history.order_by("-pgh_id").first().pgh_context["reason"] == "Talks."


@pytest.mark.parametrize("over", [{"place": ""}, {"actor": "actor"}, {"reading": "metonym"}])
def test_name_of_nobody_of_two_or_of_a_place_as_metonym_is_refused(varda, over):
    client = desk()
    over = {key: make_actor().pk if value == "actor" else value for key, value in over.items()}

    response = client.post(page_of(varda), {**typed(client, page_of(varda)), **over})

    assert "actor" in errors(response)
    assert Mention.objects.get().place == varda.place


def test_flagged_name_is_right_once_somebody_saved_it(varda):
    Mention.objects.update(state="check")
    client = desk()

    client.post(page_of(varda), typed(client, page_of(varda)))

    varda.refresh_from_db()
    assert varda.state == "anchored"


def test_rule_that_forbids_the_change_is_said_on_the_form(varda):
    report = make_report(article=varda.article)
    make_evidence(report, "Varda", kind="place", mention=varda)
    client = desk()
    values = {**typed(client, page_of(varda)), "place": "", "actor": make_actor().pk}

    response = client.post(page_of(varda), values)

    assert "Evidence names an actor or mention of another event" in errors(response)


def test_name_on_which_evidence_rests_is_not_deleted_and_another_is(varda):
    client = desk()
    report = make_report(article=varda.article)
    evidence = make_evidence(report, "Varda", kind="place", mention=varda)

    refused = client.post(f"/admin/events/mention/{varda.pk}/delete/", {"post": "yes"})
    evidence.delete()
    client.post(f"/admin/events/mention/{varda.pk}/delete/", {"post": "yes"})

    assert refused.status_code == 403
    assert not Mention.objects.exists()


def test_stale_change_is_refused(varda):
    client = desk()
    mine = {**typed(client, page_of(varda)), "place": make_place().pk}
    theirs = make_place()
    client.post(page_of(varda), {**typed(client, page_of(varda)), "place": theirs.pk})

    response = client.post(page_of(varda), mine)

    assert "while you had it open" in errors(response)
    assert Mention.objects.get().place == theirs
