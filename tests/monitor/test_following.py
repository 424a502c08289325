"""Eight people write at once, fast and slow, and a program follows: it misses nothing, and nobody waits for ever."""

from collections.abc import Iterator
from itertools import islice

import pytest

from articles import public_revision
from articles.models import PublicChange, PublicRevision, PublicTouch
from monitor.verifying import public_changes
from tests.make import make_user
from tests.monitor.follower import Follower, by_review, by_status, by_verbs, scenes, slowly
from tests.races import together

CHANGES = [pytest.param(100, id="hundredth"), pytest.param(10_000, id="full", marks=pytest.mark.drill)]


def writing(acts: Iterator, until: int):
    """Act until the public has been told of so many changes."""

    def write():
        made = 0
        while PublicChange.objects.count() < until:
            for act in islice(acts, 4):
                act()
                made += 1
        return made

    return write


@pytest.mark.parametrize("changes", CHANGES)
@pytest.mark.django_db(transaction=True)
def test_a_follower_misses_nothing(changes, settings):
    settings.SINGLE_EDITOR = True
    *own, crossed, one, other, third = scenes(7, make_user("administrator"))
    acts = [*map(by_verbs, own), by_status(crossed), by_review(crossed), *map(slowly, (one, other, third))]
    start, there = public_revision.number(), PublicChange.objects.count()
    follower = Follower()
    follower.start()

    outcomes = together(*(writing(act, until=there + changes) for act in acts))
    follower.over.set()
    follower.join()

    told = PublicChange.objects.filter(revision__number__gt=start)
    numbers = list(PublicRevision.objects.filter(number__gt=start).order_by("number").values_list("number", flat=True))
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    assert follower.read == list(told.order_by("revision__number", "pk").values_list("revision__number", "pk"))
    assert len(follower.read) >= changes
    assert numbers == list(range(start + 1, public_revision.number() + 1))
    assert not PublicTouch.objects.exists()
    assert {c.name: f.shown for c in public_changes.checks() for f in [c.run()] if f.breaches} == {}
