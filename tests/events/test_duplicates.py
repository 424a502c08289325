import pytest

from events.duplicates import likely_duplicates
from tests.make import make_actor, make_article, make_event, make_place, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def actors():
    return [make_actor(), make_actor()]


def test_equal_type_overlapping_dates_and_a_shared_actor_make_a_likely_duplicate(actors):
    known = make_event(date="1999-05-28/1999-05-30", participants=[(actors[0], "actor")])

    found = likely_duplicates(make_article(), type="CONSULT", date="1999-05-29", actors=actors)

    assert found == [known]
    assert found[0].shared == 1


@pytest.mark.parametrize(
    ("over", "asked"),
    [
        ({"type_id": "AGREE", "date": "1999-05-28"}, "1999-05-28"),
        ({"date": "1999-05-27"}, "1999-05-28"),
        ({"date": "[..1999-05-27]"}, "[1999-05-28..]"),
    ],
)
def test_another_type_or_another_time_makes_none(actors, over, asked):
    make_event(participants=[(actors[0], "actor")], **over)

    assert likely_duplicates(make_article(), type="CONSULT", date=asked, actors=actors) == []


def test_without_a_shared_actor_or_place_there_is_none(actors):
    make_event(date="1999-05-28", place=make_place(), participants=[(make_actor(), "actor")])

    assert likely_duplicates(make_article(), type="CONSULT", date="1999-05-28", actors=actors, place=make_place()) == []


def test_more_in_common_comes_first(actors):
    place = make_place()
    both = make_event(date="1999-05-28", participants=[(actor, "actor") for actor in actors])
    all_three = make_event(date="1999-05-28", place=place, participants=[(actor, "actor") for actor in actors])
    there = make_event(date="1999-05-28", place=place)

    found = likely_duplicates(make_article(), type="CONSULT", date="1999-05-28", actors=actors, place=place)

    assert found == [all_three, both, there]
    assert [event.shared for event in found] == [3, 2, 1]


def test_open_dates_come_after_known_ones_and_at_most_five_are_given(actors):
    open_date = make_event(participants=[(actors[0], "actor")])
    dated = [make_event(date="1999-05-28", participants=[(actors[0], "actor")]) for _ in range(4)]
    asked = {"type": "CONSULT", "date": "1999-05-28", "actors": actors}

    assert likely_duplicates(make_article(), **asked)[-1] == open_date
    make_event(date="1999-05-28", participants=[(actors[0], "actor")])
    assert len(likely_duplicates(make_article(), **asked)) == 5
    assert set(dated) < set(likely_duplicates(make_article(), **asked))


def test_what_the_article_reports_already_and_merged_events_are_left_out(actors):
    told = make_event(date="1999-05-28", participants=[(actors[0], "actor")])
    report = make_report(event=told)
    make_event(date="1999-05-28", participants=[(actors[0], "actor")], merged_into=told)

    assert likely_duplicates(report.article, type="CONSULT", actors=actors) == []
    assert likely_duplicates(make_article(), type="CONSULT", actors=actors) == [told]
