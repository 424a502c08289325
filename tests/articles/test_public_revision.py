import pytest
from django.db import connection

from articles import public_revision
from articles.models import PublicChange, PublicCounter, PublicRevision
from articles.public_revision import Fate
from tests.make import make_article, make_source

pytestmark = pytest.mark.django_db


def note(number, kind, row_id, key, path, op):
    """A change as the triggers write it."""
    revision, _ = PublicRevision.objects.get_or_create(number=number)
    values = {"kind": kind, "row_id": row_id, "key": key, "path": path, "op": op, "substantive": True}
    return PublicChange.objects.create(revision=revision, **values)


def test_number_is_nought_before_the_first_change():
    PublicCounter.objects.all().delete()

    assert public_revision.number() == 0


def test_number_is_that_of_the_counter():
    PublicCounter.objects.update_or_create(id=1, defaults={"number": 41})

    assert public_revision.number() == 41


def test_number_costs_one_statement(django_assert_num_queries):
    with django_assert_num_queries(1):
        public_revision.number()


def test_number_rises_by_one_where_the_public_gets_something_else():
    connection.check_constraints()
    before = public_revision.number()

    make_article(published=True)
    make_source()
    connection.check_constraints()

    assert public_revision.number() == before + 1


def test_number_stays_where_hidden_rows_change():
    before = public_revision.number()

    make_article()
    make_source()
    connection.check_constraints()

    assert public_revision.number() == before


def test_changes_since_come_in_order_of_number_then_id():
    connection.check_constraints()
    start = public_revision.number()
    first = note(start + 1, "actors", 1, "ana", "/actors/ana/", "shown")
    second = note(start + 1, "actors", 2, "bo", "/actors/bo/", "shown")
    third = note(start + 2, "actors", 1, "ana", "/actors/ana/", "gone")

    assert list(PublicChange.objects.since(start)) == [first, second, third]
    assert list(PublicChange.objects.since(start + 1, first.pk)) == [second, third]
    assert list(PublicChange.objects.since(start + 2, third.pk)) == []


def test_was_public_only_under_a_key_that_was():
    note(1, "actors", 1, "ana", "/actors/ana/", "shown")

    assert public_revision.was_public("actors", "ana")
    assert not public_revision.was_public("actors", "an")
    assert not public_revision.was_public("places", "ana")


def test_a_row_that_stands_has_no_fate():
    note(1, "actors", 1, "ana", "/actors/ana/", "shown")

    assert public_revision.fate_of("actors", "ana") is None
    assert public_revision.fate_of_page("/actors/ana/") is None
    assert public_revision.fate_of_page("/actors/never/") is None


def test_a_key_that_passed_to_another_row_tells_of_that_one():
    note(1, "actors", 1, "ana", "/actors/ana/", "shown")
    note(2, "actors", 1, "ana", "/actors/ana/", "gone")
    note(2, "actors", 1, "bo", "/actors/bo/", "shown")
    between = public_revision.fate_of_page("/actors/ana/")
    note(3, "actors", 2, "ana", "/actors/ana/", "shown")
    note(4, "actors", 2, "ana", "/actors/ana/", "gone")

    assert between == Fate(True, "bo", "/actors/bo/")
    assert public_revision.fate_of_page("/actors/ana/") == Fate(renamed=False)


@pytest.mark.parametrize(
    ("path", "gone"),
    [
        ("/publications/digest/5/", True),
        ("/publications/digest/5/107/", True),
        ("/publications/digest/5/10/", False),
        ("/publications/digest/50/", False),
        ("/publications/di%/5/", False),
    ],
)
def test_a_volume_is_gone_with_the_last_of_its_issues(path, gone):
    note(1, "issues", 7, "7", "/publications/digest/5/107/", "shown")
    note(2, "issues", 7, "7", "/publications/digest/5/107/", "gone")

    assert public_revision.fate_of_page(path) == (Fate(renamed=False) if gone else None)
