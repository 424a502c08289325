"""The workbench's addresses: documents read, saved, refused."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.dates import bounds
from events import editing
from events.merging import merge
from events.models import Actor, Affiliation, Event, Evidence, Mention, Place, Report
from tests.make import (
    TEXT,
    make_actor,
    make_article,
    make_citation,
    make_event,
    make_mention,
    make_place,
    make_report,
    make_source,
    make_user,
)

pytestmark = pytest.mark.django_db

SENTENCE = "Envoys of the two river states met in Varda on May 28."
CITATION = "(Kyodo, May 28-29; Itar-Tass, May 28-30; AP, May 29)"


class Desk:
    """Somebody at the workbench of an article."""

    def __init__(self, role="annotator", article=None, user=None):
        self.user = user or make_user(role)
        self.article = article or make_article()
        self.client = Client()
        self.client.force_login(self.user)

    def address(self, rest=""):
        return f"/admin/events/articletoannotate/{self.article.pk}/work/{rest}"

    def get(self, rest="", **query):
        return self.client.get(self.address(rest), query)

    def send(self, method, rest, document=None, *, revision=None, key=None):
        headers = {} if revision is None else {"If-Match": f'"{revision}"'}
        headers |= {"Idempotency-Key": key} if key else {}
        body = "" if document is None else json.dumps(document)
        send = getattr(self.client, method)
        return send(self.address(rest), body, content_type="application/json", headers=headers)

    def words(self, quote, kind="sentence", **more):
        start = self.article.text.index(quote)
        return {"kind": kind, "start": start, "end": start + len(quote), "quote": quote, **more}

    def made(self, **over):
        answer = self.send("post", "reports/", self.document(**over))
        assert answer.status_code == 201, answer.content
        return answer.json()

    def document(self, **over):
        event = {"type": "CONSULT", "label": "Envoys meet in Varda", **over.pop("event_values", {})}
        return {"event": event, "evidence": [self.words(SENTENCE)], **over}


def full(desk):
    """A document with everything: two actors, a date, a place, a source, words for each."""
    states = [make_actor(name="Varda Council", kind="organisation"), make_actor(name="Envoys", kind="group")]
    place = make_place(name="Varda")
    citation = make_citation(desk.article, CITATION, (make_source(), "1999-05-28/1999-05-29"))
    event = {
        "date": "1999-05-28",
        "date_words": "May 28",
        "date_origin": "rule",
        "place": place.slug,
        "participations": [{"actor": state.slug, "role": "actor"} for state in states],
        "contexts": ["diplomatic"],
        "mode": "",
    }
    part = {"actor": states[1].slug, "role": "actor"}
    evidence = [
        desk.words(SENTENCE),
        desk.words("Envoys", "participant", participation=part),
        desk.words("Varda", "place"),
        desk.words("May 28", "time"),
    ]
    attributions = [{"cited_report": citation.reports.get().pk, "scope": "paragraph"}]
    return desk.document(event_values=event, evidence=evidence, attributions=attributions, hedged=True, note="look")


def test_report_and_its_event_are_made_in_one_document():
    desk = Desk()

    answer = desk.send("post", "reports/", full(desk))

    document = answer.json()
    report = Report.objects.get()
    assert answer.status_code == 201
    assert answer.headers["ETag"] == f'"{report.revision}"'
    assert document["event"]["public_id"] == report.event.public_id
    assert (report.hedged, report.note, report.coder) == (True, "look", desk.user)
    assert (report.event.date, report.event.date_origin, report.event.date_read_in) == (
        "1999-05-28",
        "rule",
        desk.article,
    )
    assert (report.event.place.name, report.event.geo_precision) == ("Varda", "city")
    assert [part["actor"]["name"] for part in document["event"]["participations"]] == ["Varda Council", "Envoys"]
    assert {one["kind"] for one in document["evidence"]} == {"sentence", "participant", "place", "time"}
    assert {mention.quote for mention in Mention.objects.all()} == {"Envoys", "Varda"}
    assert document["attributions"][0]["date"] == "1999-05-28/1999-05-29"


def test_document_sent_back_as_it_was_read_changes_nothing_but_the_revision():
    desk = Desk()
    read = desk.send("post", "reports/", full(desk)).json()
    evidence = list(Evidence.objects.values_list("pk", flat=True))

    again = desk.send("put", f"reports/{read['id']}/", read, revision=read["revision"])

    assert again.status_code == 200, again.content
    told = again.json()
    assert told["revision"] == read["revision"] + 1
    assert {**told, "revision": 0} == {**read, "revision": 0}
    assert list(Evidence.objects.values_list("pk", flat=True)) == evidence


def test_known_event_is_reported_by_its_public_id():
    desk, event = Desk(), make_report(confirmed=True).event

    told = desk.made(event=event.public_id)

    assert told["event"]["public_id"] == event.public_id
    assert told["event"]["may_change"] is False
    assert told["event"]["confirmed_reports"] == 1


def test_event_without_a_label_takes_the_first_words_of_its_sentence():
    told = Desk().made(event={"type": "CONSULT"})

    assert told["event"]["label"].startswith("Envoys of the two river states")


def test_event_is_changed_with_the_report_that_it_comes_in():
    desk = Desk()
    read = desk.made()
    actor = make_actor(name="Envoys", kind="group")
    part = {"actor": actor.slug, "role": "host"}
    event = {"revision": read["event"]["revision"], "label": "Envoys talk", "participations": [part]}
    words = desk.words("Envoys", "participant", participation=part)

    answer = desk.send(
        "put", f"reports/{read['id']}/", {"event": event, "evidence": [*read["evidence"], words]}, revision=1
    )

    told = answer.json()
    assert answer.status_code == 200, answer.content
    assert told["event"]["label"] == "Envoys talk"
    assert told["event"]["type"] == "CONSULT"
    assert told["evidence"][0]["participation"] in (None, part)
    assert Event.objects.get().participations.get().actor == actor


def test_what_differs_from_a_confirmed_event_is_a_claim():
    desk, event = Desk(), make_report(confirmed=True).event
    read = desk.made(event=event.public_id)
    changed = {"event": {"revision": event.revision, "date": "1999-05-29"}}

    refused = desk.send("put", f"reports/{read['id']}/", changed, revision=read["revision"])
    kept = desk.send("put", f"reports/{read['id']}/", {"claimed_date": "1999-05-29"}, revision=read["revision"])

    assert (refused.status_code, kept.status_code) == (403, 200)
    assert "claim" in refused.json()["detail"]
    assert kept.json()["claimed_date"] == "1999-05-29"


def test_save_without_a_revision_is_refused():
    desk = Desk()
    read = desk.made()

    answers = [desk.send(method, f"reports/{read['id']}/", {}) for method in ("put", "delete")]
    silent = desk.send("put", f"reports/{read['id']}/", {"event": {"label": "Talks"}}, revision=1)

    assert [answer.status_code for answer in answers] == [428, 428]
    assert silent.status_code == 428
    assert silent.json()["errors"][0]["pointer"] == "/event/revision"


def test_stale_save_is_refused_with_the_document_as_it_stands():
    desk = Desk()
    read = desk.made()
    desk.send("put", f"reports/{read['id']}/", {"note": "hers"}, revision=1)

    stale = desk.send("put", f"reports/{read['id']}/", {"note": "mine"}, revision=1)

    assert stale.status_code == 412
    assert stale.headers["Content-Type"] == "application/problem+json"
    assert (stale.json()["current"]["note"], stale.json()["current"]["revision"]) == ("hers", 2)


def test_stale_event_is_refused_with_the_report_as_it_stands():
    desk = Desk()
    read = desk.made()
    event = {"revision": read["event"]["revision"], "label": "Talks"}
    desk.send("put", f"reports/{read['id']}/", {"event": event}, revision=1)

    stale = desk.send("put", f"reports/{read['id']}/", {"event": {**event, "label": "Other"}}, revision=2)

    assert stale.status_code == 412
    assert stale.json()["current"]["event"]["label"] == "Talks"
    assert Report.objects.get().revision == 2


def test_retry_under_its_key_makes_no_second_row():
    desk = Desk()
    document = desk.document()

    first, second = (desk.send("post", "reports/", document, key="k1") for _ in range(2))
    other = desk.send("post", "reports/", desk.document(note="another"), key="k1")

    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert first.headers["ETag"] == second.headers["ETag"]
    assert Report.objects.count() == Event.objects.count() == 1
    assert (other.status_code, other.json()["rule"]) == (409, "request_key_is_used_once")


def test_retry_of_a_removal_gets_the_same_answer():
    desk = Desk()
    read = desk.made()

    answers = [desk.send("delete", f"reports/{read['id']}/", revision=1, key="gone") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [204, 204]


def test_refused_request_may_be_mended_under_its_key():
    desk = Desk()
    wrong = desk.document(evidence=[{**desk.words(SENTENCE), "quote": "Envoys"}])

    refused = desk.send("post", "reports/", wrong, key="k1")
    mended = desk.send("post", "reports/", desk.document(), key="k1")

    assert (refused.status_code, mended.status_code) == (409, 201)


def test_words_that_the_text_does_not_have_are_answered_with_those_it_has():
    desk = Desk()
    shifted = {**desk.words(SENTENCE), "start": 1}
    beyond = {"kind": "time", "start": 9_000, "end": 9_001, "quote": "x"}

    answer = desk.send("post", "reports/", desk.document(evidence=[desk.words("May 28", "time"), shifted, beyond]))

    assert answer.status_code == 409
    assert [(error["pointer"], error["actual"]) for error in answer.json()["errors"]] == [
        ("/evidence/1/quote", SENTENCE[1:]),
        ("/evidence/2/quote", ""),
    ]
    assert not Event.objects.exists()


def test_every_fault_of_a_document_is_named():
    desk = Desk()
    document = {
        "event": {"label": "Talks", "date": "28 May", "colour": "red"},
        "status": "maybe",
        "evidence": [{"kind": "sentence", "start": -1, "end": 3, "quote": "Env"}, {"kind": "participant"}],
    }

    answer = desk.send("post", "reports/", document)

    assert answer.status_code == 400
    assert {error["pointer"] for error in answer.json()["errors"]} == {
        "/event/type",
        "/event/date",
        "/event/colour",
        "/status",
        "/evidence/0/start",
        "/evidence/1/start",
        "/evidence/1/end",
        "/evidence/1/quote",
    }


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"event": {"type": "NONE"}}, "/event/type"),
        ({"event": {"type": "CONSULT", "mode": "flight"}}, "/event/mode"),
        ({"event": {"type": "CONSULT", "contexts": ["war", "military"]}}, "/event/contexts/0"),
        ({"event": {"type": "CONSULT", "place": "nowhere"}}, "/event/place"),
        (
            {"event": {"type": "CONSULT", "participations": [{"actor": "x", "role": "host"}]}},
            "/event/participations/0/actor",
        ),
        ({"event": "E999999"}, "/event"),
        ({"attributions": [{"cited_report": 99}]}, "/attributions/0"),
        ({"claimed_place": "nowhere"}, "/claimed_place"),
    ],
)
def test_what_names_no_row_is_pointed_at(change, pointer):
    desk = Desk()

    answer = desk.send("post", "reports/", desk.document(**change))

    assert answer.status_code == 400, answer.content
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_merged_row_is_answered_with_the_one_that_was_kept():
    desk, kept = Desk(), make_actor()
    merged = make_actor()
    merge(kept, merged, by=make_user("reviewer"), reason="One and the same.")
    part = {"actor": merged.slug, "role": "actor"}

    answer = desk.send("post", "reports/", desk.document(event_values={"participations": [part]}))

    assert answer.status_code == 400
    assert kept.slug in answer.json()["errors"][0]["message"]


def test_role_that_the_type_does_not_have_is_refused_by_its_rule():
    desk, actor = Desk(), make_actor()
    part = {"actor": actor.slug, "role": "victim"}

    answer = desk.send("post", "reports/", desk.document(event_values={"participations": [part]}))

    assert (answer.status_code, answer.json()["rule"]) == (409, "participation_role_is_legal")
    assert not Event.objects.exists()


def test_report_taken_back_takes_its_event_along_unless_others_report_it():
    desk, known = Desk(), make_report().event
    own, other = desk.made(), Desk()
    second = Desk(user=desk.user).made(event=known.public_id)

    mine = desk.send("delete", f"reports/{own['id']}/", revision=1)
    desk.article = Report.objects.get(pk=second["id"]).article
    shared = desk.send("delete", f"reports/{second['id']}/", revision=1)

    assert (mine.status_code, shared.status_code) == (204, 204)
    assert list(Event.objects.all()) == [known]
    assert other.get().status_code == 200


def test_report_is_linked_to_a_known_event():
    desk, known = Desk(), make_report().event
    read = desk.made()

    linked = desk.send("post", f"reports/{read['id']}/link/", {"event": known.public_id}, revision=1)

    assert linked.status_code == 200, linked.content
    assert linked.json()["event"]["public_id"] == known.public_id
    assert list(Event.objects.all()) == [known]


def test_returned_report_is_proposed_again():
    desk = Desk()
    read = desk.made()
    editing.give_back(Report.objects.get(), by=make_user("reviewer"), reason="Which sentence?")

    shown = desk.get(f"reports/{read['id']}/").json()
    again = desk.send("post", f"reports/{read['id']}/propose/", {}, revision=shown["revision"])

    assert (shown["review_state"], shown["review_reason"]) == ("returned", "Which sentence?")
    assert (again.status_code, again.json()["review_state"]) == (200, "proposed")


def test_state_shows_the_article_with_all_that_hangs_on_it():
    desk = Desk()
    desk.send("post", "reports/", full(desk))

    state = desk.get().json()

    text = state["article"]["text"]
    assert text == desk.article.text
    assert text[slice(*state["article"]["sentences"][0])] == SENTENCE
    assert len(state["article"]["paragraphs"]) == 3
    assert state["article"]["citations"][0]["reports"][0]["date"] == "1999-05-28/1999-05-29"
    assert state["reports"][0]["event"]["may_change"] is True
    assert {mention["name"] for mention in state["mentions"]} == {"Envoys", "Varda"}
    consult = next(kind for kind in state["codebook"]["types"] if kind["code"] == "CONSULT")
    assert {"actor", "host"} <= set(consult["roles"])
    assert consult["definition"] and consult["modes"] and state["codebook"]["contexts"]
    assert state["user"] | {"id": 0, "username": ""} == {
        "id": 0,
        "username": "",
        "may_annotate": True,
        "may_review": False,
        "may_correct": False,
    }


def test_state_costs_the_same_statements_for_any_number_of_reports():
    desk = Desk()
    desk.send("post", "reports/", full(desk))
    desk.get()

    with CaptureQueriesContext(
        connection,
    ) as one:
        desk.get()
    for _ in range(3):
        desk.made(event_values={"participations": [{"actor": make_actor().slug, "role": "actor"}]})
    with CaptureQueriesContext(connection) as four:
        desk.get()

    assert len(one) == len(four) <= 25


def test_office_is_told_as_of_the_date_of_the_event():
    desk, minister, state = Desk(), make_actor(name="Komura"), make_actor(name="Japan", kind="state")
    Affiliation.objects.create(
        person=minister, organisation=state, office="Foreign Minister", start="1998-07-30", end="1999-10-05"
    )
    event = {"date": "1999-05-28", "participations": [{"actor": minister.slug, "role": "actor"}]}

    told = desk.made(event_values=event)
    found = desk.get("look-up/", kind="actor", q="komur", on="1999-05-28").json()["results"]
    later = desk.get("look-up/", kind="actor", q="komur", on="2001").json()["results"]

    assert told["event"]["participations"][0]["held"] == "Foreign Minister of Japan"
    assert [(one["name"], one["office"], one["how"]) for one in found] == [
        ("Komura", "Foreign Minister of Japan", "prefix")
    ]
    assert later[0]["office"] == ""


def test_look_up_finds_by_name_beginning_variant_and_nearly():
    desk = Desk()
    country = make_place(name="Ukraine", kind="country")
    kyiv = make_place(name="Kyiv", parent=country)
    kyiv.names.create(name="Kiev")
    make_place(name="Kyivshchyna", kind="region")

    def found(words):
        results = desk.get("look-up/", kind="place", q=words).json()["results"]
        return [(one["name"], one["matched"], one["how"]) for one in results]

    assert found("kyiv") == [("Kyiv", "Kyiv", "exact"), ("Kyivshchyna", "Kyivshchyna", "prefix")]
    assert found("Kiev") == [("Kyiv", "Kiev", "variant")]
    assert found("Kyivshchina") == [("Kyivshchyna", "Kyivshchyna", "similar")]
    assert desk.get("look-up/", kind="place", q="kiev").json()["results"][0]["where"] == "Ukraine"


def test_look_up_refuses_what_it_does_not_know():
    desk = Desk()

    answers = [desk.get("look-up/", q="x"), desk.get("look-up/", kind="x", q="x"), desk.get("look-up/", colour="red")]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert [answer.json()["errors"][0]["parameter"] for answer in answers] == ["kind", "kind", "colour"]


def test_actor_and_place_are_made_in_one_step():
    desk = Desk()

    actor = desk.send("post", "actors/", {"name": "Ana Ruiz", "kind": "person", "names": ["A. Ruiz"]})
    place = desk.send("post", "places/", {"name": "Varda", "kind": "city", "latitude": 45.5, "longitude": 13.25})
    named = desk.send("post", "names/", {"kind": "actor", "slug": "ana-ruiz", "name": "Ruiz"})
    nameless = desk.send("post", "actors/", {"kind": "person"})

    assert (actor.status_code, actor.json()["slug"], place.json()["slug"]) == (201, "ana-ruiz", "varda")
    assert {name.name for name in Actor.objects.get().names.all()} == {"Ana Ruiz", "A. Ruiz", "Ruiz"}
    assert (Place.objects.get().latitude, Place.objects.get().made_by) == (45.5, desk.user)
    assert named.status_code == 201
    assert nameless.json()["errors"] == [{"pointer": "/name", "message": "This is missing: give it."}]


def test_mention_is_made_and_read_otherwise():
    desk, actor, place = Desk(), make_actor(name="Varda state", kind="state"), make_place(name="Varda")
    words = desk.words("Varda")
    words.pop("kind")

    made = desk.send("post", "mentions/", {**words, "kind": "place", "slug": place.slug})
    told = made.json()
    changed = desk.send(
        "put",
        f"mentions/{told['id']}/",
        {"kind": "actor", "slug": actor.slug, "reading": "metonym"},
        revision=told["revision"],
    )
    stale = desk.send("put", f"mentions/{told['id']}/", {"kind": "place", "slug": place.slug}, revision=1)

    assert (made.status_code, told["name"]) == (201, "Varda")
    assert (changed.status_code, changed.json()["reading"]) == (200, "metonym")
    assert (stale.status_code, stale.json()["current"]["kind"]) == (412, "actor")


def test_same_event_reported_elsewhere_is_offered_with_its_evidence():
    desk = Desk()
    envoys = make_actor(name="Envoys", kind="group")
    known = make_event(
        label="Envoys meet in Varda", date="1999-05-28", date_lower=bounds("1999-05-28")[0],
        participants=[(envoys, "actor")],
    )  # fmt: skip
    make_report(event=known)
    make_report(event=make_event(label="A strike", date="1999-01-01", participants=[(envoys, "actor")]))
    query = {"type": "CONSULT", "date": "1999-05-28", "actor": envoys.slug, "label": "Envoys met in Varda"}

    results = desk.get("known/", **query).json()["results"]
    elsewhere = desk.get("known/", type="PROTEST", date="1995").json()["results"]

    assert [one["event"]["public_id"] for one in results] == [known.public_id]
    assert results[0]["reports"][0]["quote"] == SENTENCE
    assert {"the same day", "Envoys"} <= set(results[0]["why"])
    assert elsewhere == []


def test_same_event_without_a_date_is_offered_after_the_dated_one():
    desk = Desk()
    envoys = make_actor(name="Envoys", kind="group")
    dated, undated = (make_event(date=date, participants=[(envoys, "actor")]) for date in ("1999-05-28", ""))
    for event in (undated, dated, make_event(type_id="AGREE", participants=[(envoys, "actor")])):
        make_report(event=event)

    results = desk.get("known/", type="CONSULT", date="1999-05-28", actor=envoys.slug).json()["results"]

    assert [one["event"]["public_id"] for one in results] == [dated.public_id, undated.public_id]


def test_event_that_the_article_reports_is_not_offered_again():
    desk = Desk()
    desk.made(event_values={"date": "1999-05-28"})

    assert desk.get("known/", type="CONSULT", date="1999-05-28").json() == {"results": []}


@pytest.mark.parametrize(
    ("words", "date"), [("May 28-29", "1999-05-28/1999-05-29"), ("May 28", "1999-05-28"), ("some day", "")]
)
def test_words_of_time_become_a_date(words, date):
    assert Desk().get("when/", words=words).json()["date"] == date


def test_suggestion_that_was_decided_comes_no_more():
    desk = Desk()

    first = desk.get("suggestions/").json()["results"]
    rejected = [one for one in first if one["kind"] == "sentence"]
    done = desk.send("post", "suggestions/", {"outcome": "rejected", "suggestions": rejected})
    elsewhere = {**first[0], "quote": "No such words"}
    wrong = desk.send("post", "suggestions/", {"outcome": "rejected", "suggestions": [elsewhere]})

    assert rejected and all(one["reason"] for one in first)
    assert done.json() == {"decided": len(rejected), "mentions": []}
    assert "sentence" not in {one["kind"] for one in desk.get("suggestions/").json()["results"]}
    assert wrong.status_code == 409


def test_text_is_corrected_by_an_editor_after_a_look():
    desk = Desk("editor")
    make_mention(desk.article, "Varda", make_place(name="Varda"))
    text = TEXT.replace("Envoys of the two river states", "The envoys")
    why = {"reason": "misprint", "public_reason": "misread"}

    looked = desk.send("post", "correct/preview/", {"text": text})
    unread = desk.send("post", "correct/", {"text": text, **why})
    done = desk.send("post", "correct/", {"text": text, **why}, revision=desk.article.revision)
    stale = desk.send("post", "correct/", {"text": TEXT, **why}, revision=desk.article.revision)

    assert looked.json()["changes"][0]["outcome"] == "moved"
    assert (unread.status_code, done.status_code, stale.status_code) == (428, 200, 412)
    assert (done.json()["text_version"], looked.json()["text_version"]) == (2, 1)
    assert Desk("annotator").send("post", "correct/preview/", {"text": text}).status_code == 403


@pytest.mark.parametrize("role", ["", "annotator"])
def test_workbench_is_for_those_who_may_annotate(role):
    desk, stranger = Desk(role), Client()

    answers = [desk.get(), desk.send("post", "reports/", desk.document()), stranger.get(desk.address())]

    assert [answer.status_code for answer in answers] == ([200, 201, 401] if role else [403, 403, 401])
    assert {answer.headers["Cache-Control"] for answer in answers} == {"private, no-store"}


def test_writing_asks_for_the_token_that_shows_it_comes_from_here():
    desk = Desk()
    desk.client = Client(enforce_csrf_checks=True)
    desk.client.force_login(desk.user)

    answer = desk.send("post", "reports/", desk.document())

    assert answer.status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "body", [b"{", b"[" * 5_000, b'{"a":"\\ud800"}', b'{"event":"\\u0000"}', b"\xff", b"[]", b"null", b'"x"']
)
def test_body_that_is_no_document_is_refused(body):
    desk = Desk()

    answer = desk.client.post(desk.address("reports/"), body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_article_and_report_that_are_not_there_are_not_found():
    desk, other = Desk(), make_report()

    answers = [
        desk.get(f"reports/{other.pk}/"),
        desk.send("put", f"reports/{other.pk}/", {}, revision=1),
        desk.client.get("/admin/events/articletoannotate/99999999999999999999/work/"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
