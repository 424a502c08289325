import pytest

from events.editing import names
from events.lexicon import lexicon_of_rows
from events.models import Actor
from tests.make import make_actor, make_place, make_user

pytestmark = pytest.mark.django_db


def test_the_names_of_the_archive_lie_over_the_gazetteer():
    actor, place = make_actor(name="Ukraine", kind="state"), make_place(name="Ukraine", kind="country")

    entry = lexicon_of_rows().exactly("Ukraine")

    assert entry is not None
    assert (entry.kind, entry.slug, entry.place_slug) == ("state", actor.slug, place.slug)


def test_a_capital_keeps_its_government_and_gets_the_slug_of_its_row():
    place = make_place(name="Kyiv")

    entry = lexicon_of_rows().exactly("Kyiv")

    assert entry is not None
    assert (entry.kind, entry.government, entry.place_slug) == ("place", "Ukraine", place.slug)


def test_a_new_variant_is_known_at_once_and_a_merged_row_no_more():
    actor = make_actor(name="Ana Belova")
    assert lexicon_of_rows().exactly("Ana Belowa") is None

    names.add_variants(actor, ["Ana Belowa"], by=make_user("annotator"))
    known = lexicon_of_rows().exactly("Ana Belowa")
    actor.merged_into = make_actor()
    actor.save()

    assert known is not None and known.slug == actor.slug
    assert lexicon_of_rows().exactly("Ana Belowa") is None


def test_it_is_not_built_again_while_nothing_changes(django_assert_num_queries):
    make_actor()
    first = lexicon_of_rows()

    with django_assert_num_queries(1):
        assert lexicon_of_rows() is first


def test_a_write_that_commits_late_is_seen_too():
    """Its time may be older than that of a write seen before."""
    actor, other = make_actor(name="Ana Belova"), make_actor()
    other.save()
    lexicon_of_rows()

    Actor.objects.filter(pk=actor.pk).update(slug="ana")

    entry = lexicon_of_rows().exactly("Ana Belova")
    assert entry is not None and entry.slug == "ana"
