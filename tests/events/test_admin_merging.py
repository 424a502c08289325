"""The desk: two rows become one after a look at both, and stand for themselves again; reports go to another event."""

import pytest
from django.test import Client

from events.models import Event, MergeRecord
from tests.make import make_actor, make_article, make_event, make_place, make_report, make_source, make_user

pytestmark = pytest.mark.django_db

ADDRESSES = {
    "actor": "/admin/events/actor/{}/merge/",
    "place": "/admin/events/place/{}/merge/",
    "event": "/admin/events/event/{}/merge/",
    "newssource": "/admin/events/mergerecord/merge-source/{}/",
}
PAIRS = {"actor": make_actor, "place": make_place, "event": make_event, "newssource": make_source}


def somebody(role):
    client = Client()
    client.user = make_user(role)
    client.force_login(client.user)
    return client


@pytest.fixture
def desk():
    return somebody("editor")


def again(row):
    row.refresh_from_db()
    return row


def errors(response):
    return str(response.context["form"].errors)


def look(desk, kind, row, other, **over):
    """The page with both sides, and what it sends on."""
    values = {"other": other.pk, "keep": "this", "reason": "One and the same.", "revision": row.revision, **over}
    page = desk.post(ADDRESSES[kind].format(row.pk), values)
    return page, {**values, "seen": page.context["form"]["seen"].value(), "do": "1"}


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize("keep", ["this", "other"])
def test_two_are_one_after_a_look_at_both_and_two_again(desk, kind, keep):
    row, other = PAIRS[kind](), PAIRS[kind]()
    stays, goes = (row, other) if keep == "this" else (other, row)

    page, values = look(desk, kind, row, other, keep=keep)
    untouched = again(goes).merged_into
    merged = desk.post(ADDRESSES[kind].format(row.pk), values)
    record = MergeRecord.objects.get()
    into = again(goes).merged_into
    button = desk.get(f"/admin/events/mergerecord/{record.pk}/change/").content.decode()
    undone = desk.post(f"/admin/events/mergerecord/{record.pk}/undo/", {"reason": "Two after all."})

    shown = page.content.decode()
    assert page.status_code == 200 and untouched is None
    assert f"Stays: {stays}" in shown and f"Goes: {goes}" in shown
    assert (merged.status_code, into, record.reason) == (302, stays, "One and the same.")
    assert "/undo/" in button and undone.status_code == 302
    assert again(goes).merged_into is None and again(record).undone_by == desk.user


def test_what_was_not_looked_at_is_not_merged(desk):
    actor, seen, other = make_actor(), make_actor(), make_actor()
    _, values = look(desk, "actor", actor, seen)

    response = desk.post(ADDRESSES["actor"].format(actor.pk), {**values, "other": other.pk})

    assert response.status_code == 409 and f"Look at {other} beside {actor} first" in errors(response)
    assert f"Goes: {other}" in response.content.decode()
    assert not MergeRecord.objects.exists()


@pytest.mark.parametrize("changed", ["row", "other"])
def test_stale_merge_shows_what_changed_and_a_second_yes_counts(desk, changed):
    rows = {"row": make_actor(), "other": make_actor()}
    _, values = look(desk, "actor", rows["row"], rows["other"])
    rows[changed].wikidata = "Q42"
    rows[changed].save()

    refused = desk.post(ADDRESSES["actor"].format(rows["row"].pk), values)
    form = refused.context["form"]
    fresh = {**values, "revision": form["revision"].value(), "seen": form["seen"].value()}
    merged = desk.post(ADDRESSES["actor"].format(rows["row"].pk), fresh)

    assert refused.status_code == 409 and "<td>nothing</td><td>Q42</td>" in refused.content.decode()
    assert merged.status_code == 302 and MergeRecord.objects.count() == 1


def test_rule_that_forbids_a_merge_is_said_on_the_page(desk):
    person, state = make_actor(kind="person"), make_actor(kind="state")
    _, values = look(desk, "actor", person, state)

    response = desk.post(ADDRESSES["actor"].format(person.pk), values)

    assert response.status_code == 409 and "change the kind of one first" in errors(response)


def test_merged_rows_are_not_offered_where_a_form_asks_for_one(desk):
    for kind, app, make in (("event", "events", make_event), ("newssource", "articles", make_source)):
        make(merged_into=make())
        names = {"app_label": app, "model_name": kind, "field_name": "merged_into", "term": ""}

        offered = desk.get("/admin/autocomplete/", names).json()["results"]

        assert len(offered) == 1, kind


def test_reports_are_split_off_as_an_event_of_their_own(desk):
    event = make_event(label="Envoys meet")
    stays, goes = (make_report(event=event, confirmed=True) for _ in range(2))
    values = {"reports": [goes.pk], "label": "Envoys meet again", "reason": "Another day.", "revision": event.revision}

    response = desk.post(f"/admin/events/event/{event.pk}/split/", values)

    assert response.status_code == 302
    assert again(goes).event == Event.objects.get(label="Envoys meet again")
    assert again(stays).event == event


def test_event_keeps_one_report_at_least(desk):
    report = make_report(confirmed=True)
    values = {"reports": [report.pk], "label": "Another", "reason": "Another day.", "revision": report.event.revision}

    response = desk.post(f"/admin/events/event/{report.event_id}/split/", values)

    assert response.status_code == 409 and "at least one report" in errors(response)


def test_report_is_moved_to_the_event_looked_up(desk):
    report, event = make_report(), make_event()
    values = {"to_event": event.pk, "reason": "The same talks.", "revision": report.revision}

    response = desk.post(f"/admin/events/report/{report.pk}/move/", values)

    assert response.status_code == 302 and again(report).event == event


def test_annotator_moves_her_own_report_until_it_is_confirmed():
    annotator = somebody("annotator")
    own, confirmed = make_report(by=annotator.user), make_report(by=annotator.user, confirmed=True)

    answers = [annotator.get(f"/admin/events/report/{r.pk}/move/").status_code for r in (own, confirmed)]

    assert answers == [200, 403]


def test_nobody_waits_for_what_hangs_on_an_event_merged_away(desk):
    article, kept, merged = make_article(), make_event(), make_event(date="1999-05-28", date_to_check=True)
    make_report(article=article, event=kept)
    double = make_report(article=article, event=merged)
    _, values = look(desk, "event", kept, merged)
    desk.post(ADDRESSES["event"].format(kept.pk), values)

    home = desk.get("/admin/").content.decode()
    waiting = desk.get("/admin/events/report/?review_state__exact=proposed").context["cl"].queryset
    to_check = desk.get("/admin/events/event/?date_to_check__exact=1").context["cl"].queryset
    asked_for = desk.get("/admin/events/report/?merged=yes").context["cl"].queryset

    assert "<strong>1</strong> reports to review" in home and "dates to check" not in home
    assert double not in waiting and waiting.count() == 1 and not to_check
    assert list(asked_for) == [double]
