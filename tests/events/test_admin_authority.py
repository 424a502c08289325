"""The authority files at the desk, search over everything, and lists that are kept under a name."""

import pytest
from django.test import Client

from events.merging.candidates import candidates
from events.models import SavedList
from tests.make import (
    make_actor,
    make_article,
    make_event,
    make_mention,
    make_place,
    make_report,
    make_user,
)

pytestmark = pytest.mark.django_db
SEARCH = "/admin/events/articletoannotate/search/"


def desk(role="reviewer"):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


def test_names_that_are_alike_are_proposed_once_and_only_within_a_kind():
    one, other = make_actor(name="Ada Varga"), make_actor(name="Ada Vargha")
    make_actor(name="Ada Varga", kind="state")
    make_actor(name="Ada Varga", merged_into=make_actor(name="Someone else"))
    spelt = make_actor(name="President of the river state")
    spelt.names.create(name="Ada  Vargá")

    pairs = candidates([one, other, spelt, make_actor(name="Ben Orlo")])

    assert {frozenset((pair.one, pair.other)) for pair in pairs} == {
        frozenset((one, other)),
        frozenset((one, spelt)),
        frozenset((other, spelt)),
    }
    assert candidates([]) == []


def test_pair_stands_side_by_side_and_leads_to_merging_after_a_look():
    one, other = make_place(name="Old Varda"), make_place(name="Old Vardha")
    make_mention(make_article(), "Varda", one)
    make_event(place=other)
    client = desk()

    page = client.get("/admin/events/place/candidates/").content.decode()
    look = client.post(
        f"/admin/events/place/{one.pk}/merge/", {"other": other.pk, "keep": "this", "reason": "Two spellings."}
    )

    assert "Old Varda and Old Vardha" in page and "the two river states met in Varda on May 28" in page
    assert look.status_code == 200 and "Both sides" in look.content.decode()
    other.refresh_from_db()
    assert other.merged_into is None
    assert "No two names" in client.get("/admin/events/place/candidates/?letter=q").content.decode()


def test_merging_is_offered_to_those_who_may():
    make_actor(name="Ada Varga"), make_actor(name="Ada Vargha")

    page = desk("annotator").get("/admin/events/actor/candidates/").content.decode()

    assert "Ada Varga and Ada Vargha" in page and "Look at merging them" not in page


def test_lists_from_a_to_z():
    for name in ("Ágota", "Ben", "1 May Movement"):
        make_actor(name=name)
    client = desk()

    shown = {
        letter: [row.name for row in client.get(f"/admin/events/actor/?letter={letter}").context["cl"].result_list]
        for letter in ("a", "b", "z", "other")
    }

    assert shown == {"a": ["Ágota"], "b": ["Ben"], "z": [], "other": ["1 May Movement"]}


@pytest.mark.parametrize("kind", ["actor", "place"])
def test_who_uses_a_name_and_where(kind):
    row = make_actor(name="Ada Varga") if kind == "actor" else make_place(name="Varda")
    article = make_article(title="The bridge")
    make_mention(article, "Varda", row)
    event = make_event(
        label="Envoys meet", **({"participants": [(row, "actor")]} if kind == "actor" else {"place": row})
    )
    make_event(label="Another")

    page = desk().get(f"/admin/events/{kind}/{row.pk}/used/").content.decode()

    assert "Events: 1" in page and event.label in page and "The bridge" in page
    assert "Another" not in page


def test_place_with_coordinates_is_shown_on_a_map_at_the_desk():
    placed, unknown = make_place(name="Varda", latitude=42, longitude=21), make_place(name="Nowhere")

    pages = [desk().get(f"/admin/events/place/{row.pk}/change/").content.decode() for row in (placed, unknown)]

    assert "Varda on the map: 42.0 degrees north, 21.0 degrees east" in pages[0]
    assert 'class="world"' not in pages[1]


def test_search_finds_everything_at_once_with_the_words_in_their_place():
    make_article(title="The bridge reopens")
    make_article(title="Published", published=True)
    make_event(label="Envoys meet in Varda")
    actor = make_actor(name="Ada Varga")
    actor.names.create(name="Envoy Varga")
    make_place(name="Envoyville")

    page = desk().get(SEARCH, {"q": "envoys"}).content.decode()
    names = desk().get(SEARCH, {"q": "envoy"}).content.decode()

    assert "The bridge reopens" in page and "Published" in page
    assert "<mark>Envoys</mark> of the two river states" in page
    assert "<mark>Envoys</mark> meet in Varda" in page
    assert "Ada Varga" in names and "Envoyville" in names


@pytest.mark.parametrize("words", ["%", "_x_", "\\", '"', "-x", "E000001", "(", "a" * 500, "' OR 1=1"])
def test_search_answers_whatever_is_typed(words):
    make_report()

    assert desk().get(SEARCH, {"q": words}).status_code == 200


def test_list_is_kept_under_a_name_for_herself_or_for_all():
    client, colleague = desk("annotator"), desk("annotator")
    page = client.get("/admin/events/articletoannotate/?list=waiting&year=1999").content.decode()
    kept = {"of": "articletoannotate", "query": "list=waiting&year=1999"}

    answer = client.post("/admin/events/savedlist/add/", {"name": "Of 1999", **kept})
    client.post("/admin/events/savedlist/add/", {"name": "For all", "is_shared": "on", **kept})

    assert "savedlist/add/?of=articletoannotate&amp;query=list%3Dwaiting%26year%3D1999" in page
    assert answer.url == "/admin/events/articletoannotate/?list=waiting&year=1999"
    hers, theirs = client.get("/admin/").content.decode(), colleague.get("/admin/").content.decode()
    assert "Of 1999" in hers and "For all" in hers
    assert "Of 1999" not in theirs and "For all" in theirs
    shared, own = SavedList.objects.get(is_shared=True), SavedList.objects.get(is_shared=False)
    assert colleague.post(f"/admin/events/savedlist/{shared.pk}/delete/", {"post": "yes"}).status_code == 403
    assert colleague.get(f"/admin/events/savedlist/{own.pk}/change/").status_code == 302
    assert client.post(f"/admin/events/savedlist/{shared.pk}/delete/", {"post": "yes"}).status_code == 302
    assert list(SavedList.objects.all()) == [own]


def test_name_of_a_list_is_taken_once():
    client = desk("annotator")
    kept = {"name": "Of 1999", "of": "event", "query": "date=1999"}
    client.post("/admin/events/savedlist/add/", kept)

    again = client.post("/admin/events/savedlist/add/", kept)

    assert "under this name already" in again.content.decode()
    assert SavedList.objects.count() == 1
