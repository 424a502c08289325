"""Suggestions as documents: what accepting them takes, and what becomes of a decision."""

import pytest

from events.models import Evidence, Mention, Place, SuggestionDecision
from tests.events.test_workbench import Desk
from tests.make import make_actor, make_article, make_citation, make_mention, make_place, make_source

pytestmark = pytest.mark.django_db
TEXT = (
    "President Ilmar Tamm met Prime Minister Greta Lind in Varda on May 28 (Kyodo, May 28-29). "
    "He promised Lind a new bridge."
)


@pytest.fixture
def desk():
    article = make_article(text=TEXT)
    make_citation(article, "(Kyodo, May 28-29)", (make_source(name="Kyodo"), "1999-05-28/1999-05-29"))
    make_actor(name="Ilmar Tamm", slug="tamm")
    make_place(name="Varda", slug="varda")
    return Desk(article=article)


def suggested(desk, kind):
    return [one for one in desk.get("suggestions/").json()["results"] if one["kind"] == kind]


def decide(desk, outcome, *suggestions):
    return desk.send("post", "suggestions/", {"outcome": outcome, "suggestions": list(suggestions)})


def test_event_takes_the_rows_behind_its_names(desk):
    takes = suggested(desk, "event")[0]["takes"]

    parts = [(one["role"], one["name"], one["slug"], one["quote"], one["is_name"]) for one in takes["parts"]]
    assert ("actor", "Ilmar Tamm", "tamm", "Ilmar Tamm", True) in parts
    assert {slug for _, name, slug, _, _ in parts if name == "Greta Lind"} <= {""}
    assert (takes["place"]["slug"], takes["place"]["quote"]) == ("varda", "Varda")
    assert takes["time"]["quote"] == "May 28"
    assert takes["trigger"]["quote"] == "met"
    assert takes["cited"] == [desk.article.citations.get().reports.get().pk]


def test_pronoun_takes_part_but_names_nobody(desk):
    parts = [part for one in suggested(desk, "event")[1:] for part in one["takes"]["parts"]]

    assert [(one["slug"], one["is_name"]) for one in parts if one["quote"] == "He"] == [("tamm", False)]


def test_accepted_name_marks_the_words_and_comes_no_more(desk):
    (place,) = suggested(desk, "place")

    answer = decide(desk, "accepted", {**place, "names": {"slug": "varda"}})

    mention = Mention.objects.get()
    assert (answer.json()["decided"], answer.json()["mentions"][0]["id"]) == (1, mention.pk)
    assert (mention.quote, mention.place.slug, mention.reading) == ("Varda", "varda", "entity")
    assert suggested(desk, "place") == []


def test_decision_taken_back_brings_the_suggestion_again(desk):
    before = suggested(desk, "event")
    decide(desk, "rejected", *before)

    back = decide(desk, "undecided", before[0])

    assert back.json()["decided"] == 1
    assert suggested(desk, "event") == before[:1]
    assert SuggestionDecision.objects.count() == len(before) - 1


def test_name_taken_back_with_its_decision_leaves_no_mark(desk):
    (place,) = suggested(desk, "place")
    decide(desk, "accepted", {**place, "names": {"slug": "varda"}})

    decide(desk, "undecided", {**place, "names": {"slug": "varda"}})

    assert not Mention.objects.exists()
    assert suggested(desk, "place") == [place]


def test_rejection_taken_back_leaves_the_mark_that_was_made_by_hand(desk):
    (place,) = suggested(desk, "place")
    decide(desk, "rejected", place)
    by_hand = make_mention(desk.article, "Varda", Place.objects.get(slug="varda"))

    decide(desk, "undecided", place)

    assert list(Mention.objects.all()) == [by_hand]


@pytest.mark.parametrize(
    ("outcome", "kind", "pointer"),
    [("rejected", "place", "/suggestions/0/names"), ("accepted", "event", "/suggestions/0/names")],
)
def test_only_an_accepted_name_names_somebody(desk, outcome, kind, pointer):
    one = suggested(desk, kind)[0]

    answer = decide(desk, outcome, {**one, "names": {"slug": "varda"}})

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, pointer)


def test_name_on_which_nothing_rests_is_taken_back(desk):
    mention = make_mention(desk.article, "Varda", make_place(name="Varda"))

    unread = desk.send("delete", f"mentions/{mention.pk}/")
    gone = desk.send("delete", f"mentions/{mention.pk}/", revision=mention.revision)

    assert (unread.status_code, gone.status_code) == (428, 204)
    assert not Mention.objects.exists()


def test_saving_leaves_words_to_check_flagged_until_they_are_confirmed(desk):
    words = desk.words(TEXT[: desk.article.sentences[0].end])
    read = desk.send("post", "reports/", {"event": {"type": "CONSULT"}, "evidence": [words]}).json()
    Evidence.objects.update(state="check")
    flagged = {"hedged": True, "evidence": [{**words, "state": "check"}]}

    saved = desk.send("put", f"reports/{read['id']}/", flagged, revision=read["revision"]).json()
    right = desk.send("put", f"reports/{read['id']}/", {"evidence": [words]}, revision=saved["revision"]).json()

    assert [one["evidence"][0]["state"] for one in (saved, right)] == ["check", "anchored"]


def test_name_in_a_report_stays(desk):
    part = {"actor": "tamm", "role": "actor"}
    words = [
        desk.words(TEXT[: desk.article.sentences[0].end]),
        desk.words("Ilmar Tamm", "participant", participation=part),
    ]
    event = {"type": "CONSULT", "participations": [part]}
    assert desk.send("post", "reports/", {"event": event, "evidence": words}).status_code == 201
    mention = Mention.objects.get()

    refused = desk.send("delete", f"mentions/{mention.pk}/", revision=mention.revision)

    assert (refused.status_code, refused.json()["rule"]) == (409, "mention_carries_no_report")
