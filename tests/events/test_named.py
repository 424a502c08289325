import pytest

from events.models import Actor, ActorName
from tests.make import make_actor

pytestmark = pytest.mark.django_db


def names_of(rows):
    return [row.name for row in rows]


def test_names_that_begin_so_come_first_and_from_a_to_z():
    make_actor(name="Yeltsina Foundation", kind="organisation")
    make_actor(name="Yeltsin, Boris")
    make_actor(name="Office of Yeltsin", kind="organisation")
    make_actor(name="Kim Dae-jung")

    found = names_of(Actor.objects.looked_up("Yelts"))
    whole = names_of(Actor.objects.looked_up("Yeltsin"))

    assert found[:2] == ["Yeltsin, Boris", "Yeltsina Foundation"]
    assert whole == ["Yeltsin, Boris", "Yeltsina Foundation", "Office of Yeltsin"]


@pytest.mark.parametrize("typed", ["Gorbachov", "gorbatchev", "Горбачев", "Gorbačëv"])
def test_misspelt_name_is_found_by_any_spelling(typed):
    actor = make_actor(name="Mikhail Gorbachev")
    ActorName.objects.create(actor=actor, name="Горбачев")
    make_actor(name="Kim Dae-jung")

    assert names_of(Actor.objects.looked_up(typed)) == ["Mikhail Gorbachev"]


def test_likest_spelling_comes_first_and_each_row_once():
    make_actor(name="Yeltsin").names.create(name="Yeltsin, Boris")
    make_actor(name="Yeltsy")

    assert names_of(Actor.objects.looked_up("Yeltsyn")) == ["Yeltsy", "Yeltsin"]


@pytest.mark.parametrize("typed", ["ab", "%", "_e", "100%"])
def test_short_words_and_wild_cards_find_only_what_begins_so(typed):
    make_actor(name="Yeltsin, Boris")

    assert names_of(Actor.objects.looked_up(typed)) == []


def test_nothing_typed_is_everything():
    make_actor(name="Yeltsin, Boris")

    assert names_of(Actor.objects.looked_up("  ")) == ["Yeltsin, Boris"]
