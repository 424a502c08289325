"""The API's resources of events: their shape, and that nothing of them leaks."""

import json
from pathlib import Path

import pytest

from articles.models import ArticleStatus, SpanState
from events.models import (
    Affiliation,
    Event,
    Evidence,
    Participation,
    PlaceClaim,
)
from monitor.api import RESOURCES as ALL
from tests import make
from tests.golden import agrees, make_world
from tests.programs import program_of

pytestmark = pytest.mark.django_db

GOLDEN = Path(__file__).parent / "golden"
API = "/api/v1"
KEYS = {
    "articles": 9001,
    "events": "E009001",
    "reports": 9001,
    "mentions": 9001,
    "actors": "ivan-petrov",
    "places": "varda",
    "event-types": "SANCTION",
    "modes": "SANCTION.expel",
    "contexts": "diplomatic",
}
CODES = ("event-types", "modes", "contexts")


def read(client, address, status=200):
    response = client.get(f"{API}/{address}")
    assert response.status_code == status, response.content
    return json.loads(response.content)


def results(client, address):
    return read(client, address)["results"]


@pytest.mark.parametrize("name", KEYS)
def test_a_list_answers_as_it_always_did(client, request, name):
    make_world()

    answer = read(client, f"{name}/?total=1&page_size=3")

    assert agrees(GOLDEN, f"{name}-list", answer, write=request.config.getoption("golden"))


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_a_row_answers_as_it_always_did(client, request, name, key):
    make_world()

    answer = read(client, f"{name}/{key}/")

    assert agrees(GOLDEN, name, answer, write=request.config.getoption("golden"))


@pytest.mark.parametrize("name", KEYS)
def test_rows_have_the_fields_that_the_serializer_declares(client, name):
    make_world()

    rows = results(client, f"{name}/")

    assert rows
    assert all(list(row) == list(ALL[name].serializer_class().fields) for row in rows)


@pytest.mark.parametrize("name", [name for name in KEYS if name not in CODES])
def test_what_no_public_report_tells_shows_nowhere(client, name):
    article = make.make_article()
    place, actor = make.make_place(), make.make_actor()
    event = make.make_event(place=place, participants=[(actor, "actor")])
    make.make_report(event=event, article=article, confirmed=True)
    make.make_mention(article, "Varda", place)

    assert read(client, f"{name}/?total=1") == {"next": None, "previous": None, "results": [], "total": 0}


def hidden_rows():
    article = make.make_article()
    place, actor = make.make_place(), make.make_actor()
    event = make.make_event(place=place, participants=[(actor, "actor")])
    report = make.make_report(event=event, article=article, confirmed=True)
    mention = make.make_mention(article, "Varda", place)
    return {
        f"events/{event.public_id}/": "events/E987654/",
        f"reports/{report.pk}/": "reports/987654/",
        f"mentions/{mention.pk}/": "mentions/987654/",
        f"actors/{actor.slug}/": "actors/nobody/",
        f"places/{place.slug}/": "places/nowhere/",
    }


def test_what_is_hidden_is_not_found_in_the_same_bytes_as_what_never_was(client):
    for hidden, missing in hidden_rows().items():
        asked = (f"{API}/{address}" for address in (hidden, missing))
        answers = [client.get(address, headers={"x-request-id": "the-same-twice"}) for address in asked]
        assert [answer.status_code for answer in answers] == [404, 404]
        assert answers[0].content == answers[1].content
        assert dict(answers[0].headers) == dict(answers[1].headers)


def test_colleagues_see_what_is_hidden():
    rows = hidden_rows()
    client = program_of(make.make_user("annotator"))

    for hidden, missing in rows.items():
        assert client.get(f"{API}/{hidden}").status_code == 200
        assert client.get(f"{API}/{missing}").status_code == 404


@pytest.mark.parametrize("status", [ArticleStatus.DRAFT, ArticleStatus.IN_REVIEW, ArticleStatus.WITHDRAWN])
def test_only_public_reports_show_within_other_rows(client, status):
    event = make.make_event()
    article = make.make_article(published=True)
    public = make.make_report(event=event, article=article, confirmed=True)
    make.make_report(event=event, article=make.make_article(published=True))
    make.make_report(event=event, article=make.make_article(status=status), confirmed=True)
    make.make_report(event=make.make_event(), article=article)

    assert read(client, f"events/{event.public_id}/")["reports"] == [public.pk]
    assert read(client, f"articles/{article.pk}/")["events"] == [event.public_id]
    assert [row["id"] for row in results(client, "reports/")] == [public.pk]


def test_a_claim_of_a_hidden_report_shows_nobody(client):
    event = make.make_event()
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True)
    hidden = make.make_report(event=event, article=make.make_article(published=True))
    Participation.objects.create(event=event, report=hidden, actor=make.make_actor(), role="host")

    assert read(client, f"events/{event.public_id}/")["participations"] == []
    assert results(client, "actors/") == []


def test_an_orphan_is_not_shown_among_the_evidence(client):
    report = make.make_report(article=make.make_article(published=True), confirmed=True)
    lost = make.make_evidence(report, "met", kind="trigger")
    Evidence.objects.filter(pk=lost.pk).update(state=SpanState.ORPHAN, start=None, end=None)

    assert [span["kind"] for span in read(client, f"reports/{report.pk}/")["evidence"]] == ["sentence"]


def test_a_claimant_that_is_not_public_is_not_named(client):
    place = make.make_place()
    make.make_report(event=make.make_event(place=place), article=make.make_article(published=True), confirmed=True)
    PlaceClaim.objects.create(place=place, state=make.make_actor(kind="state"))

    assert read(client, f"places/{place.slug}/")["claimed_by"] == []


TWO = "Envoys met in Varda. They agreed to meet again. Nothing else is known."


@pytest.mark.parametrize(
    ("policy", "quote"),
    [
        ("full", "Envoys met in Varda. They agreed to meet again."),
        ("sentence", "Envoys met in Varda."),
        ("none", None),
    ],
)
def test_the_quote_policy_rules_what_words_leave(client, policy, quote):
    issue = make.make_issue(publication=make.make_publication(quote_policy=policy))
    article = make.make_article(published=True, issue=issue, text=TWO)
    report = make.make_report(article=article, confirmed=True, words="Envoys met in Varda. They agreed to meet again.")

    (span,) = read(client, f"reports/{report.pk}/")["evidence"]
    assert span["quote"] == quote
    assert (span["start"], span["end"]) == (0, 47)


@pytest.fixture
def minister():
    """A person with two offices in turn, in a state that is public too."""
    person, state = make.make_actor(slug="minister"), make.make_actor(kind="state", name="Northland")
    for office, start, end in [("Mayor", "1990", "1996"), ("Foreign Minister", "1997", "1999-06"), ("", "1999-05", "")]:
        Affiliation.objects.create(person=person, organisation=state, office=office, start=start, end=end)
    return person, state


def offices(client, event):
    return [part["office"] for part in read(client, f"events/{event.public_id}/")["participations"]]


@pytest.mark.parametrize(
    ("date", "office"),
    [
        ("1995-03", "Mayor of Northland"),
        ("1998-03-01", "Foreign Minister of Northland"),
        ("1999-06-02", "Foreign Minister of Northland, Member of Northland"),
        ("2001/..", "Member of Northland"),
        ("[..1992]", "Mayor of Northland"),
        ("1980", ""),
        ("", ""),
        ("XXXX-05-28", ""),
    ],
)
def test_an_office_is_the_one_held_on_the_day_of_the_event(client, minister, date, office):
    person, state = minister
    event = make.make_event(date=date, participants=[(person, "actor"), (state, "recipient")])
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True)

    assert offices(client, event) == [office, ""]


def test_an_office_that_the_text_gives_goes_before(client, minister):
    person, state = minister
    event = make.make_event(date="1998", participants=[(state, "recipient")])
    make.make_participation(event, person, office="Special Envoy")
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True)

    assert offices(client, event) == ["", "Special Envoy"]


def test_an_office_in_a_body_that_is_not_public_is_not_told(client, minister):
    person, _state = minister
    event = make.make_event(date="1998", participants=[(person, "actor")])
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True)

    assert offices(client, event) == [""]
    assert read(client, "actors/minister/")["affiliations"] == []


def test_a_claimed_participation_has_the_office_of_the_claimed_day(client, minister):
    person, state = minister
    event = make.make_event(date="1998", participants=[(state, "actor")])
    report = make.make_report(
        event=event, article=make.make_article(published=True), confirmed=True, claimed_date="1995"
    )
    Participation.objects.create(event=event, report=report, actor=person, role="host")

    (claimed,) = read(client, f"reports/{report.pk}/")["claimed_participations"]
    assert claimed["office"] == "Mayor of Northland"


@pytest.mark.parametrize(
    ("make_kept", "resource"), [(make.make_actor, "actors"), (make.make_place, "places"), (make.make_event, "events")]
)
def test_the_address_of_a_merged_row_leads_to_the_one_that_was_kept(client, make_kept, resource):
    kept = make_kept()
    merged = make_kept(merged_into=kept)
    lonely = make_kept(merged_into=make_kept())
    over = {"place": {"place": kept}, "actor": {"participants": [(kept, "actor")]}}.get(kept._meta.model_name, {})
    event = kept if isinstance(kept, Event) else make.make_event(**over)
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True)

    response = client.get(f"{API}/{resource}/{key(merged)}/")

    assert response.status_code == 301
    assert response.headers["Location"] == f"http://testserver{API}/{resource}/{key(kept)}/"
    assert client.get(f"{API}/{resource}/{key(lonely)}/").status_code == 404


def key(row):
    return row.public_id if isinstance(row, Event) else row.slug


def test_merged_rows_are_listed_for_nobody():
    kept = make.make_actor(slug="kept")
    make.make_actor(slug="merged", merged_into=kept)
    client = program_of(make.make_user("editor"))

    assert [row["slug"] for row in results(client, "actors/")] == ["kept"]


def test_a_planned_meeting_folds_into_an_agreement(client):
    event = make.make_event(type_id="CONSULT")
    make.make_report(event=event, article=make.make_article(published=True), confirmed=True, status="planned")

    row = read(client, f"events/{event.public_id}/")

    assert (row["type"], row["status"], row["plover_type"]) == ("CONSULT", "planned", "AGREE")
    assert row["plover_note"] == "Folded from CONSULT, planned."


@pytest.mark.parametrize("address", ["events/E1/", "events/E0000001/", "events/9001/", "events/E999999999999999999/"])
def test_what_is_no_public_id_is_not_found(client, address):
    make_world()

    assert client.get(f"{API}/{address}").status_code == 404
