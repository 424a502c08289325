"""Two people on one row, one at the desk and one by a verb: one of them is told, nothing is silently lost."""

import pytest
from django.test import Client

from articles.models import StaleRevision
from events.editing.events import change_event
from events.editing.reports import change_report
from events.models import Event, Report
from tests.events.test_admin_report import errors, typed
from tests.make import make_event, make_report, make_user
from tests.races import together

ROUNDS = [pytest.param(10, id="few"), pytest.param(200, id="full", marks=pytest.mark.drill)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("rounds", ROUNDS)
def test_one_of_two_who_change_a_row_at_once_is_told(rounds):
    first, second = make_user("reviewer"), make_user("reviewer")
    client = Client()
    client.force_login(first)
    told = {"desk": 0, "verb": 0}
    for n in range(rounds):
        row, address, change = report_of(first, second, n) if n % 2 else event_of(second, n)
        mine = {**typed(client, address), **change["desk"]}

        answer, refusal = together(lambda a=address, m=mine: client.post(a, m), change["verb"])

        row.refresh_from_db()
        won_at_desk = answer.status_code == 302
        assert won_at_desk == isinstance(refusal, StaleRevision), (answer.status_code, refusal)
        assert change["of"](row) == ("desk" if won_at_desk else "verb")
        if not won_at_desk:
            assert "meanwhile" in errors(answer).lower() or "while you had it open" in errors(answer)
        told["verb" if won_at_desk else "desk"] += 1

    assert sum(told.values()) == rounds


def report_of(first, second, n):
    report = make_report(by=first)
    seen = report.revision
    return (
        report,
        f"/admin/events/report/{report.pk}/change/",
        {
            "desk": {"note": "desk"},
            "verb": lambda: change_report(
                Report.objects.get(pk=report.pk), by=second, revision=seen, values={"note": "verb"}
            ),
            "of": lambda row: row.note,
        },
    )


def event_of(second, n):
    event = make_event(label="before")
    seen = event.revision
    return (
        event,
        f"/admin/events/event/{event.pk}/change/",
        {
            "desk": {"label": "desk"},
            "verb": lambda: change_event(
                Event.objects.get(pk=event.pk), by=second, revision=seen, values={"label": "verb"}
            ),
            "of": lambda row: row.label,
        },
    )
