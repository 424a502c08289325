"""Programs write the documents that the workbench writes, under tokens."""

import json

import pytest
from django.test import Client
from jsonschema import Draft202012Validator

from articles.models import Article
from events import editing
from events.models import Actor, Event, Mention, Place, Report
from monitor.api import RESOURCES, schema
from tests.make import (
    make_actor,
    make_article,
    make_event,
    make_mention,
    make_place,
    make_report,
    make_user,
)
from tests.programs import Program

pytestmark = pytest.mark.django_db

SENTENCE = "Envoys of the two river states met in Varda on May 28."
WRITTEN = ("events", "reports", "mentions", "actors", "places")


@pytest.fixture
def program():
    return Program(make_user("annotator"))


def words(article, quote, kind="sentence", **more):
    start = article.text.index(quote)
    return {"kind": kind, "start": start, "end": start + len(quote), "quote": quote, **more}


def report_of(article, **over):
    event = {"type": "CONSULT", "label": "Envoys meet in Varda"}
    return {"article": article.pk, "event": event, "evidence": [words(article, SENTENCE)], **over}


def pointers(answer):
    return [error["pointer"] for error in answer.json()["errors"]]


def test_event_is_made_changed_and_taken_back(program):
    actor, place = make_actor(), make_place()
    document = {
        "type": "CONSULT",
        "label": "Envoys meet",
        "date": "1999-05-28",
        "mode": "visit",
        "place": place.slug,
        "contexts": ["diplomatic"],
        "participations": [{"role": "actor", "actor": actor.slug}],
    }

    made = program.send("post", "events/", document)
    told = made.json()
    address = f"events/{told['public_id']}/"
    changed = program.send("patch", address, {"label": "Envoys talk"}, revision=told["revision"])
    gone = program.send("delete", address, revision=changed.json()["revision"])

    assert made.status_code == 201
    assert made.headers["Location"].endswith(f"/api/v1/{address}")
    assert (told["mode"], told["place"]["slug"], told["geo_precision"]) == ("visit", place.slug, "city")
    assert told["participations"][0]["actor"]["slug"] == actor.slug
    assert (changed.status_code, changed.json()["label"], changed.json()["type"]) == (200, "Envoys talk", "CONSULT")
    assert (gone.status_code, Event.objects.count()) == (204, 0)


def test_event_sent_back_as_it_was_read_stays_as_it_is(program):
    event = make_event(made_by=program.user, date="1999-05-28", participants=[(make_actor(), "actor")])
    read = program.get(f"events/{event.public_id}/")

    again = program.send("patch", f"events/{event.public_id}/", read.json(), revision=read.json()["revision"])

    assert read.headers["ETag"] == f'"{read.json()["revision"]}"'
    assert again.json() == read.json()


def test_office_of_the_day_sent_back_becomes_no_value_of_its_own(program):
    minister, state = make_actor(), make_actor(name="Japan", kind="state")
    minister.affiliations.create(organisation=state, office="Foreign Minister", start="1998", end="2000")
    document = {
        "type": "CONSULT",
        "label": "Envoys meet",
        "date": "1999-05-28",
        "participations": [{"role": "actor", "actor": minister.slug, "office": "Foreign Minister of Japan"}],
    }

    told = program.send("post", "events/", document).json()

    assert told["participations"][0]["office"] == "Foreign Minister of Japan"
    assert Event.objects.get().participations.get().office == ""


def test_report_is_made_with_its_words_and_changed(program):
    article, actor = make_article(), make_actor()
    part = {"actor": actor.slug, "role": "actor"}
    document = report_of(
        article,
        event={"type": "CONSULT", "label": "Envoys meet", "participations": [part]},
        evidence=[words(article, SENTENCE), words(article, "Envoys", "participant", participation=part)],
    )

    made = program.send("post", "reports/", document)
    told = made.json()
    changed = program.send("patch", f"reports/{told['id']}/", {"hedged": True}, revision=told["revision"])

    assert made.status_code == 201, made.content
    assert [one["kind"] for one in told["evidence"]] == ["participant", "sentence"]
    assert (changed.json()["hedged"], len(changed.json()["evidence"])) == (True, 2)
    assert Mention.objects.get().actor == actor


def test_evidence_on_other_words_is_answered_with_those_of_the_text(program):
    article = make_article()
    wrong = {**words(article, SENTENCE), "start": 1}

    answer = program.send("post", "reports/", report_of(article, evidence=[wrong]))

    assert answer.status_code == 409
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["actual"] == SENTENCE[1:]
    assert pointers(answer) == ["/evidence/0/quote"]


def test_report_of_a_known_event_and_its_removal(program):
    article, event = make_article(), make_report().event

    told = program.send("post", "reports/", report_of(article, event=event.public_id)).json()
    gone = program.send("delete", f"reports/{told['id']}/", revision=1)

    assert (told["event"], gone.status_code) == (event.public_id, 204)
    assert Event.objects.get() == event


def test_mention_actor_and_place_are_made_and_changed(program):
    article = make_article()

    actor = program.send("post", "actors/", {"name": "Varda Council", "kind": "organisation"}).json()
    country = program.send("post", "places/", {"name": "Northland", "kind": "country"}).json()
    place = program.send("post", "places/", {"name": "Varda", "kind": "city", "parent": country["slug"]}).json()
    spot = {k: v for k, v in words(article, "Varda").items() if k != "kind"}
    mention = program.send("post", "mentions/", {"article": article.pk, **spot, "place": place["slug"]}).json()
    metonym = {"actor": actor["slug"], "place": None, "reading": "metonym"}
    answers = [
        program.send("patch", f"mentions/{mention['id']}/", metonym, revision=mention["revision"]),
        program.send("patch", f"actors/{actor['slug']}/", {"wikidata": "Q1", "names": ["Council"]}, revision=1),
        program.send("patch", f"places/{place['slug']}/", {"latitude": 49.5, "longitude": 32.25}, revision=1),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert (answers[0].json()["actor"], answers[0].json()["reading"]) == ("varda-council", "metonym")
    assert {name["name"] for name in answers[1].json()["names"]} == {"Varda Council", "Council"}
    assert answers[2].json()["parent"] == "northland"
    assert (Actor.objects.get().wikidata, Place.objects.get(slug="varda").latitude) == ("Q1", 49.5)


def test_many_rows_are_made_in_one_request(program):
    documents = [{"name": f"Envoy {n}", "kind": "person"} for n in range(3)]

    answer = program.send("post", "actors/", documents)

    assert answer.status_code == 201
    assert [row["name"] for row in answer.json()] == ["Envoy 0", "Envoy 1", "Envoy 2"]


def test_of_many_rows_none_is_made_where_one_is_at_fault(program):
    article = make_article()
    good = report_of(article)
    illegal = {"type": "CONSULT", "label": "x", "participations": [{"actor": make_actor().slug, "role": "victim"}]}
    unknown = {"type": "CONSULT", "label": "x", "place": "nowhere"}

    unreadable = program.send("post", "reports/", [good, {"article": article.pk}, {"article": "x", "event": "E000001"}])
    refused = program.send("post", "reports/", [good, {**good, "event": illegal}, {**good, "event": unknown}])
    too_many = program.send("post", "actors/", [{}] * 1_001)
    none = program.send("post", "actors/", [])

    assert (unreadable.status_code, pointers(unreadable)) == (400, ["/1/event", "/2/article"])
    assert (refused.status_code, pointers(refused)) == (409, ["/1", "/2/event/place"])
    assert (too_many.status_code, none.status_code) == (400, 400)
    assert not Report.objects.exists() and not Event.objects.exists()


def test_retry_of_many_rows_makes_them_once(program):
    documents = [{"name": f"Envoy {n}", "kind": "person"} for n in range(2)]

    answers = [program.send("post", "actors/", documents, key="k1") for _ in range(2)]

    assert answers[0].json() == answers[1].json()
    assert Actor.objects.count() == 2


@pytest.mark.parametrize("name", WRITTEN)
def test_change_says_which_revision_it_changes(program, name):
    row = {
        "events": lambda: make_event(made_by=program.user),
        "reports": lambda: make_report(by=program.user),
        "mentions": lambda: make_mention(make_article(), "Varda", make_place()),
        "actors": lambda: make_actor(made_by=program.user),
        "places": lambda: make_place(made_by=program.user),
    }[name]()
    key = {"events": "public_id", "actors": "slug", "places": "slug"}.get(name, "pk")
    change = {
        "events": {"label": "Talks"},
        "reports": {"hedged": True},
        "mentions": {"actor": make_actor().slug},
        "actors": {"wikidata": "Q1"},
        "places": {"wikidata": "Q1"},
    }[name]
    address = f"{name}/{getattr(row, key)}/"

    read = program.get(address)
    silent = program.send("patch", address, change)
    weak = program.client.patch(
        f"/api/v1/{address}", json.dumps(change), content_type="application/json", headers={"If-Match": 'W/"1"'}
    )
    done = program.send("patch", address, change, revision=int(read.headers["ETag"].strip('"')))
    stale = program.send("patch", address, change, revision=int(read.headers["ETag"].strip('"')))

    assert (silent.status_code, weak.status_code, done.status_code, stale.status_code) == (428, 412, 200, 412)
    assert done.headers["ETag"] == f'"{done.json()["revision"]}"'
    assert {a.headers["Content-Type"] for a in (silent, weak, stale)} == {"application/problem+json"}


def test_change_of_what_is_not_there_is_not_found(program):
    answers = [program.send("patch", f"{name}/1/", {}, revision=1) for name in ("reports", "mentions", "actors")]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


@pytest.mark.parametrize("body", ["[[]]", "null", '"x"', "{", '{"event": "\\ud800"}', "1"])
def test_body_that_is_no_document_is_refused(program, body):
    answer = program.client.post("/api/v1/reports/", body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_confirmed_report_is_changed_by_nobody(program):
    report = make_report(by=program.user)
    editing.confirm(report, by=make_user("reviewer"))

    answer = program.send("patch", f"reports/{report.pk}/", {"hedged": True}, revision=report.revision + 1)

    assert (answer.status_code, answer.json()["rule"]) == (409, "confirmed_report_is_returned_first")


@pytest.mark.parametrize("name", sorted(set(RESOURCES) - set(WRITTEN)))
def test_other_resources_are_only_read(program, name):
    assert program.send("post", f"{name}/", {}).status_code == 405


@pytest.mark.parametrize("name", WRITTEN)
def test_documents_of_the_tests_fit_the_schema(program, name):
    article = make_article()
    documents = {
        "events": {"type": "CONSULT", "label": "Envoys meet", "participations": [{"actor": "x", "role": "host"}]},
        "reports": report_of(article),
        "mentions": {"article": 1, "start": 0, "end": 5, "quote": "Varda", "place": "varda"},
        "actors": {"name": "Ana", "kind": "person"},
        "places": {"name": "Varda", "kind": "city", "latitude": 1.5, "longitude": 2.5},
    }
    shape = schema()["paths"][f"/api/v1/{name}/"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    judge = Draft202012Validator(json.loads(json.dumps({**shape, "components": schema()["components"]})))

    assert judge.is_valid(documents[name]) and judge.is_valid([documents[name]])
    assert not judge.is_valid({**documents[name], "kind": 5, "label": 5, "article": "x", "name": 5})


def test_written_rows_fit_the_schema(program):
    post = schema()["paths"]["/api/v1/reports/"]["post"]
    shape = post["responses"]["201"]["content"]["application/json"]["schema"]
    judge = Draft202012Validator(json.loads(json.dumps({**shape, "components": schema()["components"]})))

    judge.validate(program.send("post", "reports/", report_of(make_article())).json())
    judge.validate(program.send("post", "reports/", [report_of(make_article())]).json())


def test_every_write_says_what_may_go_wrong():
    for name in WRITTEN:
        path = schema()["paths"][f"/api/v1/{name}/"]
        detail = next(v for k, v in schema()["paths"].items() if k.startswith(f"/api/v1/{name}/{{"))
        assert {"201", "400", "401", "403", "409", "413", "415"} <= set(path["post"]["responses"])
        assert {"200", "404", "409", "412", "428"} <= set(detail["patch"]["responses"])
        assert next(one["name"] for one in detail["patch"]["parameters"] if one.get("required")) == "If-Match"


def test_hidden_article_stays_hidden_from_a_token_without_rights():
    reader = Program(make_user(), scope="read")
    article = Article.objects.get(pk=make_article().pk)

    assert reader.get(f"articles/{article.pk}/").status_code == 404
    assert reader.send("post", "reports/", report_of(article)).status_code == 403


def test_whoever_may_not_write_learns_nothing_of_what_is_there():
    hidden = make_report()
    reader = Program(make_user(), scope="edit")

    answers = [
        [send(address, {}).content for address in (f"reports/{hidden.pk}/", "reports/987654/")]
        for send in (
            lambda address, document: reader.send("patch", address, document, revision=1),
            lambda address, document: Client().patch(
                f"/api/v1/{address}", json.dumps(document), content_type="application/json"
            ),
        )
    ]

    assert all(there == never for there, never in answers)


def test_unknown_parameter_of_a_write_is_named(program):
    answer = program.send("post", "actors/?colour=red", {"name": "Ana", "kind": "person"})

    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (400, "colour")
