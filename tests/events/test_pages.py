"""The public pages of what we say is reported, and its part of the article's page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import Affiliation, EventRelation, EvidenceKind, GeoPrecision, ReportStatus, ReviewState
from tests.make import (
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_evidence,
    make_issue,
    make_participation,
    make_place,
    make_publication,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db


def read(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


def words(html):
    """The page as read aloud: no tags, a blank after each block, single blanks."""
    apart = re.sub(r"</(td|th|p|li|h\d|dt|dd)>", " ", html)
    return " ".join(re.sub(r"<[^>]+>", "", apart).split())


@pytest.fixture
def issue():
    return make_issue(publication=make_publication(slug="digest", title="The Digest"), volume=5, number=107)


@pytest.fixture
def report(issue):
    """A confirmed report of talks on the first sentence of a published article."""
    event = make_event(label="Talks on the bridge at Varda", date="1999-05-28", place=make_place(name="Varda"))
    return make_report(
        article=make_article(issue=issue, published=True, title="The bridge"), event=event, confirmed=True
    )


def test_words_card_and_event_lead_to_each_other(client, report):
    event, evidence = report.event, report.evidence.get()

    article = read(client, report.article.get_absolute_url())
    dossier = read(client, event.get_absolute_url())

    assert f'id="e{evidence.pk}">{evidence.quote}</span>' in article
    assert f'href="#{event.public_id}" aria-label="Event 1: {event.label}">1</a>' in article
    assert f'id="{event.public_id}"' in article
    assert f'href="#e{evidence.pk}">sentence 1</a>' in article
    assert f'<a href="{event.get_absolute_url()}">{event.label}</a>' in article
    assert f'href="{report.article.get_absolute_url()}#e{evidence.pk}"' in dossier
    assert f"“{evidence.quote}”" in dossier


def test_dossier_says_what_when_and_where(client, report):
    event = report.event
    event.geo_precision = GeoPrecision.CITY
    event.save()

    told = words(read(client, event.get_absolute_url()))

    assert f"Event {event.public_id} Talks on the bridge at Varda Held 28 May 1999, Varda" in told
    assert "1 report in 1 issue, 0 sources." in told
    assert "Known to the city." in told


@pytest.mark.parametrize(
    ("values", "word", "shape"),
    [
        ({"status": ReportStatus.OCCURRED}, "Held", "full"),
        ({"status": ReportStatus.OCCURRED, "claimed_type_id": "AGREE"}, "Occurred", "full"),
        ({"status": ReportStatus.ONGOING}, "Under way", "full"),
        ({"status": ReportStatus.PLANNED}, "Planned", "empty"),
        ({"status": ReportStatus.PLANNED, "hedged": True}, "In doubt", "half"),
        ({"status": ReportStatus.PROPOSED}, "Proposed", "empty"),
        ({"status": ReportStatus.ALLEGED}, "Alleged", "half"),
        ({"status": ReportStatus.DENIED}, "Denied", "dash"),
        ({"status": ReportStatus.CANCELLED}, "Called off", "dash"),
    ],
)
def test_a_status_reads_as_people_say_it(client, values, word, shape):
    report = make_report(confirmed=True, event=make_event(type_id="CONSULT"), **values)

    told = f'<span class="status" data-shape="{shape}">{word}</span>'

    assert told in read(client, report.article.get_absolute_url())


def test_participants_are_named_with_the_office_of_the_day(client, report):
    minister, state = make_actor(name="Ada Varga"), make_actor(name="Sorland", kind="state")
    make_participation(report.event, minister, "actor")
    make_participation(report.event, minister, "host")
    make_participation(report.event, state, "recipient")
    for office, start, end in [("Foreign Minister", "1998", "1999-12-31"), ("Prime Minister", "2000", "2001")]:
        Affiliation.objects.create(person=minister, organisation=state, office=office, start=start, end=end)

    told = words(read(client, report.event.get_absolute_url()))

    assert "Ada Varga Actor, host Foreign Minister of Sorland Sorland Recipient State" in told
    assert "Prime Minister" not in told


def test_an_office_given_for_the_event_wins(client, report):
    make_participation(report.event, make_actor(name="Ada Varga"), "actor", office="Special envoy")

    assert "Ada Varga Actor Special envoy" in words(read(client, report.event.get_absolute_url()))


def test_who_said_so_stands_beside_each_report(client, report):
    citation = make_citation(
        report.article,
        "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)",
        (make_source(name="Kyodo"), "1999-05-28"),
    )
    report.attributions.create(cited_report=citation.reports.get())

    assert "Said by Kyodo, 28 May 1999" in words(read(client, report.event.get_absolute_url()))
    assert "Said by Kyodo." in words(read(client, report.article.get_absolute_url()))


def test_words_that_tell_the_status_are_strong(client, report):
    make_evidence(report, "met in Varda", kind=EvidenceKind.TRIGGER)

    html = read(client, report.event.get_absolute_url())

    assert "“Envoys of the two river states <b>met in Varda</b> on May 28.”" in html


def test_the_way_to_a_status_is_told_in_steps(client, issue):
    event = make_event(label="The visit")
    for number, status in [(1, "planned"), (2, "planned"), (3, "occurred")]:
        printed = make_issue(publication=issue.publication, number=number, date=f"1999-05-0{number}")
        make_report(article=make_article(issue=printed, published=True), event=event, status=status, confirmed=True)

    told = words(read(client, event.get_absolute_url()))

    assert (
        "How it came about Planned The Digest, vol. 5, no. 1, 1 May 1999 Held The Digest, vol. 5, no. 3, 3 May 1999"
        in told
    )


def test_reports_that_differ_stand_side_by_side(client, report):
    make_report(event=report.event, confirmed=True, claimed_place=make_place(name="Murava"), claimed_date="1999-05-30")

    told = words(read(client, report.event.get_absolute_url()))

    differences = told.partition("Where the reports differ When was it?")[2]
    when, _, where = differences.partition("Where was it?")
    assert "28 May 1999" in when and "30 May 1999" in when
    assert "Varda" in where and "Murava" in where
    assert "This report places it in Murava" in told


def test_reports_that_agree_differ_in_nothing(client, report):
    make_report(event=report.event, confirmed=True)

    assert "Reports differ" not in words(read(client, report.event.get_absolute_url()))


def test_related_events_lead_to_each_other_if_public(client, report):
    other, hidden = make_report(confirmed=True).event, make_report(event=make_event(label="Hidden talks")).event
    EventRelation.objects.create(source=report.event, target=other, kind="realises")
    EventRelation.objects.create(source=report.event, target=hidden, kind="about")

    here, there = (read(client, event.get_absolute_url()) for event in (report.event, other))

    assert f"Carries out {other.label}" in words(here)
    assert f"Carried out by {report.event.label}" in words(there)
    assert "Hidden talks" not in here


@pytest.mark.parametrize(
    ("policy", "shown", "hidden"),
    [
        ("full", "on May 28. They agreed to reopen the bridge.”", ""),
        ("sentence", "on May 28.”", "They agreed"),
        ("none", "keep its words on the article’s own page", "Envoys of"),
    ],
)
def test_quotations_follow_the_policy_of_their_publication(client, policy, shown, hidden):
    issue = make_issue(publication=make_publication(quote_policy=policy))
    both = "Envoys of the two river states met in Varda on May 28. They agreed to reopen the bridge."
    report = make_report(article=make_article(issue=issue, published=True, title="Kept"), words=both, confirmed=True)

    html = read(client, report.event.get_absolute_url())

    assert shown in html
    assert not hidden or hidden not in html
    assert "They agreed to reopen the bridge." in words(read(client, report.article.get_absolute_url()))


def test_the_first_page_quotes_no_publication_that_forbids_it(client):
    issue = make_issue(publication=make_publication(quote_policy="none"))
    make_report(article=make_article(issue=issue, published=True, title="Kept"), confirmed=True)

    assert "Envoys of" not in read(client, "/")


def test_the_first_page_shows_a_sentence_with_what_it_reports(client, report):
    html = read(client, "/")

    assert "Envoys of the two river states met in Varda on May 28." in words(html).replace(".1", ".")
    assert f'href="{report.event.get_absolute_url()}"' in html


def test_an_item_of_an_issue_lists_its_first_events(client, report):
    for _ in range(5):
        make_report(article=report.article, confirmed=True)

    html = read(client, report.article.issue.get_absolute_url())

    assert f"{report.event.label}, held" in words(html)
    assert "and 3 more" in html


@pytest.mark.parametrize("state", [ReviewState.PROPOSED, ReviewState.REJECTED, ReviewState.RETURNED])
def test_an_unconfirmed_report_shows_nowhere(client, report, state):
    hidden = make_report(article=report.article, event=make_event(label="Hidden talks"), words="Varda has proposed")
    hidden.review_state = state
    hidden.review_reason = "unclear"
    hidden.reviewer, hidden.reviewed_at = report.coder, report.reviewed_at
    hidden.save()
    article = report.article

    pages = [read(client, at) for at in ("/", article.get_absolute_url(), article.issue.get_absolute_url())]
    hidden_page, never = client.get(hidden.event.get_absolute_url()), client.get("/events/E999999/")

    assert not any("Hidden talks" in html or hidden.event.public_id in html for html in pages)
    assert hidden_page.status_code == never.status_code == 404
    assert hidden_page.content == never.content


@pytest.mark.parametrize(
    "name", ["E1", "e000001", "E0000001", "000001", "E\u0660\u0660000\u0661", "E99999999999999999999"]
)
def test_an_event_has_one_name(client, name):
    assert "Nothing is published at this address" in read(client, f"/events/{name}/", status=404)


def test_a_merged_event_leads_to_the_one_that_was_kept(client, report):
    merged = make_event(merged_into=report.event)

    response = client.get(merged.get_absolute_url())

    assert (response.status_code, response.url) == (301, report.event.get_absolute_url())


def test_a_merged_source_is_named_as_the_one_that_was_kept(client, report):
    merged = make_source(name="Tass", merged_into=make_source(name="Itar-Tass"))
    citation = make_citation(report.article, "Itar-Tass, May 28-30", (merged, ""))
    report.attributions.create(cited_report=citation.reports.get())

    assert "Said by Itar-Tass" in words(read(client, report.event.get_absolute_url()))


@pytest.mark.parametrize("name", ["article", "event", "actor", "place"])
def test_a_page_has_a_twin_that_answers_as_the_api_does(client, report, name):
    minister = make_actor(name="Ada Varga")
    make_participation(report.event, minister, "actor")
    page, resource, key = {
        "article": (report.article, "articles", report.article.pk),
        "event": (report.event, "events", report.event.public_id),
        "actor": (minister, "actors", minister.slug),
        "place": (report.event.place, "places", report.event.place.slug),
    }[name]

    twin = client.get(f"{page.get_absolute_url()}index.json")

    assert twin.status_code == 200
    assert twin.json() == client.get(f"/api/v1/{resource}/{key}/").json()
    assert f'href="{page.get_absolute_url()}index.json"' in read(client, page.get_absolute_url())


def test_a_twin_keeps_words_that_the_publication_keeps(client):
    issue = make_issue(publication=make_publication(quote_policy="sentence"))
    article = make_article(issue=issue, published=True, title="Kept")

    twin = client.get(f"{article.get_absolute_url()}index.json")

    assert twin.json()["text"] is None


def test_the_twin_of_a_merged_event_leads_to_that_of_the_kept_one(client, report):
    merged = make_event(merged_into=report.event)

    response = client.get(f"{merged.get_absolute_url()}index.json")

    assert (response.status_code, response.url) == (301, f"{report.event.get_absolute_url()}index.json")


def test_an_actor_has_offices_and_events(client, report):
    minister, state = make_actor(name="Ada Varga"), make_actor(name="Sorland", kind="state")
    minister.names.create(name="Ada Vargha")
    for actor in (minister, state):
        make_participation(report.event, actor, "actor")
    Affiliation.objects.create(
        person=minister, organisation=state, office="Foreign Minister", start="1998", start_is_real=True, end="1999"
    )

    told = words(read(client, minister.get_absolute_url()))

    assert "Ada Varga Also Ada Vargha" in told
    assert "Foreign Minister Sorland 1998 last cited 1999" in told
    assert "28 May 1999 Talks on the bridge at Varda Held · Varda" in told


def test_a_place_has_the_events_within_it(client, report):
    country = make_place(name="Sorland", kind="country")
    report.event.place.parent = country
    report.event.place.save()

    told = words(read(client, country.get_absolute_url()))

    assert "Talks on the bridge at Varda Held · Varda" in told
    assert f'href="{country.get_absolute_url()}"' in read(client, report.event.place.get_absolute_url())


@pytest.mark.parametrize("tail", ["", "index.json"])
def test_actors_and_places_of_hidden_events_are_not_found(client, tail):
    actor, place = make_actor(name="Secret Envoy"), make_place(name="Secret Town")
    make_report(event=make_event(place=place, participants=[(actor, "actor")]))

    for row, never in ((actor, "/actors/nobody/"), (place, "/places/nowhere/")):
        hidden = client.get(row.get_absolute_url() + tail)
        assert hidden.status_code == 404
        assert hidden.content == client.get(never + tail).content


def test_a_merged_actor_or_place_leads_to_the_one_that_was_kept(client, report):
    kept = make_actor()
    make_participation(report.event, kept, "actor")
    merged = [make_actor(merged_into=kept), make_place(merged_into=report.event.place)]

    answers = [client.get(row.get_absolute_url()) for row in merged]

    assert [answer.status_code for answer in answers] == [301, 301]
    assert [answer.url for answer in answers] == [kept.get_absolute_url(), report.event.place.get_absolute_url()]


def test_no_page_links_to_what_does_not_exist(client, report):
    make_participation(report.event, make_actor(), "actor")
    seen, waiting = set(), ["/"]

    while waiting:
        address = waiting.pop()
        seen.add(address)
        html = read(client, address)
        found = re.findall(r'href="(/[^"#?]*)', html)
        waiting += [at for at in found if at not in seen and not at.startswith(("/static/", "/api/"))]
        waiting = list(dict.fromkeys(waiting))

    assert report.event.get_absolute_url() in seen
    assert report.article.get_absolute_url() in seen


def statements(client, address):
    with CaptureQueriesContext(connection) as captured:
        read(client, address)
    return len(captured)


def bear_witness(event):
    """One more public report of `event`, with a claim, participants, sources and relations."""
    report = make_report(event=event, confirmed=True, claimed_place=make_place(), status="planned")
    make_evidence(report, "met in Varda", kind=EvidenceKind.TRIGGER)
    citation = make_citation(report.article, "AP, May 29", (make_source(), ""))
    report.attributions.create(cited_report=citation.reports.get())
    person, state = make_actor(), make_actor(kind="state")
    for actor in (person, state):
        make_participation(event, actor, "actor")
        make_participation(event, actor, "topic", report=report)
    Affiliation.objects.create(person=person, organisation=state, office="Envoy")
    EventRelation.objects.create(source=event, target=make_report(confirmed=True).event, kind="about")
    return report


@pytest.mark.parametrize("name", ["event", "event twin", "article twin", "actor", "place"])
def test_twice_the_rows_cost_the_same_statements(client, name):
    event, actor = make_event(date="1999-05-28", place=make_place()), make_actor()
    make_participation(event, actor, "actor")
    article = bear_witness(event).article
    bear_witness(event)
    address = {
        "event": event.get_absolute_url(),
        "event twin": f"{event.get_absolute_url()}index.json",
        "article twin": f"{article.get_absolute_url()}index.json",
        "actor": actor.get_absolute_url(),
        "place": event.place.get_absolute_url(),
    }[name]
    before = statements(client, address)

    bear_witness(event)
    bear_witness(event)
    for _ in range(3):
        another = make_event(place=event.place, participants=[(actor, "actor")])
        make_report(event=another, article=article, confirmed=True)
    body = make_actor(kind="organisation")
    make_participation(event, body, "actor")
    Affiliation.objects.create(person=actor, organisation=body, office="Delegate")

    assert statements(client, address) == before > 0
