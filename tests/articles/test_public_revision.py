import pytest

from articles import public_revision
from articles.models import PublicCounter

pytestmark = pytest.mark.django_db


def test_number_is_nought_before_the_first_change():
    PublicCounter.objects.all().delete()

    assert public_revision.number() == 0


def test_number_is_that_of_the_counter():
    PublicCounter.objects.update_or_create(id=1, defaults={"number": 41})

    assert public_revision.number() == 41
