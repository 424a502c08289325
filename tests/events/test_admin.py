"""The desk for events, actors and places: written by verbs, refused on the form."""

from unittest.mock import patch

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from articles.verbs import Refused
from events.models import Actor, Event, Place
from tests.events.test_admin_report import errors, formset, typed
from tests.make import make_actor, make_article, make_event, make_place, make_report, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    client = Client()
    client.user = make_user("reviewer")
    client.force_login(client.user)
    return client


def event_values(*parts, **over):
    return {
        "label": "Envoys meet",
        "type": "CONSULT",
        "geo_precision": "unknown",
        **formset("participations", [{"actor": a.pk, "role": r} for a, r in parts]),
        **formset("relations", []),
        **over,
    }


def test_event_is_made_with_participants_and_contexts(desk):
    actor = make_actor()

    response = desk.post(
        "/admin/events/event/add/",
        event_values((actor, "actor"), stands_in=["diplomatic", "territory"], date="1999-05-28"),
    )

    event = Event.objects.get()
    assert response.status_code == 302, errors(response)
    assert (event.made_by, event.date_upper.isoformat(), event.codebook_version) == (desk.user, "1999-05-28", "1.0.0")
    assert event.participations.get().actor == actor
    assert {c.code for c in event.contexts.all()} == {"diplomatic", "territory"}


def test_changed_date_leaves_silent_reports_their_word(desk):
    event = make_event(date="1999-05-28")
    silent = make_report(event=event, confirmed=True)
    address = f"/admin/events/event/{event.pk}/change/"

    response = desk.post(address, {**typed(desk, address), "date": "1999-05-29"})

    silent.refresh_from_db()
    event.refresh_from_db()
    assert response.status_code == 302, errors(response)
    assert (event.date, silent.claimed_date) == ("1999-05-29", "1999-05-28")


@pytest.mark.parametrize(
    ("over", "says"),
    [
        ({"date": "1999-13"}, "1999-13"),
        ({"mode": "SANCTION.expel"}, "mode of SANCTION"),
        ({"geo_precision": "city"}, "Without a place"),
        ({"label": ""}, "required"),
    ],
)
def test_event_that_cannot_be_is_refused_on_the_form(desk, over, says):
    response = desk.post("/admin/events/event/add/", event_values(**over))

    assert response.status_code == 200
    assert says in errors(response)
    assert not Event.objects.exists()


def test_role_that_is_not_legal_is_refused_on_the_form(desk):
    response = desk.post("/admin/events/event/add/", event_values((make_actor(), "victim")))

    assert "not legal" in errors(response)
    assert not Event.objects.exists()


def test_annotator_looks_at_a_colleagues_event_and_changes_it_not(desk):
    client = Client()
    client.force_login(make_user("annotator"))
    event = make_event(made_by=desk.user)

    page = client.get(f"/admin/events/event/{event.pk}/change/").content.decode()

    assert event.label in page and 'name="_save"' not in page


def test_actor_is_made_with_names_and_found_by_them(desk):
    response = desk.post(
        "/admin/events/actor/add/",
        {
            "name": "Borís Yeltsin",
            "kind": "person",
            **formset("names", [{"name": "Jelzin"}]),
            **formset("affiliations", []),
        },
    )

    actor = Actor.objects.get()
    assert response.status_code == 302, errors(response)
    assert (actor.slug, actor.made_by) == ("boris-yeltsin", desk.user)
    assert {n.name for n in actor.names.all()} == {"Borís Yeltsin", "Jelzin"}


def test_place_in_itself_is_refused_on_the_form(desk):
    outer = make_place(name="Outer", kind="country")
    inner = make_place(name="Inner", parent=outer)
    address = f"/admin/events/place/{outer.pk}/change/"

    response = desk.post(address, {**typed(desk, address), "parent": inner.pk})

    assert "lie in itself" in errors(response)
    assert Place.objects.get(pk=outer.pk).parent is None


def test_stale_change_of_an_actor_is_refused(desk):
    actor = make_actor(name="Ana Bel")
    address = f"/admin/events/actor/{actor.pk}/change/"
    mine = {**typed(desk, address), "wikidata": "Q2"}
    desk.post(address, {**typed(desk, address), "wikidata": "Q1"})

    response = desk.post(address, mine)

    assert "while you had it open" in errors(response)
    assert Actor.objects.get().wikidata == "Q1"


def test_new_event_of_an_article_goes_on_to_its_report(desk):
    article = make_article()

    made = desk.post(f"/admin/events/event/add/?article={article.pk}", event_values(label="Envoys meet"))

    event = Event.objects.get(label="Envoys meet")
    assert made.url == f"/admin/events/report/add/?article={article.pk}&event={event.pk}"


def test_annotator_adds_a_spelling_to_an_actor_that_is_not_hers(desk):
    actor = make_actor(name="Kiev")
    annotator = Client()
    annotator.force_login(make_user("annotator"))

    answer = annotator.post(f"/admin/events/actor/{actor.pk}/spelling/", {"name": "Kyïv"})

    assert answer.status_code == 302
    assert set(actor.names.values_list("name", flat=True)) == {"Kiev", "Kyïv"}


def test_history_of_an_event_tells_of_its_participants(desk):
    event = make_event(participants=[(make_actor(name="Ada Varga"), "actor")])

    page = desk.get(f"/admin/events/event/{event.pk}/history/").content.decode()

    assert "participation “Ada Varga (actor)” made by" in page


def test_rule_that_forbids_a_deletion_is_said(desk):
    place = make_place(name="Varda")

    with patch("events.models.Place.delete", side_effect=Refused("place_is_kept", "Varda is kept.")):
        answer = desk.post(f"/admin/events/place/{place.pk}/delete/", {"post": "yes"}, follow=True)

    assert answer.redirect_chain[-1][0] == f"/admin/events/place/{place.pk}/change/"
    assert "Varda is kept." in answer.content.decode()


def test_history_is_closed_to_staff_who_may_not_read_what_is_hidden():
    client, staff, event = Client(), make_user(), make_event()
    staff.is_staff = True
    staff.save()
    staff.user_permissions.add(Permission.objects.get(codename="view_event"))
    client.force_login(staff)

    assert client.get(f"/admin/events/event/{event.pk}/history/").status_code == 403
