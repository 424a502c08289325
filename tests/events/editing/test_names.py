import pytest
from django.core.exceptions import PermissionDenied

from articles.models import StaleRevision
from events import editing
from events.editing import names
from events.models import Actor, Place
from tests.make import make_actor, make_event, make_place, make_report, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def annotator():
    return make_user("annotator")


def test_actor_is_found_by_name_and_variant(annotator):
    actor = names.make_actor(by=annotator, name="Borís Yeltsin", kind="person", variants=["Jelzin"], wikidata="Q34453")

    assert actor.slug == "boris-yeltsin"
    assert Actor.objects.called("BORIS YELTSIN").get() == Actor.objects.called("jelzin").get() == actor


def test_places_of_the_same_name_have_addresses_of_their_own(annotator):
    first = names.make_place(by=annotator, name="Varda", kind="city")
    second = names.make_place(by=annotator, name="Varda", kind="city", parent=make_place(kind="country"))

    assert (first.slug, second.slug) == ("varda", "varda-2")
    assert second.ancestors == [second.parent_id]


def test_new_name_becomes_a_variant_and_the_old_one_stays(annotator):
    place = names.make_place(by=annotator, name="Kiev", kind="city")

    names.change_place(place, by=annotator, name="Kyiv")

    assert {n.name for n in place.names.all()} == {"Kiev", "Kyiv"}
    assert Place.objects.called("kiev").get().name == "Kyiv"


def test_annotator_changes_what_she_made_until_it_is_public(annotator):
    actor = names.make_actor(by=annotator, name="Ana Bel", kind="person")
    names.change_actor(actor, by=annotator, kind="group")
    make_report(event=make_event(participants=[(actor, "actor")]), confirmed=True)

    with pytest.raises(PermissionDenied, match="public"):
        names.change_actor(actor, by=annotator, kind="person")


def test_colleagues_rows_take_variants_but_no_changes(annotator):
    actor = make_actor(made_by=make_user("annotator"))

    assert names.add_variants(actor, ["Another spelling", actor.name], by=annotator) == 1
    with pytest.raises(PermissionDenied):
        names.change_actor(actor, by=annotator, name="Mine")


def test_reviewer_changes_any():
    actor = make_actor(made_by=make_user("annotator"))

    assert names.change_actor(actor, by=make_user("reviewer"), name="Corrected").name == "Corrected"


def test_reader_makes_nothing():
    with pytest.raises(PermissionDenied):
        names.make_actor(by=make_user(), name="Ana Bel", kind="person")


@pytest.mark.parametrize("values", [{"kind": "ghost"}, {"wikidata": "34453"}, {"name": ""}])
def test_impossible_value_is_refused(annotator, values):
    actor = names.make_actor(by=annotator, name="Ana Bel", kind="person")

    with pytest.raises(editing.Refused):
        names.change_actor(actor, by=annotator, **values)


def test_circle_of_places_is_refused_in_words(annotator):
    outer = names.make_place(by=annotator, name="Outer", kind="country")
    inner = names.make_place(by=annotator, name="Inner", kind="city", parent=outer)

    with pytest.raises(editing.Refused, match="lie in itself"):
        names.change_place(outer, by=annotator, parent=inner)


def test_stale_change_is_refused(annotator):
    actor = names.make_actor(by=annotator, name="Ana Bel", kind="person")
    seen = actor.revision
    names.change_actor(actor, by=annotator, wikidata="Q1")

    with pytest.raises(StaleRevision):
        names.change_actor(actor, by=annotator, revision=seen, wikidata="Q2")
