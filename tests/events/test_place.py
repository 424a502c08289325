import pytest

from events.models import PlaceClaim
from tests.make import make_actor, make_event, make_place, make_report, make_user

pytestmark = pytest.mark.django_db


def make_claim(*, place_is_public, state_is_public):
    place, state = make_place(), make_actor(kind="state")
    make_report(event=make_event(place=place), confirmed=place_is_public)
    make_report(event=make_event(participants=[(state, "actor")]), confirmed=state_is_public)
    return PlaceClaim.objects.create(place=place, state=state)


@pytest.mark.parametrize(
    ("place_is_public", "state_is_public", "shown"),
    [(True, True, True), (True, False, False), (False, True, False), (False, False, False)],
)
def test_claim_is_public_where_place_and_state_are(place_is_public, state_is_public, shown):
    make_claim(place_is_public=place_is_public, state_is_public=state_is_public)

    assert PlaceClaim.objects.public().exists() is shown
    assert PlaceClaim.objects.visible_to(None).exists() is shown
    assert PlaceClaim.objects.visible_to(make_user("annotator")).exists()
