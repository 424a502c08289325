"""A request sent again under its key gets the same answer and is not done twice."""

import pytest

from articles.verbs import Refused
from events.models import Actor, RequestKey
from tests.make import make_actor, make_user
from tests.races import together

REQUEST = 'POST /api/v1/actors/ {"name": "Boris"}'


def asked(user, key="1f0", request=REQUEST, act=None):
    return RequestKey.objects.answer_once(key, user=user, request=request, act=act or (lambda: made(user)))


def made(user):
    return {"status": 201, "slug": make_actor(made_by=user).slug}


@pytest.mark.django_db
def test_retry_gets_the_answer_of_the_first_request():
    user = make_user("annotator")

    first, second = asked(user), asked(user)

    assert first == second == {"status": 201, "slug": Actor.objects.get().slug}


@pytest.mark.django_db
def test_other_key_and_other_user_do_it_again():
    user = make_user("annotator")

    asked(user)
    asked(user, key="2f0")
    asked(make_user("annotator"))

    assert Actor.objects.count() == 3


@pytest.mark.django_db
def test_key_of_another_request_is_refused():
    user = make_user("annotator")
    asked(user)

    with pytest.raises(Refused, match="key of its own") as refusal:
        asked(user, request=REQUEST.replace("Boris", "Viktor"))

    assert refusal.value.rule == "request_key_is_used_once"
    assert Actor.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["", "k" * 101])
def test_key_of_no_or_too_many_characters_is_refused(key):
    with pytest.raises(Refused) as refusal:
        asked(make_user("annotator"), key=key)

    assert refusal.value.rule == "request_key_has_key"


@pytest.mark.django_db
def test_request_that_fails_leaves_no_key_and_can_be_repeated():
    user = make_user("annotator")

    with pytest.raises(ZeroDivisionError):
        asked(user, act=lambda: 1 / 0)
    answer = asked(user)

    assert answer["status"] == 201
    assert RequestKey.objects.count() == 1


@pytest.mark.django_db
def test_answers_are_seen_by_nobody_else():
    user = make_user("annotator")
    asked(user)

    assert RequestKey.objects.visible_to(user).count() == 1
    assert not RequestKey.objects.visible_to(make_user("administrator")).exists()
    assert not RequestKey.objects.visible_to(None).exists()
    assert not RequestKey.objects.public().exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", [8, pytest.param(200, marks=pytest.mark.drill)])
def test_two_equal_requests_at_once_are_done_once(rounds):
    user = make_user("annotator")
    for n in range(rounds):
        outcomes = together(lambda n=n: asked(user, key=str(n)), lambda n=n: asked(user, key=str(n)))

        assert outcomes[0] == outcomes[1]
        assert Actor.objects.count() == n + 1
